; Installer for one user, without administrator. Not built here: the workflow packages.yml runs it on Windows.
; iscc /DVersion=0.1.0 packaging\windows\vqdesk.iss

[Setup]
AppId={{6D7A1C0E-6C0B-4C5B-9B2E-3C7F1B0B9D41}
AppName=VQDesk
AppVersion={#Version}
AppPublisher=The VQDesk authors
DefaultDirName={autopf}\VQDesk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ChangesAssociations=yes
PrivilegesRequiredOverridesAllowed=dialog
OutputDir=..\..\dist
OutputBaseFilename=VQDesk-{#Version}-windows-x64-setup
SetupIconFile=..\icons\vqdesk.ico
UninstallDisplayIcon={app}\vqdeskw.exe
LicenseFile=..\..\LICENSE
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
CloseApplications=yes

[Files]
Source: "..\..\build\frozen\vqdesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\VQDesk"; Filename: "{app}\vqdeskw.exe"

[Registry]
; Saved queues open with VQDesk.
Root: HKA; Subkey: "Software\Classes\.vqdesk-queue"; ValueType: string; ValueData: "VQDesk.Queue"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\VQDesk.Queue"; ValueType: string; ValueData: "VQDesk queue"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\VQDesk.Queue\DefaultIcon"; ValueType: string; ValueData: "{app}\vqdeskw.exe,0"
Root: HKA; Subkey: "Software\Classes\VQDesk.Queue\shell\open\command"; ValueType: string; ValueData: """{app}\vqdeskw.exe"" ""%1"""

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

; The queue in %LOCALAPPDATA%\vqdesk stays when the program is removed.
