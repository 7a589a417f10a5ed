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
PrivilegesRequiredOverridesAllowed=dialog
OutputDir=..\..\dist
OutputBaseFilename=VQDesk-{#Version}-windows-x64-setup
SetupIconFile=..\icons\vqdesk.ico
UninstallDisplayIcon={app}\vqdesk.exe
LicenseFile=..\..\LICENSE
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
CloseApplications=yes

[Files]
Source: "..\..\build\frozen\vqdesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\VQDesk"; Filename: "{app}\vqdesk.exe"

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

; The queue in %LOCALAPPDATA%\vqdesk stays when the program is removed.
