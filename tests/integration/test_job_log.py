"""The log of a job tells every step of a prompt, as it happens."""

from pathlib import Path

from headless import Headless, engine_process, headless, wait_until
from PIL import Image

from vqdesk.domain.job import JobId
from vqdesk.services.submit import SubmitRequest


def lines(desk: Headless, job: JobId) -> list[str]:
    return [entry.text for entry in desk.app.services.store.log.lines(job)]


def starts_in_order(told: list[str], wanted: list[str]) -> bool:
    rest = iter(told)
    return all(any(line.startswith(start) for line in rest) for start in wanted)


def test_every_step_of_a_prompt_is_told(home: Path, tmp_path: Path) -> None:
    photo = tmp_path / "cat at dawn.png"
    Image.new("RGB", (160, 90), (90, 60, 30)).save(photo)
    with engine_process(home), headless(home) as desk:
        small = {"width": 160, "height": 90, "length": 9}
        request = SubmitRequest("camera-move", inputs=(str(photo),), params=small)
        job = desk.ask(lambda asked: asked.submit(request)).id
        desk.finish(job)
        wait_until(lambda: "Done" in desk.log(job), "the last line")
        told = lines(desk, job)
        (attempt,) = desk.history()
        wanted = [
            "Taken for Built-in engine, attempt 1.",
            "Its input is at the server as vqdesk/",
            f"Sent as {attempt}.",
            "Started on Built-in engine.",
            "Ended at the server, 1 file to fetch.",
            "Written: ",
            "Done in ",
        ]
        assert starts_in_order(told, wanted), told
        written = next(line for line in told if line.startswith("Written: "))
        assert Path(written.removeprefix("Written: ")).is_file()


def test_a_node_that_takes_its_time_has_a_line_and_a_quick_one_has_none(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = desk.submit(1, seconds=1.5)
        desk.finish(job)
        assert [line for line in lines(desk, job) if line.endswith(" runs.")] == ["VQSleep runs."]


def test_what_a_restart_finds_at_the_server_is_told(home: Path) -> None:
    with engine_process(home):
        with headless(home) as desk:
            job = desk.submit(2, seconds=3.0)
            wait_until(lambda: desk.statuses(job) == ["running", "queued"], "one to run and one to wait")
            before = lines(desk, job)
        with headless(home) as desk:
            desk.finish(job)
            told = lines(desk, job)
            assert told[: len(before)] == before
            recovered = [line for line in told if line.startswith("Recovered: ")]
            assert recovered[0] in (
                "Recovered: it runs at Built-in engine.",
                "Recovered: it has ended at Built-in engine.",
            )
            assert len(recovered) == 2
            assert not any(line.startswith("Recovered: ") for line in before)
