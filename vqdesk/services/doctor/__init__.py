"""Is everything in place? One finding per topic, each with its remedy (R-C3)."""

from vqdesk.services.doctor.examination import DoctorService, Patient
from vqdesk.services.doctor.findings import Finding, Health, as_text

__all__ = ["DoctorService", "Finding", "Health", "Patient", "as_text"]
