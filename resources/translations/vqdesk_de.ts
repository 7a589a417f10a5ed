<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About VQDesk</source>
        <translation>Über VQDesk</translation>
    </message>
    <message>
        <source>Licences of what is inside</source>
        <translation>Lizenzen der enthaltenen Teile</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>It ships no text.</source>
        <translation>Es bringt keinen Text mit.</translation>
    </message>
    <message>
        <source>A desktop render queue for local generative video. VQDesk itself is under the MIT licence; with the packages below, whose codecs are partly under the GPL, it is passed on under the GPL, version 3.</source>
        <translation>Eine Warteschlange für das Rendern mit lokaler generativer Videotechnik. VQDesk selbst steht unter der MIT-Lizenz; zusammen mit den Paketen unten, deren Codecs teils unter der GPL stehen, wird es unter der GPL, Version 3, weitergegeben.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Type a word and press Enter (T)</source>
        <translation>Ein Wort eingeben und Enter drücken (T)</translation>
    </message>
    <message>
        <source>Reuse these settings</source>
        <translation>Diese Einstellungen wiederverwenden</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Hochskalieren</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Send to…</source>
        <translation>Senden an …</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show job</source>
        <translation>Auftrag zeigen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Stop this run</source>
        <translation>Diesen Lauf anhalten</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Select one output for this.</source>
        <translation>Dafür eine einzelne Ausgabe auswählen.</translation>
    </message>
    <message>
        <source>Select one clip: its last frame becomes an input.</source>
        <translation>Einen einzelnen Clip auswählen: sein letztes Bild wird zur Eingabe.</translation>
    </message>
    <message>
        <source>Select either clips or images.</source>
        <translation>Entweder Clips oder Bilder auswählen.</translation>
    </message>
    <message>
        <source>Select two to four outputs.</source>
        <translation>Zwei bis vier Ausgaben auswählen.</translation>
    </message>
    <message>
        <source>Show job #{0}</source>
        <translation>Auftrag #{0} zeigen</translation>
    </message>
    <message>
        <source>Stop the rest of #{0}</source>
        <translation>Den Rest von #{0} anhalten</translation>
    </message>
    <message>
        <source>Click to take this tag away</source>
        <translation>Klicken, um dieses Schlagwort zu entfernen</translation>
    </message>
    <message>
        <source>Drag a tile out to copy the file.</source>
        <translation>Eine Kachel hinausziehen, um die Datei zu kopieren.</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Set ComfyUI address</source>
        <translation>Adresse von ComfyUI setzen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Asking {0} …</source>
        <translation>{0} wird gefragt …</translation>
    </message>
    <message>
        <source>The built-in engine</source>
        <translation>Die eingebaute Engine</translation>
    </message>
    <message>
        <source>{0} {1} answers there.</source>
        <translation>{0} {1} antwortet dort.</translation>
    </message>
    <message>
        <source>Use this ComfyUI</source>
        <translation>Dieses ComfyUI verwenden</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>No answer there, tried {0} ago.</source>
        <translation>Keine Antwort, vor {0} versucht.</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Nicht gesetzt.</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Noch nicht gefragt.</translation>
    </message>
    <message>
        <source>The address is being tried.</source>
        <translation>Die Adresse wird gerade versucht.</translation>
    </message>
    <message>
        <source>WAN 2.2 and every workflow you have</source>
        <translation>WAN 2.2 und jeder vorhandene Workflow</translation>
    </message>
    <message>
        <source>On this computer or in your network</source>
        <translation>Auf diesem Computer oder im Netzwerk</translation>
    </message>
</context>
<context>
    <name>AfterQueueButton</name>
    <message>
        <source>After the queue</source>
        <translation>Nach der Warteschlange</translation>
    </message>
    <message>
        <source>After the queue: {0}</source>
        <translation>Nach der Warteschlange: {0}</translation>
    </message>
    <message>
        <source>Quiet hours and start…</source>
        <translation>Ruhezeiten und Beginn …</translation>
    </message>
</context>
<context>
    <name>AppMenu</name>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Engines…</source>
        <translation>Engines …</translation>
    </message>
    <message>
        <source>Automatic prompts…</source>
        <translation>Automatische Prompts …</translation>
    </message>
    <message>
        <source>Import workflow…</source>
        <translation>Workflow importieren …</translation>
    </message>
    <message>
        <source>Edit form of this workflow…</source>
        <translation>Formular dieses Workflows bearbeiten …</translation>
    </message>
    <message>
        <source>Reload workflows</source>
        <translation>Workflows neu laden</translation>
    </message>
    <message>
        <source>Open folder with outputs</source>
        <translation>Ordner mit den Ausgaben öffnen</translation>
    </message>
    <message>
        <source>Open folder for your workflows</source>
        <translation>Ordner für eigene Workflows öffnen</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Check this computer…</source>
        <translation>Diesen Computer prüfen …</translation>
    </message>
    <message>
        <source>Support bundle…</source>
        <translation>Supportpaket …</translation>
    </message>
    <message>
        <source>Logs…</source>
        <translation>Protokolle …</translation>
    </message>
    <message>
        <source>Shortcuts…</source>
        <translation>Tastenkürzel …</translation>
    </message>
    <message>
        <source>About VQDesk</source>
        <translation>Über VQDesk</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Save queue with media…</source>
        <translation>Warteschlange mit Medien speichern …</translation>
    </message>
    <message>
        <source>Add a saved queue…</source>
        <translation>Gespeicherte Warteschlange hinzufügen …</translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <translation>Design wie im System</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Design</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AudioOut</name>
    <message>
        <source>Clips play without sound here.</source>
        <translation>Clips spielen hier ohne Ton.</translation>
    </message>
    <message>
        <source>Qt's audio cannot be loaded: {0}.</source>
        <translation>Der Ton von Qt lässt sich nicht laden: {0}.</translation>
    </message>
    <message>
        <source>Install the Python package PySide6-Addons, of the version of PySide6-Essentials.</source>
        <translation>Das Python-Paket PySide6-Addons installieren, in der Version von PySide6-Essentials.</translation>
    </message>
    <message>
        <source>The system has no loudspeaker for it.</source>
        <translation>Das System hat keinen Lautsprecher dafür.</translation>
    </message>
</context>
<context>
    <name>AutoBar</name>
    <message>
        <source>Captions</source>
        <translation>Bildbeschreibungen</translation>
    </message>
    <message>
        <source>Describes each image that has no caption yet</source>
        <translation>Beschreibt jedes Bild, das noch keine Beschreibung hat</translation>
    </message>
    <message>
        <source>Motion prompts</source>
        <translation>Bewegungsprompts</translation>
    </message>
    <message>
        <source>Writes texts from captions; no image is read for it</source>
        <translation>Schreibt Texte aus Beschreibungen; dafür wird kein Bild gelesen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Captions first, then motion prompts, for images without texts</source>
        <translation>Zuerst Beschreibungen, dann Bewegungsprompts, für Bilder ohne Texte</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Other texts for the selected images or for all, or a second variant</source>
        <translation>Andere Texte für die ausgewählten Bilder oder für alle, oder eine zweite Variante</translation>
    </message>
    <message>
        <source>Apply all</source>
        <translation>Alle anwenden</translation>
    </message>
    <message>
        <source>Written texts count from now on</source>
        <translation>Geschriebene Texte gelten ab jetzt</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle leeren</translation>
    </message>
    <message>
        <source>Takes captions and texts away; Ctrl+Z brings them back</source>
        <translation>Entfernt Beschreibungen und Texte; Strg+Z bringt sie zurück</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>One large image after the other, with its texts beside it</source>
        <translation>Ein großes Bild nach dem anderen, seine Texte daneben</translation>
    </message>
    <message>
        <source>Write the rest in the queue</source>
        <translation>Den Rest in der Warteschlange schreiben</translation>
    </message>
    <message>
        <source>Adds images without a text too; the job waits, also for a server, until they have one</source>
        <translation>Fügt auch Bilder ohne Text hinzu; der Auftrag wartet, auch auf einen Server, bis sie einen haben</translation>
    </message>
</context>
<context>
    <name>AutoCells</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>Captioned</source>
        <translation>Beschrieben</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>AutoMenus</name>
    <message>
        <source>Selected: {0}</source>
        <translation>Ausgewählt: {0}</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Review from here</source>
        <translation>Ab hier durchsehen</translation>
    </message>
    <message>
        <source>Another variant beside it</source>
        <translation>Eine weitere Variante daneben</translation>
    </message>
</context>
<context>
    <name>AutoPanel</name>
    <message>
        <source>Models and prompts</source>
        <translation>Modelle und Prompts</translation>
    </message>
    <message>
        <source>Server, models, and what they are told</source>
        <translation>Server, Modelle und was ihnen gesagt wird</translation>
    </message>
    <message>
        <source>{0} with texts applied.</source>
        <translation>Texte angewandt: {0}.</translation>
    </message>
    <message>
        <source>{0} cleared.</source>
        <translation>Geleert: {0}.</translation>
    </message>
    <message>
        <source>Texts are being written; stop that first</source>
        <translation>Texte werden gerade geschrieben; das zuerst anhalten</translation>
    </message>
    <message>
        <source>Looking for the server of language models</source>
        <translation>Der Server der Sprachmodelle wird gesucht</translation>
    </message>
    <message>
        <source>There is no image yet</source>
        <translation>Es gibt noch kein Bild</translation>
    </message>
    <message>
        <source>Every image has a caption</source>
        <translation>Jedes Bild hat eine Beschreibung</translation>
    </message>
    <message>
        <source>No image has a caption and lacks a text</source>
        <translation>Kein Bild hat eine Beschreibung, aber keinen Text</translation>
    </message>
    <message>
        <source>Every image has a text</source>
        <translation>Jedes Bild hat einen Text</translation>
    </message>
    <message>
        <source>No written text waits to be applied</source>
        <translation>Kein geschriebener Text wartet aufs Anwenden</translation>
    </message>
    <message>
        <source>There is nothing to clear</source>
        <translation>Es gibt nichts zu leeren</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>No server of language models</source>
        <translation>Kein Server für Sprachmodelle</translation>
    </message>
</context>
<context>
    <name>AutoPrompt</name>
    <message>
        <source>{0} with texts that you wrote or applied.</source>
        <translation>{0} mit selbst geschriebenen oder angewandten Texten.</translation>
    </message>
    <message>
        <source>New texts take their place. Undo (Ctrl+Z) brings yours back.</source>
        <translation>Neue Texte kommen an ihre Stelle. „Rückgängig“ (Strg+Z) bringt die alten zurück.</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Replace mine</source>
        <translation>Meine ersetzen</translation>
    </message>
    <message>
        <source>Only the other {0}</source>
        <translation>Nur die anderen {0}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Bildbeschreibungen</translation>
    </message>
    <message>
        <source>Motion prompts</source>
        <translation>Bewegungsprompts</translation>
    </message>
    <message>
        <source>Captions and motion prompts</source>
        <translation>Bildbeschreibungen und Bewegungsprompts</translation>
    </message>
    <message>
        <source>{0} models</source>
        <translation>{0} Modelle</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>{0} at {1}, {2}</source>
        <translation>{0} unter {1}, {2}</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message>
        <source>Stopping: {0}</source>
        <translation>Wird angehalten: {0}</translation>
    </message>
    <message>
        <source>Stopping; what is written stays</source>
        <translation>Wird angehalten; was geschrieben ist, bleibt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}: {1} von {2}</translation>
    </message>
    <message>
        <source>{0} a minute</source>
        <translation>{0} je Minute</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>{0}, then motion prompts</source>
        <translation>{0}, danach Bewegungsprompts</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>What was written stays: {0}.</source>
        <translation>Was geschrieben ist, bleibt: {0}.</translation>
    </message>
    <message>
        <source>{0} failed; the rows say why.</source>
        <translation>{0} fehlgeschlagen; die Zeilen sagen, warum.</translation>
    </message>
    <message>
        <source>{0} ready</source>
        <translation>{0} bereit</translation>
    </message>
    <message>
        <source>{0} to look at</source>
        <translation>{0} anzusehen</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{0} to write</source>
        <translation>{0} zu schreiben</translation>
    </message>
</context>
<context>
    <name>AutoPromptDrawer</name>
    <message>
        <source>Close automatic prompts</source>
        <translation>Automatische Prompts schließen</translation>
    </message>
    <message>
        <source>Correct the system prompt first</source>
        <translation>Zuerst den Systemprompt berichtigen</translation>
    </message>
    <message>
        <source>Automatic prompts</source>
        <translation>Automatische Prompts</translation>
    </message>
</context>
<context>
    <name>AutoPromptWindow</name>
    <message>
        <source>Automatic prompts</source>
        <translation>Automatische Prompts</translation>
    </message>
</context>
<context>
    <name>AutoSaid</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>AutoWork</name>
    <message>
        <source>apply</source>
        <translation>anwenden</translation>
    </message>
    <message>
        <source>choose a text</source>
        <translation>Text wählen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Sieht an</translation>
    </message>
    <message>
        <source>new texts</source>
        <translation>neue Texte</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>Supportpaket</translation>
    </message>
    <message>
        <source>Collecting …</source>
        <translation>Wird gesammelt …</translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation>Diesen Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Gespeichert als {0}.</translation>
    </message>
    <message>
        <source>This is all that would be saved. Secrets and private paths were taken out; look yourself.</source>
        <translation>Das ist alles, was gespeichert würde. Geheimnisse und private Pfade sind entfernt; bitte selbst nachsehen.</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Supportpaket speichern</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>Dateien des Pakets</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>It is being collected</source>
        <translation>Es wird gerade gesammelt</translation>
    </message>
</context>
<context>
    <name>Cancellation</name>
    <message>
        <source>removed before it was sent</source>
        <translation>entfernt, bevor er gesendet wurde</translation>
    </message>
    <message>
        <source>removed at the engine</source>
        <translation>bei der Engine entfernt</translation>
    </message>
    <message>
        <source>interrupted while it ran</source>
        <translation>im Lauf unterbrochen</translation>
    </message>
    <message>
        <source>the cancel came too late</source>
        <translation>der Abbruch kam zu spät</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Write this one again</source>
        <translation>Diesen neu schreiben</translation>
    </message>
</context>
<context>
    <name>ChipsBar</name>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>Warteschlange durchsuchen</translation>
    </message>
    <message>
        <source>Search names, texts and files (Ctrl+F)
Also: status:failed  workflow:wan  after:2026-11-01  before:today
note:  colour:blue  workspace:film  run:night  name:lake  file:beach  #41  #50-60
A minus before a term excludes: -status:done</source>
        <translation>Namen, Texte und Dateien suchen (Strg+F)
Auch: status:failed  workflow:wan  after:2026-11-01  before:today
note:  colour:blue  workspace:film  run:nacht  name:lake  file:beach  #41  #50-60
Ein Minus vor einem Begriff schließt aus: -status:done</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Reihenfolge: {0}</translation>
    </message>
    <message>
        <source>Order: {0}. Groups, and facts in the rows</source>
        <translation>Reihenfolge: {0}. Gruppen und Angaben in den Zeilen</translation>
    </message>
    <message>
        <source>Search names, texts, files</source>
        <translation>Namen, Texte, Dateien suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>Command after the queue</source>
        <translation>Befehl nach der Warteschlange</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Use this command</source>
        <translation>Diesen Befehl verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A program and its arguments; what holds spaces stands in quotation marks. No shell is used.</source>
        <translation>Ein Programm und seine Argumente; was Leerzeichen enthält, steht in Anführungszeichen. Es wird keine Shell verwendet.</translation>
    </message>
</context>
<context>
    <name>CommandSections</name>
    <message>
        <source>VQDesk</source>
        <translation>VQDesk</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Selected jobs</source>
        <translation>Ausgewählte Aufträge</translation>
    </message>
    <message>
        <source>Outputs and player</source>
        <translation>Ausgaben und Player</translation>
    </message>
    <message>
        <source>Images of the form</source>
        <translation>Bilder des Formulars</translation>
    </message>
    <message>
        <source>Texts for every image</source>
        <translation>Texte für jedes Bild</translation>
    </message>
    <message>
        <source>Logs and graphs</source>
        <translation>Protokolle und Graphen</translation>
    </message>
    <message>
        <source>Tabs of workspaces</source>
        <translation>Tabs der Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>ContextCard</name>
    <message>
        <source>The model is also told</source>
        <translation>Das Modell erfährt außerdem</translation>
    </message>
    <message>
        <source>1 clip of {0} frames at {1} fps, {2} s</source>
        <translation>1 Clip mit {0} Einzelbildern bei {1} fps, {2} s</translation>
    </message>
    <message>
        <source>{0} clips of {1} frames at {2} fps, {3} s each</source>
        <translation>{0} Clips mit {1} Einzelbildern bei {2} fps, je {3} s</translation>
    </message>
    <message>
        <source>Moments of each clip: {0}</source>
        <translation>Momente jedes Clips: {0}</translation>
    </message>
</context>
<context>
    <name>DayHead</name>
    <message>
        <source>Go to another day</source>
        <translation>Zu einem anderen Tag</translation>
    </message>
    <message>
        <source>Day: {0}</source>
        <translation>Tag: {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} von {m}</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Local id</source>
        <translation>Lokale ID</translation>
    </message>
    <message>
        <source>ComfyUI prompt id</source>
        <translation>Prompt-ID in ComfyUI</translation>
    </message>
    <message>
        <source>Made smaller</source>
        <translation>Verkleinert</translation>
    </message>
    <message>
        <source>Attempt {0}</source>
        <translation>Versuch {0}</translation>
    </message>
    <message>
        <source>Added {0}</source>
        <translation>Hinzugefügt {0}</translation>
    </message>
    <message>
        <source>Started {0}</source>
        <translation>Begonnen {0}</translation>
    </message>
    <message>
        <source>waited {0}</source>
        <translation>gewartet {0}</translation>
    </message>
    <message>
        <source>Done {0}</source>
        <translation>Fertig {0}</translation>
    </message>
    <message>
        <source>Failed {0}</source>
        <translation>Fehlgeschlagen {0}</translation>
    </message>
    <message>
        <source>Canceled {0}</source>
        <translation>Abgebrochen {0}</translation>
    </message>
    <message>
        <source>took {0}</source>
        <translation>dauerte {0}</translation>
    </message>
    <message>
        <source>That is no longer there</source>
        <translation>Das ist nicht mehr da</translation>
    </message>
    <message>
        <source>It was moved or deleted outside VQDesk.</source>
        <translation>Es wurde außerhalb von VQDesk verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>No program opens this</source>
        <translation>Kein Programm öffnet das</translation>
    </message>
    <message>
        <source>Choose a program for it in the system settings.</source>
        <translation>In den Systemeinstellungen ein Programm dafür wählen.</translation>
    </message>
    <message>
        <source>{name}, try {n}</source>
        <translation>{name}, Lauf {n}</translation>
    </message>
    <message>
        <source>The engine was asked to stop it</source>
        <translation>Die Engine wurde gebeten, ihn anzuhalten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>prompt {n} of {total}</source>
        <translation>Prompt {n} von {total}</translation>
    </message>
    <message>
        <source>try {n}</source>
        <translation>Durchlauf {n}</translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>Seed {n}</translation>
    </message>
    <message>
        <source>job {done}</source>
        <translation>Auftrag {done}</translation>
    </message>
    <message>
        <source>{n} of {total} prompts failed</source>
        <translation>{n} von {total} Prompts fehlgeschlagen</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>beendet {time}</translation>
    </message>
    <message>
        <source>Canceling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>asked {engine}, {time}</source>
        <translation>{engine} gebeten, {time}</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>die Engine</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>this job waits until it is released</source>
        <translation>dieser Auftrag wartet, bis er freigegeben wird</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>nothing new starts until you press Resume</source>
        <translation>bis „Fortsetzen“ gedrückt wird, beginnt nichts Neues</translation>
    </message>
    <message>
        <source>in the queue of VQDesk, {n} of {total}</source>
        <translation>in der Warteschlange von VQDesk, {n} von {total}</translation>
    </message>
    <message>
        <source>being sent to {engine}</source>
        <translation>wird an {engine} gesendet</translation>
    </message>
    <message>
        <source>already at {engine}</source>
        <translation>schon bei {engine}</translation>
    </message>
    <message>
        <source>at {engine}</source>
        <translation>bei {engine}</translation>
    </message>
    <message>
        <source>1 prompt</source>
        <translation>1 Prompt</translation>
    </message>
    <message>
        <source>{n} prompts</source>
        <translation>{n} Prompts</translation>
    </message>
    <message>
        <source>no output kept</source>
        <translation>keine Ausgabe aufbewahrt</translation>
    </message>
    <message>
        <source>1 output kept</source>
        <translation>1 Ausgabe aufbewahrt</translation>
    </message>
    <message>
        <source>{n} outputs kept</source>
        <translation>{n} Ausgaben aufbewahrt</translation>
    </message>
    <message>
        <source>1 output verified</source>
        <translation>1 Ausgabe geprüft</translation>
    </message>
    <message>
        <source>{n} outputs verified</source>
        <translation>{n} Ausgaben geprüft</translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation>dauerte {time}</translation>
    </message>
    <message>
        <source>run “{name}”</source>
        <translation>Serie „{name}“</translation>
    </message>
    <message>
        <source>Cancel prompt</source>
        <translation>Prompt abbrechen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Zurück in der Warteschlange</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} min {s} s</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} min</translation>
    </message>
    <message>
        <source>{0} others</source>
        <translation>{0} andere</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>DetailBody</name>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The preview appears here while the prompt runs</source>
        <translation>Die Vorschau erscheint hier, während der Prompt läuft</translation>
    </message>
    <message>
        <source>{path}, own copy kept</source>
        <translation>{path}, eigene Kopie aufbewahrt</translation>
    </message>
    <message>
        <source>No picture can be made of this file</source>
        <translation>Von dieser Datei lässt sich kein Bild machen</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>DetailHeader</name>
    <message>
        <source>Cancel prompt</source>
        <translation>Prompt abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Open outputs</source>
        <translation>Ausgaben öffnen</translation>
    </message>
    <message>
        <source>More about this prompt</source>
        <translation>Mehr zu diesem Prompt</translation>
    </message>
    <message>
        <source>This job has no outputs yet</source>
        <translation>Dieser Auftrag hat noch keine Ausgaben</translation>
    </message>
    <message>
        <source>Follow the running prompt</source>
        <translation>Dem laufenden Prompt folgen</translation>
    </message>
    <message>
        <source>Reuse these settings in a new tab</source>
        <translation>Diese Einstellungen in einem neuen Tab verwenden</translation>
    </message>
    <message>
        <source>Copy the local id of the prompt</source>
        <translation>Lokale ID des Prompts kopieren</translation>
    </message>
    <message>
        <source>Copy the ComfyUI prompt id</source>
        <translation>Prompt-ID in ComfyUI kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the source</source>
        <translation>Pfad der Quelle kopieren</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Click a job in the queue: its preview, outputs, log and graph appear here.</source>
        <translation>Einen Auftrag in der Warteschlange anklicken: Vorschau, Ausgaben, Protokoll und Graph erscheinen hier.</translation>
    </message>
    <message>
        <source>No job is selected</source>
        <translation>Kein Auftrag ausgewählt</translation>
    </message>
    <message>
        <source>Reading job #{0} …</source>
        <translation>Auftrag #{0} wird gelesen …</translation>
    </message>
</context>
<context>
    <name>DetailTabs</name>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Changes of the shipped text</source>
        <translation>Änderungen am mitgelieferten Text</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>Check this computer</source>
        <translation>Diesen Computer prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>It is looking now</source>
        <translation>Es wird gerade geprüft</translation>
    </message>
    <message>
        <source>Everything that is needed is in order.</source>
        <translation>Alles Nötige ist in Ordnung.</translation>
    </message>
    <message>
        <source>One thing needs you.</source>
        <translation>Eine Sache braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>{0} things need you.</source>
        <translation>{0} Dinge brauchen Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>There is no report yet</source>
        <translation>Es gibt noch keinen Bericht</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Use {0}</source>
        <translation>{0} verwenden</translation>
    </message>
    <message>
        <source>This is the shown one</source>
        <translation>Diese wird gezeigt</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Marked {0}</source>
        <translation>{0} markiert</translation>
    </message>
    <message>
        <source>Took the mark from {0}</source>
        <translation>Markierung von {0} entfernt</translation>
    </message>
    <message>
        <source>Save queue with media</source>
        <translation>Warteschlange mit Medien speichern</translation>
    </message>
    <message>
        <source>Add a saved queue</source>
        <translation>Gespeicherte Warteschlange hinzufügen</translation>
    </message>
    <message>
        <source>Added {0}</source>
        <translation>Hinzugefügt {0}</translation>
    </message>
    <message>
        <source>Changed #{0}</source>
        <translation>#{0} geändert</translation>
    </message>
    <message>
        <source>Changed texts of {0}</source>
        <translation>Texte von {0} geändert</translation>
    </message>
    <message>
        <source>Renamed {0}</source>
        <translation>{0} umbenannt</translation>
    </message>
    <message>
        <source>Noted at {0}</source>
        <translation>Notiz zu {0} geschrieben</translation>
    </message>
    <message>
        <source>Duplicated {0}</source>
        <translation>{0} dupliziert</translation>
    </message>
    <message>
        <source>Saved {0} with {1}</source>
        <translation>{0} mit {1} gespeichert</translation>
    </message>
    <message>
        <source>Saved queues (*{0})</source>
        <translation>Gespeicherte Warteschlangen (*{0})</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>#{0} {1}</source>
        <translation>#{0} {1}</translation>
    </message>
    <message>
        <source>The new values go to {0}. What was sent keeps its own.</source>
        <translation>Die neuen Werte gelten für {0}. Was gesendet wurde, behält seine.</translation>
    </message>
</context>
<context>
    <name>EngineLine</name>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>Auslaufen</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Wieder verwenden</translation>
    </message>
    <message>
        <source>Send nothing new there; what runs ends, what waits there comes back</source>
        <translation>Nichts Neues dorthin senden; was läuft, läuft zu Ende, was dort wartet, kommt zurück</translation>
    </message>
    <message>
        <source>Send prompts there again</source>
        <translation>Wieder Prompts dorthin senden</translation>
    </message>
    <message>
        <source>{0} of {1} free</source>
        <translation>{0} von {1} frei</translation>
    </message>
    <message>
        <source>Answers: {0}</source>
        <translation>Antwortet: {0}</translation>
    </message>
    <message>
        <source>Is removed when it is empty</source>
        <translation>Wird entfernt, wenn sie leer ist</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>Ausgelaufen</translation>
    </message>
    <message>
        <source>Being drained</source>
        <translation>Läuft aus</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet sich</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Connected, {0}</source>
        <translation>Verbunden, {0}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>nichts dort</translation>
    </message>
    <message>
        <source>{0} running, {1} waiting there</source>
        <translation>{0} aktiv, {1} dort wartend</translation>
    </message>
    <message>
        <source>Name of {0}</source>
        <translation>Name von {0}</translation>
    </message>
    <message>
        <source>Most prompts at {0}</source>
        <translation>Höchstzahl der Prompts bei {0}</translation>
    </message>
    <message>
        <source>prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>So many prompts are sent there ahead at most</source>
        <translation>So viele Prompts werden höchstens im Voraus dorthin gesendet</translation>
    </message>
    <message>
        <source>Ask for version, device and memory</source>
        <translation>Nach Version, Gerät und Speicher fragen</translation>
    </message>
    <message>
        <source>Stop using it; what runs there ends first</source>
        <translation>Nicht mehr verwenden; was dort läuft, läuft zuerst zu Ende</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Max.</translation>
    </message>
</context>
<context>
    <name>EnginesInUse</name>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message>
        <source>A prompt goes to any engine that has its nodes and models.</source>
        <translation>Ein Prompt geht an jede Engine, die seine Nodes und Modelle hat.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>The engine is being asked.</source>
        <translation>Die Engine wird gefragt.</translation>
    </message>
</context>
<context>
    <name>Estimates</name>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>done {0}</source>
        <translation>fertig {0}</translation>
    </message>
    <message>
        <source>no estimate yet</source>
        <translation>noch keine Schätzung</translation>
    </message>
    <message>
        <source>Queue done after the engine returns</source>
        <translation>Warteschlange fertig, wenn die Engine wieder da ist</translation>
    </message>
    <message>
        <source>Running {0}</source>
        <translation>Läuft {0}</translation>
    </message>
    <message>
        <source>Queue done after {0}</source>
        <translation>Warteschlange fertig nach {0}</translation>
    </message>
    <message>
        <source>Queue {0}</source>
        <translation>Warteschlange {0}</translation>
    </message>
    <message>
        <source>1 prompt has no estimate yet</source>
        <translation>Für 1 Prompt gibt es noch keine Schätzung</translation>
    </message>
    <message>
        <source>{0} prompts have no estimate yet</source>
        <translation>Für {0} Prompts gibt es noch keine Schätzung</translation>
    </message>
    <message>
        <source>what is held or paused is not counted</source>
        <translation>Zurückgestelltes und Pausiertes zählt nicht mit</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
    <message>
        <source>finish not known yet</source>
        <translation>Ende noch nicht bekannt</translation>
    </message>
    <message>
        <source>needs about {0}, the disk has {1} free</source>
        <translation>braucht etwa {0}, auf dem Datenträger sind {1} frei</translation>
    </message>
    <message>
        <source>estimated {0} VRAM, the card has {1}</source>
        <translation>geschätzt {0} VRAM, die Karte hat {1}</translation>
    </message>
    <message>
        <source>An estimate of what the largest model and the sampling take. With less, ComfyUI is slower, or fails.</source>
        <translation>Eine Schätzung dessen, was das größte Modell und das Sampling brauchen. Mit weniger ist ComfyUI langsamer oder scheitert.</translation>
    </message>
    <message>
        <source>estimated for a card above {0} GB</source>
        <translation>geschätzt für eine Karte über {0} GB</translation>
    </message>
    <message>
        <source>estimated for a {0} GB card</source>
        <translation>geschätzt für eine {0}-GB-Karte</translation>
    </message>
    <message>
        <source>starts now</source>
        <translation>beginnt jetzt</translation>
    </message>
    <message>
        <source>starts about {0}</source>
        <translation>beginnt etwa {0}</translation>
    </message>
    <message>
        <source>not in the queue time</source>
        <translation>nicht in der Zeit der Warteschlange</translation>
    </message>
    <message>
        <source>after Resume</source>
        <translation>nach „Fortsetzen“</translation>
    </message>
    <message>
        <source>after the engine returns</source>
        <translation>wenn die Engine wieder da ist</translation>
    </message>
    <message>
        <source>no engine can run it</source>
        <translation>keine Engine kann es ausführen</translation>
    </message>
    <message>
        <source>start not known yet</source>
        <translation>Beginn noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>ExitQuestion</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit VQDesk</source>
        <translation>VQDesk beenden</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Geöffnet lassen</translation>
    </message>
</context>
<context>
    <name>FactsColumn</name>
    <message>
        <source>{0} selected</source>
        <translation>{0} ausgewählt</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>The same in both</source>
        <translation>Gleich in beiden</translation>
    </message>
    <message>
        <source>The same in all</source>
        <translation>Gleich in allen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>What made it</source>
        <translation>Woraus es entstand</translation>
    </message>
</context>
<context>
    <name>FailureCard</name>
    <message>
        <source>What you can do</source>
        <translation>Was sich tun lässt</translation>
    </message>
    <message>
        <source>Retry only this one</source>
        <translation>Nur diesen wiederholen</translation>
    </message>
    <message>
        <source>Show in the graph</source>
        <translation>Im Graphen zeigen</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>The prompt failed</source>
        <translation>Der Prompt ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Retry it; the log tells what happened before.</source>
        <translation>Wiederholen; das Protokoll sagt, was vorher geschah.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry {n} failed</source>
        <translation>{n} fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt id</source>
        <translation>Prompt-ID</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Copy the prompt id</source>
        <translation>Prompt-ID kopieren</translation>
    </message>
</context>
<context>
    <name>FaultReporter</name>
    <message>
        <source>VQDesk made a mistake; the queue is safe.</source>
        <translation>VQDesk hat einen Fehler gemacht; die Warteschlange ist sicher.</translation>
    </message>
    <message>
        <source>If it happens again, copy the details and report them.</source>
        <translation>Falls es wieder geschieht, die Einzelheiten kopieren und melden.</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Choose a field to name it and to set its limits.</source>
        <translation>Ein Feld wählen, um es zu benennen und seine Grenzen zu setzen.</translation>
    </message>
    <message>
        <source>Shown name</source>
        <translation>Angezeigter Name</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>sets {0} in “{1}”</source>
        <translation>setzt {0} in „{1}“</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Auf</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Ab</translation>
    </message>
    <message>
        <source>Open from the start</source>
        <translation>Von Anfang an offen</translation>
    </message>
    <message>
        <source>Otherwise it is in a group that opens with a click.</source>
        <translation>Sonst liegt es in einer Gruppe, die sich auf Klick öffnet.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Value at the start</source>
        <translation>Wert am Anfang</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>Fields of the form</source>
        <translation>Felder des Formulars</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Feld suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>Im Formular</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Which fields</source>
        <translation>Welche Felder</translation>
    </message>
    <message>
        <source>No field is called so.</source>
        <translation>Kein Feld heißt so.</translation>
    </message>
    <message>
        <source>in the form</source>
        <translation>im Formular</translation>
    </message>
    <message>
        <source>not in the form</source>
        <translation>nicht im Formular</translation>
    </message>
</context>
<context>
    <name>FieldRemark</name>
    <message>
        <source>Use {0}</source>
        <translation>{0} verwenden</translation>
    </message>
</context>
<context>
    <name>FileOpening</name>
    <message>
        <source>Add {0} of “{1}” to the queue?</source>
        <translation>{0} aus „{1}“ in die Warteschlange stellen?</translation>
    </message>
    <message>
        <source>It has {0}. They wait at the end of the queue.</source>
        <translation>Sie enthält {0}. Sie warten am Ende der Warteschlange.</translation>
    </message>
    <message>
        <source>Saved queue</source>
        <translation>Gespeicherte Warteschlange</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nicht hinzufügen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match large and small letters</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>In the selected cells, or in all of the table (Enter)</source>
        <translation>In den ausgewählten Zellen, sonst in der ganzen Tabelle (Enter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>1 place changed</source>
        <translation>1 Stelle geändert</translation>
    </message>
    <message>
        <source>{0} places changed</source>
        <translation>{0} Stellen geändert</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>gut zu wissen</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Use the built-in engine</source>
        <translation>Eingebaute Engine verwenden</translation>
    </message>
    <message>
        <source>Turn photos into video clips</source>
        <translation>Aus Fotos Videoclips machen</translation>
    </message>
    <message>
        <source>What renders?</source>
        <translation>Was soll rendern?</translation>
    </message>
    <message>
        <source>Several engines share the queue.</source>
        <translation>Mehrere Engines teilen sich die Warteschlange.</translation>
    </message>
    <message>
        <source>First choose what renders them. You can change this at any time in the menu.</source>
        <translation>Zuerst wählen, was sie rendert. Das lässt sich jederzeit im Menü ändern.</translation>
    </message>
    <message>
        <source>The built-in engine is in use.</source>
        <translation>Die eingebaute Engine ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The engine is being started.</source>
        <translation>Die Engine wird gestartet.</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Eingebaute Engine</translation>
    </message>
    <message>
        <source>Works now, on any computer, offline</source>
        <translation>Geht sofort, auf jedem Computer, ohne Netz</translation>
    </message>
    <message>
        <source>Moves the camera through a photo</source>
        <translation>Bewegt die Kamera durch ein Foto</translation>
    </message>
    <message>
        <source>Scales and crops pictures</source>
        <translation>Skaliert und beschneidet Bilder</translation>
    </message>
    <message>
        <source>No AI models: nothing in the photo moves</source>
        <translation>Keine KI-Modelle: im Foto bewegt sich nichts</translation>
    </message>
    <message>
        <source>Best for a first look: a clip takes seconds.</source>
        <translation>Am besten für den ersten Blick: ein Clip dauert Sekunden.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Input folder</source>
        <translation>Eingabeordner</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Path of a folder; what is put there later comes by itself</source>
        <translation>Pfad eines Ordners; was später hineinkommt, kommt von selbst dazu</translation>
    </message>
    <message>
        <source>Nothing is taken from this folder now.</source>
        <translation>Aus diesem Ordner wird gerade nichts genommen.</translation>
    </message>
    <message>
        <source>The input folder {0} is ignored while videos are here.</source>
        <translation>Der Eingabeordner {0} zählt nicht, solange Videos hier sind.</translation>
    </message>
    <message>
        <source>The input folder {0} is ignored while images are here.</source>
        <translation>Der Eingabeordner {0} zählt nicht, solange Bilder hier sind.</translation>
    </message>
    <message>
        <source>Use the folder instead</source>
        <translation>Stattdessen den Ordner verwenden</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Diesen Ordner verwenden</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>{0}, watched; {1} left out</source>
        <translation>{0}, überwacht; {1} ausgelassen</translation>
    </message>
    <message>
        <source>{0}, watched</source>
        <translation>{0}, überwacht</translation>
    </message>
    <message>
        <source>Choose the input folder</source>
        <translation>Eingabeordner wählen</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop copying; nothing is queued</source>
        <translation>Kopieren anhalten; nichts kommt in die Warteschlange</translation>
    </message>
    <message>
        <source>Adding …</source>
        <translation>Wird hinzugefügt …</translation>
    </message>
    <message>
        <source>Copying {0} of {1} …</source>
        <translation>{0} von {1} wird kopiert …</translation>
    </message>
    <message>
        <source>Add to queue (Ctrl+Enter)</source>
        <translation>In die Warteschlange (Strg+Enter)</translation>
    </message>
</context>
<context>
    <name>FormBody</name>
    <message>
        <source>Tries</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>Prompts per image, each with its own seed</source>
        <translation>Prompts je Bild, jeder mit eigenem Seed</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRAs</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>made from the file names</source>
        <translation>aus den Dateinamen gebildet</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>Name des Auftrags</translation>
    </message>
    <message>
        <source>Outputs lie in a folder with this name</source>
        <translation>Ausgaben liegen in einem Ordner dieses Namens</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>1 value is wrong</source>
        <translation>1 Wert ist falsch</translation>
    </message>
    <message>
        <source>{0} values are wrong</source>
        <translation>{0} Werte sind falsch</translation>
    </message>
    <message>
        <source>1 is not on the server</source>
        <translation>1 ist nicht auf dem Server</translation>
    </message>
    <message>
        <source>{0} are not on the server</source>
        <translation>{0} sind nicht auf dem Server</translation>
    </message>
    <message>
        <source>name from the files</source>
        <translation>Name aus den Dateien</translation>
    </message>
</context>
<context>
    <name>GalleryBar</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Any job</source>
        <translation>Jeder Auftrag</translation>
    </message>
    <message>
        <source>Any workflow</source>
        <translation>Jeder Workflow</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Search the outputs</source>
        <translation>Ausgaben durchsuchen</translation>
    </message>
    <message>
        <source>Search outputs and texts</source>
        <translation>Ausgaben und Texte durchsuchen</translation>
    </message>
    <message>
        <source>Texts, files, seeds, tags; also seed:884, tag:lake, rating:4+, workflow:wan, #41 (Ctrl+F)</source>
        <translation>Texte, Dateien, Seeds, Schlagwörter; auch seed:884, tag:lake, rating:4+, workflow:wan, #41 (Strg+F)</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Reihenfolge: {0}</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>By input</source>
        <translation>Nach Eingabe</translation>
    </message>
</context>
<context>
    <name>GalleryMenus</name>
    <message>
        <source>Play or compare</source>
        <translation>Abspielen oder vergleichen</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>Reuse these settings</source>
        <translation>Diese Einstellungen wiederverwenden</translation>
    </message>
    <message>
        <source>Show job #{0}</source>
        <translation>Auftrag #{0} zeigen</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Stop the rest of #{0}</source>
        <translation>Den Rest von #{0} anhalten</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Neuer Tab</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
</context>
<context>
    <name>GraphTab</name>
    <message>
        <source>Graph of the prompt as JSON</source>
        <translation>Graph des Prompts als JSON</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Copy the graph</source>
        <translation>Graph kopieren</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} von {m}</translation>
    </message>
    <message>
        <source>Search the graph</source>
        <translation>Graph durchsuchen</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen der Einstellungen</translation>
    </message>
</context>
<context>
    <name>GroupMenu</name>
    <message>
        <source>Unfold</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Alle Gruppen zuklappen</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Alle Gruppen aufklappen</translation>
    </message>
</context>
<context>
    <name>ImportEntry</name>
    <message>
        <source>Import a workflow</source>
        <translation>Workflow importieren</translation>
    </message>
    <message>
        <source>Workflows, pictures and clips (*.json *.png *.webp *.mp4 *.mov *.webm *.mkv)</source>
        <translation>Workflows, Bilder und Clips (*.json *.png *.webp *.mp4 *.mov *.webm *.mkv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The workflow that made {0} is not here any more.</source>
        <translation>Der Workflow, der {0} gemacht hat, ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>Its own copy was opened for import.</source>
        <translation>Seine eigene Kopie wurde zum Importieren geöffnet.</translation>
    </message>
    <message>
        <source>Not all of the job came back.</source>
        <translation>Nicht der ganze Auftrag kam zurück.</translation>
    </message>
</context>
<context>
    <name>ImportFoot</name>
    <message>
        <source>Name of the workflow</source>
        <translation>Name des Workflows</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Save workflow</source>
        <translation>Workflow speichern</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Comments and keys of your own in its file stay.</source>
        <translation>Eigene Kommentare und Schlüssel in der Datei bleiben erhalten.</translation>
    </message>
    <message>
        <source>It becomes a workflow of yours and is chosen at once.</source>
        <translation>Er wird zu einem eigenen Workflow und ist sofort ausgewählt.</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>It cannot become a form.</source>
        <translation>Daraus kann kein Formular werden.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Er braucht einen Namen.</translation>
    </message>
    <message>
        <source>Correct the values first.</source>
        <translation>Zuerst die Werte berichtigen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>ImportHead</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Guessed from what goes in and out. Outputs are sorted by it.</source>
        <translation>Erraten aus dem, was hinein- und herauskommt. Danach werden die Ausgaben geordnet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Form of {0}</source>
        <translation>Formular von {0}</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>{0} importieren</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Pasted workflow</source>
        <translation>Eingefügter Workflow</translation>
    </message>
    <message>
        <source>The connected server lacks something for it. {0}</source>
        <translation>Dem verbundenen Server fehlt etwas dafür. {0}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Leave without saving “{0}”?</source>
        <translation>„{0}“ verlassen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>What you ticked, named and limited here is gone then.</source>
        <translation>Was hier angekreuzt, benannt und begrenzt wurde, ist dann weg.</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Ohne Speichern verlassen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Trial: {0}</source>
        <translation>Probe: {0}</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Image → video</source>
        <translation>Bild → Video</translation>
    </message>
    <message>
        <source>Text → video</source>
        <translation>Text → Video</translation>
    </message>
    <message>
        <source>Video → video</source>
        <translation>Video → Video</translation>
    </message>
    <message>
        <source>Text → image</source>
        <translation>Text → Bild</translation>
    </message>
    <message>
        <source>Edit images</source>
        <translation>Bilder bearbeiten</translation>
    </message>
    <message>
        <source>Inpaint images</source>
        <translation>Bilder stellenweise neu malen</translation>
    </message>
    <message>
        <source>Transfer a style</source>
        <translation>Stil übertragen</translation>
    </message>
    <message>
        <source>Upscale images</source>
        <translation>Bilder hochskalieren</translation>
    </message>
    <message>
        <source>Upscale videos</source>
        <translation>Videos hochskalieren</translation>
    </message>
    <message>
        <source>Interpolate videos</source>
        <translation>Zwischenbilder für Videos</translation>
    </message>
    <message>
        <source>Tool: frames of videos</source>
        <translation>Werkzeug: Einzelbilder von Videos</translation>
    </message>
    <message>
        <source>Tool: other</source>
        <translation>Werkzeug: anderes</translation>
    </message>
    <message>
        <source>takes no files</source>
        <translation>nimmt keine Dateien</translation>
    </message>
    <message>
        <source>takes videos</source>
        <translation>nimmt Videos</translation>
    </message>
    <message>
        <source>takes images</source>
        <translation>nimmt Bilder</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 Node</translation>
    </message>
    <message>
        <source>{0} nodes</source>
        <translation>{0} Nodes</translation>
    </message>
    <message>
        <source>1 field in the form</source>
        <translation>1 Feld im Formular</translation>
    </message>
    <message>
        <source>{0} fields in the form</source>
        <translation>{0} Felder im Formular</translation>
    </message>
    <message>
        <source>1 node may keep it from running.</source>
        <translation>1 Node könnte verhindern, dass er läuft.</translation>
    </message>
    <message>
        <source>{0} nodes may keep it from running.</source>
        <translation>{0} Nodes könnten verhindern, dass er läuft.</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>Settings of {0} are back, in a tab of their own: {1}.</source>
        <translation>Die Einstellungen von {0} sind wieder da, in einem eigenen Tab: {1}.</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Die ganze Datei</translation>
    </message>
    <message>
        <source> “{0}”</source>
        <translation> „{0}“</translation>
    </message>
    <message>
        <source>{0} · node {1}{2}</source>
        <translation>{0} · Node {1}{2}</translation>
    </message>
    <message>
        <source>{0} · {1} nodes: {2}{3}</source>
        <translation>{0} · {1} Nodes: {2}{3}</translation>
    </message>
</context>
<context>
    <name>JobDialogs</name>
    <message>
        <source>Rename #{0}</source>
        <translation>#{0} umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Note for #{0}</source>
        <translation>Notiz zu #{0}</translation>
    </message>
    <message>
        <source>Note for {0}</source>
        <translation>Notiz zu {0}</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>Find and replace in texts</source>
        <translation>In Texten suchen und ersetzen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Edit #{0}</source>
        <translation>#{0} bearbeiten</translation>
    </message>
    <message>
        <source>Change waiting prompts</source>
        <translation>Wartende Prompts ändern</translation>
    </message>
</context>
<context>
    <name>JobLines</name>
    <message>
        <source>Prompt {n}: {text}</source>
        <translation>Prompt {n}: {text}</translation>
    </message>
</context>
<context>
    <name>JobMenu</name>
    <message>
        <source>Open folder with outputs</source>
        <translation>Ordner mit den Ausgaben öffnen</translation>
    </message>
    <message>
        <source>Save as a file with media…</source>
        <translation>Als Datei mit Medien speichern …</translation>
    </message>
    <message>
        <source>Delete from the list</source>
        <translation>Aus der Liste löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Retry failed and canceled</source>
        <translation>Fehlgeschlagene und abgebrochene wiederholen</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>Als Nächstes ausführen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Ans Ende stellen</translation>
    </message>
    <message>
        <source>Raise priority</source>
        <translation>Priorität erhöhen</translation>
    </message>
    <message>
        <source>Lower priority</source>
        <translation>Priorität senken</translation>
    </message>
    <message>
        <source>Run without automatic prompts</source>
        <translation>Ohne automatische Prompts ausführen</translation>
    </message>
    <message>
        <source>Edit values…</source>
        <translation>Werte bearbeiten …</translation>
    </message>
    <message>
        <source>Find and replace in texts…</source>
        <translation>In Texten suchen und ersetzen …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate with new seeds</source>
        <translation>Mit neuen Seeds duplizieren</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Put into a run…</source>
        <translation>In eine Serie aufnehmen …</translation>
    </message>
    <message>
        <source>Take out of the run</source>
        <translation>Aus der Serie nehmen</translation>
    </message>
    <message>
        <source>Rename the run…</source>
        <translation>Serie umbenennen …</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Do not stop after this one</source>
        <translation>Nach diesem nicht anhalten</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>Nach diesem anhalten</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Colour mark</source>
        <translation>Farbmarkierung</translation>
    </message>
</context>
<context>
    <name>KeptLine</name>
    <message>
        <source>The same image and the same system prompt are not asked for again</source>
        <translation>Nach gleichem Bild mit gleichem Systemprompt wird nicht noch einmal gefragt</translation>
    </message>
    <message>
        <source>Forget them…</source>
        <translation>Vergessen …</translation>
    </message>
    <message>
        <source>1 caption</source>
        <translation>1 Bildbeschreibung</translation>
    </message>
    <message>
        <source>{0} captions</source>
        <translation>{0} Bildbeschreibungen</translation>
    </message>
    <message>
        <source>1 motion prompt</source>
        <translation>1 Bewegungsprompt</translation>
    </message>
    <message>
        <source>{0} motion prompts</source>
        <translation>{0} Bewegungsprompts</translation>
    </message>
    <message>
        <source>Kept: {0}, {1}</source>
        <translation>Aufbewahrt: {0}, {1}</translation>
    </message>
    <message>
        <source>They are written anew when they are needed next. Texts in tabs and jobs stay.</source>
        <translation>Sie werden neu geschrieben, wenn sie wieder nötig sind. Texte in Tabs und Aufträgen bleiben.</translation>
    </message>
    <message>
        <source>Forget {0} texts</source>
        <translation>{0} Texte vergessen</translation>
    </message>
    <message>
        <source>Forget kept texts</source>
        <translation>Aufbewahrte Texte vergessen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press keys … Esc keeps, Del removes</source>
        <translation>Tasten drücken … Esc behält, Entf entfernt</translation>
    </message>
    <message>
        <source>Press the new keys for {0}</source>
        <translation>Die neuen Tasten für {0} drücken</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>no shortcut</source>
        <translation>kein Tastenkürzel</translation>
    </message>
    <message>
        <source>Press to type another shortcut</source>
        <translation>Drücken, um ein anderes Tastenkürzel einzugeben</translation>
    </message>
</context>
<context>
    <name>LackCard</name>
    <message>
        <source>Add anyway</source>
        <translation>Trotzdem hinzufügen</translation>
    </message>
    <message>
        <source>The job waits until an engine can run it, or fails there</source>
        <translation>Der Auftrag wartet, bis eine Engine ihn ausführen kann, oder schlägt dort fehl</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>The engine lacks one thing</source>
        <translation>Der Engine fehlt eine Sache</translation>
    </message>
    <message>
        <source>The engine lacks {0} things</source>
        <translation>Der Engine fehlen {0} Dinge</translation>
    </message>
    <message>
        <source>The nodes {0} are missing.</source>
        <translation>Es fehlen die Nodes {0}.</translation>
    </message>
    <message>
        <source>The nodes {0} and {1} more are missing.</source>
        <translation>Es fehlen die Nodes {0} und {1} weitere.</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} verwenden</translation>
    </message>
</context>
<context>
    <name>LaneHours</name>
    <message>
        <source>Quiet hours and start</source>
        <translation>Ruhezeiten und Beginn</translation>
    </message>
    <message>
        <source>Use these times</source>
        <translation>Diese Zeiten verwenden</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt um</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>In quiet hours an engine starts nothing new; what runs goes on. Times are like 22:30.</source>
        <translation>In der Ruhezeit beginnt eine Engine nichts Neues; was läuft, läuft weiter. Zeiten wie 22:30 angeben.</translation>
    </message>
</context>
<context>
    <name>LaneState</name>
    <message>
        <source>{0} starting</source>
        <translation>{0} startet</translation>
    </message>
    <message>
        <source>{0} stands still</source>
        <translation>{0} steht still</translation>
    </message>
    <message>
        <source>{0} {1}, connected</source>
        <translation>{0} {1}, verbunden</translation>
    </message>
    <message>
        <source>{0} offline</source>
        <translation>{0} offline</translation>
    </message>
    <message>
        <source>{0} connecting</source>
        <translation>{0} verbindet sich</translation>
    </message>
    <message>
        <source>{0} being removed</source>
        <translation>{0} wird entfernt</translation>
    </message>
    <message>
        <source>It is removed when what runs there has ended.</source>
        <translation>Sie wird entfernt, sobald beendet ist, was dort läuft.</translation>
    </message>
    <message>
        <source>{0} being drained</source>
        <translation>{0} läuft aus</translation>
    </message>
    <message>
        <source>Nothing new is sent there; what runs ends, then it is empty.</source>
        <translation>Dorthin geht nichts Neues; was läuft, läuft zu Ende, dann ist sie leer.</translation>
    </message>
    <message>
        <source>{0} drained</source>
        <translation>{0} ausgelaufen</translation>
    </message>
    <message>
        <source>Nothing is sent there until you use it again.</source>
        <translation>Dorthin geht nichts, bis sie wieder verwendet wird.</translation>
    </message>
    <message>
        <source>No engine yet</source>
        <translation>Noch keine Engine</translation>
    </message>
    <message>
        <source>Choose one at the left: the built-in engine, or a ComfyUI.</source>
        <translation>Links eine wählen: die eingebaute Engine oder ein ComfyUI.</translation>
    </message>
</context>
<context>
    <name>LargePicture</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>LineSource</name>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all {0} prompts</source>
        <translation>Alle {0} Prompts zeigen</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry failed and canceled</source>
        <translation>Fehlgeschlagene und abgebrochene wiederholen</translation>
    </message>
    <message>
        <source>Hold or release</source>
        <translation>Zurückstellen oder freigeben</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>Als Nächstes ausführen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Ans Ende stellen</translation>
    </message>
    <message>
        <source>Raise priority</source>
        <translation>Priorität erhöhen</translation>
    </message>
    <message>
        <source>Lower priority</source>
        <translation>Priorität senken</translation>
    </message>
    <message>
        <source>Stop after this one, or do not</source>
        <translation>Nach diesem anhalten oder nicht</translation>
    </message>
    <message>
        <source>Edit values…</source>
        <translation>Werte bearbeiten …</translation>
    </message>
    <message>
        <source>Find and replace in texts…</source>
        <translation>In Texten suchen und ersetzen …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate with new seeds</source>
        <translation>Mit neuen Seeds duplizieren</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Put into a run…</source>
        <translation>In eine Serie aufnehmen …</translation>
    </message>
    <message>
        <source>Take out of the run</source>
        <translation>Aus der Serie nehmen</translation>
    </message>
    <message>
        <source>Rename the run…</source>
        <translation>Serie umbenennen …</translation>
    </message>
    <message>
        <source>Open folder with the job's outputs</source>
        <translation>Ordner mit den Ausgaben des Auftrags öffnen</translation>
    </message>
    <message>
        <source>Delete from the list</source>
        <translation>Aus der Liste löschen</translation>
    </message>
    <message>
        <source>Undo the last change of the queue</source>
        <translation>Letzte Änderung der Warteschlange rückgängig machen</translation>
    </message>
    <message>
        <source>More actions…</source>
        <translation>Weitere Aktionen …</translation>
    </message>
    <message>
        <source>Rate: {0} of 5 stars</source>
        <translation>Bewerten: {0} von 5 Sternen</translation>
    </message>
    <message>
        <source>Take the rating away</source>
        <translation>Bewertung entfernen</translation>
    </message>
    <message>
        <source>Favourite, or not</source>
        <translation>Favorit oder nicht</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Play or compare the selected outputs</source>
        <translation>Ausgewählte Ausgaben abspielen oder vergleichen</translation>
    </message>
    <message>
        <source>Move outputs to the trash</source>
        <translation>Ausgaben in den Papierkorb</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Einzelbild zurück</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Ein Einzelbild vor</translation>
    </message>
    <message>
        <source>Play in a loop, or once</source>
        <translation>In Schleife abspielen oder einmal</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Ton an oder aus</translation>
    </message>
    <message>
        <source>Close the player</source>
        <translation>Player schließen</translation>
    </message>
    <message>
        <source>Show or hide prompts, or the jobs of a group</source>
        <translation>Prompts oder die Aufträge einer Gruppe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Go to the detail</source>
        <translation>Zu den Einzelheiten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Copy the files</source>
        <translation>Dateien kopieren</translation>
    </message>
    <message>
        <source>Take back out of the trash</source>
        <translation>Aus dem Papierkorb zurückholen</translation>
    </message>
    <message>
        <source>Move the edge of the comparison</source>
        <translation>Kante des Vergleichs bewegen</translation>
    </message>
    <message>
        <source>Look at it large</source>
        <translation>Groß ansehen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation>Zellen kopieren</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>Zellen einfügen</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>Zellen leeren</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten ausfüllen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Open the line</source>
        <translation>Zeile öffnen</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Select all lines</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>Fold or unfold a part of the graph</source>
        <translation>Einen Teil des Graphen auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Rename the tab</source>
        <translation>Tab umbenennen</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>Move the tab</source>
        <translation>Tab verschieben</translation>
    </message>
</context>
<context>
    <name>LoadingRows</name>
    <message>
        <source>Reading the queue …</source>
        <translation>Warteschlange wird gelesen …</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>This job</source>
        <translation>Dieser Auftrag</translation>
    </message>
    <message>
        <source>VQDesk</source>
        <translation>VQDesk</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Eingebaute Engine</translation>
    </message>
    <message>
        <source>{0}, console</source>
        <translation>{0}, Konsole</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} neue</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>LogTools</name>
    <message>
        <source>Which log</source>
        <translation>Welches Protokoll</translation>
    </message>
    <message>
        <source>Search for a regular expression</source>
        <translation>Nach einem regulären Ausdruck suchen</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>List only the lines that were found</source>
        <translation>Nur die gefundenen Zeilen auflisten</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Save the log as a file…</source>
        <translation>Protokoll als Datei speichern …</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} gefunden</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} von {m}</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Scroll to new lines as they come</source>
        <translation>Mit neuen Zeilen mitlaufen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LoraSlots</name>
    <message>
        <source>Add LoRA</source>
        <translation>LoRA hinzufügen</translation>
    </message>
    <message>
        <source>No LoRA besides those of the workflow.</source>
        <translation>Keine LoRA außer denen des Workflows.</translation>
    </message>
    <message>
        <source>none added</source>
        <translation>keine hinzugefügt</translation>
    </message>
    <message>
        <source>There are {0} slots.</source>
        <translation>Es gibt {0} Plätze.</translation>
    </message>
    <message>
        <source>Remove LoRA {0}</source>
        <translation>LoRA {0} entfernen</translation>
    </message>
</context>
<context>
    <name>Loudness</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Volume: {0} %</source>
        <translation>Lautstärke: {0} %</translation>
    </message>
</context>
<context>
    <name>MediaArrivals</name>
    <message>
        <source>Addresses on the web cannot be added.</source>
        <translation>Adressen im Web lassen sich nicht hinzufügen.</translation>
    </message>
    <message>
        <source>Copy the picture itself in the browser and paste it, or save it and add the file.</source>
        <translation>Das Bild selbst im Browser kopieren und einfügen, oder es speichern und die Datei hinzufügen.</translation>
    </message>
    <message>
        <source>There are no files on the clipboard. Copy some in a file browser first.</source>
        <translation>In der Zwischenablage sind keine Dateien. Zuerst welche im Dateimanager kopieren.</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.mov *.webm *.mkv *.avi *.m4v)</source>
        <translation>Videos (*.mp4 *.mov *.webm *.mkv *.avi *.m4v)</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
</context>
<context>
    <name>MediaCard</name>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Size of the pictures. Space shows one large.</source>
        <translation>Größe der Bilder. Die Leertaste zeigt eines groß.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>drag to reorder</source>
        <translation>zum Umordnen ziehen</translation>
    </message>
</context>
<context>
    <name>MediaGrid</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>MediaModel</name>
    <message>
        <source>{0} cropped to {1}</source>
        <translation>{0} beschnitten auf {1}</translation>
    </message>
    <message>
        <source>{0} twice</source>
        <translation>{0} doppelt</translation>
    </message>
    <message>
        <source>The same picture as number {0}, {1}.</source>
        <translation>Dasselbe Bild wie Nummer {0}, {1}.</translation>
    </message>
    <message>
        <source>Video {0} of {1}, {2}</source>
        <translation>Video {0} von {1}, {2}</translation>
    </message>
    <message>
        <source>Image {0} of {1}, {2}</source>
        <translation>Bild {0} von {1}, {2}</translation>
    </message>
</context>
<context>
    <name>MediaNote</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Reading {0} of {1} …</source>
        <translation>{0} von {1} wird gelesen …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>MediaPreview</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>MediaSection</name>
    <message>
        <source>{0} taken out. The files stay where they are.</source>
        <translation>{0} herausgenommen. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>{0} is not in the folder any more.</source>
        <translation>{0} ist nicht mehr im Ordner.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Drop videos or folders here</source>
        <translation>Videos oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Drop images or folders here</source>
        <translation>Bilder oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Ctrl V</source>
        <translation>Strg V</translation>
    </message>
</context>
<context>
    <name>MediaWords</name>
    <message>
        <source>{0} fps</source>
        <translation>{0} fps</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>Will be cropped to {0}: {1} % of it is cut off.</source>
        <translation>Wird auf {0} beschnitten: {1} % fallen weg.</translation>
    </message>
    <message>
        <source>Smaller than {0}: it will look soft.</source>
        <translation>Kleiner als {0}: es wird weich aussehen.</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>same as {0}</source>
        <translation>gleich wie {0}</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Images from</source>
        <translation>Bilder aus</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Upscale video</source>
        <translation>Video hochskalieren</translation>
    </message>
    <message>
        <source>Upscale image</source>
        <translation>Bild hochskalieren</translation>
    </message>
    <message>
        <source>Text to image</source>
        <translation>Text zu Bild</translation>
    </message>
    <message>
        <source>Image to image</source>
        <translation>Bild zu Bild</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>The server has no such model.</source>
        <translation>Der Server hat kein solches Modell.</translation>
    </message>
    <message>
        <source>This model cannot see pictures.</source>
        <translation>Dieses Modell kann keine Bilder sehen.</translation>
    </message>
    <message>
        <source>not at this server</source>
        <translation>nicht auf diesem Server</translation>
    </message>
    <message>
        <source>As set now</source>
        <translation>Wie eingestellt</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <source>text only</source>
        <translation>nur Text</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Tokens</translation>
    </message>
    <message>
        <source>Vision models</source>
        <translation>Bildmodelle</translation>
    </message>
    <message>
        <source>The server does not say whether they see</source>
        <translation>Der Server sagt nicht, ob sie Bilder sehen</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>Nur Text</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model for captions</source>
        <translation>Modell für Bildbeschreibungen</translation>
    </message>
    <message>
        <source>Model for motion prompts</source>
        <translation>Modell für Bewegungsprompts</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change the address of the server</source>
        <translation>Adresse des Servers ändern</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>LM Studio</source>
        <translation>LM Studio</translation>
    </message>
    <message>
        <source>Not ready at {0}</source>
        <translation>Unter {0} nicht bereit</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} unter {1}</translation>
    </message>
</context>
<context>
    <name>ModelsTab</name>
    <message>
        <source>No model files</source>
        <translation>Keine Modelldateien</translation>
    </message>
    <message>
        <source>The workflow loads none.</source>
        <translation>Der Workflow lädt keine.</translation>
    </message>
    <message>
        <source>Nothing is downloaded by VQDesk. Copy a link and put the file where ComfyUI looks.</source>
        <translation>VQDesk lädt nichts herunter. Einen Link kopieren und die Datei dort ablegen, wo ComfyUI sucht.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>auf dem Server</translation>
    </message>
    <message>
        <source>missing on the server</source>
        <translation>fehlt auf dem Server</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>not on the server</source>
        <translation>nicht auf dem Server</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Free the GPU’s memory</source>
        <translation>Speicher der GPU freigeben</translation>
    </message>
    <message>
        <source>Run a command…</source>
        <translation>Befehl ausführen …</translation>
    </message>
    <message>
        <source>Suspend the computer</source>
        <translation>Computer in Bereitschaft versetzen</translation>
    </message>
    <message>
        <source>Shut the computer down</source>
        <translation>Computer herunterfahren</translation>
    </message>
    <message>
        <source>Then free memory</source>
        <translation>Dann Speicher freigeben</translation>
    </message>
    <message>
        <source>Then run command</source>
        <translation>Dann Befehl ausführen</translation>
    </message>
    <message>
        <source>Then suspend</source>
        <translation>Dann Bereitschaft</translation>
    </message>
    <message>
        <source>Then shut down</source>
        <translation>Dann herunterfahren</translation>
    </message>
    <message>
        <source>The queue is done. Your command runs in {0}.</source>
        <translation>Die Warteschlange ist fertig. In {0} läuft der Befehl.</translation>
    </message>
    <message>
        <source>The queue is done. The computer is suspended in {0}.</source>
        <translation>Die Warteschlange ist fertig. In {0} geht der Computer in Bereitschaft.</translation>
    </message>
    <message>
        <source>The queue is done. The computer shuts down in {0}.</source>
        <translation>Die Warteschlange ist fertig. In {0} fährt der Computer herunter.</translation>
    </message>
    <message>
        <source>The queue is done.</source>
        <translation>Die Warteschlange ist fertig.</translation>
    </message>
    <message>
        <source>Resume this lane</source>
        <translation>Diese Spur fortsetzen</translation>
    </message>
    <message>
        <source>{0} starts at {1}</source>
        <translation>{0} beginnt um {1}</translation>
    </message>
    <message>
        <source>Its prompts wait until then.</source>
        <translation>Ihre Prompts warten bis dahin.</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>{0} rests until {1}</source>
        <translation>{0} ruht bis {1}</translation>
    </message>
    <message>
        <source>Quiet hours: what runs goes on to its end, nothing new is started.</source>
        <translation>Ruhezeit: was läuft, läuft zu Ende, nichts Neues beginnt.</translation>
    </message>
    <message>
        <source>1 prompt is running. Quit?</source>
        <translation>1 Prompt läuft. Beenden?</translation>
    </message>
    <message>
        <source>{0} prompts are running. Quit?</source>
        <translation>{0} Prompts laufen. Beenden?</translation>
    </message>
    <message>
        <source>The server finishes what runs; VQDesk collects it at its next start.</source>
        <translation>Der Server macht fertig, was läuft; VQDesk holt es beim nächsten Start ab.</translation>
    </message>
    <message>
        <source>1 prompt waits until then.</source>
        <translation>1 Prompt wartet bis dahin.</translation>
    </message>
    <message>
        <source>{0} prompts wait until then.</source>
        <translation>{0} Prompts warten bis dahin.</translation>
    </message>
    <message>
        <source>What was to happen after the queue does not happen.</source>
        <translation>Was nach der Warteschlange geschehen sollte, geschieht nicht.</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
</context>
<context>
    <name>NightBanners</name>
    <message>
        <source>New work stops it too.</source>
        <translation>Auch neue Arbeit hält es auf.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>#{0}, prompt {1}: {2}</source>
        <translation>#{0}, Prompt {1}: {2}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Everything was taken over</source>
        <translation>Alles wurde übernommen</translation>
    </message>
    <message>
        <source>Every node and value of the file is known.</source>
        <translation>Jede Node und jeder Wert der Datei ist bekannt.</translation>
    </message>
    <message>
        <source>The connected server</source>
        <translation>Der verbundene Server</translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation>{0} weitere zeigen</translation>
    </message>
    <message>
        <source>Pack, as the file states it: {0}</source>
        <translation>Paket laut Datei: {0}</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Failures, ends and warnings are kept here.</source>
        <translation>Fehlschläge, Abschlüsse und Warnungen werden hier aufbewahrt.</translation>
    </message>
    <message>
        <source>There is nothing to clear</source>
        <translation>Es gibt nichts zu leeren</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
</context>
<context>
    <name>NoticeWatch</name>
    <message>
        <source>The queue is empty</source>
        <translation>Die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>Everything has ended.</source>
        <translation>Alles ist beendet.</translation>
    </message>
    <message>
        <source>{0} answers again</source>
        <translation>{0} antwortet wieder</translation>
    </message>
    <message>
        <source>Away {0} – {1}</source>
        <translation>Weg {0} – {1}</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0} antwortet nicht</translation>
    </message>
    <message>
        <source>#{0} {1}: {2} of {3} failed</source>
        <translation>#{0} {1}: {2} von {3} fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Rendering began</source>
        <translation>Das Rendern hat begonnen</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Open it as a form</source>
        <translation>Als Formular öffnen</translation>
    </message>
    <message>
        <source>Reuse its settings</source>
        <translation>Seine Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Take this away</source>
        <translation>Das wegnehmen</translation>
    </message>
    <message>
        <source>{0} was made by VQDesk.</source>
        <translation>{0} wurde mit VQDesk gemacht.</translation>
    </message>
    <message>
        <source>{0} carries a workflow.</source>
        <translation>{0} enthält einen Workflow.</translation>
    </message>
    <message>
        <source> So do {0} more.</source>
        <translation> {0} weitere ebenso.</translation>
    </message>
</context>
<context>
    <name>OnlyOne</name>
    <message>
        <source>Single takes one image: {0}. Batch takes them all.</source>
        <translation>„Einzeln“ nimmt ein Bild: {0}. „Stapel“ nimmt sie alle.</translation>
    </message>
</context>
<context>
    <name>OrderCommands</name>
    <message>
        <source>Moved {0}</source>
        <translation>{0} verschoben</translation>
    </message>
    <message>
        <source>Put {0} first</source>
        <translation>{0} an den Anfang gestellt</translation>
    </message>
    <message>
        <source>Gave {0} priority {1}</source>
        <translation>{0} auf Priorität {1} gesetzt</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>{0} of 5 stars</source>
        <translation>{0} von 5 Sternen</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>{0}, {1} fps</source>
        <translation>{0}, {1} fps</translation>
    </message>
    <message>
        <source>{0}, {1} frames</source>
        <translation>{0}, {1} Einzelbilder</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>1 output</source>
        <translation>1 Ausgabe</translation>
    </message>
    <message>
        <source>{0} outputs</source>
        <translation>{0} Ausgaben</translation>
    </message>
</context>
<context>
    <name>OutputsPanel</name>
    <message>
        <source>No output is like that</source>
        <translation>Keine Ausgabe entspricht dem</translation>
    </message>
    <message>
        <source>The filter or the search hides them.</source>
        <translation>Der Filter oder die Suche verbirgt sie.</translation>
    </message>
    <message>
        <source>No output yet</source>
        <translation>Noch keine Ausgabe</translation>
    </message>
    <message>
        <source>Finished clips and images of all jobs appear here, newest first.</source>
        <translation>Fertige Clips und Bilder aller Aufträge erscheinen hier, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>{0} selected, up to 4 can be compared</source>
        <translation>{0} ausgewählt, bis zu 4 lassen sich vergleichen</translation>
    </message>
    <message>
        <source>{0} moved to the trash.</source>
        <translation>{0} in den Papierkorb gelegt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation>Zum Arbeitsplatz</translation>
    </message>
</context>
<context>
    <name>OutputsTab</name>
    <message>
        <source>No output yet</source>
        <translation>Noch keine Ausgabe</translation>
    </message>
    <message>
        <source>Finished files of this job appear here.</source>
        <translation>Fertige Dateien dieses Auftrags erscheinen hier.</translation>
    </message>
    <message>
        <source>Play in the system player</source>
        <translation>Im Player des Systems abspielen</translation>
    </message>
    <message>
        <source>Show in the gallery</source>
        <translation>In der Galerie zeigen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>{0} of 5 stars</source>
        <translation>{0} von 5 Sternen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Reuse these settings</source>
        <translation>Diese Einstellungen wiederverwenden</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>No command has “{0}”.</source>
        <translation>Kein Befehl enthält „{0}“.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>ParameterField</name>
    <message>
        <source>reset</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>Set {0} back to its default</source>
        <translation>{0} auf den Standard zurücksetzen</translation>
    </message>
    <message>
        <source>{0} Use:</source>
        <translation>{0} Verwenden:</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>Gemeint war:</translation>
    </message>
    <message>
        <source>Not on the server. {0}</source>
        <translation>Nicht auf dem Server. {0}</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>ParametersTab</name>
    <message>
        <source>Copy all parameters</source>
        <translation>Alle Parameter kopieren</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Drop a file here, or choose one</source>
        <translation>Datei hier ablegen oder wählen</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file for {0}</source>
        <translation>Datei für {0} wählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Ways to pause</source>
        <translation>Arten zu pausieren</translation>
    </message>
    <message>
        <source>Pause after the current prompts</source>
        <translation>Nach den laufenden Prompts pausieren</translation>
    </message>
    <message>
        <source>Pause now: stop what runs and put it back</source>
        <translation>Jetzt pausieren: Laufendes anhalten und zurückstellen</translation>
    </message>
    <message>
        <source>Pause the queue, or go on</source>
        <translation>Warteschlange pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on with the queue</source>
        <translation>Mit der Warteschlange weitermachen</translation>
    </message>
    <message>
        <source>Start nothing new; what runs goes on</source>
        <translation>Nichts Neues beginnen; was läuft, läuft weiter</translation>
    </message>
    <message>
        <source>Stop what still runs and put it back</source>
        <translation>Auch anhalten, was noch läuft, und zurückstellen</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>Clip {n}, {what}</source>
        <translation>Clip {n}, {what}</translation>
    </message>
    <message>
        <source>Pass {n}, {what}</source>
        <translation>Durchgang {n}, {what}</translation>
    </message>
    <message>
        <source>Clip {n} · {what}</source>
        <translation>Clip {n} · {what}</translation>
    </message>
    <message>
        <source>Pass {n} · {what}</source>
        <translation>Durchgang {n} · {what}</translation>
    </message>
    <message>
        <source>step {n} of {m}</source>
        <translation>Schritt {n} von {m}</translation>
    </message>
    <message>
        <source>{0} it/s</source>
        <translation>{0} it/s</translation>
    </message>
    <message>
        <source>{0} s/it</source>
        <translation>{0} s/it</translation>
    </message>
    <message>
        <source>Load and encode</source>
        <translation>Laden und kodieren</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>High noise</source>
        <translation>High-Noise</translation>
    </message>
    <message>
        <source>Low noise</source>
        <translation>Low-Noise</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Verarbeiten</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Hochskalieren</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>Zwischenbilder</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>high noise</source>
        <translation>High-Noise</translation>
    </message>
    <message>
        <source>low noise</source>
        <translation>Low-Noise</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>dekodieren</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>Live-Vorschau</translation>
    </message>
</context>
<context>
    <name>PlaceTabs</name>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als …</translation>
    </message>
    <message>
        <source>More about presets</source>
        <translation>Mehr zu Voreinstellungen</translation>
    </message>
    <message>
        <source>Save to “{0}”</source>
        <translation>In „{0}“ speichern</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>New forms start with it</source>
        <translation>Neue Formulare beginnen damit</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Save a preset</source>
        <translation>Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Voreinstellungen (*.json)</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>Voreinstellungen exportieren</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>Voreinstellungen importieren</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>new forms start with it</source>
        <translation>neue Formulare beginnen damit</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>1 differs</source>
        <translation>1 weicht ab</translation>
    </message>
    <message>
        <source>{0} differ</source>
        <translation>{0} weichen ab</translation>
    </message>
    <message>
        <source>{0}: {1}, in the preset {2}</source>
        <translation>{0}: {1}, in der Voreinstellung {2}</translation>
    </message>
    <message>
        <source>Preset “{0}” saved.</source>
        <translation>Voreinstellung „{0}“ gespeichert.</translation>
    </message>
    <message>
        <source>Preset “{0}” deleted.</source>
        <translation>Voreinstellung „{0}“ gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The preset is called “{0}” now.</source>
        <translation>Die Voreinstellung heißt jetzt „{0}“.</translation>
    </message>
    <message>
        <source>Preset “{0}” brought the texts of “{1}”.</source>
        <translation>Voreinstellung „{0}“ brachte die Texte von „{1}“ mit.</translation>
    </message>
    <message>
        <source>The texts “{0}” of this preset are not here any more.</source>
        <translation>Die Texte „{0}“ dieser Voreinstellung sind nicht mehr hier.</translation>
    </message>
</context>
<context>
    <name>PresetDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Er braucht einen Namen.</translation>
    </message>
    <message>
        <source>Another preset has this name.</source>
        <translation>Eine andere Voreinstellung heißt so.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Voreinstellung umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>PresetKeeper</name>
    <message>
        <source>{0} presets written.</source>
        <translation>{0} Voreinstellungen geschrieben.</translation>
    </message>
    <message>
        <source>{0} presets added, {1} were here already.</source>
        <translation>{0} Voreinstellungen hinzugefügt, {1} waren schon hier.</translation>
    </message>
</context>
<context>
    <name>PreviewTab</name>
    <message>
        <source>Above the fields: the grid for the images of a batch.</source>
        <translation>Über den Feldern: das Raster für die Bilder eines Stapels.</translation>
    </message>
    <message>
        <source>Above the fields: the grid for the videos of a batch.</source>
        <translation>Über den Feldern: das Raster für die Videos eines Stapels.</translation>
    </message>
    <message>
        <source>It takes no files: every try makes one prompt.</source>
        <translation>Er nimmt keine Dateien: jeder Durchlauf ergibt einen Prompt.</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>Take this away</source>
        <translation>Das wegnehmen</translation>
    </message>
</context>
<context>
    <name>ProgressPane</name>
    <message>
        <source>Progress of the prompt</source>
        <translation>Fortschritt des Prompts</translation>
    </message>
    <message>
        <source>Parts of the work</source>
        <translation>Teile der Arbeit</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>bisher {time}</translation>
    </message>
</context>
<context>
    <name>PromptDelegate</name>
    <message>
        <source>Canceling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>try {n}</source>
        <translation>Durchlauf {n}</translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>Seed {n}</translation>
    </message>
</context>
<context>
    <name>PromptFiles</name>
    <message>
        <source>.txt files</source>
        <translation>.txt-Dateien</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.json *.txt)</source>
        <translation>Listen (*.csv *.tsv *.json *.txt)</translation>
    </message>
    <message>
        <source>Read a list of texts</source>
        <translation>Liste von Texten lesen</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Write the texts to a list</source>
        <translation>Texte in eine Liste schreiben</translation>
    </message>
</context>
<context>
    <name>PromptPresetButton</name>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Texts that were kept, for all workflows of this kind</source>
        <translation>Aufbewahrte Texte, für alle Workflows dieser Art</translation>
    </message>
    <message>
        <source>{0} (damaged)</source>
        <translation>{0} (beschädigt)</translation>
    </message>
    <message>
        <source>Keep these texts…</source>
        <translation>Diese Texte aufbewahren …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep these texts</source>
        <translation>Diese Texte aufbewahren</translation>
    </message>
    <message>
        <source>Keep texts</source>
        <translation>Texte aufbewahren</translation>
    </message>
</context>
<context>
    <name>PromptSection</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Texts are written from images, for workflows that take a text</source>
        <translation>Texte entstehen aus Bildern, für Workflows, die einen Text nehmen</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>{0} cells of the clipboard found no place here.</source>
        <translation>{0} Zellen der Zwischenablage fanden hier keinen Platz.</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>read texts</source>
        <translation>Texte lesen</translation>
    </message>
    <message>
        <source>{0} got values from {1}.</source>
        <translation>{0} bekam Werte aus {1}.</translation>
    </message>
    <message>
        <source>No values for these images in {0}.</source>
        <translation>Keine Werte für diese Bilder in {0}.</translation>
    </message>
    <message>
        <source>Own: {0} of {1}</source>
        <translation>Eigene: {0} von {1}</translation>
    </message>
    <message>
        <source>{0} different texts</source>
        <translation>{0} verschiedene Texte</translation>
    </message>
    <message>
        <source>Written texts count once they are applied. Faint ones are the form's.</source>
        <translation>Geschriebene Texte gelten, sobald sie angewandt sind. Blasse sind die des Formulars.</translation>
    </message>
    <message>
        <source>Every text of the table is run with every image. The texts below are not used.</source>
        <translation>Jeder Text der Tabelle läuft mit jedem Bild. Die Texte unten werden nicht verwendet.</translation>
    </message>
    <message>
        <source>Where a cell is faint, what the form says below counts.</source>
        <translation>Wo eine Zelle blass ist, gilt das Formular unten.</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>Einer für alle</translation>
    </message>
    <message>
        <source>Per image</source>
        <translation>Je Bild</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Nach {0} geschrieben.</translation>
    </message>
</context>
<context>
    <name>PromptTable</name>
    <message>
        <source>Texts of each image</source>
        <translation>Texte jedes Bildes</translation>
    </message>
</context>
<context>
    <name>PromptTableModel</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Look here</source>
        <translation>Hier nachsehen</translation>
    </message>
    <message>
        <source>From form</source>
        <translation>Aus dem Formular</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Zum Teil</translation>
    </message>
</context>
<context>
    <name>PromptsTab</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Copy the local id</source>
        <translation>Lokale ID kopieren</translation>
    </message>
    <message>
        <source>Copy the ComfyUI prompt id</source>
        <translation>Prompt-ID in ComfyUI kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the source</source>
        <translation>Pfad der Quelle kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>{word} {n} prompts</source>
        <translation>{word} {n} Prompts</translation>
    </message>
    <message>
        <source>Prompt {n}, {state}</source>
        <translation>Prompt {n}, {state}</translation>
    </message>
    <message>
        <source>ComfyUI prompt id {id}</source>
        <translation>Prompt-ID in ComfyUI {id}</translation>
    </message>
    <message>
        <source>local id {id}</source>
        <translation>lokale ID {id}</translation>
    </message>
</context>
<context>
    <name>QueueBanners</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Use an engine that has it, or cancel the job.</source>
        <translation>Eine Engine verwenden, die es hat, oder den Auftrag abbrechen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} wartend</translation>
    </message>
    <message>
        <source>{0} · what runs is stopped and put back</source>
        <translation>{0} · was läuft, wird angehalten und zurückgestellt</translation>
    </message>
    <message>
        <source>{0} · what runs goes on to its end</source>
        <translation>{0} · was läuft, läuft zu Ende</translation>
    </message>
    <message>
        <source>Trying again in {0} s.</source>
        <translation>Neuer Versuch in {0} s.</translation>
    </message>
    <message>
        <source>Trying again now …</source>
        <translation>Neuer Versuch läuft …</translation>
    </message>
    <message>
        <source>{0} has not answered since {1}</source>
        <translation>{0} hat seit {1} nicht geantwortet</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>QueueCommands</name>
    <message>
        <source>What is done stays. Canceled prompts can be retried, from their start.</source>
        <translation>Was fertig ist, bleibt. Abgebrochene Prompts lassen sich von vorn wiederholen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel {0}</source>
        <translation>{0} abbrechen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Cancel {0} of #{1} {2}?</source>
        <translation>{0} von #{1} {2} abbrechen?</translation>
    </message>
    <message>
        <source>Cancel {0} of {1}?</source>
        <translation>{0} abbrechen ({1})?</translation>
    </message>
    <message>
        <source>Deleted {0}</source>
        <translation>{0} gelöscht</translation>
    </message>
    <message>
        <source>A prompt of each is at a server.</source>
        <translation>Von jedem ist ein Prompt bei einem Server.</translation>
    </message>
    <message>
        <source>{0} could not be deleted.</source>
        <translation>Nicht gelöscht: {0}.</translation>
    </message>
    <message>
        <source>Cancel first.</source>
        <translation>Zuerst abbrechen.</translation>
    </message>
    <message>
        <source>#{0} has no outputs yet.</source>
        <translation>#{0} hat noch keine Ausgaben.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>No job matches {0}.</source>
        <translation>Kein Auftrag passt zu {0}.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>Save queue with media…</source>
        <translation>Warteschlange mit Medien speichern …</translation>
    </message>
    <message>
        <source>Add a saved queue…</source>
        <translation>Gespeicherte Warteschlange hinzufügen …</translation>
    </message>
    <message>
        <source>Find and replace in all texts…</source>
        <translation>In allen Texten suchen und ersetzen …</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>QueueUndo</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>Failed {0} of {1}</source>
        <translation>{0} von {1} fehlgeschlagen</translation>
    </message>
    <message>
        <source>not in the queue time</source>
        <translation>nicht in der Zeit der Warteschlange</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>took {0}</source>
        <translation>dauerte {0}</translation>
    </message>
    <message>
        <source>ended {0}</source>
        <translation>beendet {0}</translation>
    </message>
    <message>
        <source>try {0}</source>
        <translation>Durchlauf {0}</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>Canceling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>at the engine</source>
        <translation>bei der Engine</translation>
    </message>
    <message>
        <source>prompt {0}</source>
        <translation>Prompt {0}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{1}: {0}</translation>
    </message>
    <message>
        <source>added {0}</source>
        <translation>hinzugefügt {0}</translation>
    </message>
    <message>
        <source>priority {0}</source>
        <translation>Priorität {0}</translation>
    </message>
    <message>
        <source>Without a run</source>
        <translation>Ohne Serie</translation>
    </message>
    <message>
        <source>Without a workspace</source>
        <translation>Ohne Arbeitsbereich</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>{0} jobs</source>
        <translation>{0} Aufträge</translation>
    </message>
    <message>
        <source>Job </source>
        <translation>Auftrag </translation>
    </message>
    <message>
        <source>marked {0}</source>
        <translation>markiert: {0}</translation>
    </message>
    <message>
        <source>note: {0}</source>
        <translation>Notiz: {0}</translation>
    </message>
    <message>
        <source>1 prompt</source>
        <translation>1 Prompt</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>{0} Prompts</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>1 try</source>
        <translation>1 Durchlauf</translation>
    </message>
    <message>
        <source>{0} tries</source>
        <translation>{0} Durchläufe</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 Clip</translation>
    </message>
    <message>
        <source>{0} clips</source>
        <translation>{0} Clips</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} Bilder</translation>
    </message>
    <message>
        <source>{0} × {1} tries</source>
        <translation>{0} × {1} Durchläufe</translation>
    </message>
    <message>
        <source>Running {0} of {1}</source>
        <translation>Läuft, {0} von {1}</translation>
    </message>
    <message>
        <source> · {0} failed</source>
        <translation> · {0} fehlgeschlagen</translation>
    </message>
    <message>
        <source>lets {0} with loaded models go first</source>
        <translation>lässt {0} mit geladenen Modellen vor</translation>
    </message>
    <message>
        <source>the queue pauses after it</source>
        <translation>danach pausiert die Warteschlange</translation>
    </message>
    <message>
        <source>Waiting, next</source>
        <translation>Wartet, als Nächster</translation>
    </message>
    <message>
        <source>Waiting, 2nd</source>
        <translation>Wartet, als 2.</translation>
    </message>
    <message>
        <source>Waiting, 3rd</source>
        <translation>Wartet, als 3.</translation>
    </message>
    <message>
        <source>Waiting, 4th</source>
        <translation>Wartet, als 4.</translation>
    </message>
    <message>
        <source>Waiting, 5th</source>
        <translation>Wartet, als 5.</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>{0} have texts that are not applied yet: apply or clear them.</source>
        <translation>Noch nicht angewandte Texte: {0}. Anwenden oder leeren.</translation>
    </message>
    <message>
        <source>{0} still need a text: have it written, or write one below for all.</source>
        <translation>Noch ohne Text: {0}. Schreiben lassen, oder unten einen für alle schreiben.</translation>
    </message>
    <message>
        <source>The table has no text yet to run with every image.</source>
        <translation>Die Tabelle hat noch keinen Text, der mit jedem Bild laufen könnte.</translation>
    </message>
    <message>
        <source>{0} cells of the table need a look.</source>
        <translation>{0} Zellen der Tabelle sollten angesehen werden.</translation>
    </message>
    <message>
        <source>One cell of the table needs a look.</source>
        <translation>Eine Zelle der Tabelle sollte angesehen werden.</translation>
    </message>
    <message>
        <source>Tries cannot be “{0}”.</source>
        <translation>Die Zahl der Durchläufe kann nicht „{0}“ sein.</translation>
    </message>
    <message>
        <source>Use a whole number, 1 or more.</source>
        <translation>Eine ganze Zahl verwenden, 1 oder mehr.</translation>
    </message>
    <message>
        <source>{0} cannot be used; take the marked tiles out.</source>
        <translation>{0} nicht verwendbar; die markierten Kacheln herausnehmen.</translation>
    </message>
    <message>
        <source>Needs at least {0}.</source>
        <translation>Braucht mindestens {0}.</translation>
    </message>
    <message>
        <source>Takes at most {0}.</source>
        <translation>Nimmt höchstens {0}.</translation>
    </message>
    <message>
        <source>First choose above what renders.</source>
        <translation>Zuerst oben wählen, was rendert.</translation>
    </message>
    <message>
        <source>The engine lacks {0} things, see above.</source>
        <translation>Der Engine fehlen {0} Dinge, siehe oben.</translation>
    </message>
    <message>
        <source>The engine lacks one thing, see above.</source>
        <translation>Der Engine fehlt eine Sache, siehe oben.</translation>
    </message>
    <message>
        <source>The workflow “{0}” is not there. Choose another.</source>
        <translation>Der Workflow „{0}“ ist nicht da. Einen anderen wählen.</translation>
    </message>
</context>
<context>
    <name>Refitting</name>
    <message>
        <source>{0} is not a part of it any more.</source>
        <translation>{0} gehört nicht mehr dazu.</translation>
    </message>
    <message>
        <source>The workflow “{0}” was changed since you used it here.</source>
        <translation>Der Workflow „{0}“ wurde geändert, seit er hier verwendet wurde.</translation>
    </message>
    <message>
        <source>Look at the values before you add it.</source>
        <translation>Vor dem Hinzufügen die Werte ansehen.</translation>
    </message>
    <message>
        <source>{0} {1} is not possible any more; the default is back.</source>
        <translation>{0} {1} ist nicht mehr möglich; es gilt wieder der Standard.</translation>
    </message>
    <message>
        <source>{0} {1} became {2}.</source>
        <translation>{0} {1} wurde zu {2}.</translation>
    </message>
</context>
<context>
    <name>RenameRunDialog</name>
    <message>
        <source>Name of the run</source>
        <translation>Name der Serie</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>In all waiting jobs</source>
        <translation>In allen wartenden Aufträgen</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>In {0}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Found nowhere.</source>
        <translation>Nirgends gefunden.</translation>
    </message>
    <message>
        <source>1 place would change.</source>
        <translation>1 Stelle würde sich ändern.</translation>
    </message>
    <message>
        <source>{0} places in {1} would change.</source>
        <translation>{0} Stellen in {1} würden sich ändern.</translation>
    </message>
</context>
<context>
    <name>ResetLine</name>
    <message>
        <source>1 setting differs from its default.</source>
        <translation>1 Einstellung weicht vom Standard ab.</translation>
    </message>
    <message>
        <source>{0} settings differ.</source>
        <translation>{0} Einstellungen weichen ab.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>All settings are at their defaults again.</source>
        <translation>Alle Einstellungen stehen wieder auf Standard.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review texts</source>
        <translation>Texte durchsehen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Billigen</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}</source>
        <translation>{0} von {1}: {2}</translation>
    </message>
    <message>
        <source>There is no text to approve</source>
        <translation>Es gibt keinen Text zu billigen</translation>
    </message>
    <message>
        <source>This is the first image</source>
        <translation>Das ist das erste Bild</translation>
    </message>
    <message>
        <source>This is the last image</source>
        <translation>Das ist das letzte Bild</translation>
    </message>
    <message>
        <source>Left, or Alt+Left while editing</source>
        <translation>Links, oder Alt+Links beim Bearbeiten</translation>
    </message>
    <message>
        <source>Right, or Alt+Right while editing</source>
        <translation>Rechts, oder Alt+Rechts beim Bearbeiten</translation>
    </message>
    <message>
        <source>Enter, or Ctrl+Enter while editing</source>
        <translation>Enter, oder Strg+Enter beim Bearbeiten</translation>
    </message>
    <message>
        <source>R; another motion prompt in the place of this one</source>
        <translation>R; ein anderer Bewegungsprompt anstelle von diesem</translation>
    </message>
    <message>
        <source>Left and Right: other images · Enter: approve · E: edit · 1, 2: variants</source>
        <translation>Links und Rechts: andere Bilder · Enter: billigen · E: bearbeiten · 1, 2: Varianten</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Show prompts (Right), hide them (Left)</source>
        <translation>Prompts zeigen (Rechts), verbergen (Links)</translation>
    </message>
    <message>
        <source>Show jobs (Right), hide them (Left)</source>
        <translation>Aufträge zeigen (Rechts), verbergen (Links)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry failed and canceled prompts</source>
        <translation>Fehlgeschlagene und abgebrochene Prompts wiederholen</translation>
    </message>
    <message>
        <source>Open the folder with the outputs</source>
        <translation>Ordner mit den Ausgaben öffnen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>Als Nächstes ausführen</translation>
    </message>
    <message>
        <source>Retry {0} failed</source>
        <translation>{0} fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>RowEdits</name>
    <message>
        <source>fill down</source>
        <translation>nach unten ausfüllen</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>leeren</translation>
    </message>
    <message>
        <source>add to texts</source>
        <translation>Texte ergänzen</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>ersetzen</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>einfügen</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Auto-prompts</source>
        <translation>Automatische Prompts</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ends it soon; what is written stays</source>
        <translation>Beendet es bald; was geschrieben ist, bleibt</translation>
    </message>
    <message>
        <source>It is stopping</source>
        <translation>Es wird angehalten</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>Put {0} into “{1}”</source>
        <translation>{0} in „{1}“ aufgenommen</translation>
    </message>
    <message>
        <source>All of them are in “{0}” already</source>
        <translation>Alle sind schon in „{0}“</translation>
    </message>
    <message>
        <source>Took {0} out of the run</source>
        <translation>{0} aus der Serie genommen</translation>
    </message>
    <message>
        <source>No job of these is in a run</source>
        <translation>Keiner dieser Aufträge ist in einer Serie</translation>
    </message>
    <message>
        <source>Renamed the run “{0}”</source>
        <translation>Serie „{0}“ umbenannt</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>Name of the run</source>
        <translation>Name der Serie</translation>
    </message>
    <message>
        <source>A new name, or that of a run</source>
        <translation>Ein neuer Name oder der einer Serie</translation>
    </message>
    <message>
        <source>They join the run “{0}”, which has {1}.</source>
        <translation>Sie kommen zur Serie „{0}“, die {1} hat.</translation>
    </message>
    <message>
        <source>A new run of this name.</source>
        <translation>Eine neue Serie mit diesem Namen.</translation>
    </message>
    <message>
        <source>Jobs of a run stand together when the queue is grouped by run.</source>
        <translation>Die Aufträge einer Serie stehen beisammen, wenn die Warteschlange nach Serien gruppiert ist.</translation>
    </message>
    <message>
        <source>Runs: {0}</source>
        <translation>Serien: {0}</translation>
    </message>
</context>
<context>
    <name>RunDialogs</name>
    <message>
        <source>Put {0} into a run</source>
        <translation>{0} in eine Serie aufnehmen</translation>
    </message>
    <message>
        <source>Put into the run</source>
        <translation>In die Serie aufnehmen</translation>
    </message>
    <message>
        <source>Rename the run “{0}”</source>
        <translation>Serie „{0}“ umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>SamplesCard</name>
    <message>
        <source>Or try it with sample photos</source>
        <translation>Oder mit Beispielfotos</translation>
    </message>
    <message>
        <source>free to use, already installed</source>
        <translation>frei verwendbar, schon installiert</translation>
    </message>
    <message>
        <source>Add {0} sample photos</source>
        <translation>{0} Fotos hinzufügen</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>New for each try</source>
        <translation>Neu je Durchlauf</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Next after each job</source>
        <translation>Nächster nach jedem Auftrag</translation>
    </message>
    <message>
        <source>Seed number</source>
        <translation>Seed-Zahl</translation>
    </message>
    <message>
        <source>Draw a number and keep it</source>
        <translation>Zahl auslosen und behalten</translation>
    </message>
</context>
<context>
    <name>Segmented</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset “{0}”</source>
        <translation>„{0}“ zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Default: {0}</source>
        <translation>Standard: {0}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>A number from {0} to {1} is needed.</source>
        <translation>Eine Zahl von {0} bis {1} ist nötig.</translation>
    </message>
</context>
<context>
    <name>SettingsChoice</name>
    <message>
        <source>Speed and quality</source>
        <translation>Tempo und Qualität</translation>
    </message>
    <message>
        <source>“{0}”, but {1}</source>
        <translation>„{0}“, aber {1}</translation>
    </message>
    <message>
        <source>Settings of your own</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>{0} × {1}</source>
        <translation>{0} × {1}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>With the texts</source>
        <translation>Mit den Texten</translation>
    </message>
    <message>
        <source>Only what differs from the defaults</source>
        <translation>Nur was vom Standard abweicht</translation>
    </message>
    <message>
        <source>Bring the texts of</source>
        <translation>Texte mitbringen von</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>No setting has “{0}”.</source>
        <translation>Keine Einstellung enthält „{0}“.</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Nach {0} geschrieben.</translation>
    </message>
    <message>
        <source>{0} settings were taken.</source>
        <translation>{0} Einstellungen wurden übernommen.</translation>
    </message>
    <message>
        <source>Left out, unknown or not allowed here: {0}.</source>
        <translation>Ausgelassen, weil unbekannt oder hier nicht erlaubt: {0}.</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>It answers and has {0} models: {1}</source>
        <translation>Er antwortet und hat {0} Modelle: {1}</translation>
    </message>
    <message>
        <source>Engines…</source>
        <translation>Engines …</translation>
    </message>
    <message>
        <source>Addresses, tests and order of the engines are in the window itself.</source>
        <translation>Adressen, Prüfungen und Reihenfolge der Engines stehen im Fenster selbst.</translation>
    </message>
    <message>
        <source>Test this address</source>
        <translation>Diese Adresse prüfen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the shortcut of “{0}”</source>
        <translation>Tastenkürzel von „{0}“ zurücksetzen</translation>
    </message>
    <message>
        <source>These keys move about in a list; they cannot be changed</source>
        <translation>Mit diesen Tasten bewegt man sich in einer Liste; sie lassen sich nicht ändern</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} alone means something in lists and fields; hold Ctrl or Alt with it.</source>
        <translation>{0} allein bedeutet in Listen und Feldern etwas; Strg oder Alt dazu halten.</translation>
    </message>
    <message>
        <source>“{0}” keeps {1}.</source>
        <translation>„{0}“ behält {1}.</translation>
    </message>
    <message>
        <source>{0} was taken from “{1}”.</source>
        <translation>{0} wurde „{1}“ weggenommen.</translation>
    </message>
    <message>
        <source>No command and no key has “{0}”.</source>
        <translation>Kein Befehl und keine Taste enthält „{0}“.</translation>
    </message>
</context>
<context>
    <name>SizeRow</name>
    <message>
        <source>Swap width and height</source>
        <translation>Breite und Höhe tauschen</translation>
    </message>
    <message>
        <source>Usual sizes</source>
        <translation>Übliche Größen</translation>
    </message>
    <message>
        <source>{0} × {1}   {2}</source>
        <translation>{0} × {1}   {2}</translation>
    </message>
    <message>
        <source>square</source>
        <translation>quadratisch</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>Hochformat</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>Nothing plays.</source>
        <translation>Nichts spielt.</translation>
    </message>
    <message>
        <source>A still picture has no sound.</source>
        <translation>Ein Standbild hat keinen Ton.</translation>
    </message>
    <message>
        <source>This clip has no sound.</source>
        <translation>Dieser Clip hat keinen Ton.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Larger player</source>
        <translation>Größerer Player</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Close the player</source>
        <translation>Player schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>Compare {0}</source>
        <translation>{0} vergleichen</translation>
    </message>
    <message>
        <source>same image, another seed</source>
        <translation>gleiches Bild, anderer Seed</translation>
    </message>
    <message>
        <source>of one job</source>
        <translation>aus einem Auftrag</translation>
    </message>
    <message>
        <source>A and B, in step</source>
        <translation>A und B, im Gleichlauf</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Rating (keys 0 to 5)</source>
        <translation>Bewertung (Tasten 0 bis 5)</translation>
    </message>
    <message>
        <source>Rating: {0} of 5</source>
        <translation>Bewertung: {0} von 5</translation>
    </message>
</context>
<context>
    <name>StartProblem</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>{0} free</source>
        <translation>{0} frei</translation>
    </message>
    <message>
        <source>Free space on the disk that takes the outputs</source>
        <translation>Freier Platz auf dem Datenträger für die Ausgaben</translation>
    </message>
    <message>
        <source>{0} running</source>
        <translation>{0} aktiv</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} wartend</translation>
    </message>
    <message>
        <source>Jobs whose models are loaded go first, a few at a time</source>
        <translation>Aufträge mit geladenen Modellen kommen zuerst, einige auf einmal</translation>
    </message>
    <message>
        <source>Queue empty</source>
        <translation>Warteschlange leer</translation>
    </message>
</context>
<context>
    <name>StopLine</name>
    <message>
        <source>States of the attempt</source>
        <translation>Zustände des Versuchs</translation>
    </message>
</context>
<context>
    <name>StripTools</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Find a command (Ctrl+K)</source>
        <translation>Befehl suchen (Strg+K)</translation>
    </message>
    <message>
        <source>Notifications, {0} new</source>
        <translation>Benachrichtigungen, {0} neue</translation>
    </message>
</context>
<context>
    <name>SurroundDialog</name>
    <message>
        <source>Add before and after</source>
        <translation>Davor und danach ergänzen</translation>
    </message>
    <message>
        <source>Before each text</source>
        <translation>Vor jedem Text</translation>
    </message>
    <message>
        <source>After each text</source>
        <translation>Nach jedem Text</translation>
    </message>
    <message>
        <source>Add to texts</source>
        <translation>Texte ergänzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SystemPromptSection</name>
    <message>
        <source>System prompt for</source>
        <translation>Systemprompt für</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>wie mitgeliefert</translation>
    </message>
    <message>
        <source>Undo reset</source>
        <translation>Zurücksetzen rückgängig</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Änderungen verbergen</translation>
    </message>
    <message>
        <source>Insert {0}: {1}</source>
        <translation>{0} einfügen: {1}</translation>
    </message>
    <message>
        <source>Title of the workflow</source>
        <translation>Titel des Workflows</translation>
    </message>
    <message>
        <source>Number of clips</source>
        <translation>Anzahl der Clips</translation>
    </message>
    <message>
        <source>Length of one clip in seconds</source>
        <translation>Länge eines Clips in Sekunden</translation>
    </message>
    <message>
        <source>Length of all clips in seconds</source>
        <translation>Länge aller Clips in Sekunden</translation>
    </message>
    <message>
        <source>Frames of one clip</source>
        <translation>Einzelbilder eines Clips</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Moments of a clip that the text speaks of, such as 0s, 2.5s, 5s</source>
        <translation>Momente eines Clips, von denen der Text spricht, etwa 0s, 2.5s, 5s</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Bildbeschreibungen</translation>
    </message>
    <message>
        <source>One clip</source>
        <translation>Ein Clip</translation>
    </message>
    <message>
        <source>Several clips</source>
        <translation>Mehrere Clips</translation>
    </message>
    <message>
        <source>Back to the text that came with VQDesk</source>
        <translation>Zurück zu dem Text, der mit VQDesk kam</translation>
    </message>
    <message>
        <source>Show what you changed in the shipped text</source>
        <translation>Zeigen, was am mitgelieferten Text geändert ist</translation>
    </message>
    <message>
        <source>Filled in when a text is written</source>
        <translation>Wird ausgefüllt, wenn ein Text geschrieben wird</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Texts × images</source>
        <translation>Texte × Bilder</translation>
    </message>
    <message>
        <source>Runs each text of the table with each image, instead of its own only</source>
        <translation>Jeder Text der Tabelle läuft mit jedem Bild statt nur mit dem eigenen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Give other values to each image too, such as its own seed or strength</source>
        <translation>Jedem Bild auch andere Werte geben, etwa einen eigenen Seed oder eine Stärke</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Read, write and change many texts at once</source>
        <translation>Viele Texte auf einmal lesen, schreiben und ändern</translation>
    </message>
    <message>
        <source>All that this workflow has is in the table</source>
        <translation>Alles, was dieser Workflow hat, ist in der Tabelle</translation>
    </message>
    <message>
        <source>Pick up .txt files beside the images</source>
        <translation>.txt-Dateien neben den Bildern übernehmen</translation>
    </message>
    <message>
        <source>Read a list (CSV, JSON)…</source>
        <translation>Liste lesen (CSV, JSON) …</translation>
    </message>
    <message>
        <source>Write a list (CSV, JSON)…</source>
        <translation>Liste schreiben (CSV, JSON) …</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten ausfüllen</translation>
    </message>
    <message>
        <source>Add before and after…</source>
        <translation>Davor und danach ergänzen …</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>TeachingPage</name>
    <message>
        <source>Running 3 of 6</source>
        <translation>Läuft, 3 von 6</translation>
    </message>
    <message>
        <source>Your jobs will wait here</source>
        <translation>Hier werden die Aufträge warten</translation>
    </message>
    <message>
        <source>Three steps, then you can leave: the queue works through the night and tells what happened.</source>
        <translation>Drei Schritte, dann kann man gehen: die Warteschlange arbeitet die Nacht durch und sagt, was geschah.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>One photo or a whole folder. VQDesk keeps its own copies.</source>
        <translation>Ein Foto oder ein ganzer Ordner. VQDesk bewahrt eigene Kopien auf.</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>What happens to the photos</source>
        <translation>Was mit den Fotos geschieht</translation>
    </message>
    <message>
        <source>Say what happens</source>
        <translation>Sagen, was geschieht</translation>
    </message>
    <message>
        <source>Pick a workflow; its text and values count for all images.</source>
        <translation>Einen Workflow wählen; sein Text und seine Werte gelten für alle Bilder.</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>You see the number of prompts before you click.</source>
        <translation>Die Zahl der Prompts steht schon vor dem Klick da.</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>Nichts geht verloren</translation>
    </message>
    <message>
        <source>After a crash or power cut the queue goes on where it was; finished work is never done twice.</source>
        <translation>Nach einem Absturz oder Stromausfall geht die Warteschlange dort weiter, wo sie war; Fertiges wird nie zweimal gemacht.</translation>
    </message>
    <message>
        <source>Failures explain themselves</source>
        <translation>Fehlschläge erklären sich</translation>
    </message>
    <message>
        <source>Each says what went wrong, why, and what to do next.</source>
        <translation>Jeder sagt, was schiefging, warum, und was als Nächstes zu tun ist.</translation>
    </message>
    <message>
        <source>Your computer stays yours</source>
        <translation>Der Computer bleibt verfügbar</translation>
    </message>
    <message>
        <source>Pause at any time: what runs is finished, nothing new starts.</source>
        <translation>Jederzeit pausieren: was läuft, wird fertig, nichts Neues beginnt.</translation>
    </message>
</context>
<context>
    <name>TextSection</name>
    <message>
        <source>Add clip</source>
        <translation>Clip hinzufügen</translation>
    </message>
    <message>
        <source>There are {0} clips at most.</source>
        <translation>Es gibt höchstens {0} Clips.</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>{0} – {1} s</source>
        <translation>{0} – {1} s</translation>
    </message>
    <message>
        <source>about {0} tokens: what is beyond {1} is seldom heeded</source>
        <translation>etwa {0} Tokens: was über {1} hinausgeht, wird selten beachtet</translation>
    </message>
    <message>
        <source>about {0} tokens</source>
        <translation>etwa {0} Tokens</translation>
    </message>
    <message>
        <source>{0} frames · {1} s</source>
        <translation>{0} Einzelbilder · {1} s</translation>
    </message>
    <message>
        <source>{0} clips · {1} frames · {2} s</source>
        <translation>{0} Clips · {1} Einzelbilder · {2} s</translation>
    </message>
    <message>
        <source>{0} frames at {1} a second</source>
        <translation>{0} Einzelbilder, {1} in der Sekunde</translation>
    </message>
    <message>
        <source>{0} × {1} frames, less {2} that two clips share, at {3} a second</source>
        <translation>{0} × {1} Einzelbilder, abzüglich {2}, die sich zwei Clips teilen, {3} in der Sekunde</translation>
    </message>
</context>
<context>
    <name>TileDelegate</name>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Name of the workspace</source>
        <translation>Name des Arbeitsbereichs</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>One frame back</source>
        <translation>Ein Einzelbild zurück</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Ein Einzelbild vor</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>In Schleife abspielen</translation>
    </message>
    <message>
        <source>Place in the clip</source>
        <translation>Stelle im Clip</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Plays in a loop</source>
        <translation>Spielt in Schleife</translation>
    </message>
    <message>
        <source>Speed: {0}</source>
        <translation>Tempo: {0}</translation>
    </message>
    <message>
        <source>{0} / {1} s</source>
        <translation>{0} / {1} s</translation>
    </message>
    <message>
        <source>frame {0} / {1}</source>
        <translation>Bild {0} / {1}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>VQDesk: {0} running, {1} waiting</source>
        <translation>VQDesk: {0} aktiv, {1} wartend</translation>
    </message>
    <message>
        <source>, {0} %</source>
        <translation>, {0} %</translation>
    </message>
    <message>
        <source>VQDesk: queue empty</source>
        <translation>VQDesk: Warteschlange leer</translation>
    </message>
    <message>
        <source>{0} (paused)</source>
        <translation>{0} (pausiert)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>TrialTab</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>No trial yet</source>
        <translation>Noch keine Probe</translation>
    </message>
    <message>
        <source>Adding …</source>
        <translation>Wird hinzugefügt …</translation>
    </message>
    <message>
        <source>Try it again</source>
        <translation>Erneut ausprobieren</translation>
    </message>
    <message>
        <source>{0}, a sample photo</source>
        <translation>{0}, ein Beispielfoto</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Zuerst eine Datei wählen.</translation>
    </message>
    <message>
        <source>One prompt runs with the values of the form as it is now. Nothing is saved.</source>
        <translation>Ein Prompt läuft mit den Werten, die das Formular jetzt hat. Nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>It takes no file.</source>
        <translation>Er nimmt keine Datei.</translation>
    </message>
    <message>
        <source>On this video</source>
        <translation>Mit diesem Video</translation>
    </message>
    <message>
        <source>On this image</source>
        <translation>Mit diesem Bild</translation>
    </message>
    <message>
        <source>Choose a file for the trial</source>
        <translation>Datei für die Probe wählen</translation>
    </message>
</context>
<context>
    <name>TryBox</name>
    <message>
        <source>Image to try with</source>
        <translation>Bild zum Ausprobieren</translation>
    </message>
    <message>
        <source>Choose another image…</source>
        <translation>Anderes Bild wählen …</translation>
    </message>
    <message>
        <source>Try both stages</source>
        <translation>Beide Stufen ausprobieren</translation>
    </message>
    <message>
        <source>Motion only</source>
        <translation>Nur Bewegung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Looking at the image</source>
        <translation>Sieht das Bild an</translation>
    </message>
    <message>
        <source>Writing how it moves</source>
        <translation>Schreibt, wie es sich bewegt</translation>
    </message>
    <message>
        <source>{0} … {1} s</source>
        <translation>{0} … {1} s</translation>
    </message>
    <message>
        <source>Choose an image first</source>
        <translation>Zuerst ein Bild wählen</translation>
    </message>
    <message>
        <source>A try runs already</source>
        <translation>Eine Probe läuft schon</translation>
    </message>
    <message>
        <source>Try both stages first: it needs a caption</source>
        <translation>Zuerst beide Stufen ausprobieren: eine Beschreibung ist nötig</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Choose an image to try with</source>
        <translation>Bild zum Ausprobieren wählen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Caption this image and write how it moves, anew</source>
        <translation>Dieses Bild neu beschreiben und neu schreiben, wie es sich bewegt</translation>
    </message>
    <message>
        <source>Write from the caption of the last try; no image is read</source>
        <translation>Aus der Beschreibung der letzten Probe schreiben; kein Bild wird gelesen</translation>
    </message>
    <message>
        <source>Ends the request at the server</source>
        <translation>Beendet die Anfrage beim Server</translation>
    </message>
    <message>
        <source>Try it on one image</source>
        <translation>An einem Bild ausprobieren</translation>
    </message>
</context>
<context>
    <name>TryResult</name>
    <message>
        <source>Copy texts</source>
        <translation>Texte kopieren</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>taken again</source>
        <translation>wiederverwendet</translation>
    </message>
    <message>
        <source>Caption · {0}</source>
        <translation>Bildbeschreibung · {0}</translation>
    </message>
    <message>
        <source>{0} in all, by {1}</source>
        <translation>{0} insgesamt, mit {1}</translation>
    </message>
    <message>
        <source>Clip {0}</source>
        <translation>Clip {0}</translation>
    </message>
    <message>
        <source>Motion prompt</source>
        <translation>Bewegungsprompt</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>VariantStrip</name>
    <message>
        <source>Variants of {0}</source>
        <translation>Varianten von {0}</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>In each row</source>
        <translation>In jeder Zeile</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Actionable first</source>
        <translation>Zu Erledigendes zuerst</translation>
    </message>
    <message>
        <source>As they run</source>
        <translation>Wie sie laufen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Last ended first</source>
        <translation>Zuletzt beendete zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By workflow</source>
        <translation>Nach Workflow</translation>
    </message>
    <message>
        <source>Farthest first</source>
        <translation>Weiteste zuerst</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By workspace</source>
        <translation>Nach Arbeitsbereich</translation>
    </message>
    <message>
        <source>By run</source>
        <translation>Nach Serie</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Size of the frames</source>
        <translation>Größe der Einzelbilder</translation>
    </message>
    <message>
        <source>Images and tries</source>
        <translation>Bilder und Durchläufe</translation>
    </message>
    <message>
        <source>First words of the text</source>
        <translation>Erste Wörter des Textes</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>When it was added</source>
        <translation>Wann hinzugefügt</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>WhatHappened</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Attempt {n}</source>
        <translation>Versuch {n}</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>attempt {n} of {m}</source>
        <translation>Versuch {n} von {m}</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Vorheriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Outputs: all finished files</source>
        <translation>Ausgaben: alle fertigen Dateien</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Zur Warteschlange</translation>
    </message>
    <message>
        <source>Go to the detail of the job</source>
        <translation>Zu den Einzelheiten des Auftrags</translation>
    </message>
    <message>
        <source>Go to the form</source>
        <translation>Zum Formular</translation>
    </message>
    <message>
        <source>Give all parts their first sizes</source>
        <translation>Alle Teile auf ihre erste Größe setzen</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>Warteschlange durchsuchen</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Aufträge zeigen</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Upscale {0}</source>
        <translation>{0} hochskalieren</translation>
    </message>
    <message>
        <source>Extend {0}</source>
        <translation>{0} verlängern</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Size of texts and controls</source>
        <translation>Größe von Texten und Bedienelementen</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell of failures</source>
        <translation>Fehlschläge melden</translation>
    </message>
    <message>
        <source>Tell when the queue is empty</source>
        <translation>Melden, wenn die Warteschlange leer ist</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Mit Ton</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Web address to tell as well</source>
        <translation>Webadresse, die es auch erfährt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Most prompts at a server</source>
        <translation>Höchstzahl der Prompts bei einem Server</translation>
    </message>
    <message>
        <source>Jobs that share models run together</source>
        <translation>Aufträge mit gleichen Modellen laufen zusammen</translation>
    </message>
    <message>
        <source>… ahead of one job at most</source>
        <translation>… höchstens so viele vor einem Auftrag</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message>
        <source>Waiting prompts leave an engine that is away after</source>
        <translation>Wartende Prompts verlassen eine abwesende Engine nach</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>When something fails</source>
        <translation>Wenn etwas fehlschlägt</translation>
    </message>
    <message>
        <source>Retry a step lower after a lack of memory</source>
        <translation>Nach Speichermangel eine Stufe niedriger wiederholen</translation>
    </message>
    <message>
        <source>Pause a lane after the same failure</source>
        <translation>Eine Spur nach gleichen Fehlschlägen pausieren</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Put a prompt aside after deaths</source>
        <translation>Einen Prompt nach Abstürzen beiseitelegen</translation>
    </message>
    <message>
        <source>Warn when a prompt does not start</source>
        <translation>Warnen, wenn ein Prompt nicht beginnt</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Stop prompts that take far too long</source>
        <translation>Prompts anhalten, die viel zu lange dauern</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Copy inputs when they are queued</source>
        <translation>Eingaben beim Hinzufügen kopieren</translation>
    </message>
    <message>
        <source>Move sources of finished jobs aside</source>
        <translation>Quellen fertiger Aufträge beiseitelegen</translation>
    </message>
    <message>
        <source>Input folder of a new workspace</source>
        <translation>Eingabeordner eines neuen Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Most files of a folder</source>
        <translation>Höchstzahl der Dateien eines Ordners</translation>
    </message>
    <message>
        <source>Space for small pictures</source>
        <translation>Platz für Vorschaubilder</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Keep pasted pictures</source>
        <translation>Eingefügte Bilder behalten</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>The night</source>
        <translation>Die Nacht</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Nach der Warteschlange</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Free the GPU's memory</source>
        <translation>Speicher der GPU freigeben</translation>
    </message>
    <message>
        <source>Run the command</source>
        <translation>Befehl ausführen</translation>
    </message>
    <message>
        <source>Suspend the computer</source>
        <translation>Computer in Bereitschaft versetzen</translation>
    </message>
    <message>
        <source>Shut the computer down</source>
        <translation>Computer herunterfahren</translation>
    </message>
    <message>
        <source>Command after the queue</source>
        <translation>Befehl nach der Warteschlange</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <source>Keep the computer awake while rendering</source>
        <translation>Computer beim Rendern wach halten</translation>
    </message>
    <message>
        <source>Ask before quitting while prompts run</source>
        <translation>Vor dem Beenden fragen, wenn Prompts laufen</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Keep free</source>
        <translation>Frei halten</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Address of LM Studio</source>
        <translation>Adresse von LM Studio</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Model for captions</source>
        <translation>Modell für Bildbeschreibungen</translation>
    </message>
    <message>
        <source>Model for motion prompts</source>
        <translation>Modell für Bewegungsprompts</translation>
    </message>
    <message>
        <source>The language models run on</source>
        <translation>Die Sprachmodelle laufen auf</translation>
    </message>
    <message>
        <source>The GPU that renders</source>
        <translation>Der GPU, die rendert</translation>
    </message>
    <message>
        <source>Another GPU</source>
        <translation>Einer anderen GPU</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Einem anderen Computer</translation>
    </message>
    <message>
        <source>Long side of pictures</source>
        <translation>Lange Seite der Bilder</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Longest caption</source>
        <translation>Längste Bildbeschreibung</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Longest motion prompt</source>
        <translation>Längster Bewegungsprompt</translation>
    </message>
    <message>
        <source>Context for captions</source>
        <translation>Kontext für Bildbeschreibungen</translation>
    </message>
    <message>
        <source>Context for motion prompts</source>
        <translation>Kontext für Bewegungsprompts</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0 is sober and repeats itself, 1 is free.</source>
        <translation>0 ist nüchtern und wiederholt sich, 1 ist frei.</translation>
    </message>
    <message>
        <source>Longest wait for the first word</source>
        <translation>Längstes Warten auf das erste Wort</translation>
    </message>
    <message>
        <source>Longest wait between words</source>
        <translation>Längstes Warten zwischen Wörtern</translation>
    </message>
    <message>
        <source>Longest time for one text</source>
        <translation>Längste Zeit für einen Text</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Eingebaute Engine</translation>
    </message>
    <message>
        <source>No frames in {0}.</source>
        <translation>Keine Einzelbilder in {0}.</translation>
    </message>
    <message>
        <source>H.264 needs an even width and height, not {0}; scale or crop the frames first.</source>
        <translation>H.264 braucht gerade Breite und Höhe, nicht {0}; die Einzelbilder zuerst skalieren oder beschneiden.</translation>
    </message>
    <message>
        <source>{0} is too long to be held in memory; cut it first.</source>
        <translation>{0} ist zu lang für den Speicher; zuerst kürzen.</translation>
    </message>
    <message>
        <source>{0} was told to fail.</source>
        <translation>{0} sollte fehlschlagen.</translation>
    </message>
    <message>
        <source>The picture would be empty: {0}×{1} pixels.</source>
        <translation>Das Bild wäre leer: {0}×{1} Pixel.</translation>
    </message>
    <message>
        <source>{0}×{1} is {2} megapixels; the built-in engine takes at most {3}.</source>
        <translation>{0}×{1} sind {2} Megapixel; die eingebaute Engine nimmt höchstens {3}.</translation>
    </message>
    <message>
        <source>The built-in engine did not start.</source>
        <translation>Die eingebaute Engine startete nicht.</translation>
    </message>
    <message>
        <source>Its log says why: {0}</source>
        <translation>Ihr Protokoll sagt, warum: {0}</translation>
    </message>
    <message>
        <source>Its process ended at once.</source>
        <translation>Ihr Prozess endete sofort.</translation>
    </message>
    <message>
        <source>It was silent for {0} s.</source>
        <translation>Sie schwieg {0} s lang.</translation>
    </message>
    <message>
        <source>The built-in engine already runs.</source>
        <translation>Die eingebaute Engine läuft schon.</translation>
    </message>
    <message>
        <source>Another process serves the data folder {0}.</source>
        <translation>Ein anderer Prozess bedient den Datenordner {0}.</translation>
    </message>
    <message>
        <source>Use that one, or choose another data folder with --home.</source>
        <translation>Diesen verwenden oder mit --home einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The built-in engine cannot start.</source>
        <translation>Die eingebaute Engine kann nicht starten.</translation>
    </message>
    <message>
        <source>Choose a writable data folder with --home.</source>
        <translation>Mit --home einen beschreibbaren Datenordner wählen.</translation>
    </message>
    <message>
        <source>Stop the other program or choose another port with --port.</source>
        <translation>Das andere Programm anhalten oder mit --port einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>Input '{0}' needs a link to images, not {1}.</source>
        <translation>Eingang '{0}' braucht eine Verbindung zu Bildern, nicht {1}.</translation>
    </message>
    <message>
        <source>Moves a camera over a photo: push, pull, pan, tilt, arc or drift.</source>
        <translation>Bewegt eine Kamera über ein Foto: hinein, heraus, Schwenk, Neigen, Bogen oder Treiben.</translation>
    </message>
    <message>
        <source>Unknown camera move '{0}'.</source>
        <translation>Unbekannte Kamerabewegung '{0}'.</translation>
    </message>
    <message>
        <source>Unknown easing '{0}'.</source>
        <translation>Unbekannter Verlauf '{0}'.</translation>
    </message>
    <message>
        <source>The photo. Of a batch, the first picture is taken.</source>
        <translation>Das Foto. Aus einem Stapel wird das erste Bild genommen.</translation>
    </message>
    <message>
        <source>The way of the camera over the photo.</source>
        <translation>Der Weg der Kamera über das Foto.</translation>
    </message>
    <message>
        <source>How far the camera goes.</source>
        <translation>Wie weit die Kamera fährt.</translation>
    </message>
    <message>
        <source>Waits and reports progress.</source>
        <translation>Wartet und meldet Fortschritt.</translation>
    </message>
    <message>
        <source>Invalid image file: {0}</source>
        <translation>Ungültige Bilddatei: {0}</translation>
    </message>
    <message>
        <source>No file '{0}' in the input folder.</source>
        <translation>Keine Datei '{0}' im Ordner input.</translation>
    </message>
    <message>
        <source>Invalid video file: {0}</source>
        <translation>Ungültige Videodatei: {0}</translation>
    </message>
    <message>
        <source>Input 'audio' needs a link to audio, not {0}.</source>
        <translation>Eingang 'audio' braucht eine Verbindung zu Ton, nicht {0}.</translation>
    </message>
    <message>
        <source>Input '{0}' needs a link to a video, not {1}.</source>
        <translation>Eingang '{0}' braucht eine Verbindung zu einem Video, nicht {1}.</translation>
    </message>
    <message>
        <source>{0} has {1} frames of {2}×{3}: too large.</source>
        <translation>{0} hat {1} Einzelbilder von {2}×{3}: zu groß.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} megapixels; make it smaller first.</source>
        <translation>{0} ist größer als {1} Megapixel; zuerst verkleinern.</translation>
    </message>
    <message>
        <source>Unknown scale method '{0}'.</source>
        <translation>Unbekanntes Skalierverfahren '{0}'.</translation>
    </message>
    <message>
        <source>Check that the server runs and that its address is right; ComfyUI usually listens on port 8188.</source>
        <translation>Prüfen, ob der Server läuft und die Adresse stimmt; ComfyUI lauscht meist auf Port 8188.</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>The address does not lead to a ComfyUI server.</source>
        <translation>Die Adresse führt nicht zu einem ComfyUI-Server.</translation>
    </message>
    <message>
        <source>{0} answered {1} with {2}.</source>
        <translation>{0} antwortete {1} mit {2}.</translation>
    </message>
    <message>
        <source>“{0}” is not a web address.</source>
        <translation>„{0}“ ist keine Webadresse.</translation>
    </message>
    <message>
        <source>No computer is known by the name in {0}.</source>
        <translation>Unter dem Namen in {0} ist kein Computer bekannt.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server refused access.</source>
        <translation>Der Server verweigerte den Zugang.</translation>
    </message>
    <message>
        <source>{0} answered {1}.</source>
        <translation>{0} antwortete {1}.</translation>
    </message>
    <message>
        <source>Check the address; if a password or proxy guards the server, let this computer through.</source>
        <translation>Die Adresse prüfen; schützt ein Passwort oder Proxy den Server, diesen Computer durchlassen.</translation>
    </message>
    <message>
        <source>The server had an internal error.</source>
        <translation>Der Server hatte einen inneren Fehler.</translation>
    </message>
    <message>
        <source>{0} answered 500.</source>
        <translation>{0} antwortete 500.</translation>
    </message>
    <message>
        <source>Look at the server's console for the reason, then retry.</source>
        <translation>In der Konsole des Servers den Grund nachsehen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The server cannot be trusted.</source>
        <translation>Dem Server ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>The certificate of {0} is of an unknown authority, or for another name.</source>
        <translation>Das Zertifikat von {0} stammt von einer unbekannten Stelle oder gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Use the name in the certificate; let this computer trust its authority, or set SSL_CERT_FILE.</source>
        <translation>Den Namen im Zertifikat verwenden; diesen Computer der Stelle vertrauen lassen oder SSL_CERT_FILE setzen.</translation>
    </message>
    <message>
        <source>Write it like http://127.0.0.1:8188.</source>
        <translation>Schreiben wie http://127.0.0.1:8188.</translation>
    </message>
    <message>
        <source>Nothing listens at {0}.</source>
        <translation>Unter {0} lauscht nichts.</translation>
    </message>
    <message>
        <source>The connection to the server was closed.</source>
        <translation>Die Verbindung zum Server wurde geschlossen.</translation>
    </message>
    <message>
        <source>VQDesk was stopped, or the engine removed, while a file was fetched.</source>
        <translation>VQDesk wurde beendet oder die Engine entfernt, während eine Datei geholt wurde.</translation>
    </message>
    <message>
        <source>It is fetched when VQDesk follows the server again.</source>
        <translation>Sie wird geholt, sobald VQDesk dem Server wieder folgt.</translation>
    </message>
    <message>
        <source>{0} did not answer in time.</source>
        <translation>{0} antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The connection to {0} broke.</source>
        <translation>Die Verbindung zu {0} brach ab.</translation>
    </message>
    <message>
        <source>and the server takes {0} MB</source>
        <translation>und der Server nimmt {0} MB</translation>
    </message>
    <message>
        <source>An input file is too large for the server.</source>
        <translation>Eine Eingabedatei ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>It has {0} MB{1}.</source>
        <translation>Sie hat {0} MB{1}.</translation>
    </message>
    <message>
        <source>Start ComfyUI with --max-upload-size {0}, or use a smaller file.</source>
        <translation>ComfyUI mit --max-upload-size {0} starten oder eine kleinere Datei verwenden.</translation>
    </message>
    <message>
        <source>{0} answers, but names no ComfyUI version.</source>
        <translation>{0} antwortet, nennt aber keine Version von ComfyUI.</translation>
    </message>
    <message>
        <source>Check the address; ComfyUI usually listens on port 8188.</source>
        <translation>Die Adresse prüfen; ComfyUI lauscht meist auf Port 8188.</translation>
    </message>
    <message>
        <source>The length of the server's queue cannot be read.</source>
        <translation>Die Länge der Warteschlange des Servers ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Its answer to /prompt is not ComfyUI's.</source>
        <translation>Die Antwort auf /prompt ist nicht die von ComfyUI.</translation>
    </message>
    <message>
        <source>Check the address, or update ComfyUI.</source>
        <translation>Die Adresse prüfen oder ComfyUI aktualisieren.</translation>
    </message>
    <message>
        <source>The server's reply to a prompt cannot be read.</source>
        <translation>Die Antwort des Servers auf einen Prompt ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The server's list of nodes cannot be read.</source>
        <translation>Die Liste der Nodes des Servers ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Its answer to /object_info is not ComfyUI's.</source>
        <translation>Die Antwort auf /object_info ist nicht die von ComfyUI.</translation>
    </message>
    <message>
        <source>The server did not take the input file.</source>
        <translation>Der Server nahm die Eingabedatei nicht.</translation>
    </message>
    <message>
        <source>It refused {0}.</source>
        <translation>Er wies {0} zurück.</translation>
    </message>
    <message>
        <source>The server no longer has an output file.</source>
        <translation>Der Server hat eine Ausgabedatei nicht mehr.</translation>
    </message>
    <message>
        <source>{0}/{1} was reported, but is gone.</source>
        <translation>{0}/{1} wurde gemeldet, ist aber weg.</translation>
    </message>
    <message>
        <source>Retry the prompt to make it again.</source>
        <translation>Den Prompt wiederholen, um sie erneut zu machen.</translation>
    </message>
    <message>
        <source>The staged copy of an input cannot be read.</source>
        <translation>Die abgelegte Kopie einer Eingabe ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Add the file again as another job.</source>
        <translation>Die Datei in einem anderen Auftrag erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The workflow is too large for the server.</source>
        <translation>Der Workflow ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>It answered 413.</source>
        <translation>Er antwortete 413.</translation>
    </message>
    <message>
        <source>Start ComfyUI with a higher --max-upload-size.</source>
        <translation>ComfyUI mit einem höheren --max-upload-size starten.</translation>
    </message>
    <message>
        <source>This ComfyUI is too old.</source>
        <translation>Dieses ComfyUI ist zu alt.</translation>
    </message>
    <message>
        <source>It gives prompts its own ids, so that none could be found again after a restart.</source>
        <translation>Es gibt Prompts eigene IDs, sodass nach einem Neustart keiner wiederzufinden wäre.</translation>
    </message>
    <message>
        <source>Update ComfyUI to 0.3.46 or newer.</source>
        <translation>ComfyUI auf 0.3.46 oder neuer aktualisieren.</translation>
    </message>
    <message>
        <source>VQDesk connects again by itself.</source>
        <translation>VQDesk verbindet sich von selbst wieder.</translation>
    </message>
    <message>
        <source>The server fell silent.</source>
        <translation>Der Server verstummte.</translation>
    </message>
    <message>
        <source>No sign of life for {0} s.</source>
        <translation>Kein Lebenszeichen seit {0} s.</translation>
    </message>
    <message>
        <source>The server sends no news.</source>
        <translation>Der Server schickt keine Nachrichten.</translation>
    </message>
    <message>
        <source>It took a prompt but told nothing of it.</source>
        <translation>Er nahm einen Prompt an, sagte aber nichts davon.</translation>
    </message>
    <message>
        <source>The events of the server cannot be read.</source>
        <translation>Die Ereignisse des Servers sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Please report this bug.</source>
        <translation>Bitte diesen Fehler melden.</translation>
    </message>
    <message>
        <source>Check the workflow's template, or choose another workflow.</source>
        <translation>Die Vorlage des Workflows prüfen oder einen anderen Workflow wählen.</translation>
    </message>
    <message>
        <source>Free some space where the server keeps its output and temporary files, then retry.</source>
        <translation>Platz schaffen, wo der Server Ausgaben und temporäre Dateien ablegt, dann wiederholen.</translation>
    </message>
    <message>
        <source>Make the picture smaller or the clip shorter, or close other programs that use the GPU, then retry.</source>
        <translation>Das Bild verkleinern oder den Clip kürzen, oder andere Programme schließen, die die GPU nutzen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The log has the whole message. Correct the setting or the input, then retry.</source>
        <translation>Im Protokoll steht die ganze Meldung. Einstellung oder Eingabe berichtigen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The server refused the workflow.</source>
        <translation>Der Server wies den Workflow zurück.</translation>
    </message>
    <message>
        <source>It gave no reason.</source>
        <translation>Er nannte keinen Grund.</translation>
    </message>
    <message>
        <source>The server ran out of GPU memory.</source>
        <translation>Dem Server ging der GPU-Speicher aus.</translation>
    </message>
    <message>
        <source>The server's disk is full: {0}.</source>
        <translation>Der Datenträger des Servers ist voll: {0}.</translation>
    </message>
    <message>
        <source>{0} failed.</source>
        <translation>{0} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>Der Server nannte keinen Grund.</translation>
    </message>
    <message>
        <source>{0} Also: {1}</source>
        <translation>{0} Außerdem: {1}</translation>
    </message>
    <message>
        <source>No node of it writes an output.</source>
        <translation>Keine seiner Nodes schreibt eine Ausgabe.</translation>
    </message>
    <message>
        <source>Nodes that feed one another in a circle are refused this way.</source>
        <translation>Nodes, die einander im Kreis speisen, werden so zurückgewiesen.</translation>
    </message>
    <message>
        <source>The server does not know the node {0}.</source>
        <translation>Der Server kennt die Node {0} nicht.</translation>
    </message>
    <message>
        <source>{0} is part of the workflow, but not installed there.</source>
        <translation>{0} gehört zum Workflow, ist dort aber nicht installiert.</translation>
    </message>
    <message>
        <source>Install the node pack with {0} in ComfyUI and restart it, or choose another workflow.</source>
        <translation>Das Node-Paket mit {0} in ComfyUI installieren und es neu starten, oder einen anderen Workflow wählen.</translation>
    </message>
    <message>
        <source>The input “{0}” has no value.</source>
        <translation>Der Eingang „{0}“ hat keinen Wert.</translation>
    </message>
    <message>
        <source>{0} is {1}, outside of what the node takes.</source>
        <translation>{0} ist {1}, außerhalb dessen, was die Node nimmt.</translation>
    </message>
    <message>
        <source>Set {0} to {1}.</source>
        <translation>{0} auf {1} setzen.</translation>
    </message>
    <message>
        <source>{0} is {1}, which is not a number.</source>
        <translation>{0} ist {1}, und das ist keine Zahl.</translation>
    </message>
    <message>
        <source>The server does not have the file {0} ({1}).</source>
        <translation>Der Server hat die Datei {0} nicht ({1}).</translation>
    </message>
    <message>
        <source>Put it into ComfyUI's models folder and reload, or choose a model that is there.</source>
        <translation>Sie in den Modellordner von ComfyUI legen und neu laden, oder ein Modell wählen, das da ist.</translation>
    </message>
    <message>
        <source>{0} is {1}, which the server does not offer.</source>
        <translation>{0} ist {1}, und das bietet der Server nicht an.</translation>
    </message>
    <message>
        <source>The file is missing at the server; retry, so that it is sent again.</source>
        <translation>Die Datei fehlt auf dem Server; wiederholen, damit sie erneut gesendet wird.</translation>
    </message>
    <message>
        <source>The server refused {0}.</source>
        <translation>Der Server wies {0} zurück.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space, then retry.</source>
        <translation>Platz schaffen, dann wiederholen.</translation>
    </message>
    <message>
        <source>Your disk quota is used up.</source>
        <translation>Das eigene Speicherkontingent ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>Der Datenträger ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Choose another folder, or make this one writable, then retry.</source>
        <translation>Einen anderen Ordner wählen oder diesen beschreibbar machen, dann wiederholen.</translation>
    </message>
    <message>
        <source>You may not write there.</source>
        <translation>Dort darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions, then retry.</source>
        <translation>Einen anderen Ordner wählen oder seine Rechte ändern, dann wiederholen.</translation>
    </message>
    <message>
        <source>A file is where a folder should be.</source>
        <translation>Wo ein Ordner sein sollte, ist eine Datei.</translation>
    </message>
    <message>
        <source>Move that file away, then retry.</source>
        <translation>Diese Datei verschieben, dann wiederholen.</translation>
    </message>
    <message>
        <source>{0} could not be written to {1}.</source>
        <translation>{0} ließ sich nicht nach {1} schreiben.</translation>
    </message>
    <message>
        <source>Check the folder, then retry.</source>
        <translation>Den Ordner prüfen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The log {0} cannot be read.</source>
        <translation>Das Protokoll {0} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It may have nothing written into it yet.</source>
        <translation>Vielleicht wurde noch nichts hineingeschrieben.</translation>
    </message>
    <message>
        <source>The log cannot be saved there.</source>
        <translation>Das Protokoll lässt sich dort nicht speichern.</translation>
    </message>
    <message>
        <source>The name {0} is not allowed for an output.</source>
        <translation>Der Name {0} ist für eine Ausgabe nicht erlaubt.</translation>
    </message>
    <message>
        <source>It would leave the output folder.</source>
        <translation>Er würde den Ausgabeordner verlassen.</translation>
    </message>
    <message>
        <source>The server that sent it is not to be trusted.</source>
        <translation>Dem Server, der ihn sandte, ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>A server's log cannot be kept.</source>
        <translation>Das Protokoll eines Servers lässt sich nicht aufbewahren.</translation>
    </message>
    <message>
        <source>Free some space on the disk.</source>
        <translation>Platz auf dem Datenträger schaffen.</translation>
    </message>
    <message>
        <source>VQDesk's own copy {0} is damaged</source>
        <translation>die eigene Kopie {0} von VQDesk ist beschädigt</translation>
    </message>
    <message>
        <source>VQDesk has no copy of its own</source>
        <translation>VQDesk hat keine eigene Kopie</translation>
    </message>
    <message>
        <source>{0} has changed since</source>
        <translation>{0} wurde seitdem geändert</translation>
    </message>
    <message>
        <source>{0} is not there any more</source>
        <translation>{0} ist nicht mehr da</translation>
    </message>
    <message>
        <source>{0}, and {1}.</source>
        <translation>{0}, und {1}.</translation>
    </message>
    <message>
        <source>Put the file back as it was and retry, or add it anew as another job.</source>
        <translation>Die Datei zurücklegen, wie sie war, und wiederholen, oder sie in einem anderen Auftrag neu hinzufügen.</translation>
    </message>
    <message>
        <source>The input {0} is lost.</source>
        <translation>Die Eingabe {0} ist verloren.</translation>
    </message>
    <message>
        <source>{0} has changed.</source>
        <translation>{0} wurde geändert.</translation>
    </message>
    <message>
        <source>Check the file and add it again.</source>
        <translation>Die Datei prüfen und erneut hinzufügen.</translation>
    </message>
    <message>
        <source>It was moved or deleted outside VQDesk.</source>
        <translation>Es wurde außerhalb von VQDesk verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>{0} could not be moved to the trash.</source>
        <translation>{0} ließ sich nicht in den Papierkorb legen.</translation>
    </message>
    <message>
        <source>The disk of {0} has no trash that may be used.</source>
        <translation>Der Datenträger von {0} hat keinen benutzbaren Papierkorb.</translation>
    </message>
    <message>
        <source>Delete the file in your file manager instead.</source>
        <translation>Die Datei stattdessen im Dateimanager löschen.</translation>
    </message>
    <message>
        <source>“{0}” is no address of a server.</source>
        <translation>„{0}“ ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>It needs a host and usually a port.</source>
        <translation>Nötig sind ein Rechner und meist ein Port.</translation>
    </message>
    <message>
        <source>Write it like http://127.0.0.1:1234.</source>
        <translation>Schreiben wie http://127.0.0.1:1234.</translation>
    </message>
    <message>
        <source>Start LM Studio and its server (Developer, Start server), or correct the address in the settings.</source>
        <translation>LM Studio und seinen Server starten (Developer, Start server) oder die Adresse in den Einstellungen berichtigen.</translation>
    </message>
    <message>
        <source>What answers at {where} is no server of language models.</source>
        <translation>Was unter {where} antwortet, ist kein Server für Sprachmodelle.</translation>
    </message>
    <message>
        <source>Check the address: LM Studio's is usually http://127.0.0.1:1234.</source>
        <translation>Die Adresse prüfen: die von LM Studio ist meist http://127.0.0.1:1234.</translation>
    </message>
    <message>
        <source>The server is still loading {model}.</source>
        <translation>Der Server lädt {model} noch.</translation>
    </message>
    <message>
        <source>Wait a little, then go on.</source>
        <translation>Ein wenig warten, dann weitermachen.</translation>
    </message>
    <message>
        <source>No model is loaded at the server, and it did not load {model}.</source>
        <translation>Auf dem Server ist kein Modell geladen, und er hat {model} nicht geladen.</translation>
    </message>
    <message>
        <source>Load it there, or switch on “Just-in-time model loading”.</source>
        <translation>Es dort laden oder „Just-in-time model loading“ einschalten.</translation>
    </message>
    <message>
        <source>The server has no model {model}.</source>
        <translation>Der Server hat kein Modell {model}.</translation>
    </message>
    <message>
        <source>Download it there, or choose another.</source>
        <translation>Es dort herunterladen oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>{model} could not be loaded.</source>
        <translation>{model} ließ sich nicht laden.</translation>
    </message>
    <message>
        <source>There is probably too little GPU memory: free some, or choose a smaller model or quantisation.</source>
        <translation>Wahrscheinlich reicht der GPU-Speicher nicht: welchen freigeben oder ein kleineres Modell oder eine kleinere Quantisierung wählen.</translation>
    </message>
    <message>
        <source>{model} cannot see pictures.</source>
        <translation>{model} kann keine Bilder sehen.</translation>
    </message>
    <message>
        <source>Choose a vision model for captions; its mmproj file must lie beside it.</source>
        <translation>Für Bildbeschreibungen ein Bildmodell wählen; seine mmproj-Datei muss daneben liegen.</translation>
    </message>
    <message>
        <source>The server could not read the picture.</source>
        <translation>Der Server konnte das Bild nicht lesen.</translation>
    </message>
    <message>
        <source>Save it again with another program.</source>
        <translation>Es mit einem anderen Programm erneut speichern.</translation>
    </message>
    <message>
        <source>The request does not fit into the context of {model}.</source>
        <translation>Die Anfrage passt nicht in den Kontext von {model}.</translation>
    </message>
    <message>
        <source>Load it with a longer context (8192 for captions), or send smaller pictures.</source>
        <translation>Es mit längerem Kontext laden (8192 für Bildbeschreibungen) oder kleinere Bilder senden.</translation>
    </message>
    <message>
        <source>{model} died at the server.</source>
        <translation>{model} stürzte auf dem Server ab.</translation>
    </message>
    <message>
        <source>Look at the server's log; often the GPU's memory was not enough.</source>
        <translation>Im Protokoll des Servers nachsehen; oft reichte der Speicher der GPU nicht.</translation>
    </message>
    <message>
        <source>The answer of {model} broke off.</source>
        <translation>Die Antwort von {model} brach ab.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, look at the server's log.</source>
        <translation>Erneut versuchen; hält es an, im Protokoll des Servers nachsehen.</translation>
    </message>
    <message>
        <source>The server hung up without a word.</source>
        <translation>Der Server legte wortlos auf.</translation>
    </message>
    <message>
        <source>Look whether it still runs, and at its log.</source>
        <translation>Nachsehen, ob er noch läuft, und in seinem Protokoll.</translation>
    </message>
    <message>
        <source>The server wants a token, or another one.</source>
        <translation>Der Server verlangt ein Token, oder ein anderes.</translation>
    </message>
    <message>
        <source>Make one in its settings (LM Studio: Server Settings, Manage Tokens) and enter it in the settings here.</source>
        <translation>In seinen Einstellungen eines anlegen (LM Studio: Server Settings, Manage Tokens) und hier in den Einstellungen eintragen.</translation>
    </message>
    <message>
        <source>The request is too large for the server.</source>
        <translation>Die Anfrage ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>Send smaller pictures (settings).</source>
        <translation>Kleinere Bilder senden (Einstellungen).</translation>
    </message>
    <message>
        <source>{model} answered with nothing.</source>
        <translation>{model} antwortete mit nichts.</translation>
    </message>
    <message>
        <source>Load it with a longer context; if it was asked about a picture, choose a vision model.</source>
        <translation>Es mit längerem Kontext laden; wurde es nach einem Bild gefragt, ein Bildmodell wählen.</translation>
    </message>
    <message>
        <source>{model} only thought and never answered.</source>
        <translation>{model} dachte nur nach und antwortete nie.</translation>
    </message>
    <message>
        <source>Raise the longest answer in the settings to 1024 or more, or choose a model that does not think.</source>
        <translation>Die längste Antwort in den Einstellungen auf 1024 oder mehr erhöhen oder ein Modell wählen, das nicht nachdenkt.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Der Server wies die Anfrage zurück.</translation>
    </message>
    <message>
        <source>Look at the server's log.</source>
        <translation>Im Protokoll des Servers nachsehen.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>It says: {0}</source>
        <translation>Er sagt: {0}</translation>
    </message>
    <message>
        <source>It answered with status {0} and no words.</source>
        <translation>Er antwortete mit Status {0} und ohne Worte.</translation>
    </message>
    <message>
        <source>No language model server answers at {0}.</source>
        <translation>Unter {0} antwortet kein Server für Sprachmodelle.</translation>
    </message>
    <message>
        <source>The connection was refused or does not come about.</source>
        <translation>Die Verbindung wurde abgelehnt oder kommt nicht zustande.</translation>
    </message>
    <message>
        <source>“{0}” took too long.</source>
        <translation>„{0}“ brauchte zu lange.</translation>
    </message>
    <message>
        <source>{0} for {1} s.</source>
        <translation>{0} seit {1} s.</translation>
    </message>
    <message>
        <source>Wait until the server has nothing else to do, or raise the limit in the settings.</source>
        <translation>Warten, bis der Server nichts anderes zu tun hat, oder die Grenze in den Einstellungen erhöhen.</translation>
    </message>
    <message>
        <source>LM Studio</source>
        <translation>LM Studio</translation>
    </message>
    <message>
        <source>LM Studio 0.3</source>
        <translation>LM Studio 0.3</translation>
    </message>
    <message>
        <source>llama.cpp, one model</source>
        <translation>llama.cpp, ein Modell</translation>
    </message>
    <message>
        <source>OpenAI-compatible server</source>
        <translation>OpenAI-kompatibler Server</translation>
    </message>
    <message>
        <source>{0} cannot be captioned.</source>
        <translation>{0} lässt sich nicht beschreiben.</translation>
    </message>
    <message>
        <source>It cannot be read as a picture: {0}.</source>
        <translation>Es ist nicht als Bild lesbar: {0}.</translation>
    </message>
    <message>
        <source>Open and save it again with another program, or leave it out.</source>
        <translation>Es mit einem anderen Programm öffnen und erneut speichern, oder es weglassen.</translation>
    </message>
    <message>
        <source>Start LM Studio and its server (Developer, Start server), or change the address in the settings.</source>
        <translation>LM Studio und seinen Server starten (Developer, Start server) oder die Adresse in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>What answers at {0} is no server of language models.</source>
        <translation>Was unter {0} antwortet, ist kein Server für Sprachmodelle.</translation>
    </message>
    <message>
        <source>{0} answered with status {1} and no list of models.</source>
        <translation>{0} antwortete mit Status {1} und ohne Liste von Modellen.</translation>
    </message>
    <message>
        <source>The answer has an end, but no words.</source>
        <translation>Die Antwort hat ein Ende, aber keine Wörter.</translation>
    </message>
    <message>
        <source>after its first words</source>
        <translation>nach den ersten Wörtern</translation>
    </message>
    <message>
        <source>before the first word</source>
        <translation>vor dem ersten Wort</translation>
    </message>
    <message>
        <source>The connection broke {0}.</source>
        <translation>Die Verbindung brach ab {0}.</translation>
    </message>
    <message>
        <source>Not a byte came.</source>
        <translation>Kein einziges Byte kam.</translation>
    </message>
    <message>
        <source>data: {0}</source>
        <translation>Daten: {0}</translation>
    </message>
    <message>
        <source>It ended after {0} characters, without its end.</source>
        <translation>Sie endete nach {0} Zeichen, ohne ihren Schluss.</translation>
    </message>
    <message>
        <source>Nothing came.</source>
        <translation>Nichts kam.</translation>
    </message>
    <message>
        <source>Its thoughts used up the longest answer.</source>
        <translation>Seine Gedanken verbrauchten die längste Antwort.</translation>
    </message>
    <message>
        <source>Only its thoughts came.</source>
        <translation>Nur seine Gedanken kamen.</translation>
    </message>
    <message>
        <source>It answers, but gives no list of models.</source>
        <translation>Er antwortet, gibt aber keine Liste von Modellen.</translation>
    </message>
    <message>
        <source>Its process ended with {0}.</source>
        <translation>Sein Prozess endete mit {0}.</translation>
    </message>
    <message>
        <source>Choose a picture (PNG, JPEG, WebP …) or a video (MP4, MOV, WebM …).</source>
        <translation>Ein Bild (PNG, JPEG, WebP …) oder ein Video (MP4, MOV, WebM …) wählen.</translation>
    </message>
    <message>
        <source>{0} was not found.</source>
        <translation>{0} wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the name and the place.</source>
        <translation>Namen und Ort prüfen.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} ist ein Ordner.</translation>
    </message>
    <message>
        <source>A single file is needed here.</source>
        <translation>Hier ist eine einzelne Datei nötig.</translation>
    </message>
    <message>
        <source>Check the rights of the file.</source>
        <translation>Die Rechte der Datei prüfen.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>The file has 0 bytes.</source>
        <translation>Die Datei hat 0 Byte.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <translation>Sie erneut von dort kopieren, wo sie herkam.</translation>
    </message>
    <message>
        <source>{0} is not a picture.</source>
        <translation>{0} ist kein Bild.</translation>
    </message>
    <message>
        <source>The file holds text, whatever its name says.</source>
        <translation>Die Datei enthält Text, was auch immer ihr Name sagt.</translation>
    </message>
    <message>
        <source>{0} is neither a picture nor a video.</source>
        <translation>{0} ist weder Bild noch Video.</translation>
    </message>
    <message>
        <source>Its content is damaged or of a kind that is not known.</source>
        <translation>Ihr Inhalt ist beschädigt oder von unbekannter Art.</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} ist beschädigt.</translation>
    </message>
    <message>
        <source>It cannot be decoded to its end: {0}.</source>
        <translation>Sie lässt sich nicht bis zum Ende dekodieren: {0}.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from, or save it anew in an image editor.</source>
        <translation>Sie erneut von dort kopieren, wo sie herkam, oder in einer Bildbearbeitung neu speichern.</translation>
    </message>
    <message>
        <source>{0} is too large.</source>
        <translation>{0} ist zu groß.</translation>
    </message>
    <message>
        <source>It has {0} megapixels; at most {1} can be used.</source>
        <translation>Es hat {0} Megapixel; höchstens {1} sind verwendbar.</translation>
    </message>
    <message>
        <source>Make a smaller copy and use that.</source>
        <translation>Eine kleinere Kopie machen und diese verwenden.</translation>
    </message>
    <message>
        <source>A notice did not reach its web address.</source>
        <translation>Eine Meldung erreichte ihre Webadresse nicht.</translation>
    </message>
    <message>
        <source>The server answered with status {0}.</source>
        <translation>Der Server antwortete mit Status {0}.</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Die Adresse in den Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The computer could not be suspended.</source>
        <translation>Der Computer ließ sich nicht in Bereitschaft versetzen.</translation>
    </message>
    <message>
        <source>The computer could not be shut down.</source>
        <translation>Der Computer ließ sich nicht herunterfahren.</translation>
    </message>
    <message>
        <source>Do it by hand, or use a command.</source>
        <translation>Es von Hand tun oder einen Befehl verwenden.</translation>
    </message>
    <message>
        <source>This computer may fall asleep while it renders.</source>
        <translation>Dieser Computer kann einschlafen, während er rendert.</translation>
    </message>
    <message>
        <source>No program here can keep it awake.</source>
        <translation>Kein Programm hier kann ihn wach halten.</translation>
    </message>
    <message>
        <source>Set its energy settings to stay awake.</source>
        <translation>Seine Energieeinstellungen auf wach stellen.</translation>
    </message>
    <message>
        <source>No way is known for this system.</source>
        <translation>Für dieses System ist kein Weg bekannt.</translation>
    </message>
    <message>
        <source>The command {0} could not be started.</source>
        <translation>Der Befehl {0} ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>Correct the command in the settings.</source>
        <translation>Den Befehl in den Einstellungen berichtigen.</translation>
    </message>
    <message>
        <source>code {0}</source>
        <translation>Code {0}</translation>
    </message>
    <message>
        <source>The password was not kept.</source>
        <translation>Das Passwort wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Check the permissions of the data folder and the room on its disk.</source>
        <translation>Rechte des Datenordners und Platz auf seinem Datenträger prüfen.</translation>
    </message>
    <message>
        <source>There is nothing to back up.</source>
        <translation>Es gibt nichts zu sichern.</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} existiert nicht.</translation>
    </message>
    <message>
        <source>Name the data folder with --home.</source>
        <translation>Den Datenordner mit --home nennen.</translation>
    </message>
    <message>
        <source>There is no backup “{0}”.</source>
        <translation>Es gibt keine Sicherung „{0}“.</translation>
    </message>
    <message>
        <source>`vqdesk backup list` names all.</source>
        <translation>`vqdesk backup list` nennt alle.</translation>
    </message>
    <message>
        <source>{0} is no usable backup.</source>
        <translation>{0} ist keine brauchbare Sicherung.</translation>
    </message>
    <message>
        <source>It is damaged, or it is not a database of VQDesk.</source>
        <translation>Sie ist beschädigt, oder sie ist keine Datenbank von VQDesk.</translation>
    </message>
    <message>
        <source>Choose another: `vqdesk backup list` names all.</source>
        <translation>Eine andere wählen: `vqdesk backup list` nennt alle.</translation>
    </message>
    <message>
        <source>{0} was written by a newer VQDesk.</source>
        <translation>{0} wurde von einem neueren VQDesk geschrieben.</translation>
    </message>
    <message>
        <source>Its database has steps that this version does not know.</source>
        <translation>Ihre Datenbank hat Schritte, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Update VQDesk, or choose an older backup: `vqdesk backup list` names all.</source>
        <translation>VQDesk aktualisieren oder eine ältere Sicherung wählen: `vqdesk backup list` nennt alle.</translation>
    </message>
    <message>
        <source>Another VQDesk uses {0}.</source>
        <translation>Ein anderes VQDesk benutzt {0}.</translation>
    </message>
    <message>
        <source>Close its windows and commands, then try again.</source>
        <translation>Seine Fenster und Befehle schließen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>This data folder was written by a newer VQDesk.</source>
        <translation>Dieser Datenordner wurde von einem neueren VQDesk geschrieben.</translation>
    </message>
    <message>
        <source>Its database knows the steps {0}, which this version does not.</source>
        <translation>Seine Datenbank kennt die Schritte {0}, diese Version nicht.</translation>
    </message>
    <message>
        <source>Update VQDesk, go back to an older state with `vqdesk backup restore`, or start it with another data folder (--home).</source>
        <translation>VQDesk aktualisieren, mit `vqdesk backup restore` zu einem älteren Stand zurückkehren oder es mit einem anderen Datenordner starten (--home).</translation>
    </message>
    <message>
        <source>The queue's database cannot be used.</source>
        <translation>Die Datenbank der Warteschlange ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The disk that holds {0} is full or faulty.</source>
        <translation>Der Datenträger mit {0} ist voll oder fehlerhaft.</translation>
    </message>
    <message>
        <source>Free some space or check the disk, then try again.</source>
        <translation>Platz schaffen oder den Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>There is no job {0}.</source>
        <translation>Es gibt keinen Auftrag {0}.</translation>
    </message>
    <message>
        <source>The queue holds none with this number.</source>
        <translation>Die Warteschlange enthält keinen mit dieser Nummer.</translation>
    </message>
    <message>
        <source>`vqdesk jobs` lists all.</source>
        <translation>`vqdesk jobs` listet alle auf.</translation>
    </message>
    <message>
        <source>Added {0} prompts with workflow {1}.</source>
        <translation>{0} Prompts mit dem Workflow {1} hinzugefügt.</translation>
    </message>
    <message>
        <source>A staged input is missing.</source>
        <translation>Eine abgelegte Eingabe fehlt.</translation>
    </message>
    <message>
        <source>Nothing is known of {0}…</source>
        <translation>Von {0}… ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Add the job again.</source>
        <translation>Den Auftrag erneut hinzufügen.</translation>
    </message>
    <message>
        <source>It was renamed or deleted meanwhile.</source>
        <translation>Sie wurde inzwischen umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>Two presets in a folder cannot have one name.</source>
        <translation>Zwei Voreinstellungen in einem Ordner können nicht gleich heißen.</translation>
    </message>
    <message>
        <source>Choose another name, or delete the other preset first.</source>
        <translation>Einen anderen Namen wählen oder zuerst die andere Voreinstellung löschen.</translation>
    </message>
    <message>
        <source>This prompt does not exist.</source>
        <translation>Diesen Prompt gibt es nicht.</translation>
    </message>
    <message>
        <source>The queue holds none with the id {0}.</source>
        <translation>Die Warteschlange enthält keinen mit der ID {0}.</translation>
    </message>
    <message>
        <source>Look at the job again.</source>
        <translation>Den Auftrag erneut ansehen.</translation>
    </message>
    <message>
        <source>{0} Canceled, as wished meanwhile.</source>
        <translation>{0} Abgebrochen, wie inzwischen gewünscht.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>in {0} s</source>
        <translation>in {0} s</translation>
    </message>
    <message>
        <source>Job {0} goes ahead of this one: the models that it needs are loaded.</source>
        <translation>Auftrag {0} geht diesem vor: die nötigen Modelle sind geladen.</translation>
    </message>
    <message>
        <source>Put back into the queue by the user.</source>
        <translation>Vom Benutzer in die Warteschlange zurückgestellt.</translation>
    </message>
    <message>
        <source>Done{0}, {1} collected.</source>
        <translation>Fertig{0}, {1} abgeholt.</translation>
    </message>
    <message>
        <source>Canceled before it was sent.</source>
        <translation>Abgebrochen, bevor er gesendet wurde.</translation>
    </message>
    <message>
        <source>Cancel wished by the user.</source>
        <translation>Abbruch vom Benutzer gewünscht.</translation>
    </message>
    <message>
        <source>{0} is away; the prompt goes back into the queue.</source>
        <translation>{0} ist weg; der Prompt geht in die Warteschlange zurück.</translation>
    </message>
    <message>
        <source>It goes on without waiting for its texts.</source>
        <translation>Er geht weiter, ohne auf seine Texte zu warten.</translation>
    </message>
    <message>
        <source>The queue's database is damaged.</source>
        <translation>Die Datenbank der Warteschlange ist beschädigt.</translation>
    </message>
    <message>
        <source>`vqdesk backup restore` brings back the newest backup; `vqdesk backup list` names all.</source>
        <translation>`vqdesk backup restore` bringt die neueste Sicherung zurück; `vqdesk backup list` nennt alle.</translation>
    </message>
    <message>
        <source>Another program holds {0}.</source>
        <translation>Ein anderes Programm hält {0}.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>Es schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The disk that holds {0} is full.</source>
        <translation>Der Datenträger mit {0} ist voll.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the folder's permissions or choose another with --home.</source>
        <translation>Die Rechte des Ordners prüfen oder mit --home einen anderen wählen.</translation>
    </message>
    <message>
        <source>The disk reports an error on {0}.</source>
        <translation>Der Datenträger meldet einen Fehler bei {0}.</translation>
    </message>
    <message>
        <source>Check the disk, then start VQDesk again.</source>
        <translation>Den Datenträger prüfen, dann VQDesk neu starten.</translation>
    </message>
    <message>
        <source>The data folder {0} cannot be used.</source>
        <translation>Der Datenordner {0} ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another with --home.</source>
        <translation>Seine Rechte prüfen oder mit --home einen anderen wählen.</translation>
    </message>
    <message>
        <source>The log file cannot be written.</source>
        <translation>Die Protokolldatei ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <translation>Den Ordner prüfen.</translation>
    </message>
    <message>
        <source>It holds no {0} texts.</source>
        <translation>Sie enthält keine {0} Texte.</translation>
    </message>
    <message>
        <source>{0} more than asked for were left out</source>
        <translation>{0} mehr als verlangt wurden ausgelassen</translation>
    </message>
    <message>
        <source>The server has no model “{0}”.</source>
        <translation>Der Server hat kein Modell „{0}“.</translation>
    </message>
    <message>
        <source>It lists {0} models.</source>
        <translation>Er listet {0} Modelle auf.</translation>
    </message>
    <message>
        <source>It lists no model.</source>
        <translation>Er listet kein Modell auf.</translation>
    </message>
    <message>
        <source>Download it there, or choose another in the settings.</source>
        <translation>Es dort herunterladen oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>The system prompt is empty.</source>
        <translation>Der Systemprompt ist leer.</translation>
    </message>
    <message>
        <source>The model would not know what to do.</source>
        <translation>Das Modell wüsste nicht, was zu tun ist.</translation>
    </message>
    <message>
        <source>Reset it.</source>
        <translation>Ihn zurücksetzen.</translation>
    </message>
    <message>
        <source>The system prompt is too long.</source>
        <translation>Der Systemprompt ist zu lang.</translation>
    </message>
    <message>
        <source>It has more than {0} characters.</source>
        <translation>Er hat mehr als {0} Zeichen.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Ihn kürzen.</translation>
    </message>
    <message>
        <source>The system prompt has an unknown placeholder “{0}”.</source>
        <translation>Der Systemprompt hat einen unbekannten Platzhalter „{0}“.</translation>
    </message>
    <message>
        <source>It stands in line {0}.</source>
        <translation>Er steht in Zeile {0}.</translation>
    </message>
    <message>
        <source>This prompt has no placeholders.</source>
        <translation>Dieser Prompt hat keine Platzhalter.</translation>
    </message>
    <message>
        <source>waits for its texts, {0} of {1} are written</source>
        <translation>wartet auf seine Texte, {0} von {1} sind geschrieben</translation>
    </message>
    <message>
        <source>waits for its texts</source>
        <translation>wartet auf seine Texte</translation>
    </message>
    <message>
        <source>The seed counts up from {0} with each try and would pass {1}.</source>
        <translation>Der Seed zählt mit jedem Durchlauf von {0} aufwärts und überschritte {1}.</translation>
    </message>
    <message>
        <source>Tries cannot be {0}.</source>
        <translation>Die Zahl der Durchläufe kann nicht {0} sein.</translation>
    </message>
    <message>
        <source>Every input is run at least once.</source>
        <translation>Jede Eingabe läuft mindestens einmal.</translation>
    </message>
    <message>
        <source>Use 1 or more.</source>
        <translation>1 oder mehr verwenden.</translation>
    </message>
    <message>
        <source>Tries cannot be {0} with “{1}”.</source>
        <translation>Die Zahl der Durchläufe kann mit „{1}“ nicht {0} sein.</translation>
    </message>
    <message>
        <source>This workflow has no seed, so that every try would give the same result.</source>
        <translation>Dieser Workflow hat keinen Seed, sodass jeder Durchlauf dasselbe ergäbe.</translation>
    </message>
    <message>
        <source>Use 1 try.</source>
        <translation>1 Durchlauf verwenden.</translation>
    </message>
    <message>
        <source>Seed cannot be {0} with {1} tries.</source>
        <translation>Der Seed kann bei {1} Durchläufen nicht {0} sein.</translation>
    </message>
    <message>
        <source>Use a smaller seed.</source>
        <translation>Einen kleineren Seed verwenden.</translation>
    </message>
    <message>
        <source>1 job that shares</source>
        <translation>1 Auftrag mit gleichen Modellen</translation>
    </message>
    <message>
        <source>{0} jobs that share</source>
        <translation>{0} Aufträge mit gleichen Modellen</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>{0} is missing.</source>
        <translation>{0} fehlt.</translation>
    </message>
    <message>
        <source>It needs {0}.</source>
        <translation>Es braucht {0}.</translation>
    </message>
    <message>
        <source>Give the file, or drop it there.</source>
        <translation>Die Datei angeben oder dort ablegen.</translation>
    </message>
    <message>
        <source>Input “{0}” takes its value from node “{1}”, which is not in the graph.</source>
        <translation>Eingang „{0}“ nimmt seinen Wert von Node „{1}“, die nicht im Graphen ist.</translation>
    </message>
    <message>
        <source>Input “{0}” names node {1} by a number; ids are text.</source>
        <translation>Eingang „{0}“ nennt Node {1} mit einer Zahl; IDs sind Text.</translation>
    </message>
    <message>
        <source>The nodes {0} feed one another in a circle.</source>
        <translation>Die Nodes {0} speisen einander im Kreis.</translation>
    </message>
    <message>
        <source>{0} Write ["{1}", {2}].</source>
        <translation>{0} ["{1}", {2}] schreiben.</translation>
    </message>
    <message>
        <source>Anything Everywhere?</source>
        <translation>Anything Everywhere?</translation>
    </message>
    <message>
        <source>It sends by groups or colours of the window, or by patterns; its links were not drawn.</source>
        <translation>Es sendet nach Gruppen oder Farben des Fensters oder nach Mustern; seine Verbindungen wurden nicht gezogen.</translation>
    </message>
    <message>
        <source>Several “Everywhere” nodes send to its input “{}”, and none wins; it was left open.</source>
        <translation>Mehrere „Everywhere“-Nodes senden an den Eingang „{}“, und keine gewinnt; er blieb offen.</translation>
    </message>
    <message>
        <source>No server known here has this class; it was kept as it is.</source>
        <translation>Kein hier bekannter Server hat diese Klasse; sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>It is a group node of an old kind; convert it to a subgraph in ComfyUI, and import it again.</source>
        <translation>Es ist eine Gruppen-Node alter Art; in ComfyUI in einen Subgraphen umwandeln und erneut importieren.</translation>
    </message>
    <message>
        <source>{0} nodes or connections of the file could not be read and were left out.</source>
        <translation>{0} Nodes oder Verbindungen der Datei waren nicht lesbar und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing tells which inputs these values belong to: {0}{1}.</source>
        <translation>Nichts sagt, zu welchen Eingängen diese Werte gehören: {0}{1}.</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
    <message>
        <source>“{0}” cannot be {1}; {2}, the class's default, was put there.</source>
        <translation>„{0}“ kann nicht {1} sein; {2}, der Standard der Klasse, kam an die Stelle.</translation>
    </message>
    <message>
        <source>The required input “{0}” is not connected.</source>
        <translation>Der nötige Eingang „{0}“ ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Input “{0}” takes output {1} of node {2}, which has fewer here.</source>
        <translation>Eingang „{0}“ nimmt Ausgang {1} von Node {2}, die hier weniger hat.</translation>
    </message>
    <message>
        <source>Input “{0}” is left open: {1}.</source>
        <translation>Eingang „{0}“ bleibt offen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” has alternatives like {a|b}, of which only ComfyUI's window chooses one.</source>
        <translation>„{0}“ hat Alternativen wie {a|b}, von denen nur das Fenster von ComfyUI eine wählt.</translation>
    </message>
    <message>
        <source>{0} The file may be of a newer ComfyUI.</source>
        <translation>{0} Die Datei kann von einem neueren ComfyUI sein.</translation>
    </message>
    <message>
        <source>“{0}” is not among the choices of “{1}”; the file may be of a newer ComfyUI.</source>
        <translation>„{0}“ steht nicht unter den Möglichkeiten von „{1}“; die Datei kann von einem neueren ComfyUI sein.</translation>
    </message>
    <message>
        <source>The workflow is too large.</source>
        <translation>Der Workflow ist zu groß.</translation>
    </message>
    <message>
        <source>It has {0} connections, and {1} is the limit.</source>
        <translation>Er hat {0} Verbindungen, und {1} ist die Grenze.</translation>
    </message>
    <message>
        <source>Import a part of it.</source>
        <translation>Einen Teil davon importieren.</translation>
    </message>
    <message>
        <source>No saved file needs it; it was left out of the form's workflow.</source>
        <translation>Keine gespeicherte Datei braucht sie; sie blieb aus dem Workflow des Formulars heraus.</translation>
    </message>
    <message>
        <source>The workflow saves nothing.</source>
        <translation>Der Workflow speichert nichts.</translation>
    </message>
    <message>
        <source>None of its nodes writes a file under a name of its own.</source>
        <translation>Keine seiner Nodes schreibt eine Datei unter eigenem Namen.</translation>
    </message>
    <message>
        <source>Add a node that saves pictures or clips, and save the workflow again.</source>
        <translation>Eine Node hinzufügen, die Bilder oder Clips speichert, und den Workflow erneut speichern.</translation>
    </message>
    <message>
        <source>The workflow cannot run.</source>
        <translation>Der Workflow kann nicht laufen.</translation>
    </message>
    <message>
        <source>Node {0}: {1}</source>
        <translation>Node {0}: {1}</translation>
    </message>
    <message>
        <source>Repair it in ComfyUI and save it again.</source>
        <translation>In ComfyUI reparieren und erneut speichern.</translation>
    </message>
    <message>
        <source>It only showed its pictures; here it saves them.</source>
        <translation>Sie zeigte ihre Bilder nur; hier speichert sie sie.</translation>
    </message>
    <message>
        <source>No node of the workflow is known to save files.</source>
        <translation>Von keiner Node des Workflows ist bekannt, dass sie Dateien speichert.</translation>
    </message>
    <message>
        <source>Unknown classes, of which one may do so: {0}.</source>
        <translation>Unbekannte Klassen, von denen eine das tun kann: {0}.</translation>
    </message>
    <message>
        <source>Connect a ComfyUI that has them, or give its catalogue with --object-info.</source>
        <translation>Ein ComfyUI verbinden, das sie hat, oder seinen Katalog mit --object-info angeben.</translation>
    </message>
    <message>
        <source>A file in the server's input folder.</source>
        <translation>Eine Datei im Ordner „input“ des Servers.</translation>
    </message>
    <message>
        <source>Name of a model file at the server.</source>
        <translation>Name einer Modelldatei auf dem Server.</translation>
    </message>
    <message>
        <source>The least value, {0}, is above the greatest, {1}.</source>
        <translation>Der kleinste Wert {0} liegt über dem größten, {1}.</translation>
    </message>
    <message>
        <source>A field has no name.</source>
        <translation>Ein Feld hat keinen Namen.</translation>
    </message>
    <message>
        <source>It sets {0}.</source>
        <translation>Es setzt {0}.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ihm einen Namen geben.</translation>
    </message>
    <message>
        <source>{0} can have no value.</source>
        <translation>{0} kann keinen Wert haben.</translation>
    </message>
    <message>
        <source>Exchange them.</source>
        <translation>Die beiden vertauschen.</translation>
    </message>
    <message>
        <source>Its own values cannot be told apart; those that the group was made with were used.</source>
        <translation>Ihre eigenen Werte lassen sich nicht auseinanderhalten; verwendet wurden die, mit denen die Gruppe entstand.</translation>
    </message>
    <message>
        <source>It has {0} nodes, and {1} is the limit.</source>
        <translation>Er hat {0} Nodes, und {1} ist die Grenze.</translation>
    </message>
    <message>
        <source>The subgraph is nested too deep, or holds itself; it was left out.</source>
        <translation>Der Subgraph ist zu tief verschachtelt oder enthält sich selbst; er wurde ausgelassen.</translation>
    </message>
    <message>
        <source>(from {0})</source>
        <translation>(aus {0})</translation>
    </message>
    <message>
        <source>This expression could take forever.</source>
        <translation>Dieser Ausdruck könnte ewig dauern.</translation>
    </message>
    <message>
        <source>A part that repeats is repeated again, which has no end on some lines.</source>
        <translation>Ein Teil, der sich wiederholt, wird nochmals wiederholt; auf manchen Zeilen hat das kein Ende.</translation>
    </message>
    <message>
        <source>Repeat only one of the two.</source>
        <translation>Nur eines von beiden wiederholen.</translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation>Das ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>Correct it, or search for plain words.</source>
        <translation>Ihn berichtigen oder nach einfachen Wörtern suchen.</translation>
    </message>
    <message>
        <source>It takes “{0}” or a whole number from 0 to {1}.</source>
        <translation>Möglich ist „{0}“ oder eine ganze Zahl von 0 bis {1}.</translation>
    </message>
    <message>
        <source>Both sides must be{0}, in multiples of {1}.</source>
        <translation>Beide Seiten müssen{0}, in Vielfachen von {1}, sein.</translation>
    </message>
    <message>
        <source>{0} cannot be {1}.</source>
        <translation>{0} kann nicht {1} sein.</translation>
    </message>
    <message>
        <source>The nearest right values are {0}.</source>
        <translation>Die nächsten richtigen Werte sind {0}.</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>War {0} gemeint?</translation>
    </message>
    <message>
        <source>Use “{0}” for a new seed per prompt.</source>
        <translation>„{0}“ verwenden für einen neuen Seed je Prompt.</translation>
    </message>
    <message>
        <source>It is not one of the choices.</source>
        <translation>Das gehört nicht zu den Möglichkeiten.</translation>
    </message>
    <message>
        <source>The nearest right value is {0}.</source>
        <translation>Der nächste richtige Wert ist {0}.</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>höchstens {0}</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} oder {1}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>It takes {0}.</source>
        <translation>Möglich ist {0}.</translation>
    </message>
    <message>
        <source>Give {0}{1}.</source>
        <translation>{0}{1} angeben.</translation>
    </message>
    <message>
        <source>It takes a finite number.</source>
        <translation>Möglich ist eine endliche Zahl.</translation>
    </message>
    <message>
        <source>Give a number{0}.</source>
        <translation>Eine Zahl{0} angeben.</translation>
    </message>
    <message>
        <source>It must be{0}.</source>
        <translation>Es muss{0} sein.</translation>
    </message>
    <message>
        <source>It takes width x height in pixels.</source>
        <translation>Möglich ist Breite x Höhe in Pixeln.</translation>
    </message>
    <message>
        <source>Write it like 1280x720.</source>
        <translation>Schreiben wie 1280x720.</translation>
    </message>
    <message>
        <source>It must be 4·n + 1.</source>
        <translation>Es muss 4·n + 1 sein.</translation>
    </message>
    <message>
        <source>It must be a multiple of {0}.</source>
        <translation>Es muss ein Vielfaches von {0} sein.</translation>
    </message>
    <message>
        <source>It is a switch.</source>
        <translation>Es ist ein Schalter.</translation>
    </message>
    <message>
        <source>Use true or false.</source>
        <translation>true oder false verwenden.</translation>
    </message>
    <message>
        <source>It takes text.</source>
        <translation>Möglich ist Text.</translation>
    </message>
    <message>
        <source>Give it as text.</source>
        <translation>Als Text angeben.</translation>
    </message>
    <message>
        <source>There is no command to run.</source>
        <translation>Es gibt keinen Befehl auszuführen.</translation>
    </message>
    <message>
        <source>Write the program and its arguments, each with spaces in quotation marks.</source>
        <translation>Das Programm und seine Argumente schreiben, jedes mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Given: “{0}”.</source>
        <translation>Angegeben: „{0}“.</translation>
    </message>
    <message>
        <source>The setting is empty.</source>
        <translation>Die Einstellung ist leer.</translation>
    </message>
    <message>
        <source>Put aside: it was running {0} when the server or VQDesk died.</source>
        <translation>Beiseitegelegt: er lief {0}, als der Server oder VQDesk abstürzte.</translation>
    </message>
    <message>
        <source>It may be the one that brings them down: too large for the memory, or a node that crashes.</source>
        <translation>Vielleicht bringt er sie zum Absturz: zu groß für den Speicher, oder eine Node, die abstürzt.</translation>
    </message>
    <message>
        <source>Look at the server's console. Retry it by itself, or make it smaller.</source>
        <translation>In der Konsole des Servers nachsehen. Ihn allein wiederholen oder verkleinern.</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0}-mal</translation>
    </message>
    <message>
        <source>{0} GB</source>
        <translation>{0} GB</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Nothing new is started: the disk for {0} is nearly full.</source>
        <translation>Nichts Neues beginnt: der Datenträger für {0} ist fast voll.</translation>
    </message>
    <message>
        <source>{0} are free at {1}; {2} are kept free.</source>
        <translation>{0} sind frei auf {1}; {2} bleiben frei.</translation>
    </message>
    <message>
        <source>Make room; the queue goes on by itself.</source>
        <translation>Platz schaffen; die Warteschlange geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Done in {0}, and others of this workflow took {1}.</source>
        <translation>Fertig in {0}, und andere dieses Workflows dauerten {1}.</translation>
    </message>
    <message>
        <source>A node may have been skipped, or the result was taken from the server's cache.</source>
        <translation>Eine Node wurde vielleicht übersprungen, oder das Ergebnis kam aus dem Zwischenspeicher des Servers.</translation>
    </message>
    <message>
        <source>Look at the output before you trust it.</source>
        <translation>Die Ausgabe ansehen, bevor man ihr traut.</translation>
    </message>
    <message>
        <source>It has been running for {0}; others of this workflow took {1}.</source>
        <translation>Er läuft schon {0}; andere dieses Workflows dauerten {1}.</translation>
    </message>
    <message>
        <source>The server may be swapping memory to disk, or hang.</source>
        <translation>Der Server lagert vielleicht Speicher aus oder hängt.</translation>
    </message>
    <message>
        <source>Look at the server's console; cancel and retry the prompt if nothing moves.</source>
        <translation>In der Konsole des Servers nachsehen; den Prompt abbrechen und wiederholen, wenn sich nichts bewegt.</translation>
    </message>
    <message>
        <source>The server accepted it {0} ago and has not begun.</source>
        <translation>Der Server nahm ihn vor {0} an und hat nicht begonnen.</translation>
    </message>
    <message>
        <source>The server may be busy with prompts of others, or its worker has stopped.</source>
        <translation>Der Server ist vielleicht mit Prompts anderer beschäftigt, oder sein Arbeiter steht still.</translation>
    </message>
    <message>
        <source>Look at the server's own queue and console.</source>
        <translation>In der Warteschlange und der Konsole des Servers nachsehen.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>kein Speicher mehr</translation>
    </message>
    <message>
        <source>allocation on device</source>
        <translation>Zuweisung auf dem Gerät</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>nicht genug Speicher</translation>
    </message>
    <message>
        <source>can't allocate memory</source>
        <translation>Speicher nicht zuweisbar</translation>
    </message>
    <message>
        <source>{0} is paused: the last {1} prompts failed the same way.</source>
        <translation>{0} ist pausiert: die letzten {1} Prompts schlugen auf gleiche Weise fehl.</translation>
    </message>
    <message>
        <source>Correct the cause, then resume the lane. What waits has not been touched.</source>
        <translation>Die Ursache beheben, dann die Spur fortsetzen. Was wartet, wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>These are no quiet hours.</source>
        <translation>Das ist keine Ruhezeit.</translation>
    </message>
    <message>
        <source>“{0}” to “{1}” is not a span of a day.</source>
        <translation>„{0}“ bis „{1}“ ist keine Spanne eines Tages.</translation>
    </message>
    <message>
        <source>Write them like 22:00 and 07:00.</source>
        <translation>Schreiben wie 22:00 und 07:00.</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>Das ist keine Uhrzeit.</translation>
    </message>
    <message>
        <source>Write it like 22:30.</source>
        <translation>Schreiben wie 22:30.</translation>
    </message>
    <message>
        <source>The preset “{0}” is damaged.</source>
        <translation>Die Voreinstellung „{0}“ ist beschädigt.</translation>
    </message>
    <message>
        <source>What the database holds of it cannot be read.</source>
        <translation>Was die Datenbank davon enthält, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Save it anew under its name, or delete it.</source>
        <translation>Unter ihrem Namen neu speichern oder löschen.</translation>
    </message>
    <message>
        <source>The preset needs a name.</source>
        <translation>Die Voreinstellung braucht einen Namen.</translation>
    </message>
    <message>
        <source>None was given.</source>
        <translation>Keiner wurde angegeben.</translation>
    </message>
    <message>
        <source>Write one.</source>
        <translation>Einen schreiben.</translation>
    </message>
    <message>
        <source>“{0}” cannot be a preset's name.</source>
        <translation>„{0}“ kann nicht Name einer Voreinstellung sein.</translation>
    </message>
    <message>
        <source>A name has at most 100 characters and no slash; folders stand before it.</source>
        <translation>Ein Name hat höchstens 100 Zeichen und keinen Schrägstrich; Ordner stehen davor.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{0} holds no presets.</source>
        <translation>{0} enthält keine Voreinstellungen.</translation>
    </message>
    <message>
        <source>It was not exported by VQDesk.</source>
        <translation>VQDesk hat sie nicht exportiert.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It has version {0} of the format.</source>
        <translation>Sie hat Version {0} des Formats.</translation>
    </message>
    <message>
        <source>Update VQDesk.</source>
        <translation>VQDesk aktualisieren.</translation>
    </message>
    <message>
        <source>{0} cannot be used.</source>
        <translation>{0} ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>It lacks a part, or has one of another type.</source>
        <translation>Ein Teil fehlt oder hat einen anderen Typ.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Sie berichtigen.</translation>
    </message>
    <message>
        <source>It is not JSON: {0}.</source>
        <translation>Es ist kein JSON: {0}.</translation>
    </message>
    <message>
        <source>{0} has a column “{1}” that this workflow does not know.</source>
        <translation>{0} hat eine Spalte „{1}“, die dieser Workflow nicht kennt.</translation>
    </message>
    <message>
        <source>Line 1 names the columns.</source>
        <translation>Zeile 1 benennt die Spalten.</translation>
    </message>
    <message>
        <source>{0} is not a list of prompts.</source>
        <translation>{0} ist keine Liste von Prompts.</translation>
    </message>
    <message>
        <source>It holds a single value.</source>
        <translation>Sie enthält einen einzelnen Wert.</translation>
    </message>
    <message>
        <source>Use file → text.</source>
        <translation>Datei → Text verwenden.</translation>
    </message>
    <message>
        <source>{0} holds no list of texts.</source>
        <translation>{0} enthält keine Liste von Texten.</translation>
    </message>
    <message>
        <source>It is not a JSON list.</source>
        <translation>Es ist keine JSON-Liste.</translation>
    </message>
    <message>
        <source>Use ["…", "…"].</source>
        <translation>["…", "…"] verwenden.</translation>
    </message>
    <message>
        <source>Line {0}:</source>
        <translation>Zeile {0}:</translation>
    </message>
    <message>
        <source>{0} names no file.</source>
        <translation>{0} nennt keine Datei.</translation>
    </message>
    <message>
        <source>It has no “file”.</source>
        <translation>Es fehlt „file“.</translation>
    </message>
    <message>
        <source>Add one to each entry.</source>
        <translation>Jedem Eintrag eines geben.</translation>
    </message>
    <message>
        <source>{0} has no text.</source>
        <translation>{0} hat keinen Text.</translation>
    </message>
    <message>
        <source>It holds {0}.</source>
        <translation>Es enthält {0}.</translation>
    </message>
    <message>
        <source>Give a text, or parameter → value.</source>
        <translation>Einen Text angeben, oder Parameter → Wert.</translation>
    </message>
    <message>
        <source>{0}no image here is called “{1}”.</source>
        <translation>{0}kein Bild hier heißt „{1}“.</translation>
    </message>
    <message>
        <source>{0} cannot be read as a list.</source>
        <translation>{0} ist nicht als Liste lesbar.</translation>
    </message>
    <message>
        <source>Line {0}: {1}.</source>
        <translation>Zeile {0}: {1}.</translation>
    </message>
    <message>
        <source>Correct the line.</source>
        <translation>Die Zeile berichtigen.</translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation>Die Datei berichtigen.</translation>
    </message>
    <message>
        <source>{0}{1} images are called “{2}”; give the whole path.</source>
        <translation>{0}{1} Bilder heißen „{2}“; den ganzen Pfad angeben.</translation>
    </message>
    <message>
        <source>There is no motion prompt without a caption.</source>
        <translation>Ohne Bildbeschreibung gibt es keinen Bewegungsprompt.</translation>
    </message>
    <message>
        <source>The image has not been described yet.</source>
        <translation>Das Bild ist noch nicht beschrieben.</translation>
    </message>
    <message>
        <source>Caption it first, or write the text yourself.</source>
        <translation>Zuerst beschreiben lassen oder den Text selbst schreiben.</translation>
    </message>
    <message>
        <source>The text was written or approved by you.</source>
        <translation>Der Text ist selbst geschrieben oder gebilligt.</translation>
    </message>
    <message>
        <source>A new motion prompt would overwrite it.</source>
        <translation>Ein neuer Bewegungsprompt würde ihn überschreiben.</translation>
    </message>
    <message>
        <source>Confirm that it may be overwritten, or clear it first.</source>
        <translation>Bestätigen, dass er überschrieben werden darf, oder ihn zuerst leeren.</translation>
    </message>
    <message>
        <source>There is nothing to approve.</source>
        <translation>Es gibt nichts zu billigen.</translation>
    </message>
    <message>
        <source>The image has no text yet.</source>
        <translation>Das Bild hat noch keinen Text.</translation>
    </message>
    <message>
        <source>Write one, or have it written.</source>
        <translation>Einen schreiben oder schreiben lassen.</translation>
    </message>
    <message>
        <source>The image has a caption, but no motion prompt yet.</source>
        <translation>Das Bild hat eine Beschreibung, aber noch keinen Bewegungsprompt.</translation>
    </message>
    <message>
        <source>Have the motion prompt written first.</source>
        <translation>Zuerst den Bewegungsprompt schreiben lassen.</translation>
    </message>
    <message>
        <source>There is no text here, and none in the form.</source>
        <translation>Hier ist kein Text, und im Formular auch keiner.</translation>
    </message>
    <message>
        <source>The text has {0} characters; at most {1} are taken.</source>
        <translation>Der Text hat {0} Zeichen; höchstens {1} gehen.</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>Eine Serie braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>Der Name ist leer.</translation>
    </message>
    <message>
        <source>Type some words.</source>
        <translation>Einige Wörter eingeben.</translation>
    </message>
    <message>
        <source>Write it without a space: {0}:lake.</source>
        <translation>Ohne Leerzeichen schreiben: {0}:lake.</translation>
    </message>
    <message>
        <source>There is no “{0}:”.</source>
        <translation>Es gibt kein „{0}:“.</translation>
    </message>
    <message>
        <source>“{0}:” is meant, or put the words in quotation marks.</source>
        <translation>„{0}:“ ist gemeint; sonst die Wörter in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Say running, failed, waiting, held, done or canceled.</source>
        <translation>Möglich sind running, failed, waiting, held, done oder canceled.</translation>
    </message>
    <message>
        <source>Say {0}:2026-11-01, {1}:2026-11 or {2}:today.</source>
        <translation>Möglich sind {0}:2026-11-01, {1}:2026-11 oder {2}:today.</translation>
    </message>
    <message>
        <source>“{0}:” needs a value.</source>
        <translation>„{0}:“ braucht einen Wert.</translation>
    </message>
    <message>
        <source>“{0}” is no day.</source>
        <translation>„{0}“ ist kein Tag.</translation>
    </message>
    <message>
        <source>“{0}” is no state.</source>
        <translation>„{0}“ ist kein Zustand.</translation>
    </message>
    <message>
        <source>From {0} to {1}.</source>
        <translation>Von {0} bis {1}.</translation>
    </message>
    <message>
        <source>One of: {0}.</source>
        <translation>Eines von: {0}.</translation>
    </message>
    <message>
        <source>Fewer are sent when they take long: what is here can still be reordered or go to another engine.</source>
        <translation>Dauern sie lange, werden weniger gesendet: was hier ist, lässt sich noch umordnen oder geht an eine andere Engine.</translation>
    </message>
    <message>
        <source>A job whose models are loaded may go ahead of others of the same priority. That saves the time of loading.</source>
        <translation>Ein Auftrag, dessen Modelle geladen sind, darf anderen gleicher Priorität vorgehen. Das spart Ladezeit.</translation>
    </message>
    <message>
        <source>After so many jobs went ahead of one, it is next.</source>
        <translation>Sind so viele einem Auftrag vorgegangen, kommt er als Nächster.</translation>
    </message>
    <message>
        <source>Other engines then run what waited there. What was running stays until the engine is back.</source>
        <translation>Andere Engines führen dann aus, was dort wartete. Was lief, bleibt, bis die Engine wieder da ist.</translation>
    </message>
    <message>
        <source>Once, where the workflow says how; the prompt shows what was lowered. Otherwise it fails.</source>
        <translation>Einmal, wo der Workflow sagt, wie; der Prompt zeigt, was gesenkt wurde. Sonst schlägt er fehl.</translation>
    </message>
    <message>
        <source>So many prompts in a row must have failed the same way. 0: never.</source>
        <translation>So viele Prompts nacheinander müssen auf gleiche Weise fehlgeschlagen sein. 0: nie.</translation>
    </message>
    <message>
        <source>So often it was running when the server or VQDesk died. 0: never.</source>
        <translation>So oft lief er, als der Server oder VQDesk abstürzte. 0: nie.</translation>
    </message>
    <message>
        <source>After so long at a server where none of ours runs. 0: never.</source>
        <translation>Nach so langer Zeit bei einem Server, auf dem keiner von unseren läuft. 0: nie.</translation>
    </message>
    <message>
        <source>Four times the longest known time of the workflow. Off: they are only told of.</source>
        <translation>Das Vierfache der längsten bekannten Zeit des Workflows. Aus: es wird nur gemeldet.</translation>
    </message>
    <message>
        <source>What happens when everything has ended. Suspending, shutting down and the command happen once.</source>
        <translation>Was geschieht, wenn alles beendet ist. Bereitschaft, Herunterfahren und der Befehl geschehen einmal.</translation>
    </message>
    <message>
        <source>A program and its arguments, each with spaces in quotation marks. It runs without a shell.</source>
        <translation>Ein Programm und seine Argumente, jedes mit Leerzeichen in Anführungszeichen. Es läuft ohne Shell.</translation>
    </message>
    <message>
        <source>Time to stop what happens after the queue.</source>
        <translation>Zeit, um aufzuhalten, was nach der Warteschlange geschieht.</translation>
    </message>
    <message>
        <source>It does not fall asleep while prompts run; the screen may go dark.</source>
        <translation>Er schläft nicht ein, während Prompts laufen; der Bildschirm darf dunkel werden.</translation>
    </message>
    <message>
        <source>The running prompt is finished by its server either way.</source>
        <translation>Den laufenden Prompt macht sein Server so oder so fertig.</translation>
    </message>
    <message>
        <source>The queue rests while the disk for outputs or inputs has less; 0: never. Small disks need a twentieth.</source>
        <translation>Die Warteschlange ruht, solange der Datenträger für Ausgaben oder Eingaben weniger hat; 0: nie. Kleine brauchen ein Zwanzigstel.</translation>
    </message>
    <message>
        <source>Changing, moving or deleting a source then does no harm. Off: it is read when it is sent.</source>
        <translation>Eine Quelle zu ändern, zu verschieben oder zu löschen schadet dann nicht. Aus: sie wird beim Senden gelesen.</translation>
    </message>
    <message>
        <source>Into a folder “_processed” beside them, once every prompt of the job has succeeded.</source>
        <translation>In einen Ordner „_processed“ daneben, sobald jeder Prompt des Auftrags gelungen ist.</translation>
    </message>
    <message>
        <source>What it holds is the input until other files are dropped. Empty: that of a ComfyUI on this computer is offered.</source>
        <translation>Was er enthält, ist die Eingabe, bis andere Dateien abgelegt werden. Leer: der eines ComfyUI auf diesem Rechner wird angeboten.</translation>
    </message>
    <message>
        <source>What a folder has beyond it is left out.</source>
        <translation>Was ein Ordner darüber hinaus enthält, bleibt draußen.</translation>
    </message>
    <message>
        <source>The longest unused ones are deleted when they take more.</source>
        <translation>Die am längsten unbenutzten werden gelöscht, wenn sie mehr brauchen.</translation>
    </message>
    <message>
        <source>Counted from the last use; those in a job, a workspace or a preset stay longer. 0: for ever.</source>
        <translation>Ab der letzten Verwendung; die in einem Auftrag, Arbeitsbereich oder einer Voreinstellung bleiben länger. 0: für immer.</translation>
    </message>
    <message>
        <source>Or of another server that speaks OpenAI's protocol; automatic prompts ask it.</source>
        <translation>Oder eines anderen Servers, der das Protokoll von OpenAI spricht; automatische Prompts fragen ihn.</translation>
    </message>
    <message>
        <source>Sent to the server of language models when it wants one.</source>
        <translation>Wird an den Server der Sprachmodelle gesendet, wenn er eines verlangt.</translation>
    </message>
    <message>
        <source>A vision model; its name as the server lists it, or the end of it.</source>
        <translation>Ein Bildmodell; sein Name, wie ihn der Server auflistet, oder das Ende davon.</translation>
    </message>
    <message>
        <source>It never sees a picture. The same one for both stages saves swapping.</source>
        <translation>Es sieht nie ein Bild. Dasselbe für beide Stufen erspart das Wechseln.</translation>
    </message>
    <message>
        <source>On the GPU that renders the queue rests meanwhile, and the models leave it afterwards.</source>
        <translation>Auf der GPU, die rendert: solange ruht die Warteschlange, und die Modelle verlassen sie danach.</translation>
    </message>
    <message>
        <source>Larger ones are shrunk before they are sent. Fewer pixels cost fewer tokens.</source>
        <translation>Größere werden vor dem Senden verkleinert. Weniger Pixel kosten weniger Tokens.</translation>
    </message>
    <message>
        <source>Thinking models need 1024 or more.</source>
        <translation>Denkende Modelle brauchen 1024 oder mehr.</translation>
    </message>
    <message>
        <source>For each clip. Thinking models need 1024 or more.</source>
        <translation>Für jeden Clip. Denkende Modelle brauchen 1024 oder mehr.</translation>
    </message>
    <message>
        <source>A picture alone can take 2,000. Used where the model is loaded by VQDesk.</source>
        <translation>Allein ein Bild kann 2.000 brauchen. Gilt, wo VQDesk das Modell lädt.</translation>
    </message>
    <message>
        <source>Used where the model is loaded by VQDesk.</source>
        <translation>Gilt, wo VQDesk das Modell lädt.</translation>
    </message>
    <message>
        <source>It includes the loading of a model.</source>
        <translation>Das Laden eines Modells zählt mit.</translation>
    </message>
    <message>
        <source>Then it is told as stuck.</source>
        <translation>Danach gilt es als hängen geblieben.</translation>
    </message>
    <message>
        <source>Then it is given up.</source>
        <translation>Danach wird er aufgegeben.</translation>
    </message>
    <message>
        <source>This file holds no settings.</source>
        <translation>Diese Datei enthält keine Einstellungen.</translation>
    </message>
    <message>
        <source>Choose a file that “Export” has written.</source>
        <translation>Eine Datei wählen, die „Exportieren“ geschrieben hat.</translation>
    </message>
    <message>
        <source>It says nothing of VQDesk.</source>
        <translation>Von VQDesk steht nichts darin.</translation>
    </message>
    <message>
        <source>It has no part “settings”.</source>
        <translation>Der Teil „settings“ fehlt.</translation>
    </message>
    <message>
        <source>It is not JSON.</source>
        <translation>Es ist kein JSON.</translation>
    </message>
    <message>
        <source>Colours of the window. High contrast is bright on black.</source>
        <translation>Farben des Fensters. Hoher Kontrast ist hell auf schwarz.</translation>
    </message>
    <message>
        <source>Of the window, from its next start on. Commands in a terminal are English.</source>
        <translation>Des Fensters, ab seinem nächsten Start. Befehle im Terminal sind englisch.</translation>
    </message>
    <message>
        <source>Everything in the window grows and shrinks together.</source>
        <translation>Alles im Fenster wächst und schrumpft gemeinsam.</translation>
    </message>
    <message>
        <source>Groups open and bars move at once, without gliding.</source>
        <translation>Gruppen öffnen sich und Balken bewegen sich sofort, ohne zu gleiten.</translation>
    </message>
    <message>
        <source>How loud clips with sound play.</source>
        <translation>Wie laut Clips mit Ton spielen.</translation>
    </message>
    <message>
        <source>Clips play without their sound.</source>
        <translation>Clips spielen ohne ihren Ton.</translation>
    </message>
    <message>
        <source>The desktop shows it when a prompt fails, an engine goes away, or something looks wrong.</source>
        <translation>Der Desktop zeigt es, wenn ein Prompt fehlschlägt, eine Engine verschwindet oder etwas verdächtig ist.</translation>
    </message>
    <message>
        <source>Once, when the last prompt has ended.</source>
        <translation>Einmal, wenn der letzte Prompt beendet ist.</translation>
    </message>
    <message>
        <source>The system's own sound of a message.</source>
        <translation>Der Ton, den das System für Nachrichten hat.</translation>
    </message>
    <message>
        <source>A time like 22:30. The list keeps what happens, the desktop shows nothing. Empty for never.</source>
        <translation>Eine Zeit wie 22:30. Die Liste bewahrt auf, was geschieht, der Desktop zeigt nichts. Leer für nie.</translation>
    </message>
    <message>
        <source>A time like 07:00; the next day where it is earlier.</source>
        <translation>Eine Zeit wie 07:00; am nächsten Tag, wenn sie früher ist.</translation>
    </message>
    <message>
        <source>Gets a POST with JSON for each notice, at quiet hours too: ntfy, Slack, Discord, Apprise. Empty for none.</source>
        <translation>Bekommt zu jeder Meldung einen POST mit JSON, auch in der Ruhezeit: ntfy, Slack, Discord, Apprise. Leer für keine.</translation>
    </message>
    <message>
        <source>{0} cannot differ from file to file.</source>
        <translation>{0} kann nicht je Datei verschieden sein.</translation>
    </message>
    <message>
        <source>It decides which nodes the graph has, and all files of a job share one graph.</source>
        <translation>Es bestimmt, welche Nodes der Graph hat, und alle Dateien eines Auftrags teilen sich einen Graphen.</translation>
    </message>
    <message>
        <source>Set it for the whole job, or submit the file by itself.</source>
        <translation>Für den ganzen Auftrag setzen oder die Datei allein hinzufügen.</translation>
    </message>
    <message>
        <source>, {0} noise</source>
        <translation>, {0}-Noise</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>What is done stays when a later clip fails.</source>
        <translation>Was fertig ist, bleibt, wenn ein späterer Clip fehlschlägt.</translation>
    </message>
    <message>
        <source>File in models/loras; empty is off.</source>
        <translation>Datei in models/loras; leer ist aus.</translation>
    </message>
    <message>
        <source>{0}: strength</source>
        <translation>{0}: Stärke</translation>
    </message>
    <message>
        <source>{0} cannot be {1} for {2} × {3} pixels.</source>
        <translation>{0} kann bei {2} × {3} Pixeln nicht {1} sein.</translation>
    </message>
    <message>
        <source>It would make {0} × {1}, and H.264 takes even sizes only.</source>
        <translation>Es ergäbe {0} × {1}, und H.264 nimmt nur gerade Größen.</translation>
    </message>
    <message>
        <source>Near right values: {0}.</source>
        <translation>Richtige Werte in der Nähe: {0}.</translation>
    </message>
    <message>
        <source>Use another size.</source>
        <translation>Eine andere Größe verwenden.</translation>
    </message>
    <message>
        <source>The workflow “{0}” has no parameter “{1}”.</source>
        <translation>Der Workflow „{0}“ hat keinen Parameter „{1}“.</translation>
    </message>
    <message>
        <source>None of its {0} parameters has that name.</source>
        <translation>Keiner seiner {0} Parameter heißt so.</translation>
    </message>
    <message>
        <source>“{0}” belongs to clip {1}, which is not made.</source>
        <translation>„{0}“ gehört zu Clip {1}, der nicht gemacht wird.</translation>
    </message>
    <message>
        <source>The job makes {0} of up to {1} clips.</source>
        <translation>Der Auftrag macht {0} von bis zu {1} Clips.</translation>
    </message>
    <message>
        <source>Set “stages” to {0}, or leave it out.</source>
        <translation>„stages“ auf {0} setzen oder weglassen.</translation>
    </message>
    <message>
        <source>It must be less than {0}, which is {1}.</source>
        <translation>Es muss kleiner sein als {0}, und das ist {1}.</translation>
    </message>
    <message>
        <source>Lower it, or raise {0}.</source>
        <translation>Es senken oder {0} erhöhen.</translation>
    </message>
    <message>
        <source>Nothing came from {0} for {1} s; it may be a network folder that is away.</source>
        <translation>Von {0} kam {1} s lang nichts; vielleicht ein Netzwerkordner, der gerade fehlt.</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>Die Verbindung prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Its texts could not be written, by a fault of VQDesk.</source>
        <translation>Seine Texte ließen sich durch einen Fehler von VQDesk nicht schreiben.</translation>
    </message>
    <message>
        <source>awaited texts</source>
        <translation>erwartete Texte</translation>
    </message>
    <message>
        <source>If it goes on, send the log file.</source>
        <translation>Hält es an, die Protokolldatei senden.</translation>
    </message>
    <message>
        <source>Waiting for the prompt that renders</source>
        <translation>Warten auf den Prompt, der rendert</translation>
    </message>
    <message>
        <source>The prompt that rendered has ended</source>
        <translation>Der Prompt, der rendert, ist beendet</translation>
    </message>
    <message>
        <source>Freeing the memory of ComfyUI</source>
        <translation>Der Speicher von ComfyUI wird freigegeben</translation>
    </message>
    <message>
        <source>ComfyUI has freed its memory, {0} GB are free</source>
        <translation>ComfyUI hat seinen Speicher freigegeben, {0} GB sind frei</translation>
    </message>
    <message>
        <source>The queue goes on</source>
        <translation>Die Warteschlange geht weiter</translation>
    </message>
    <message>
        <source>Nothing was queued.</source>
        <translation>Nichts kam in die Warteschlange.</translation>
    </message>
    <message>
        <source>You stopped it after {0} of {1} files.</source>
        <translation>Es wurde nach {0} von {1} Dateien angehalten.</translation>
    </message>
    <message>
        <source>Add the job again when you like.</source>
        <translation>Den Auftrag bei Gelegenheit erneut hinzufügen.</translation>
    </message>
    <message>
        <source>Auto-prompts ended by a fault of VQDesk.</source>
        <translation>Automatische Prompts endeten durch einen Fehler von VQDesk.</translation>
    </message>
    <message>
        <source>{0} The batch goes on when it is back.</source>
        <translation>{0} Der Stapel geht weiter, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>“{0}” comes with VQDesk.</source>
        <translation>„{0}“ kommt mit VQDesk.</translation>
    </message>
    <message>
        <source>Its form is the same in every copy.</source>
        <translation>Sein Formular ist in jeder Kopie gleich.</translation>
    </message>
    <message>
        <source>Copy its two files into your folder under another name, and change those.</source>
        <translation>Seine zwei Dateien unter anderem Namen in den eigenen Ordner kopieren und diese ändern.</translation>
    </message>
    <message>
        <source>The text cannot be saved there.</source>
        <translation>Der Text lässt sich dort nicht speichern.</translation>
    </message>
    <message>
        <source>What was given is not a picture.</source>
        <translation>Das Angegebene ist kein Bild.</translation>
    </message>
    <message>
        <source>It is neither PNG, JPEG nor WebP.</source>
        <translation>Es ist weder PNG noch JPEG noch WebP.</translation>
    </message>
    <message>
        <source>Save it as a file and add that.</source>
        <translation>Es als Datei speichern und diese hinzufügen.</translation>
    </message>
    <message>
        <source>The prompt was interrupted at the server.</source>
        <translation>Der Prompt wurde auf dem Server unterbrochen.</translation>
    </message>
    <message>
        <source>Somebody else, or another program, stopped it there.</source>
        <translation>Jemand anderes oder ein anderes Programm hat ihn dort angehalten.</translation>
    </message>
    <message>
        <source>Retry it when the server is free.</source>
        <translation>Ihn wiederholen, wenn der Server frei ist.</translation>
    </message>
    <message>
        <source>Ended at the server, {0} to fetch.</source>
        <translation>Auf dem Server beendet, {0} abzuholen.</translation>
    </message>
    <message>
        <source>Canceled: interrupted while it ran.</source>
        <translation>Abgebrochen: im Lauf unterbrochen.</translation>
    </message>
    <message>
        <source>Canceled: the server does not know it any more.</source>
        <translation>Abgebrochen: der Server kennt ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Interrupted by the pause; it goes back into the queue.</source>
        <translation>Von der Pause unterbrochen; er geht in die Warteschlange zurück.</translation>
    </message>
    <message>
        <source>The server had forgotten this prompt, but its files were still there.</source>
        <translation>Der Server hatte diesen Prompt vergessen, aber seine Dateien waren noch da.</translation>
    </message>
    <message>
        <source>The wish to cancel came too late: the prompt had finished.</source>
        <translation>Der Wunsch abzubrechen kam zu spät: der Prompt war fertig.</translation>
    </message>
    <message>
        <source>The server does not know this prompt any more; it goes back into the queue.</source>
        <translation>Der Server kennt diesen Prompt nicht mehr; er geht in die Warteschlange zurück.</translation>
    </message>
    <message>
        <source>The server reports a failure without a reason.</source>
        <translation>Der Server meldet einen Fehlschlag ohne Grund.</translation>
    </message>
    <message>
        <source>Its record of the prompt names none.</source>
        <translation>Sein Verlaufseintrag zum Prompt nennt keine.</translation>
    </message>
    <message>
        <source>Look at the server's console, then retry.</source>
        <translation>In der Konsole des Servers nachsehen, dann wiederholen.</translation>
    </message>
    <message>
        <source>is being drained</source>
        <translation>läuft aus</translation>
    </message>
    <message>
        <source>Taken for {0}, attempt {1}.</source>
        <translation>Übernommen für {0}, Versuch {1}.</translation>
    </message>
    <message>
        <source>Sent as {0}.</source>
        <translation>Gesendet als {0}.</translation>
    </message>
    <message>
        <source>Its input is at the server as {0}.</source>
        <translation>Seine Eingabe ist auf dem Server als {0}.</translation>
    </message>
    <message>
        <source>Accepted by {0}.</source>
        <translation>Angenommen von {0}.</translation>
    </message>
    <message>
        <source>Recovered: {0} at {1}.</source>
        <translation>Wiedergefunden: {0} bei {1}.</translation>
    </message>
    <message>
        <source>Found waiting at the server.</source>
        <translation>Wartend auf dem Server gefunden.</translation>
    </message>
    <message>
        <source>VQDesk makes the GPU free</source>
        <translation>VQDesk macht die GPU frei</translation>
    </message>
    <message>
        <source>lending the GPU</source>
        <translation>Verleihen der GPU</translation>
    </message>
    <message>
        <source>Started on {0}.</source>
        <translation>Begonnen auf {0}.</translation>
    </message>
    <message>
        <source>waits: the disk is nearly full</source>
        <translation>wartet: der Datenträger ist fast voll</translation>
    </message>
    <message>
        <source>rests until {0}</source>
        <translation>ruht bis {0}</translation>
    </message>
    <message>
        <source>is paused</source>
        <translation>ist pausiert</translation>
    </message>
    <message>
        <source>{0} runs.</source>
        <translation>{0} läuft.</translation>
    </message>
    <message>
        <source>Canceled: removed from the server's queue.</source>
        <translation>Abgebrochen: aus der Warteschlange des Servers entfernt.</translation>
    </message>
    <message>
        <source>Taken back from the server's queue by the pause.</source>
        <translation>Von der Pause aus der Warteschlange des Servers zurückgenommen.</translation>
    </message>
    <message>
        <source>Taken back from the server's queue: {0}.</source>
        <translation>Aus der Warteschlange des Servers zurückgenommen: {0}.</translation>
    </message>
    <message>
        <source>Not canceled yet.</source>
        <translation>Noch nicht abgebrochen.</translation>
    </message>
    <message>
        <source>Not paused yet.</source>
        <translation>Noch nicht pausiert.</translation>
    </message>
    <message>
        <source>Asked the server to stop this prompt.</source>
        <translation>Server gebeten, diesen Prompt anzuhalten.</translation>
    </message>
    <message>
        <source>Asked the server to stop this prompt for the pause.</source>
        <translation>Server gebeten, diesen Prompt für die Pause anzuhalten.</translation>
    </message>
    <message>
        <source>{0} answers, but nothing has moved there for {1}.</source>
        <translation>{0} antwortet, aber dort hat sich seit {1} nichts bewegt.</translation>
    </message>
    <message>
        <source>Its worker may have stopped; then no prompt will ever run.</source>
        <translation>Sein Arbeiter steht vielleicht still; dann läuft nie ein Prompt.</translation>
    </message>
    <message>
        <source>Look at its console. If that stands still too, restart it: the queue goes on by itself.</source>
        <translation>In seiner Konsole nachsehen. Steht auch sie still, ihn neu starten: die Warteschlange geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Stopped: it took far too long.</source>
        <translation>Angehalten: er dauerte viel zu lange.</translation>
    </message>
    <message>
        <source>It ran four times longer than the longest known prompt of its workflow.</source>
        <translation>Er lief viermal so lange wie der längste bekannte Prompt seines Workflows.</translation>
    </message>
    <message>
        <source>Look at the server's console. Retry it, or switch this off in the settings.</source>
        <translation>In der Konsole des Servers nachsehen. Ihn wiederholen oder das in den Einstellungen ausschalten.</translation>
    </message>
    <message>
        <source>The queue's worker stopped by a fault of VQDesk.</source>
        <translation>Der Arbeiter der Warteschlange hielt durch einen Fehler von VQDesk an.</translation>
    </message>
    <message>
        <source>Start VQDesk again: nothing is lost. If it goes on, send the log file.</source>
        <translation>VQDesk neu starten: nichts ist verloren. Hält es an, die Protokolldatei senden.</translation>
    </message>
    <message>
        <source>the worker</source>
        <translation>der Arbeiter</translation>
    </message>
    <message>
        <source>Job {0} waits: no connected engine has {1}{2}.</source>
        <translation>Auftrag {0} wartet: keine verbundene Engine hat {1}{2}.</translation>
    </message>
    <message>
        <source>The lane {0} stopped by a fault of VQDesk and starts again.</source>
        <translation>Die Spur {0} hielt durch einen Fehler von VQDesk an und beginnt neu.</translation>
    </message>
    <message>
        <source>lane {0}</source>
        <translation>Spur {0}</translation>
    </message>
    <message>
        <source>Describe this picture.</source>
        <translation>Dieses Bild beschreiben.</translation>
    </message>
    <message>
        <source>It was cut by the longest answer that is allowed.</source>
        <translation>Die längste erlaubte Antwort hat es abgeschnitten.</translation>
    </message>
    <message>
        <source>It was written by “{0}”: the server answers for “{1}” with it.</source>
        <translation>Es stammt von „{0}“: der Server antwortet damit anstelle von „{1}“.</translation>
    </message>
    <message>
        <source>“{0}” wrote no caption.</source>
        <translation>„{0}“ schrieb keine Bildbeschreibung.</translation>
    </message>
    <message>
        <source>Only thoughts or quotes came.</source>
        <translation>Nur Gedanken oder Anführungszeichen kamen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>The caption is the same as that of {0}: look at it.</source>
        <translation>Die Beschreibung gleicht der von {0}: ansehen.</translation>
    </message>
    <message>
        <source>Caption it first (stage “caption” or “both”).</source>
        <translation>Zuerst beschreiben lassen (Stufe „caption“ oder „both“).</translation>
    </message>
    <message>
        <source>Unloading {0}</source>
        <translation>{0} wird entladen</translation>
    </message>
    <message>
        <source>Unloaded {0}</source>
        <translation>{0} entladen</translation>
    </message>
    <message>
        <source>Loading {0}</source>
        <translation>{0} wird geladen</translation>
    </message>
    <message>
        <source>Loaded {0}</source>
        <translation>{0} geladen</translation>
    </message>
    <message>
        <source>{0} could not be unloaded: {1}</source>
        <translation>{0} ließ sich nicht entladen: {1}</translation>
    </message>
    <message>
        <source>Each clip</source>
        <translation>Jeder Clip</translation>
    </message>
    <message>
        <source>The clip</source>
        <translation>Der Clip</translation>
    </message>
    <message>
        <source>{0} lasts {1} s ({2} frames at {3} fps). Moments: {4}.</source>
        <translation>{0} dauert {1} s ({2} Einzelbilder bei {3} fps). Momente: {4}.</translation>
    </message>
    <message>
        <source>Write {0} prompts, one a clip, as JSON: {"clips": [{1} texts]}.</source>
        <translation>{0} Prompts schreiben, einen je Clip, als JSON: {"clips": [{1} Texte]}.</translation>
    </message>
    <message>
        <source>“{0}” wrote no motion prompt.</source>
        <translation>„{0}“ schrieb keinen Bewegungsprompt.</translation>
    </message>
    <message>
        <source>The answer was put right: {0}.</source>
        <translation>Die Antwort wurde zurechtgerückt: {0}.</translation>
    </message>
    <message>
        <source>“{0}” did not write {1} motion prompts.</source>
        <translation>„{0}“ schrieb nicht {1} Bewegungsprompts.</translation>
    </message>
    <message>
        <source>{0} It was asked twice.</source>
        <translation>{0} Es wurde zweimal gefragt.</translation>
    </message>
    <message>
        <source>Choose a larger model, or write the texts yourself.</source>
        <translation>Ein größeres Modell wählen oder die Texte selbst schreiben.</translation>
    </message>
    <message>
        <source>The system prompt {0} cannot be read.</source>
        <translation>Der Systemprompt {0} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation>Die Datei prüfen.</translation>
    </message>
    <message>
        <source>The system prompt cannot be saved.</source>
        <translation>Der Systemprompt lässt sich nicht speichern.</translation>
    </message>
    <message>
        <source>Check the data folder.</source>
        <translation>Den Datenordner prüfen.</translation>
    </message>
    <message>
        <source>The own copy cannot be removed.</source>
        <translation>Die eigene Kopie lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>There is no backup that this version can use.</source>
        <translation>Es gibt keine Sicherung, die diese Version verwenden kann.</translation>
    </message>
    <message>
        <source>One is made before every update, and by `vqdesk backup make`.</source>
        <translation>Vor jeder Aktualisierung entsteht eine, ebenso mit `vqdesk backup make`.</translation>
    </message>
    <message>
        <source>Update VQDesk, or start it with another data folder (--home).</source>
        <translation>VQDesk aktualisieren oder mit einem anderen Datenordner starten (--home).</translation>
    </message>
    <message>
        <source>The backup was not restored.</source>
        <translation>Die Sicherung wurde nicht zurückgespielt.</translation>
    </message>
    <message>
        <source>VQDesk works on this data folder.</source>
        <translation>VQDesk arbeitet mit diesem Datenordner.</translation>
    </message>
    <message>
        <source>Quit it, then try again.</source>
        <translation>Es beenden, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The bundle cannot be saved there.</source>
        <translation>Das Paket lässt sich dort nicht speichern.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{0} does not answer.</source>
        <translation>{0} antwortet nicht.</translation>
    </message>
    <message>
        <source>Nothing came from {0}, which may be a network folder that is away.</source>
        <translation>Von {0} kam nichts; vielleicht ein Netzwerkordner, der gerade fehlt.</translation>
    </message>
    <message>
        <source>Check the connection, then add the file again.</source>
        <translation>Die Verbindung prüfen, dann die Datei erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The folder {0} is not there.</source>
        <translation>Der Ordner {0} ist nicht da.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Es gibt keinen Ordner {0}.</translation>
    </message>
    <message>
        <source>Check the path, or connect the drive.</source>
        <translation>Den Pfad prüfen oder das Laufwerk anschließen.</translation>
    </message>
    <message>
        <source>The server finished without an output file.</source>
        <translation>Der Server wurde ohne Ausgabedatei fertig.</translation>
    </message>
    <message>
        <source>No save node of the graph wrote anything, or its part of the graph was left out.</source>
        <translation>Keine speichernde Node des Graphen schrieb etwas, oder ihr Teil des Graphen wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Look at the log and at the graph's save nodes.</source>
        <translation>Im Protokoll und bei den speichernden Nodes des Graphen nachsehen.</translation>
    </message>
    <message>
        <source>The output {0} is broken.</source>
        <translation>Die Ausgabe {0} ist kaputt.</translation>
    </message>
    <message>
        <source>Retry the prompt; if it happens again, look at the server's disk and log.</source>
        <translation>Den Prompt wiederholen; geschieht es wieder, Datenträger und Protokoll des Servers ansehen.</translation>
    </message>
    <message>
        <source>language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>ComfyUI {0} answers at {1} and can be used with --engine.</source>
        <translation>ComfyUI {0} antwortet unter {1} und lässt sich mit --engine verwenden.</translation>
    </message>
    <message>
        <source>It answers{0} with version {1} and knows {2} node classes.</source>
        <translation>Es antwortet{0} mit Version {1} und kennt {2} Node-Klassen.</translation>
    </message>
    <message>
        <source>{0} answers with {1}{2}.</source>
        <translation>{0} antwortet mit {1}{2}.</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>unter {0}</translation>
    </message>
    <message>
        <source>Choose small sizes, few frames and quantised (GGUF, fp8) models.</source>
        <translation>Kleine Größen, wenige Einzelbilder und quantisierte Modelle (GGUF, fp8) wählen.</translation>
    </message>
    <message>
        <source>It can run {0} of {1}; the others need nodes or models that it lacks.</source>
        <translation>Es kann {0} von {1} ausführen; den anderen fehlen Nodes oder Modelle.</translation>
    </message>
    <message>
        <source>{0} answers and has no model.</source>
        <translation>{0} antwortet und hat kein Modell.</translation>
    </message>
    <message>
        <source>Load a model there.</source>
        <translation>Dort ein Modell laden.</translation>
    </message>
    <message>
        <source>It renders on {0}, which is slow for AI models.</source>
        <translation>Es rendert auf {0}; das ist langsam für KI-Modelle.</translation>
    </message>
    <message>
        <source>If the computer has a graphics card, start ComfyUI without --cpu and with its driver installed.</source>
        <translation>Hat der Computer eine Grafikkarte, ComfyUI ohne --cpu und mit installiertem Treiber starten.</translation>
    </message>
    <message>
        <source>{0}, {1}: little for video models.</source>
        <translation>{0}, {1}: wenig für Videomodelle.</translation>
    </message>
    <message>
        <source>It can run all {0}.</source>
        <translation>Es kann alle {0} ausführen.</translation>
    </message>
    <message>
        <source>{0} Only automatic prompts need it.</source>
        <translation>{0} Nur automatische Prompts brauchen es.</translation>
    </message>
    <message>
        <source>None is chosen yet; the built-in engine works without any set-up.</source>
        <translation>Noch keine ist gewählt; die eingebaute Engine geht ohne jede Einrichtung.</translation>
    </message>
    <message>
        <source>For AI models start ComfyUI and name its address (usually {0}).</source>
        <translation>Für KI-Modelle ComfyUI starten und seine Adresse angeben (meist {0}).</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>{0}, {1} GB free.</source>
        <translation>{0}, {1} GB frei.</translation>
    </message>
    <message>
        <source>Quit VQDesk, then `vqdesk backup restore` brings back the newest backup.</source>
        <translation>VQDesk beenden, dann bringt `vqdesk backup restore` die neueste Sicherung zurück.</translation>
    </message>
    <message>
        <source>Install the package av again from its own wheels: pip install --force-reinstall av.</source>
        <translation>Das Paket av aus seinen eigenen Wheels neu installieren: pip install --force-reinstall av.</translation>
    </message>
    <message>
        <source>Move that file, or choose another.</source>
        <translation>Diese Datei verschieben oder eine andere wählen.</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>It is damaged: {0}</source>
        <translation>Sie ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>video codecs</source>
        <translation>Videocodecs</translation>
    </message>
    <message>
        <source>FFmpeg lacks {0}.</source>
        <translation>FFmpeg fehlt {0}.</translation>
    </message>
    <message>
        <source>This Qt crashes: install another PySide6-Essentials, such as the version before.</source>
        <translation>Dieses Qt stürzt ab: ein anderes PySide6-Essentials installieren, etwa die Version davor.</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>{0} is a file, not a folder.</source>
        <translation>{0} ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Change its permissions or choose another.</source>
        <translation>Seine Rechte ändern oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Free some space before a long night.</source>
        <translation>Vor einer langen Nacht Platz schaffen.</translation>
    </message>
    <message>
        <source>It is whole.</source>
        <translation>Sie ist heil.</translation>
    </message>
    <message>
        <source>Clips can be written and read.</source>
        <translation>Clips lassen sich schreiben und lesen.</translation>
    </message>
    <message>
        <source>workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>{0} can be used.</source>
        <translation>Verwendbar: {0}.</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, Zeile {1}</translation>
    </message>
    <message>
        <source>Install what is missing: {0}.</source>
        <translation>Installieren, was fehlt: {0}.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} ist nicht beschreibbar: {1}.</translation>
    </message>
    <message>
        <source>workflow file</source>
        <translation>Workflow-Datei</translation>
    </message>
    <message>
        <source>{0} It is tried once more, a step lower: {1}.</source>
        <translation>{0} Er wird noch einmal versucht, eine Stufe niedriger: {1}.</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>neither picture nor video</source>
        <translation>weder Bild noch Video</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>There are no {0} in the folder {1}.</source>
        <translation>Im Ordner {1} sind keine {0}.</translation>
    </message>
    <message>
        <source>{0} holds no file that ends in {1}.</source>
        <translation>{0} enthält keine Datei, die auf {1} endet.</translation>
    </message>
    <message>
        <source>Name another folder, or the files themselves.</source>
        <translation>Einen anderen Ordner nennen, oder die Dateien selbst.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may open it.</source>
        <translation>Prüfen, ob er da ist und geöffnet werden darf.</translation>
    </message>
    <message>
        <source>{0} is {1}.</source>
        <translation>{0} ist {1}.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Sie weglassen.</translation>
    </message>
    <message>
        <source>The folder {0} is very large.</source>
        <translation>Der Ordner {0} ist sehr groß.</translation>
    </message>
    <message>
        <source>Reading stopped after {0} entries.</source>
        <translation>Das Lesen hielt nach {0} Einträgen an.</translation>
    </message>
    <message>
        <source>Add one of its folders instead.</source>
        <translation>Stattdessen einen seiner Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>{0} leads nowhere.</source>
        <translation>{0} führt nirgendwohin.</translation>
    </message>
    <message>
        <source>{0} is not a file.</source>
        <translation>{0} ist keine Datei.</translation>
    </message>
    <message>
        <source>a link to nothing</source>
        <translation>eine Verknüpfung ins Leere</translation>
    </message>
    <message>
        <source>a pipe or a device</source>
        <translation>eine Pipe oder ein Gerät</translation>
    </message>
    <message>
        <source>Asking VQDesk for the GPU</source>
        <translation>VQDesk wird um die GPU gebeten</translation>
    </message>
    <message>
        <source>VQDesk lends its GPU</source>
        <translation>VQDesk leiht seine GPU</translation>
    </message>
    <message>
        <source>The GPU is not free.</source>
        <translation>Die GPU ist nicht frei.</translation>
    </message>
    <message>
        <source>VQDesk runs its queue on this GPU and does not answer.</source>
        <translation>VQDesk führt seine Warteschlange auf dieser GPU aus und antwortet nicht.</translation>
    </message>
    <message>
        <source>Pause the queue and close VQDesk, or say in the settings that the models run on another GPU.</source>
        <translation>Die Warteschlange pausieren und VQDesk schließen, oder in den Einstellungen sagen, dass die Modelle auf einer anderen GPU laufen.</translation>
    </message>
    <message>
        <source>{0} is no catalogue of node classes.</source>
        <translation>{0} ist kein Katalog von Node-Klassen.</translation>
    </message>
    <message>
        <source>Save the answer of your server's /object_info.</source>
        <translation>Die Antwort des Servers auf /object_info speichern.</translation>
    </message>
    <message>
        <source>The system says: {0}.</source>
        <translation>Das System sagt: {0}.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Its workflow was changed since; what it adds keeps its default.</source>
        <translation>Ihr Workflow wurde seitdem geändert; was er hinzufügt, behält seinen Standard.</translation>
    </message>
    <message>
        <source>Its input {0} is not there any more.</source>
        <translation>Ihre Eingabe {0} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>{0} was not made by VQDesk.</source>
        <translation>{0} wurde nicht mit VQDesk gemacht.</translation>
    </message>
    <message>
        <source>No job here made it, and no workflow here makes its graph.</source>
        <translation>Kein Auftrag hier hat sie gemacht, und kein Workflow hier macht ihren Graphen.</translation>
    </message>
    <message>
        <source>Import its workflow instead, if it carries one.</source>
        <translation>Stattdessen ihren Workflow importieren, falls sie einen enthält.</translation>
    </message>
    <message>
        <source>Its workflow “{0}” is not here any more.</source>
        <translation>Ihr Workflow „{0}“ ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>Its workflow is not here.</source>
        <translation>Ihr Workflow ist nicht hier.</translation>
    </message>
    <message>
        <source>These values do not fit any more: {0}.</source>
        <translation>Diese Werte passen nicht mehr: {0}.</translation>
    </message>
    <message>
        <source>No job of this data folder made it, so its input is not known.</source>
        <translation>Kein Auftrag dieses Datenordners hat sie gemacht, deshalb ist ihre Eingabe nicht bekannt.</translation>
    </message>
    <message>
        <source>Check its name and its rights.</source>
        <translation>Name und Rechte prüfen.</translation>
    </message>
    <message>
        <source>Its values lie in one another too many times.</source>
        <translation>Ihre Werte liegen zu oft ineinander.</translation>
    </message>
    <message>
        <source>{0} cannot be imported.</source>
        <translation>{0} lässt sich nicht importieren.</translation>
    </message>
    <message>
        <source>Import another file.</source>
        <translation>Eine andere Datei importieren.</translation>
    </message>
    <message>
        <source>The workflow is empty.</source>
        <translation>Der Workflow ist leer.</translation>
    </message>
    <message>
        <source>None of its nodes runs on a server.</source>
        <translation>Keine seiner Nodes läuft auf einem Server.</translation>
    </message>
    <message>
        <source>In ComfyUI, use “Export” or “Export (API)” and import that file.</source>
        <translation>In ComfyUI „Export“ oder „Export (API)“ verwenden und diese Datei importieren.</translation>
    </message>
    <message>
        <source>It has {0} MB, and {1} MB is the limit.</source>
        <translation>Sie hat {0} MB, und {1} MB ist die Grenze.</translation>
    </message>
    <message>
        <source>the workflow embedded in the file</source>
        <translation>der in die Datei eingebettete Workflow</translation>
    </message>
    <message>
        <source>{0} holds no workflow.</source>
        <translation>{0} enthält keinen Workflow.</translation>
    </message>
    <message>
        <source>It is no workflow of ComfyUI, or it was saved without one, or another program removed it.</source>
        <translation>Es ist kein Workflow von ComfyUI, oder sie wurde ohne einen gespeichert, oder ein anderes Programm hat ihn entfernt.</translation>
    </message>
    <message>
        <source>The copied text is no workflow.</source>
        <translation>Der kopierte Text ist kein Workflow.</translation>
    </message>
    <message>
        <source>It has no nodes of a workflow.</source>
        <translation>Er hat keine Nodes eines Workflows.</translation>
    </message>
    <message>
        <source>Copy all of the file's text.</source>
        <translation>Den ganzen Text der Datei kopieren.</translation>
    </message>
    <message>
        <source>{0} is too large for a workflow.</source>
        <translation>{0} ist zu groß für einen Workflow.</translation>
    </message>
    <message>
        <source>Import a smaller file.</source>
        <translation>Eine kleinere Datei importieren.</translation>
    </message>
    <message>
        <source>a workflow of ComfyUI's window</source>
        <translation>ein Workflow aus dem Fenster von ComfyUI</translation>
    </message>
    <message>
        <source>a workflow in API format</source>
        <translation>ein Workflow im API-Format</translation>
    </message>
    <message>
        <source>a file with a workflow in it</source>
        <translation>eine Datei mit einem Workflow darin</translation>
    </message>
    <message>
        <source>{0} does not fit its workflow any more.</source>
        <translation>{0} passt nicht mehr zu seinem Workflow.</translation>
    </message>
    <message>
        <source>{0} is not there any more.</source>
        <translation>{0} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The workflow “{0}” is not here any more.</source>
        <translation>Der Workflow „{0}“ ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>Job and form need it.</source>
        <translation>Auftrag und Formular brauchen ihn.</translation>
    </message>
    <message>
        <source>Add its file again.</source>
        <translation>Seine Datei wieder hinzufügen.</translation>
    </message>
    <message>
        <source>There is no engine “{0}”.</source>
        <translation>Es gibt keine Engine „{0}“.</translation>
    </message>
    <message>
        <source>`vqdesk lanes` lists them, `vqdesk lanes add ADDRESS` adds one.</source>
        <translation>`vqdesk lanes` listet sie auf, `vqdesk lanes add ADDRESS` fügt eine hinzu.</translation>
    </message>
    <message>
        <source>“{0}” is not an address of a ComfyUI.</source>
        <translation>„{0}“ ist keine Adresse eines ComfyUI.</translation>
    </message>
    <message>
        <source>It needs a host, for example 127.0.0.1, and usually the port 8188.</source>
        <translation>Nötig ist ein Rechner, zum Beispiel 127.0.0.1, und meist der Port 8188.</translation>
    </message>
    <message>
        <source>Type it like {0}.</source>
        <translation>Schreiben wie {0}.</translation>
    </message>
    <message>
        <source>This is no HTTP header.</source>
        <translation>Das ist kein HTTP-Header.</translation>
    </message>
    <message>
        <source>It needs a name, a colon and a value.</source>
        <translation>Nötig sind Name, Doppelpunkt und Wert.</translation>
    </message>
    <message>
        <source>Write “Name: value”.</source>
        <translation>„Name: Wert“ schreiben.</translation>
    </message>
    <message>
        <source>VQDesk knows {0}.</source>
        <translation>VQDesk kennt {0}.</translation>
    </message>
    <message>
        <source>None is set up.</source>
        <translation>Keine ist eingerichtet.</translation>
    </message>
    <message>
        <source>Another engine has it.</source>
        <translation>Eine andere Engine heißt so.</translation>
    </message>
    <message>
        <source>It needs 1 to {0} letters.</source>
        <translation>Nötig sind 1 bis {0} Zeichen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be an engine's name.</source>
        <translation>„{0}“ kann nicht Name einer Engine sein.</translation>
    </message>
    <message>
        <source>{0} prompts at a server are not possible.</source>
        <translation>{0} Prompts bei einem Server sind nicht möglich.</translation>
    </message>
    <message>
        <source>It takes {0} to {1}: one that runs and one that waits, or more.</source>
        <translation>Möglich sind {0} bis {1}: einer, der läuft, und einer, der wartet, oder mehr.</translation>
    </message>
    <message>
        <source>Choose a number between them.</source>
        <translation>Eine Zahl dazwischen wählen.</translation>
    </message>
    <message>
        <source>The priority cannot be {0}.</source>
        <translation>Die Priorität kann nicht {0} sein.</translation>
    </message>
    <message>
        <source>It goes from -{0} to {1}.</source>
        <translation>Sie geht von -{0} bis {1}.</translation>
    </message>
    <message>
        <source>Choose a smaller number.</source>
        <translation>Eine kleinere Zahl wählen.</translation>
    </message>
    <message>
        <source>There is no output {0}.</source>
        <translation>Es gibt keine Ausgabe {0}.</translation>
    </message>
    <message>
        <source>Its job was removed meanwhile.</source>
        <translation>Ihr Auftrag wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Eine andere wählen.</translation>
    </message>
    <message>
        <source>{0} is no rating.</source>
        <translation>{0} ist keine Bewertung.</translation>
    </message>
    <message>
        <source>It goes from 0 to {0}.</source>
        <translation>Sie geht von 0 bis {0}.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Eine davon wählen.</translation>
    </message>
    <message>
        <source>A tag needs a word.</source>
        <translation>Ein Schlagwort braucht ein Wort.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>Nichts wurde eingegeben.</translation>
    </message>
    <message>
        <source>Type one, such as “lake”.</source>
        <translation>Eines eingeben, etwa „See“.</translation>
    </message>
    <message>
        <source>{0} did not come back.</source>
        <translation>{0} kam nicht zurück.</translation>
    </message>
    <message>
        <source>VQDesk cannot take it out of this system's trash, or it was emptied.</source>
        <translation>VQDesk kann es nicht aus dem Papierkorb dieses Systems holen, oder er wurde geleert.</translation>
    </message>
    <message>
        <source>Restore it in the trash itself; then undo again.</source>
        <translation>Es im Papierkorb selbst wiederherstellen; dann erneut rückgängig machen.</translation>
    </message>
    <message>
        <source>The server is too old for it, or a custom node pack is not installed.</source>
        <translation>Der Server ist zu alt dafür, oder ein zusätzliches Node-Paket ist nicht installiert.</translation>
    </message>
    <message>
        <source>Update ComfyUI, or install the node pack that brings it, and start the server again.</source>
        <translation>ComfyUI aktualisieren oder das Node-Paket installieren, das sie mitbringt, und den Server neu starten.</translation>
    </message>
    <message>
        <source>Only VQDesk's built-in engine has it.</source>
        <translation>Nur die eingebaute Engine von VQDesk hat sie.</translation>
    </message>
    <message>
        <source>Use the built-in engine for this workflow.</source>
        <translation>Für diesen Workflow die eingebaute Engine verwenden.</translation>
    </message>
    <message>
        <source>The node “{0}” is missing on the server.</source>
        <translation>Die Node „{0}“ fehlt auf dem Server.</translation>
    </message>
    <message>
        <source>The server does not know “{0}” for “{1}”.</source>
        <translation>Der Server kennt „{0}“ für „{1}“ nicht.</translation>
    </message>
    <message>
        <source>Node “{0}” ({1}) takes one of {2} values.</source>
        <translation>Node „{0}“ ({1}) nimmt einen von {2} Werten.</translation>
    </message>
    <message>
        <source>The server cannot run “{0}” now.</source>
        <translation>Der Server kann „{0}“ jetzt nicht ausführen.</translation>
    </message>
    <message>
        <source>The built-in engine runs no AI models.</source>
        <translation>Die eingebaute Engine führt keine KI-Modelle aus.</translation>
    </message>
    <message>
        <source>Use a ComfyUI server for this workflow; choose one under “Engines…” in the menu.</source>
        <translation>Für diesen Workflow einen ComfyUI-Server verwenden; unter „Engines …“ im Menü einen wählen.</translation>
    </message>
    <message>
        <source>The model file “{0}” is missing on the server.</source>
        <translation>Die Modelldatei „{0}“ fehlt auf dem Server.</translation>
    </message>
    <message>
        <source>Node “{0}” ({1}) loads it.</source>
        <translation>Node „{0}“ ({1}) lädt sie.</translation>
    </message>
    <message>
        <source>{0}Put “{1}” into ComfyUI's folder models/{2}, or choose another file.</source>
        <translation>{0}„{1}“ in den Ordner models/{2} von ComfyUI legen oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The file “{0}” is missing on the server.</source>
        <translation>Die Datei „{0}“ fehlt auf dem Server.</translation>
    </message>
    <message>
        <source>{0}Put “{1}” into ComfyUI's folder input.</source>
        <translation>{0}„{1}“ in den Ordner input von ComfyUI legen.</translation>
    </message>
    <message>
        <source>The server is too old for “{0}”.</source>
        <translation>Der Server ist zu alt für „{0}“.</translation>
    </message>
    <message>
        <source>It is ComfyUI {0}, and {1} or newer is needed.</source>
        <translation>Es ist ComfyUI {0}, und {1} oder neuer ist nötig.</translation>
    </message>
    <message>
        <source>Update ComfyUI and start the server again.</source>
        <translation>ComfyUI aktualisieren und den Server neu starten.</translation>
    </message>
    <message>
        <source>The custom node pack {0} brings it.</source>
        <translation>Das zusätzliche Node-Paket {0} bringt sie mit.</translation>
    </message>
    <message>
        <source>Install {0} in ComfyUI's manager and start the server again.</source>
        <translation>{0} im Manager von ComfyUI installieren und den Server neu starten.</translation>
    </message>
    <message>
        <source>ComfyUI {0} and newer have it.</source>
        <translation>ComfyUI {0} und neuere haben sie.</translation>
    </message>
    <message>
        <source>There is no preset “{0}”.</source>
        <translation>Es gibt keine Voreinstellung „{0}“.</translation>
    </message>
    <message>
        <source>None has this name.</source>
        <translation>Keine heißt so.</translation>
    </message>
    <message>
        <source>See `vqdesk presets list`.</source>
        <translation>Siehe `vqdesk presets list`.</translation>
    </message>
    <message>
        <source>There is no preset “{0}” for “{1}”.</source>
        <translation>Es gibt keine Voreinstellung „{0}“ für „{1}“.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Vorhanden: {0}.</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>Sie zuerst speichern.</translation>
    </message>
    <message>
        <source>Several presets are called “{0}”.</source>
        <translation>Mehrere Voreinstellungen heißen „{0}“.</translation>
    </message>
    <message>
        <source>They belong to {0}.</source>
        <translation>Sie gehören zu {0}.</translation>
    </message>
    <message>
        <source>Say which one.</source>
        <translation>Sagen, welche gemeint ist.</translation>
    </message>
    <message>
        <source>There is already a preset “{0}”.</source>
        <translation>Es gibt schon eine Voreinstellung „{0}“.</translation>
    </message>
    <message>
        <source>Saving would replace it.</source>
        <translation>Speichern würde sie ersetzen.</translation>
    </message>
    <message>
        <source>Overwrite it, or choose another name.</source>
        <translation>Sie überschreiben oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{0} cannot be written.</source>
        <translation>{0} ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Sie ist zu groß.</translation>
    </message>
    <message>
        <source>Moved the source {0} to {1}. To undo this, move it back.</source>
        <translation>Quelle {0} nach {1} verschoben. Um das rückgängig zu machen, zurückverschieben.</translation>
    </message>
    <message>
        <source>{0} stays where it is: it has changed since it was queued.</source>
        <translation>{0} bleibt, wo sie ist: sie wurde seit dem Hinzufügen geändert.</translation>
    </message>
    <message>
        <source>{0} stays where it is: another job still needs it.</source>
        <translation>{0} bleibt, wo sie ist: ein anderer Auftrag braucht sie noch.</translation>
    </message>
    <message>
        <source>{0} holds no texts.</source>
        <translation>{0} enthält keine Texte.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Sie ist leer.</translation>
    </message>
    <message>
        <source>Write one text on each line.</source>
        <translation>Je Zeile einen Text schreiben.</translation>
    </message>
    <message>
        <source>It is not UTF-8 text: byte {0} is wrong.</source>
        <translation>Es ist kein UTF-8-Text: Byte {0} ist falsch.</translation>
    </message>
    <message>
        <source>It is too large for texts.</source>
        <translation>Sie ist zu groß für Texte.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>This queue was saved by a newer VQDesk.</source>
        <translation>Diese Warteschlange wurde von einem neueren VQDesk gespeichert.</translation>
    </message>
    <message>
        <source>Its format is {0}, known is {1}.</source>
        <translation>Ihr Format ist {0}, bekannt ist {1}.</translation>
    </message>
    <message>
        <source>A job needs a name.</source>
        <translation>Ein Auftrag braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is no mark “{0}”.</source>
        <translation>Es gibt keine Markierung „{0}“.</translation>
    </message>
    <message>
        <source>The marks are {0}.</source>
        <translation>Die Markierungen sind {0}.</translation>
    </message>
    <message>
        <source>#{0} has no waiting prompt.</source>
        <translation>#{0} hat keinen wartenden Prompt.</translation>
    </message>
    <message>
        <source>What was sent keeps its values.</source>
        <translation>Was gesendet wurde, behält seine Werte.</translation>
    </message>
    <message>
        <source>Duplicate the job, and edit the copy before it starts.</source>
        <translation>Den Auftrag duplizieren und die Kopie bearbeiten, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>These values would make another graph.</source>
        <translation>Diese Werte ergäben einen anderen Graphen.</translation>
    </message>
    <message>
        <source>Clips and LoRAs of a job are settled when it is added.</source>
        <translation>Clips und LoRAs eines Auftrags stehen mit dem Hinzufügen fest.</translation>
    </message>
    <message>
        <source>Add it again with these values.</source>
        <translation>Ihn mit diesen Werten erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The workflow of #{0} was changed since it was queued.</source>
        <translation>Der Workflow von #{0} wurde seit dem Hinzufügen geändert.</translation>
    </message>
    <message>
        <source>Its graph is another one now, and values may belong elsewhere.</source>
        <translation>Sein Graph ist jetzt ein anderer, und Werte gehören vielleicht woandershin.</translation>
    </message>
    <message>
        <source>Add the job again; this one still runs as it is.</source>
        <translation>Den Auftrag erneut hinzufügen; dieser läuft noch, wie er ist.</translation>
    </message>
    <message>
        <source>The workflow of #{0} is gone.</source>
        <translation>Der Workflow von #{0} ist weg.</translation>
    </message>
    <message>
        <source>No workflow “{0}” is on the shelf.</source>
        <translation>Kein Workflow „{0}“ ist vorhanden.</translation>
    </message>
    <message>
        <source>Put its file back; the job itself still runs as it is.</source>
        <translation>Seine Datei zurücklegen; der Auftrag selbst läuft noch, wie er ist.</translation>
    </message>
    <message>
        <source>{0} cannot be loaded.</source>
        <translation>{0} lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>Nothing was added. Save the queue again.</source>
        <translation>Nichts wurde hinzugefügt. Die Warteschlange erneut speichern.</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>Es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>None of these jobs has a prompt left.</source>
        <translation>Keiner dieser Aufträge hat noch einen Prompt.</translation>
    </message>
    <message>
        <source>Choose others.</source>
        <translation>Andere wählen.</translation>
    </message>
    <message>
        <source>{0} is not there.</source>
        <translation>{0} ist nicht da.</translation>
    </message>
    <message>
        <source>There is no {0}.</source>
        <translation>Es gibt kein {0}.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>It is damaged: {0}.</source>
        <translation>Sie ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>It is no queue that VQDesk has saved.</source>
        <translation>Es ist keine Warteschlange, die VQDesk gespeichert hat.</translation>
    </message>
    <message>
        <source>The input {0}… is not what it was.</source>
        <translation>Die Eingabe {0}… ist nicht, was sie war.</translation>
    </message>
    <message>
        <source>There is no run “{0}”.</source>
        <translation>Es gibt keine Serie „{0}“.</translation>
    </message>
    <message>
        <source>`vqdesk runs` lists them.</source>
        <translation>`vqdesk runs` listet sie auf.</translation>
    </message>
    <message>
        <source>No job is in a run.</source>
        <translation>Kein Auftrag ist in einer Serie.</translation>
    </message>
    <message>
        <source>There is a run “{0}” already.</source>
        <translation>Es gibt schon eine Serie „{0}“.</translation>
    </message>
    <message>
        <source>Choose another name, or put the jobs into that run.</source>
        <translation>Einen anderen Namen wählen oder die Aufträge in jene Serie aufnehmen.</translation>
    </message>
    <message>
        <source>There is no setting “{0}”.</source>
        <translation>Es gibt keine Einstellung „{0}“.</translation>
    </message>
    <message>
        <source>This VQDesk knows none of that name.</source>
        <translation>Dieses VQDesk kennt keine dieses Namens.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>{0}: {1} is not allowed.</source>
        <translation>{0}: {1} ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>{0} is too large to hold settings.</source>
        <translation>{0} ist zu groß für Einstellungen.</translation>
    </message>
    <message>
        <source>It has more than {0} MB.</source>
        <translation>Sie hat mehr als {0} MB.</translation>
    </message>
    <message>
        <source>This workflow takes {0}.</source>
        <translation>Dieser Workflow nimmt {0}.</translation>
    </message>
    <message>
        <source>{0} of {1} files cannot be used.</source>
        <translation>{0} von {1} Dateien sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Leave these files out or repair them; nothing was queued.</source>
        <translation>Diese Dateien weglassen oder reparieren; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Leave the file out.</source>
        <translation>Die Datei weglassen.</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device.</source>
        <translation>{0} ist eine Pipe oder ein Gerät.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Es gibt keine Datei {0}.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>The name {0} cannot be used.</source>
        <translation>Der Name {0} ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>It is not written in UTF-8.</source>
        <translation>Er ist nicht in UTF-8 geschrieben.</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>A name cannot be used.</source>
        <translation>Ein Name ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>{0} holds a zero byte.</source>
        <translation>{0} enthält ein Nullbyte.</translation>
    </message>
    <message>
        <source>{0} values cannot be used.</source>
        <translation>{0} Werte sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Correct them.</source>
        <translation>Sie berichtigen.</translation>
    </message>
    <message>
        <source>Values of its own were given for {0}, which is not an input.</source>
        <translation>Für {0} wurden eigene Werte angegeben, aber es ist keine Eingabe.</translation>
    </message>
    <message>
        <source>{0} is not among the {1} inputs.</source>
        <translation>{0} gehört nicht zu den {1} Eingaben.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>mindestens {0}</translation>
    </message>
    <message>
        <source>The number of {0}s for “{1}” must be {2}.</source>
        <translation>Die Zahl der Eingaben ({0}) für „{1}“ muss {2} sein.</translation>
    </message>
    <message>
        <source>Given: {0}.</source>
        <translation>Angegeben: {0}.</translation>
    </message>
    <message>
        <source>Correct the path.</source>
        <translation>Den Pfad berichtigen.</translation>
    </message>
    <message>
        <source>“{0}” takes no files.</source>
        <translation>„{0}“ nimmt keine Dateien.</translation>
    </message>
    <message>
        <source>{0} were given.</source>
        <translation>{0} wurden angegeben.</translation>
    </message>
    <message>
        <source>Leave the files out, or choose a workflow that takes them.</source>
        <translation>Die Dateien weglassen oder einen Workflow wählen, der sie nimmt.</translation>
    </message>
    <message>
        <source>Add files.</source>
        <translation>Dateien hinzufügen.</translation>
    </message>
    <message>
        <source>Remove some files.</source>
        <translation>Einige Dateien entfernen.</translation>
    </message>
    <message>
        <source>“{0}” takes no text.</source>
        <translation>„{0}“ nimmt keinen Text.</translation>
    </message>
    <message>
        <source>Automatic prompts would have no place to go.</source>
        <translation>Automatische Prompts hätten keinen Platz.</translation>
    </message>
    <message>
        <source>Submit it without automatic prompts.</source>
        <translation>Ohne automatische Prompts hinzufügen.</translation>
    </message>
    <message>
        <source>“{0}” takes no images.</source>
        <translation>„{0}“ nimmt keine Bilder.</translation>
    </message>
    <message>
        <source>Automatic prompts are written from images.</source>
        <translation>Automatische Prompts entstehen aus Bildern.</translation>
    </message>
    <message>
        <source>“{0}” is not a parameter.</source>
        <translation>„{0}“ ist kein Parameter.</translation>
    </message>
    <message>
        <source>Name one of the parameters, or leave it out.</source>
        <translation>Einen der Parameter nennen oder es weglassen.</translation>
    </message>
    <message>
        <source>Correct the default or the rule.</source>
        <translation>Den Standard oder die Regel berichtigen.</translation>
    </message>
    <message>
        <source>There is no fitting parameter “{0}”.</source>
        <translation>Es gibt keinen passenden Parameter „{0}“.</translation>
    </message>
    <message>
        <source>“optional” is for a file of the user, which is empty at first.</source>
        <translation>„optional“ gehört zu einer Datei des Benutzers, die zuerst leer ist.</translation>
    </message>
    <message>
        <source>The name is “{0}”, the file's is “{1}”.</source>
        <translation>Der Name ist „{0}“, der der Datei „{1}“.</translation>
    </message>
    <message>
        <source>Make both the same.</source>
        <translation>Beide gleich benennen.</translation>
    </message>
    <message>
        <source>The task type “{0}” is not known.</source>
        <translation>Der Aufgabentyp „{0}“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Node “{0}” ({1}) has no input “filename_prefix”.</source>
        <translation>Node „{0}“ ({1}) hat keinen Eingang „filename_prefix“.</translation>
    </message>
    <message>
        <source>Choices belong to type “choice”, and it needs them.</source>
        <translation>„choices“ gehört zum Typ „choice“, und der braucht es.</translation>
    </message>
    <message>
        <source>Add or remove them.</source>
        <translation>Sie ergänzen oder entfernen.</translation>
    </message>
    <message>
        <source>A resolution binds two inputs.</source>
        <translation>Eine Auflösung bindet zwei Eingänge.</translation>
    </message>
    <message>
        <source>Name the width's, then the height's.</source>
        <translation>Den der Breite nennen, dann den der Höhe.</translation>
    </message>
    <message>
        <source>The lowest value is above the highest.</source>
        <translation>Der kleinste Wert liegt über dem größten.</translation>
    </message>
    <message>
        <source>Swap “min” and “max”.</source>
        <translation>„min“ und „max“ vertauschen.</translation>
    </message>
    <message>
        <source>“less_than” is for numbers.</source>
        <translation>„less_than“ ist für Zahlen.</translation>
    </message>
    <message>
        <source>Remove it, or use type int or float.</source>
        <translation>Es entfernen oder Typ int oder float verwenden.</translation>
    </message>
    <message>
        <source>“even_result” is for a factor.</source>
        <translation>„even_result“ ist für einen Faktor.</translation>
    </message>
    <message>
        <source>Remove it, or use type float.</source>
        <translation>Es entfernen oder Typ float verwenden.</translation>
    </message>
    <message>
        <source>Use type path, widget image or video, and default “”.</source>
        <translation>Typ path, Widget image oder video und Vorgabe „“ verwenden.</translation>
    </message>
    <message>
        <source>Two parameters are called “{0}”.</source>
        <translation>Zwei Parameter heißen „{0}“.</translation>
    </message>
    <message>
        <source>Rename one.</source>
        <translation>Einen umbenennen.</translation>
    </message>
    <message>
        <source>“seed” is a key of its own.</source>
        <translation>„seed“ ist ein eigener Schlüssel.</translation>
    </message>
    <message>
        <source>Write “seed: {bind: […]}”.</source>
        <translation>„seed: {bind: […]}“ schreiben.</translation>
    </message>
    <message>
        <source>The template has no node “{0}”.</source>
        <translation>Die Vorlage hat keine Node „{0}“.</translation>
    </message>
    <message>
        <source>“{0}” is for whole numbers.</source>
        <translation>„{0}“ ist für ganze Zahlen.</translation>
    </message>
    <message>
        <source>Remove it, or use type int.</source>
        <translation>Es entfernen oder Typ int verwenden.</translation>
    </message>
    <message>
        <source>The template says {0}, not {1}.</source>
        <translation>Die Vorlage sagt {0}, nicht {1}.</translation>
    </message>
    <message>
        <source>Write {0}.</source>
        <translation>{0} schreiben.</translation>
    </message>
    <message>
        <source>A step of 0 lowers nothing.</source>
        <translation>Ein Schritt von 0 senkt nichts.</translation>
    </message>
    <message>
        <source>Write a factor like 0.75, or a number like −16.</source>
        <translation>Einen Faktor wie 0.75 schreiben oder eine Zahl wie −16.</translation>
    </message>
    <message>
        <source>Node “{0}” of the template has no input “{1}”.</source>
        <translation>Node „{0}“ der Vorlage hat keinen Eingang „{1}“.</translation>
    </message>
    <message>
        <source>Name a node that saves files.</source>
        <translation>Eine Node nennen, die Dateien speichert.</translation>
    </message>
    <message>
        <source>Input “{0}” is connected to node “{1}”.</source>
        <translation>Eingang „{0}“ ist mit Node „{1}“ verbunden.</translation>
    </message>
    <message>
        <source>Bind a plain value.</source>
        <translation>Einen einfachen Wert binden.</translation>
    </message>
    <message>
        <source>Input “{0}” is bound twice.</source>
        <translation>Eingang „{0}“ ist zweimal gebunden.</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>Einen von beiden entfernen.</translation>
    </message>
    <message>
        <source>There is no workflow “{0}”.</source>
        <translation>Es gibt keinen Workflow „{0}“.</translation>
    </message>
    <message>
        <source>None of the {0} workflows here has that name.</source>
        <translation>Keiner der {0} Workflows hier heißt so.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be read: {1}.</source>
        <translation>Der Ordner {0} kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB.</source>
        <translation>{0} ist größer als {1} MB.</translation>
    </message>
    <message>
        <source>Use a smaller file.</source>
        <translation>Eine kleinere Datei verwenden.</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text.</source>
        <translation>{0} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>Put the file into {0}, or correct its name.</source>
        <translation>Die Datei in {0} legen oder ihren Namen berichtigen.</translation>
    </message>
    <message>
        <source>The workflow “{0}” cannot be used.</source>
        <translation>Der Workflow „{0}“ ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}, Zeile {1}: {2}</translation>
    </message>
    <message>
        <source>Check that it is a folder and that you may open it.</source>
        <translation>Prüfen, ob es ein Ordner ist und geöffnet werden darf.</translation>
    </message>
    <message>
        <source>Save the workflow again with “Export (API)” in ComfyUI.</source>
        <translation>Den Workflow in ComfyUI mit „Export (API)“ erneut speichern.</translation>
    </message>
    <message>
        <source>Use letters, digits, “-” and “_” only.</source>
        <translation>Nur Buchstaben, Ziffern, „-“ und „_“ verwenden.</translation>
    </message>
    <message>
        <source>Write it as node.input, for example “sampler.steps”.</source>
        <translation>Als node.input schreiben, zum Beispiel „sampler.steps“.</translation>
    </message>
    <message>
        <source>Name a .json file in the same folder.</source>
        <translation>Eine .json-Datei im selben Ordner nennen.</translation>
    </message>
    <message>
        <source>Write it like 832x480.</source>
        <translation>Schreiben wie 832x480.</translation>
    </message>
    <message>
        <source>Write it like “&gt;=0.3.46”.</source>
        <translation>Schreiben wie „&gt;=0.3.46“.</translation>
    </message>
    <message>
        <source>YAML: {0}.</source>
        <translation>YAML: {0}.</translation>
    </message>
    <message>
        <source>The file holds no keys.</source>
        <translation>Die Datei enthält keine Schlüssel.</translation>
    </message>
    <message>
        <source>Write “name: …”, “title: …” and so on, one per line.</source>
        <translation>„name: …“, „title: …“ und so weiter schreiben, je Zeile eines.</translation>
    </message>
    <message>
        <source>This is ComfyUI's window format, not its API format.</source>
        <translation>Das ist das Fensterformat von ComfyUI, nicht sein API-Format.</translation>
    </message>
    <message>
        <source>Save it with “Export (API)”.</source>
        <translation>Mit „Export (API)“ speichern.</translation>
    </message>
    <message>
        <source>The template holds no nodes.</source>
        <translation>Die Vorlage enthält keine Nodes.</translation>
    </message>
    <message>
        <source>Save the workflow with “Export (API)” in ComfyUI.</source>
        <translation>Den Workflow in ComfyUI mit „Export (API)“ speichern.</translation>
    </message>
    <message>
        <source>Node “{0}” has no class_type or no inputs.</source>
        <translation>Node „{0}“ hat kein class_type oder keine inputs.</translation>
    </message>
    <message>
        <source>Correct the connection.</source>
        <translation>Die Verbindung berichtigen.</translation>
    </message>
    <message>
        <source>{0} is not a number that a server takes</source>
        <translation>{0} ist keine Zahl, die ein Server nimmt</translation>
    </message>
    <message>
        <source>the key “{0}” is there twice</source>
        <translation>der Schlüssel „{0}“ ist zweimal da</translation>
    </message>
    <message>
        <source>The file holds too many values, or a value that holds itself.</source>
        <translation>Die Datei enthält zu viele Werte oder einen Wert, der sich selbst enthält.</translation>
    </message>
    <message>
        <source>Remove its aliases.</source>
        <translation>Ihre Aliase entfernen.</translation>
    </message>
    <message>
        <source>Correct the line, or the one above it.</source>
        <translation>Die Zeile berichtigen oder die darüber.</translation>
    </message>
    <message>
        <source>Write the file as plain YAML text.</source>
        <translation>Die Datei als einfachen YAML-Text schreiben.</translation>
    </message>
    <message>
        <source>Every node needs “class_type” and “inputs”.</source>
        <translation>Jede Node braucht „class_type“ und „inputs“.</translation>
    </message>
    <message>
        <source>JSON: {0}.</source>
        <translation>JSON: {0}.</translation>
    </message>
    <message>
        <source>The key “{0}” is not known.</source>
        <translation>Der Schlüssel „{0}“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The key “{0}” is missing.</source>
        <translation>Der Schlüssel „{0}“ fehlt.</translation>
    </message>
    <message>
        <source>Add “{0}: …”.</source>
        <translation>„{0}: …“ ergänzen.</translation>
    </message>
    <message>
        <source>“{0}” has a wrong form.</source>
        <translation>„{0}“ hat eine falsche Form.</translation>
    </message>
    <message>
        <source>Found: {0}</source>
        <translation>Gefunden: {0}</translation>
    </message>
    <message>
        <source>The default {0} is not from {1} to {2}.</source>
        <translation>Der Standard {0} liegt nicht zwischen {1} und {2}.</translation>
    </message>
    <message>
        <source>Stages share {0} frames at each seam.</source>
        <translation>Stufen teilen sich an jeder Naht {0} Einzelbilder.</translation>
    </message>
    <message>
        <source>Write “timing: {…, overlap: 1}”; 5, 9 and 13 are possible too.</source>
        <translation>„timing: {…, overlap: 1}“ schreiben; auch 5, 9 und 13 sind möglich.</translation>
    </message>
    <message>
        <source>Node “{0}” has no input “length” with more than {1} frames.</source>
        <translation>Node „{0}“ hat keinen Eingang „length“ mit mehr als {1} Einzelbildern.</translation>
    </message>
    <message>
        <source>Nothing is connected to “start_image” of node “{0}”.</source>
        <translation>Mit „start_image“ von Node „{0}“ ist nichts verbunden.</translation>
    </message>
    <message>
        <source>Only the decoder's pictures may go on to nodes outside the stage.</source>
        <translation>Nur die Bilder des Decoders dürfen zu Nodes außerhalb der Stufe weitergehen.</translation>
    </message>
    <message>
        <source>No parameter with a name ending in “{0}” binds {1}.text.</source>
        <translation>Kein Parameter, dessen Name auf „{0}“ endet, bindet {1}.text.</translation>
    </message>
    <message>
        <source>The template has a node “{0}” already, which the builder of stages wants to add.</source>
        <translation>Die Vorlage hat schon eine Node „{0}“, die der Bau der Stufen hinzufügen will.</translation>
    </message>
    <message>
        <source>A stage must have at least the {0} frames of a seam.</source>
        <translation>Eine Stufe muss mindestens die {0} Einzelbilder einer Naht haben.</translation>
    </message>
    <message>
        <source>A parameter of single stages binds a node that all stages share.</source>
        <translation>Ein Parameter einzelner Stufen bindet eine Node, die sich alle Stufen teilen.</translation>
    </message>
    <message>
        <source>Nothing takes the model of node “{0}”.</source>
        <translation>Nichts nimmt das Modell von Node „{0}“.</translation>
    </message>
    <message>
        <source>The template has a node “{0}” already.</source>
        <translation>Die Vorlage hat schon eine Node „{0}“.</translation>
    </message>
    <message>
        <source>Give it another id.</source>
        <translation>Ihr eine andere ID geben.</translation>
    </message>
    <message>
        <source>One node has two roles.</source>
        <translation>Eine Node hat zwei Rollen.</translation>
    </message>
    <message>
        <source>Name a node of its own for each role.</source>
        <translation>Für jede Rolle eine eigene Node nennen.</translation>
    </message>
    <message>
        <source>Correct “min”, “max” or “default”.</source>
        <translation>„min“, „max“ oder „default“ berichtigen.</translation>
    </message>
    <message>
        <source>Name the node that makes video from an image.</source>
        <translation>Die Node nennen, die aus einem Bild Video macht.</translation>
    </message>
    <message>
        <source>Connect the input's image to it.</source>
        <translation>Das Bild der Eingabe damit verbinden.</translation>
    </message>
    <message>
        <source>{0} Here they come from {1}.</source>
        <translation>{0} Hier kommen sie von {1}.</translation>
    </message>
    <message>
        <source>Correct the roles.</source>
        <translation>Die Rollen berichtigen.</translation>
    </message>
    <message>
        <source>Call the prompt's parameter “positive_prompt{0}”.</source>
        <translation>Den Parameter des Prompts „positive_prompt{0}“ nennen.</translation>
    </message>
    <message>
        <source>Set “min” to {0} or more.</source>
        <translation>„min“ auf {0} oder mehr setzen.</translation>
    </message>
    <message>
        <source>Remove “{0}” from its name, or the binding.</source>
        <translation>„{0}“ aus seinem Namen entfernen, oder die Bindung.</translation>
    </message>
    <message>
        <source>“{0}” adds a parameter “{1}”.</source>
        <translation>„{0}“ fügt einen Parameter „{1}“ hinzu.</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Ihn umbenennen.</translation>
    </message>
    <message>
        <source>Name the node whose model goes on.</source>
        <translation>Die Node nennen, deren Modell weitergeht.</translation>
    </message>
    <message>
        <source>Left at its default: {0}.</source>
        <translation>Auf dem Standard belassen: {0}.</translation>
    </message>
    <message>
        <source>What was stored is kept in the database, so that nothing is lost.</source>
        <translation>Das Gespeicherte bleibt in der Datenbank, sodass nichts verloren ist.</translation>
    </message>
    <message>
        <source>A part of the workspace “{0}” could not be read.</source>
        <translation>Ein Teil des Arbeitsbereichs „{0}“ war nicht lesbar.</translation>
    </message>
    <message>
        <source>A part of this could not be read.</source>
        <translation>Ein Teil davon war nicht lesbar.</translation>
    </message>
    <message>
        <source>Load photo</source>
        <translation>Foto laden</translation>
    </message>
    <message>
        <source>Move the camera</source>
        <translation>Kamera bewegen</translation>
    </message>
    <message>
        <source>Make the clip</source>
        <translation>Clip machen</translation>
    </message>
    <message>
        <source>Save video</source>
        <translation>Video speichern</translation>
    </message>
    <message>
        <source>Camera move (built-in)</source>
        <translation>Kamerafahrt (eingebaut)</translation>
    </message>
    <message>
        <source>Moves a camera over each photo and makes a short clip of it. Needs no model and no graphics card: it runs on the built-in engine.</source>
        <translation>Bewegt eine Kamera über jedes Foto und macht einen kurzen Clip daraus. Braucht kein Modell und keine Grafikkarte: läuft auf der eingebauten Engine.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Push in</source>
        <translation>Hineinfahren</translation>
    </message>
    <message>
        <source>Pull out</source>
        <translation>Herausfahren</translation>
    </message>
    <message>
        <source>Pan left</source>
        <translation>Schwenk nach links</translation>
    </message>
    <message>
        <source>Pan right</source>
        <translation>Schwenk nach rechts</translation>
    </message>
    <message>
        <source>Tilt up</source>
        <translation>Neigen nach oben</translation>
    </message>
    <message>
        <source>Tilt down</source>
        <translation>Neigen nach unten</translation>
    </message>
    <message>
        <source>Arc</source>
        <translation>Bogen</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Treiben</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Easing</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How the move starts and ends.</source>
        <translation>Wie die Bewegung beginnt und endet.</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Slow start</source>
        <translation>Langsamer Beginn</translation>
    </message>
    <message>
        <source>Slow end</source>
        <translation>Langsames Ende</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Size and length</source>
        <translation>Größe und Länge</translation>
    </message>
    <message>
        <source>Even numbers only; H.264 takes no others.</source>
        <translation>Nur gerade Zahlen; H.264 nimmt keine anderen.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>fps</translation>
    </message>
    <message>
        <source>Load text encoders</source>
        <translation>Textencoder laden</translation>
    </message>
    <message>
        <source>Load VAE</source>
        <translation>VAE laden</translation>
    </message>
    <message>
        <source>Load model</source>
        <translation>Modell laden</translation>
    </message>
    <message>
        <source>No negative prompt</source>
        <translation>Kein negativer Prompt</translation>
    </message>
    <message>
        <source>Load start image</source>
        <translation>Startbild laden</translation>
    </message>
    <message>
        <source>Encode image</source>
        <translation>Bild kodieren</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Decode image</source>
        <translation>Bild dekodieren</translation>
    </message>
    <message>
        <source>Save image</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Flux image → image</source>
        <translation>Flux Bild → Bild</translation>
    </message>
    <message>
        <source>Flux dev repaints each image; “Change” says how much of it.</source>
        <translation>Flux dev malt jedes Bild neu; „Änderung“ sagt, wie viel davon.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>What is to be seen.</source>
        <translation>Was zu sehen ist.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>How much of the image is repainted; 1 is all of it.</source>
        <translation>Wie viel des Bildes neu gemalt wird; 1 ist alles.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The image is scaled to this many million pixels first.</source>
        <translation>Zuerst wird das Bild auf so viele Millionen Pixel skaliert.</translation>
    </message>
    <message>
        <source>MP</source>
        <translation>MP</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>File in models/diffusion_models.</source>
        <translation>Datei in models/diffusion_models.</translation>
    </message>
    <message>
        <source>Text encoder (CLIP)</source>
        <translation>Textencoder (CLIP)</translation>
    </message>
    <message>
        <source>File in models/text_encoders.</source>
        <translation>Datei in models/text_encoders.</translation>
    </message>
    <message>
        <source>Text encoder (T5)</source>
        <translation>Textencoder (T5)</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>File in models/vae.</source>
        <translation>Datei in models/vae.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Soft edges</source>
        <translation>Weiche Ränder</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Maske erweitern</translation>
    </message>
    <message>
        <source>Inpaint</source>
        <translation>Inpainting</translation>
    </message>
    <message>
        <source>Flux inpaint</source>
        <translation>Flux Inpainting</translation>
    </message>
    <message>
        <source>Fills the transparent part of each image (Flux Fill). Erase what is to be painted anew and save as PNG.</source>
        <translation>Füllt den durchsichtigen Teil jedes Bildes (Flux Fill). Ausradieren, was neu gemalt werden soll, und als PNG speichern.</translation>
    </message>
    <message>
        <source>What the erased part shows.</source>
        <translation>Was der ausradierte Teil zeigt.</translation>
    </message>
    <message>
        <source>Grow the mask</source>
        <translation>Maske erweitern</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Load vision model</source>
        <translation>Bildmodell laden</translation>
    </message>
    <message>
        <source>Look at the image</source>
        <translation>Bild ansehen</translation>
    </message>
    <message>
        <source>Load Redux</source>
        <translation>Redux laden</translation>
    </message>
    <message>
        <source>Apply style</source>
        <translation>Stil anwenden</translation>
    </message>
    <message>
        <source>Empty image</source>
        <translation>Leeres Bild</translation>
    </message>
    <message>
        <source>Flux style of an image</source>
        <translation>Flux Stil eines Bildes</translation>
    </message>
    <message>
        <source>A new picture in the style of each image (Flux Redux); the prompt says what is on it.</source>
        <translation>Ein neues Bild im Stil jedes Bildes (Flux Redux); der Prompt sagt, was darauf ist.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>How far the image decides.</source>
        <translation>Wie sehr das Bild bestimmt.</translation>
    </message>
    <message>
        <source>Way of mixing</source>
        <translation>Art des Mischens</translation>
    </message>
    <message>
        <source>Style model</source>
        <translation>Stilmodell</translation>
    </message>
    <message>
        <source>File in models/style_models.</source>
        <translation>Datei in models/style_models.</translation>
    </message>
    <message>
        <source>Vision model</source>
        <translation>Bildmodell</translation>
    </message>
    <message>
        <source>File in models/clip_vision.</source>
        <translation>Datei in models/clip_vision.</translation>
    </message>
    <message>
        <source>Flux text → image</source>
        <translation>Flux Text → Bild</translation>
    </message>
    <message>
        <source>Flux dev: a picture from words.</source>
        <translation>Flux dev: ein Bild aus Worten.</translation>
    </message>
    <message>
        <source>Load image</source>
        <translation>Bild laden</translation>
    </message>
    <message>
        <source>Load upscale model</source>
        <translation>Upscale-Modell laden</translation>
    </message>
    <message>
        <source>Upscale image by model</source>
        <translation>Bild mit Modell hochskalieren</translation>
    </message>
    <message>
        <source>Makes each image larger with an upscale model, which paints detail; then scales to the size wanted.</source>
        <translation>Vergrößert jedes Bild mit einem Upscale-Modell, das Einzelheiten malt, und skaliert dann auf die gewünschte Größe.</translation>
    </message>
    <message>
        <source>Upscale model</source>
        <translation>Upscale-Modell</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Hochskalieren</translation>
    </message>
    <message>
        <source>File in models/upscale_models.</source>
        <translation>Datei in models/upscale_models.</translation>
    </message>
    <message>
        <source>Scale after the model</source>
        <translation>Skalierung nach dem Modell</translation>
    </message>
    <message>
        <source>0.75 after a ×2 model is 1.5 times the size; after a ×4 model 0.375 is.</source>
        <translation>0.75 nach einem ×2-Modell ergibt die 1.5-fache Größe; nach einem ×4-Modell tut das 0.375.</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Lanczos keeps edges sharp; area is best for making pictures smaller.</source>
        <translation>Lanczos hält Kanten scharf; „Fläche“ eignet sich am besten zum Verkleinern.</translation>
    </message>
    <message>
        <source>Upscale image</source>
        <translation>Bild hochskalieren</translation>
    </message>
    <message>
        <source>Makes each image larger or smaller by a factor. Needs no model; runs on every engine.</source>
        <translation>Vergrößert oder verkleinert jedes Bild um einen Faktor. Braucht kein Modell; läuft auf jeder Engine.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>1.5 makes 1280 × 720 into 1920 × 1080.</source>
        <translation>1.5 macht aus 1280 × 720 1920 × 1080.</translation>
    </message>
    <message>
        <source>Lanczos keeps edges sharp; area is best for making images smaller.</source>
        <translation>Lanczos hält Kanten scharf; „Fläche“ eignet sich am besten zum Verkleinern.</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>Bilinear</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Nearest pixel</source>
        <translation>Nächstes Pixel</translation>
    </message>
    <message>
        <source>Load text encoder</source>
        <translation>Textencoder laden</translation>
    </message>
    <message>
        <source>Normalise guidance</source>
        <translation>Guidance normalisieren</translation>
    </message>
    <message>
        <source>Qwen-Image edit</source>
        <translation>Qwen-Image Bearbeiten</translation>
    </message>
    <message>
        <source>Changes each image as the instruction says and leaves the rest as it is.</source>
        <translation>Verändert jedes Bild, wie die Anweisung sagt, und lässt den Rest, wie er ist.</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Make it snow. Take the lamp away.</source>
        <translation>Es schneien lassen. Die Lampe wegnehmen.</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativer Prompt</translation>
    </message>
    <message>
        <source>CFG</source>
        <translation>CFG</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>Textencoder</translation>
    </message>
    <message>
        <source>Qwen-Image image → image</source>
        <translation>Qwen-Image Bild → Bild</translation>
    </message>
    <message>
        <source>Qwen-Image repaints each image; “Change” says how much of it.</source>
        <translation>Qwen-Image malt jedes Bild neu; „Änderung“ sagt, wie viel davon.</translation>
    </message>
    <message>
        <source>Qwen-Image text → image</source>
        <translation>Qwen-Image Text → Bild</translation>
    </message>
    <message>
        <source>Qwen-Image: a picture from words; good at writing.</source>
        <translation>Qwen-Image: ein Bild aus Worten; gut im Schreiben.</translation>
    </message>
    <message>
        <source>Load video</source>
        <translation>Video laden</translation>
    </message>
    <message>
        <source>Frames and sound</source>
        <translation>Bilder und Ton</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>Zwischenbilder</translation>
    </message>
    <message>
        <source>Make video</source>
        <translation>Video machen</translation>
    </message>
    <message>
        <source>Smooth video (RIFE)</source>
        <translation>Video glätten (RIFE)</translation>
    </message>
    <message>
        <source>Adds frames between those of each video with RIFE, a custom node pack; its sound stays.</source>
        <translation>Fügt zwischen die Bilder jedes Videos weitere ein, mit RIFE, einem zusätzlichen Node-Paket; der Ton bleibt.</translation>
    </message>
    <message>
        <source>Times as many frames</source>
        <translation>So viel Mal mehr Bilder</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>The multiplier times the video's own rate keeps its speed.</source>
        <translation>Vervielfacher mal eigene Bildrate des Videos behält sein Tempo.</translation>
    </message>
    <message>
        <source>RIFE version</source>
        <translation>Version von RIFE</translation>
    </message>
    <message>
        <source>Load FILM</source>
        <translation>FILM laden</translation>
    </message>
    <message>
        <source>Smooth video (FILM)</source>
        <translation>Video glätten (FILM)</translation>
    </message>
    <message>
        <source>Adds frames between those of each video, with ComfyUI's own nodes; its sound stays.</source>
        <translation>Fügt zwischen die Bilder jedes Videos weitere ein, mit Nodes von ComfyUI selbst; der Ton bleibt.</translation>
    </message>
    <message>
        <source>File in models/frame_interpolation.</source>
        <translation>Datei in models/frame_interpolation.</translation>
    </message>
    <message>
        <source>Upscale video by model</source>
        <translation>Video mit Modell hochskalieren</translation>
    </message>
    <message>
        <source>Makes each video larger with an upscale model, frame by frame; its sound stays.</source>
        <translation>Vergrößert jedes Video mit einem Upscale-Modell, Bild für Bild; der Ton bleibt.</translation>
    </message>
    <message>
        <source>0.75 after a ×2 model is 1.5 times the size; after a ×4 model 0.375 is. Both sides of the result must be even; H.264 takes no others.</source>
        <translation>0.75 nach einem ×2-Modell ergibt die 1.5-fache Größe; nach einem ×4-Modell tut das 0.375. Beide Seiten des Ergebnisses müssen gerade sein; H.264 nimmt keine anderen.</translation>
    </message>
    <message>
        <source>Upscale video</source>
        <translation>Video hochskalieren</translation>
    </message>
    <message>
        <source>Makes each video larger or smaller by a factor; its sound stays. Needs no model.</source>
        <translation>Vergrößert oder verkleinert jedes Video um einen Faktor; der Ton bleibt. Braucht kein Modell.</translation>
    </message>
    <message>
        <source>Both sides of the result must be even; H.264 takes no others.</source>
        <translation>Beide Seiten des Ergebnisses müssen gerade sein; H.264 nimmt keine anderen.</translation>
    </message>
    <message>
        <source>Load clip</source>
        <translation>Clip laden</translation>
    </message>
    <message>
        <source>Frames of the clip</source>
        <translation>Bilder des Clips</translation>
    </message>
    <message>
        <source>Frames before the seam</source>
        <translation>Bilder vor der Naht</translation>
    </message>
    <message>
        <source>Frames that go on</source>
        <translation>Bilder, die weitergehen</translation>
    </message>
    <message>
        <source>Kept frames</source>
        <translation>Behaltene Bilder</translation>
    </message>
    <message>
        <source>Mask of kept frames</source>
        <translation>Maske der behaltenen Bilder</translation>
    </message>
    <message>
        <source>VACE</source>
        <translation>VACE</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Decode frames</source>
        <translation>Einzelbilder dekodieren</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>WAN VACE: continue a clip</source>
        <translation>WAN VACE: Clip fortsetzen</translation>
    </message>
    <message>
        <source>Goes on where a clip ends: 17 of its frames set the motion, new frames follow, and both are joined. Its size should be that of the clip.</source>
        <translation>Macht dort weiter, wo ein Clip endet: 17 seiner Bilder geben die Bewegung vor, neue folgen, und beides wird verbunden. Die Größe sollte die des Clips sein.</translation>
    </message>
    <message>
        <source>What happens next.</source>
        <translation>Was als Nächstes geschieht.</translation>
    </message>
    <message>
        <source>Has no effect while CFG is 1.</source>
        <translation>Ohne Wirkung, solange CFG 1 ist.</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>Referenzbild</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Who or what is to stay the same in the new frames. Optional.</source>
        <translation>Wer oder was in den neuen Bildern gleich bleiben soll. Optional.</translation>
    </message>
    <message>
        <source>None; drop a picture here</source>
        <translation>Keines; ein Bild hier ablegen</translation>
    </message>
    <message>
        <source>Frame that goes on</source>
        <translation>Bild, an dem es weitergeht</translation>
    </message>
    <message>
        <source>The clip is kept up to this frame; from there 17 frames are its motion, and new ones follow. 64 for clips of 81 frames.</source>
        <translation>Bis zu diesem Bild bleibt der Clip; ab da geben 17 Bilder die Bewegung vor, und neue folgen. 64 bei Clips mit 81 Bildern.</translation>
    </message>
    <message>
        <source>4·n + 1 frames, with the 17 kept ones.</source>
        <translation>4·n + 1 Einzelbilder, mit den 17 behaltenen.</translation>
    </message>
    <message>
        <source>VACE strength</source>
        <translation>Stärke von VACE</translation>
    </message>
    <message>
        <source>Strength of the speed LoRA</source>
        <translation>Stärke der Tempo-LoRA</translation>
    </message>
    <message>
        <source>Speed LoRA</source>
        <translation>Tempo-LoRA</translation>
    </message>
    <message>
        <source>File in models/loras.</source>
        <translation>Datei in models/loras.</translation>
    </message>
    <message>
        <source>WAN 2.2 5B image → video</source>
        <translation>WAN 2.2 5B Bild → Video</translation>
    </message>
    <message>
        <source>The small WAN 2.2 model: 24 frames a second at 1280 × 704, for small cards. 8 GB do where ComfyUI keeps parts of it in the memory of the computer. Each image becomes the first frame.</source>
        <translation>Das kleine Modell von WAN 2.2: 24 Bilder pro Sekunde bei 1280 × 704, für kleine Karten. 8 GB genügen, wo ComfyUI Teile davon im Arbeitsspeicher hält. Jedes Bild wird zum ersten Einzelbild.</translation>
    </message>
    <message>
        <source>What moves, how the camera moves, how it ends.</source>
        <translation>Was sich bewegt, wie die Kamera fährt, wie es endet.</translation>
    </message>
    <message>
        <source>4·n + 1 frames. The 5B model was trained on 121.</source>
        <translation>4·n + 1 Einzelbilder. Das 5B-Modell wurde mit 121 trainiert.</translation>
    </message>
    <message>
        <source>The 5B model moves naturally at 24.</source>
        <translation>Das 5B-Modell bewegt sich bei 24 natürlich.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>WAN 2.2 5B text → video</source>
        <translation>WAN 2.2 5B Text → Video</translation>
    </message>
    <message>
        <source>The small WAN 2.2 model: 24 frames a second at 1280 × 704, for small cards. 8 GB do where ComfyUI keeps parts of it in the memory of the computer.</source>
        <translation>Das kleine Modell von WAN 2.2: 24 Bilder pro Sekunde bei 1280 × 704, für kleine Karten. 8 GB genügen, wo ComfyUI Teile davon im Arbeitsspeicher hält.</translation>
    </message>
    <message>
        <source>Load high-noise model</source>
        <translation>High-Noise-Modell laden</translation>
    </message>
    <message>
        <source>Load low-noise model</source>
        <translation>Low-Noise-Modell laden</translation>
    </message>
    <message>
        <source>Shift, high noise</source>
        <translation>Shift, High-Noise</translation>
    </message>
    <message>
        <source>Shift, low noise</source>
        <translation>Shift, Low-Noise</translation>
    </message>
    <message>
        <source>Image to video</source>
        <translation>Bild zu Video</translation>
    </message>
    <message>
        <source>High-noise steps</source>
        <translation>High-Noise-Schritte</translation>
    </message>
    <message>
        <source>Low-noise steps</source>
        <translation>Low-Noise-Schritte</translation>
    </message>
    <message>
        <source>WAN 2.2 image → video, 1 to 10 clips, GGUF</source>
        <translation>WAN 2.2 Bild → Video, 1 bis 10 Clips, GGUF</translation>
    </message>
    <message>
        <source>The same with quantized models for cards with less memory, loaded by the node pack ComfyUI-GGUF: a long clip made of up to ten, each with a prompt of its own.</source>
        <translation>Dasselbe mit quantisierten Modellen für Karten mit weniger Speicher, geladen mit dem Node-Paket ComfyUI-GGUF: ein langer Clip aus bis zu zehn, jeder mit eigenem Prompt.</translation>
    </message>
    <message>
        <source>Clip 1</source>
        <translation>Clip 1</translation>
    </message>
    <message>
        <source>4·n + 1 frames of each clip. WAN was trained on 81.</source>
        <translation>4·n + 1 Einzelbilder je Clip. WAN wurde mit 81 trainiert.</translation>
    </message>
    <message>
        <source>WAN 2.2 14B moves naturally at 16.</source>
        <translation>WAN 2.2 14B bewegt sich bei 16 natürlich.</translation>
    </message>
    <message>
        <source>Steps of the high-noise model</source>
        <translation>Schritte des High-Noise-Modells</translation>
    </message>
    <message>
        <source>After this step the low-noise model takes over; half of the steps is usual.</source>
        <translation>Nach diesem Schritt übernimmt das Low-Noise-Modell; die Hälfte der Schritte ist üblich.</translation>
    </message>
    <message>
        <source>1 with the 4-step LoRAs. Above 1 every step takes twice as long.</source>
        <translation>1 mit den 4-Schritte-LoRAs. Über 1 dauert jeder Schritt doppelt so lange.</translation>
    </message>
    <message>
        <source>High-noise model</source>
        <translation>High-Noise-Modell</translation>
    </message>
    <message>
        <source>A .gguf file in models/diffusion_models or models/unet.</source>
        <translation>Eine .gguf-Datei in models/diffusion_models oder models/unet.</translation>
    </message>
    <message>
        <source>Low-noise model</source>
        <translation>Low-Noise-Modell</translation>
    </message>
    <message>
        <source>4-step LoRA, high noise</source>
        <translation>4-Schritte-LoRA, High-Noise</translation>
    </message>
    <message>
        <source>4-step LoRA, low noise</source>
        <translation>4-Schritte-LoRA, Low-Noise</translation>
    </message>
    <message>
        <source>Small, to see how it moves.</source>
        <translation>Klein, um zu sehen, wie es sich bewegt.</translation>
    </message>
    <message>
        <source>Larger, with twice the steps; about five times as slow.</source>
        <translation>Größer, mit doppelt so vielen Schritten; etwa fünfmal so langsam.</translation>
    </message>
    <message>
        <source>WAN 2.2 image → video, 1 to 10 clips</source>
        <translation>WAN 2.2 Bild → Video, 1 bis 10 Clips</translation>
    </message>
    <message>
        <source>A long clip made of up to ten, each with a prompt of its own; each starts with the last frame of the one before. The parameter “stages” says how many.</source>
        <translation>Ein langer Clip aus bis zu zehn, jeder mit eigenem Prompt; jeder beginnt mit dem letzten Bild des vorigen. Der Parameter „stages“ sagt, wie viele.</translation>
    </message>
    <message>
        <source>Load end image</source>
        <translation>Endbild laden</translation>
    </message>
    <message>
        <source>First and last frame</source>
        <translation>Erstes und letztes Bild</translation>
    </message>
    <message>
        <source>WAN 2.2 first and last frame → video</source>
        <translation>WAN 2.2 erstes und letztes Bild → Video</translation>
    </message>
    <message>
        <source>Each image is the first frame of a clip that ends with another image, the same for all.</source>
        <translation>Jedes Bild ist das erste Bild eines Clips, der mit einem anderen endet, das für alle gleich ist.</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>The picture with which every clip ends.</source>
        <translation>Das Bild, mit dem jeder Clip endet.</translation>
    </message>
    <message>
        <source>Drop a picture here, or choose one</source>
        <translation>Bild hier ablegen oder wählen</translation>
    </message>
    <message>
        <source>4·n + 1 frames. WAN was trained on 81; more than that tends to repeat itself.</source>
        <translation>4·n + 1 Einzelbilder. WAN wurde mit 81 trainiert; mehr wiederholt sich gern.</translation>
    </message>
    <message>
        <source>WAN 2.2 image → image</source>
        <translation>WAN 2.2 Bild → Bild</translation>
    </message>
    <message>
        <source>The low-noise model of WAN 2.2 14B repaints each image as one frame; good for skin and texture.</source>
        <translation>Das Low-Noise-Modell von WAN 2.2 14B malt jedes Bild als ein Einzelbild neu; gut für Haut und Oberflächen.</translation>
    </message>
    <message>
        <source>4-step LoRA</source>
        <translation>4-Schritte-LoRA</translation>
    </message>
    <message>
        <source>WAN 2.2 image → video, 2 clips</source>
        <translation>WAN 2.2 Bild → Video, 2 Clips</translation>
    </message>
    <message>
        <source>Two clips in one, about ten seconds, each with a prompt of its own; the second starts with the last frame of the first.</source>
        <translation>Zwei Clips in einem, etwa zehn Sekunden, jeder mit eigenem Prompt; der zweite beginnt mit dem letzten Bild des ersten.</translation>
    </message>
    <message>
        <source>WAN 2.2 image → video, 3 clips</source>
        <translation>WAN 2.2 Bild → Video, 3 Clips</translation>
    </message>
    <message>
        <source>Three clips in one, about fifteen seconds, each with a prompt of its own; each starts with the last frame of the one before.</source>
        <translation>Drei Clips in einem, etwa fünfzehn Sekunden, jeder mit eigenem Prompt; jeder beginnt mit dem letzten Bild des vorigen.</translation>
    </message>
    <message>
        <source>Context windows, high noise</source>
        <translation>Kontextfenster, High-Noise</translation>
    </message>
    <message>
        <source>Context windows, low noise</source>
        <translation>Kontextfenster, Low-Noise</translation>
    </message>
    <message>
        <source>WAN 2.2 image → long video (context windows)</source>
        <translation>WAN 2.2 Bild → langes Video (Kontextfenster)</translation>
    </message>
    <message>
        <source>One long clip with one prompt, sampled in overlapping windows. Older ComfyUI versions cut the start image wrongly for windows, so that a newer one is needed.</source>
        <translation>Ein langer Clip mit einem Prompt, in überlappenden Fenstern berechnet. Ältere ComfyUI-Versionen zerschneiden das Startbild dabei falsch, deshalb ist eine neuere nötig.</translation>
    </message>
    <message>
        <source>4·n + 1 frames of the whole clip. Memory is that of one window, time grows with their number.</source>
        <translation>4·n + 1 Einzelbilder des ganzen Clips. Der Speicher ist der eines Fensters, die Zeit wächst mit ihrer Zahl.</translation>
    </message>
    <message>
        <source>Frames of a window</source>
        <translation>Einzelbilder eines Fensters</translation>
    </message>
    <message>
        <source>Context windows</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>Frames that windows share</source>
        <translation>Einzelbilder, die sich Fenster teilen</translation>
    </message>
    <message>
        <source>Order of windows</source>
        <translation>Reihenfolge der Fenster</translation>
    </message>
    <message>
        <source>How windows blend</source>
        <translation>Wie Fenster ineinander übergehen</translation>
    </message>
    <message>
        <source>WAN 2.2 image → video, full steps</source>
        <translation>WAN 2.2 Bild → Video, volle Schritte</translation>
    </message>
    <message>
        <source>WAN 2.2 14B without speed LoRAs: 20 steps with guidance, so that the negative prompt counts. About ten times as slow as the 4-step workflow, with larger motion.</source>
        <translation>WAN 2.2 14B ohne Tempo-LoRAs: 20 Schritte mit Guidance, sodass der negative Prompt zählt. Etwa zehnmal so langsam wie der Workflow mit 4 Schritten, mit größerer Bewegung.</translation>
    </message>
    <message>
        <source>3.5 is usual. Every step takes twice as long as with CFG 1.</source>
        <translation>3.5 ist üblich. Jeder Schritt dauert doppelt so lange wie mit CFG 1.</translation>
    </message>
    <message>
        <source>WAN 2.2 image → video, GGUF</source>
        <translation>WAN 2.2 Bild → Video, GGUF</translation>
    </message>
    <message>
        <source>The same with quantized models for cards with less memory, loaded by the node pack ComfyUI-GGUF: each image becomes the first frame of a clip.</source>
        <translation>Dasselbe mit quantisierten Modellen für Karten mit weniger Speicher, geladen mit dem Node-Paket ComfyUI-GGUF: jedes Bild wird zum ersten Einzelbild eines Clips.</translation>
    </message>
    <message>
        <source>WAN 2.2 image → video</source>
        <translation>WAN 2.2 Bild → Video</translation>
    </message>
    <message>
        <source>WAN 2.2 14B with both experts and the 4-step LoRAs: each image becomes the first frame of a clip that moves as the prompt says. Needs a ComfyUI server with the WAN 2.2 models.</source>
        <translation>WAN 2.2 14B mit beiden Experten und den 4-Schritte-LoRAs: jedes Bild wird zum ersten Einzelbild eines Clips, der sich bewegt, wie der Prompt sagt. Braucht einen ComfyUI-Server mit den Modellen von WAN 2.2.</translation>
    </message>
    <message>
        <source>Empty frames</source>
        <translation>Leere Einzelbilder</translation>
    </message>
    <message>
        <source>WAN 2.2 text → image</source>
        <translation>WAN 2.2 Text → Bild</translation>
    </message>
    <message>
        <source>One frame of WAN 2.2 14B as a picture.</source>
        <translation>Ein Einzelbild von WAN 2.2 14B als Bild.</translation>
    </message>
    <message>
        <source>WAN 2.2 text → long video (context windows)</source>
        <translation>WAN 2.2 Text → langes Video (Kontextfenster)</translation>
    </message>
    <message>
        <source>One long clip from words alone, sampled in overlapping windows.</source>
        <translation>Ein langer Clip allein aus Worten, in überlappenden Fenstern berechnet.</translation>
    </message>
    <message>
        <source>WAN 2.2 text → video, full steps</source>
        <translation>WAN 2.2 Text → Video, volle Schritte</translation>
    </message>
    <message>
        <source>What is to be seen, what moves, how the camera moves.</source>
        <translation>Was zu sehen ist, was sich bewegt, wie die Kamera fährt.</translation>
    </message>
    <message>
        <source>WAN 2.2 text → video</source>
        <translation>WAN 2.2 Text → Video</translation>
    </message>
    <message>
        <source>WAN 2.2 14B with both experts and the 4-step LoRAs: a clip from words alone.</source>
        <translation>WAN 2.2 14B mit beiden Experten und den 4-Schritte-LoRAs: ein Clip allein aus Worten.</translation>
    </message>
</context>
<context>
    <name>WorkflowBar</name>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Which engine renders the job</source>
        <translation>Welche Engine den Auftrag rendert</translation>
    </message>
    <message>
        <source>Read the workflow files again</source>
        <translation>Workflow-Dateien neu lesen</translation>
    </message>
    <message>
        <source>Edit form of this workflow</source>
        <translation>Formular dieses Workflows bearbeiten</translation>
    </message>
    <message>
        <source>Any engine</source>
        <translation>Jede Engine</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation> und {0} weitere</translation>
    </message>
    <message>
        <source>needs {0}{1}</source>
        <translation>braucht {0}{1}</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Make videos</source>
        <translation>Videos machen</translation>
    </message>
    <message>
        <source>Make images</source>
        <translation>Bilder machen</translation>
    </message>
    <message>
        <source>Enlarge videos</source>
        <translation>Videos vergrößern</translation>
    </message>
    <message>
        <source>Enlarge images</source>
        <translation>Bilder vergrößern</translation>
    </message>
    <message>
        <source>Change images</source>
        <translation>Bilder verändern</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>The workflow file {0} cannot be used.</source>
        <translation>Die Workflow-Datei {0} ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>{0} workflow files cannot be used: {1}.</source>
        <translation>{0} Workflow-Dateien sind nicht verwendbar: {1}.</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, Zeile {1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>WorkspaceBar</name>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Alle Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reopen “{0}”</source>
        <translation>„{0}“ wieder öffnen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Reopen closed</source>
        <translation>Geschlossene wieder öffnen</translation>
    </message>
</context>
<context>
    <name>WorkspaceBook</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>WorkspaceKeys</name>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Close workspace</source>
        <translation>Arbeitsbereich schließen</translation>
    </message>
    <message>
        <source>Reopen closed workspace</source>
        <translation>Geschlossenen Arbeitsbereich wieder öffnen</translation>
    </message>
    <message>
        <source>Duplicate workspace</source>
        <translation>Arbeitsbereich duplizieren</translation>
    </message>
    <message>
        <source>Start workspace afresh</source>
        <translation>Arbeitsbereich von vorn beginnen</translation>
    </message>
    <message>
        <source>Next workspace</source>
        <translation>Nächster Arbeitsbereich</translation>
    </message>
    <message>
        <source>Previous workspace</source>
        <translation>Vorheriger Arbeitsbereich</translation>
    </message>
    <message>
        <source>Move workspace right</source>
        <translation>Arbeitsbereich nach rechts</translation>
    </message>
    <message>
        <source>Move workspace left</source>
        <translation>Arbeitsbereich nach links</translation>
    </message>
    <message>
        <source>Last workspace</source>
        <translation>Letzter Arbeitsbereich</translation>
    </message>
    <message>
        <source>Workspace {0}</source>
        <translation>Arbeitsbereich {0}</translation>
    </message>
    <message>
        <source>Rename workspace</source>
        <translation>Arbeitsbereich umbenennen</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Paste files or a workflow</source>
        <translation>Dateien oder Workflow einfügen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
</context>
<context>
    <name>WorkspaceSheet</name>
    <message>
        <source>#{0} added: {1}</source>
        <translation>#{0} hinzugefügt: {1}</translation>
    </message>
</context>
<context>
    <name>WorkspaceTabBar</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>has changes that were not added to the queue</source>
        <translation>hat Änderungen, die nicht in die Warteschlange kamen</translation>
    </message>
    <message>
        <source>mark: {0}</source>
        <translation>Markierung: {0}</translation>
    </message>
</context>
<context>
    <name>WorkspaceWords</name>
    <message>
        <source>1 video</source>
        <translation>1 Video</translation>
    </message>
    <message>
        <source>{0} videos</source>
        <translation>{0} Videos</translation>
    </message>
    <message>
        <source>1 prompt</source>
        <translation>1 Prompt</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>{0} Prompts</translation>
    </message>
    <message>
        <source>1 try</source>
        <translation>1 Durchlauf</translation>
    </message>
    <message>
        <source>{0} tries</source>
        <translation>{0} Durchläufe</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message>
        <source>{0} texts</source>
        <translation>{0} Texte</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} Bilder</translation>
    </message>
    <message>
        <source>no estimate yet</source>
        <translation>noch keine Schätzung</translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation>Noch keine Videos</translation>
    </message>
    <message>
        <source>Add one and this line shows the number of prompts.</source>
        <translation>Eines hinzufügen, und diese Zeile zeigt die Zahl der Prompts.</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <source>{0} And {1} more.</source>
        <translation>{0} Und {1} weitere.</translation>
    </message>
    <message>
        <source>1 file was left out:</source>
        <translation>1 Datei wurde ausgelassen:</translation>
    </message>
    <message>
        <source>{0} files were left out:</source>
        <translation>{0} Dateien wurden ausgelassen:</translation>
    </message>
    <message>
        <source> And {0} more.</source>
        <translation> Und {0} weitere.</translation>
    </message>
    <message>
        <source>{0} already here.</source>
        <translation>{0} schon hier.</translation>
    </message>
    <message>
        <source>{0} beyond the limit of a folder stayed out.</source>
        <translation>{0} jenseits der Grenze eines Ordners blieben draußen.</translation>
    </message>
    <message>
        <source>{0} not looked at.</source>
        <translation>{0} nicht angesehen.</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Type to search</source>
        <translation>Tippen, um zu suchen</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Liste durchsuchen</translation>
    </message>
    <message>
        <source>Nothing here has “{0}”.</source>
        <translation>Nichts hier enthält „{0}“.</translation>
    </message>
    <message>
        <source>Use “{0}”</source>
        <translation>„{0}“ verwenden</translation>
    </message>
</context>
</TS>
