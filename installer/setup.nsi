; The setup program. Compiled by installer/build.py alone, which passes NAME, PUBLISHER, VERSION, NUMBERS, SOURCE, TARGET, ICON, SIZE_KB.
Target amd64-unicode
Unicode true
!ifdef QUICK
  ; For tests: larger, and made in a fraction of the time.
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SysproStripeAgent"
!define OWN_KEY "Software\SysproStripeAgent"
!define EVENTS "SYSTEM\CurrentControlSet\Services\EventLog\Application\SYSPRO-Stripe"
!define SERVICE_KEY "SYSTEM\CurrentControlSet\Services\SysproStripeAgent"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
; Each version stands in a folder of its own: the new one is complete before the old one is touched.
!define APP "$INSTDIR\app-${VERSION}"
!define COMMAND "${APP}\syspro-stripe.exe"
; Windows Server 2019 is build 17763; so is Windows 10 of 2018.
!define LEAST_BUILD 17763
; Held by the one setup or uninstaller of the machine.
!define ONLY_ONE "Global\SysproStripeAgentSetup"
; Variables of the system; SYSPRO_STRIPE_HOME names another data folder than the one in ProgramData.
!define SYSTEM_VARIABLES "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
; Full control for the system and administrators, reading for everybody else who has an account.
!define READ_ONLY "/inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX *S-1-5-11:(OI)(CI)RX"
!define READ_ONLY_FILE "/inheritance:r /grant:r *S-1-5-18:F *S-1-5-32-544:F *S-1-5-32-545:RX *S-1-5-11:RX"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$PROGRAMFILES64\${NAME}"
InstallDirRegKey HKLM "${OWN_KEY}" "Folder"
RequestExecutionLevel admin
ShowInstDetails show
ShowUninstDetails show
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Setup of the ${NAME}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "${APP}\syspro-stripe-tray.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString NOT_THIS_WINDOWS ${LANG_ENGLISH} "The ${NAME} needs 64-bit Windows Server 2019, Windows 10 (1809) or later. Nothing was changed."
LangString NOT_THIS_WINDOWS ${LANG_GERMAN} "Der ${NAME} braucht Windows Server 2019, Windows 10 (1809) oder neuer, 64 Bit. Es wurde nichts verändert."
LangString NOT_ADMIN ${LANG_ENGLISH} "Only an administrator can do this: it makes a service and writes for the whole machine. Nothing was changed."
LangString NOT_ADMIN ${LANG_GERMAN} "Das kann nur ein Administrator: Es richtet einen Dienst ein und schreibt für den ganzen Rechner. Es wurde nichts verändert."
LangString ONE_AT_A_TIME ${LANG_ENGLISH} "Another setup of the ${NAME} is on its way on this machine. Wait until it has ended. Nothing was changed."
LangString ONE_AT_A_TIME ${LANG_GERMAN} "Auf diesem Rechner läuft schon ein Setup des ${NAME}. Bitte warten, bis es fertig ist. Es wurde nichts verändert."
LangString NO_DRIVER ${LANG_ENGLISH} "ODBC Driver 17 or 18 for SQL Server is not installed. The agent reads SYSPRO's tables with it. Setup goes on; install the driver from Microsoft (search for $\"ODBC Driver 18 for SQL Server$\" at learn.microsoft.com) before you set the connection up."
LangString NO_DRIVER ${LANG_GERMAN} "Der ODBC Driver 17 oder 18 for SQL Server ist nicht installiert. Der Agent liest damit die Tabellen von SYSPRO. Die Installation geht weiter; bitte den Treiber von Microsoft installieren ($\"ODBC Driver 18 for SQL Server$\" auf learn.microsoft.com), bevor die Verbindung eingerichtet wird."
LangString NEWER ${LANG_ENGLISH} "Version $1 is installed, which is newer than ${VERSION}. Its database cannot be used by an older program, so nothing was changed."
LangString NEWER ${LANG_GERMAN} "Installiert ist Version $1, die neuer ist als ${VERSION}. Ihre Datenbank kann ein älteres Programm nicht benutzen; es wurde nichts verändert."
LangString NO_SPACE ${LANG_ENGLISH} "There is not enough room on the disk for $INSTDIR. Nothing was changed."
LangString NO_SPACE ${LANG_GERMAN} "Auf dem Datenträger von $INSTDIR ist nicht genug Platz. Es wurde nichts verändert."
LangString NOT_COPIED ${LANG_ENGLISH} "Files could not be written to $INSTDIR: another program, such as an antivirus, holds them, or the folder cannot be made. What was copied has been taken away again; start this program once more."
LangString NOT_COPIED ${LANG_GERMAN} "In $INSTDIR konnten Dateien nicht geschrieben werden: Ein anderes Programm hält sie fest, etwa ein Virenschutz, oder der Ordner kann nicht angelegt werden. Was kopiert wurde, ist wieder entfernt; bitte dieses Programm noch einmal starten."
LangString NO_CHANGE ${LANG_ENGLISH} "The service could not be changed: $1. It goes on as it was."
LangString NO_CHANGE ${LANG_GERMAN} "Der Dienst konnte nicht geändert werden: $1. Er läuft weiter wie zuvor."
LangString NOT_STARTED ${LANG_ENGLISH} "Everything is installed, but the service does not start: $0"
LangString NOT_STARTED ${LANG_GERMAN} "Alles ist installiert, aber der Dienst startet nicht: $0"
LangString NOT_REMOVED ${LANG_ENGLISH} "The service could not be removed: $0. Nothing else was removed."
LangString NOT_REMOVED ${LANG_GERMAN} "Der Dienst konnte nicht entfernt werden: $0. Sonst wurde nichts entfernt."
LangString NO_SERVICE ${LANG_ENGLISH} "The service could not be installed: $1. What was copied has been taken away again."
LangString NO_SERVICE ${LANG_GERMAN} "Der Dienst konnte nicht eingerichtet werden: $1. Was kopiert wurde, ist wieder entfernt."
LangString NO_UPDATE ${LANG_ENGLISH} "$0 Version $Before is installed as before."
LangString NO_UPDATE ${LANG_GERMAN} "$0 Version $Before ist installiert wie zuvor."
LangString HALF_UPDATE ${LANG_ENGLISH} "The update was broken off and could not be put back yet: $0. Both versions are kept. Start this program again."
LangString HALF_UPDATE ${LANG_GERMAN} "Die Aktualisierung wurde abgebrochen und konnte noch nicht zurückgenommen werden: $0. Beide Versionen sind noch da. Bitte dieses Programm noch einmal starten."
LangString KEEP_DATA ${LANG_ENGLISH} "Keep the data folder with the database, settings and secrets? Choose No only if the agent will never run for this SYSPRO company again: what was posted is proven by it."
LangString KEEP_DATA ${LANG_GERMAN} "Den Datenordner mit Datenbank, Einstellungen und Geheimnissen behalten? Nein nur, wenn der Agent für diese SYSPRO-Firma nie wieder laufen soll: Er belegt, was gebucht wurde."

Var Account
Var Operators
Var Parameters
Var Data
Var Before
Var OldApp
Var OldFolder
Var Refused

; Says a sentence: in a dialog, or in a file and by the exit code of a silent setup.
!macro Say text icon
  DetailPrint "${text}"
  ${If} ${Silent}
    FileOpen $9 "$TEMP\syspro-stripe-setup.log" w
    FileWriteUTF16LE /BOM $9 "${text}$\r$\n"
    FileClose $9
  ${Else}
    MessageBox MB_OK|${icon} "${text}"
  ${EndIf}
!macroend

!macro Refuse text code
  StrCpy $Refused "yes"
  !insertmacro Say "${text}" MB_ICONSTOP
  SetErrorLevel ${code}
  Quit
!macroend

; A second one would take what the first is doing for something that was broken off. The system lets it go with the process.
!macro OnlyOne
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${ONLY_ONE}") p .r1 ?e'
  Pop $0
  ; It is there already, or is another account's.
  ${If} $0 = 183
  ${OrIf} $0 = 5
    !insertmacro Refuse "$(ONE_AT_A_TIME)" 17
  ${EndIf}
!macroend

!macro OnlyAdministrators
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    !insertmacro Refuse "$(NOT_ADMIN)" 16
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  SetShellVarContext all
  !insertmacro MUI_LANGDLL_DISPLAY
  ${GetParameters} $Parameters
  ClearErrors
  ${GetOptions} $Parameters "/SERVICEACCOUNT=" $Account
  ${GetOptions} $Parameters "/OPERATORS=" $Operators
  ReadRegStr $Data HKLM "${SYSTEM_VARIABLES}" "SYSPRO_STRIPE_HOME"
  ExpandEnvStrings $Data $Data
  ${If} $Data == ""
    ReadEnvStr $Data "ProgramData"
    StrCpy $Data "$Data\syspro-stripe-agent"
  ${EndIf}
  ; People write quotes behind /D= although it takes none.
  ${WordReplace} "$INSTDIR" '"' "" "+" $INSTDIR

  ${IfNot} ${RunningX64}
    !insertmacro Refuse "$(NOT_THIS_WINDOWS)" 10
  ${EndIf}
  ReadRegStr $0 HKLM "Software\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  ${If} $0 < ${LEAST_BUILD}
    !insertmacro Refuse "$(NOT_THIS_WINDOWS)" 10
  ${EndIf}
  !insertmacro OnlyAdministrators
  !insertmacro OnlyOne
FunctionEnd

Function Checks
  ReadRegStr $1 HKLM "${KEY}" "DisplayVersion"
  ${If} $1 != ""
    ${VersionCompare} "$1" "${VERSION}" $2
    ${If} $2 = 1
      !insertmacro Refuse "$(NEWER)" 11
    ${EndIf}
  ${EndIf}
  ; Room for the files twice, the old version and the new one side by side, in MB.
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  IntOp $2 ${SIZE_KB} / 512
  ${If} $1 < $2
    !insertmacro Refuse "$(NO_SPACE)" 12
  ${EndIf}
  ReadRegStr $0 HKLM "Software\ODBC\ODBCINST.INI\ODBC Driver 18 for SQL Server" "Driver"
  ReadRegStr $1 HKLM "Software\ODBC\ODBCINST.INI\ODBC Driver 17 for SQL Server" "Driver"
  ${If} "$0$1" == ""
    !insertmacro Say "$(NO_DRIVER)" MB_ICONINFORMATION
  ${EndIf}
FunctionEnd

; Runs a command of the product; what it said is in $0 then, its exit code in $2.
!macro Run command
  nsExec::ExecToStack '${command}'
  Pop $2
  Pop $0
  ; A program that could not start, or broke down, says nothing: then its code is all there is to tell.
  ${If} $2 != 0
  ${AndIf} $0 == ""
    StrCpy $0 "($2)"
  ${EndIf}
  DetailPrint "$0"
!macroend

; Whether the service starts this version: $3 is "yes" then.
Function LookAtService
  ReadRegStr $3 HKLM "${SERVICE_KEY}" "ImagePath"
  ClearErrors
  ${WordFind} "$3" "${APP}\" "E+1{" $4
  StrCpy $3 "yes"
  ${If} ${Errors}
    StrCpy $3 "no"
  ${EndIf}
FunctionEnd

; Whatever has failed: what runs goes on, and what does not run is taken away again.
Function TakeBack
  SetOutPath "$TEMP"
  Call LookAtService
  ${If} $3 == "yes"
    !insertmacro Run '"${COMMAND}" service start'
  ${Else}
    RMDir /r "${APP}"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

; Such as a disk that is full: NSIS itself has said what it is.
Function .onInstFailed
  ${If} $Refused == ""
    Call TakeBack
  ${EndIf}
FunctionEnd

; Programs of Windows are called by their whole path: one of that name beside the setup program would be found first.
; Lets nobody but administrators write: a data drive gives everybody the right to, and the service starts what lies here.
!macro CloseToWriters place rights
  nsExec::ExecToStack '"$SYSDIR\icacls.exe" "${place}" ${rights}'
  Pop $2
  Pop $4
  ${If} $2 != 0
    DetailPrint "$4"
  ${EndIf}
!macroend

; A program that was just ended, or an antivirus, may hold a file for a moment; what is held for longer goes with the next
; start of Windows.
!macro RemoveFolder place
  ${For} $5 1 10
    RMDir /r "${place}"
    ${IfNot} ${FileExists} "${place}\*.*"
      ${ExitFor}
    ${EndIf}
    Sleep 1000
  ${Next}
  ${If} ${FileExists} "${place}\*.*"
    RMDir /r /REBOOTOK "${place}"
  ${EndIf}
!macroend

; An antivirus may hold a file for a moment, and a silent setup must not leave it out.
SetOverwrite try
Function CopyProgram
  ; A folder that was there before has other things in it, whose rights are not ours to change.
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    CreateDirectory "$INSTDIR"
    !insertmacro CloseToWriters "$INSTDIR" "${READ_ONLY}"
  ${EndIf}
  CreateDirectory "${APP}"
  !insertmacro CloseToWriters "${APP}" "${READ_ONLY}"
  ${For} $5 1 5
    ClearErrors
    SetOutPath "${APP}"
    File /r "${SOURCE}\*"
    ${IfNot} ${Errors}
      SetOutPath "$INSTDIR"
      Return
    ${EndIf}
    Sleep 2000
  ${Next}
  Call TakeBack
  !insertmacro Refuse "$(NOT_COPIED)" 19
FunctionEnd
SetOverwrite on

Function FirstInstallation
  StrCpy $1 ""
  ${If} $Account != ""
    StrCpy $1 '--account "$Account"'
  ${EndIf}
  ${If} $Operators != ""
    StrCpy $1 '$1 --operators "$Operators"'
  ${EndIf}
  Call LookAtService
  StrCpy $5 "$3"
  !insertmacro Run '"${COMMAND}" service install --home "$Data" $1'
  ${If} $2 != 0
    StrCpy $1 "$0"
    ${If} $5 == "yes"
      ; The same version again, for another account or other operators.
      Call TakeBack
      !insertmacro Refuse "$(NO_CHANGE)" 13
    ${EndIf}
    ; It may have been made before something else was refused.
    !insertmacro Run '"${COMMAND}" service remove'
    RMDir /r "${APP}"
    RMDir "$INSTDIR"
    !insertmacro Refuse "$(NO_SERVICE)" 13
  ${EndIf}
FunctionEnd

; The old version runs until the new one is complete beside it. Should this part be killed, the old version puts things back.
Function Update
  !insertmacro Run '"${COMMAND}" update install --home "$Data" --before "$Before" --after "${VERSION}"'
  ; An update that has ended has no journal any more, whatever became of its process.
  ${If} $2 != 0
  ${OrIf} ${FileExists} "$Data\update.json"
    StrCpy $1 "$0"
    !insertmacro Run '"$OldApp\syspro-stripe.exe" update put-back --home "$Data"'
    Call LookAtService
    ${If} $3 == "no"
      StrCpy $0 "$1"
      RMDir /r "${APP}"
      !insertmacro Refuse "$(NO_UPDATE)" 14
    ${EndIf}
    ; Where the new engine had begun to work before the end, it stays: it may have posted. Else neither may be removed.
    ${If} $2 != 0
      !insertmacro Refuse "$(HALF_UPDATE)" 15
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  Call Checks
  ReadRegStr $Before HKLM "${KEY}" "DisplayVersion"
  ReadRegStr $OldApp HKLM "${OWN_KEY}" "App"
  ReadRegStr $OldFolder HKLM "${OWN_KEY}" "Folder"
  ${If} $Before != ""
    ; Windows of this program hold its files; they come back from the Start menu and at the next log-on.
    nsExec::Exec '"$SYSDIR\taskkill.exe" /F /IM syspro-stripe-tray.exe'
    Pop $2
  ${EndIf}
  Call LookAtService
  ${If} $3 == "yes"
    ; The same version again, or one that came half way: its files can be replaced only while nothing runs.
    !insertmacro Run '"${COMMAND}" service stop'
    ; Its update has ended, and this program was killed before it could write that down.
    ${IfNot} ${FileExists} "$Data\update.json"
      StrCpy $Before ""
    ${EndIf}
  ${EndIf}
  ${If} $OldApp == "${APP}"
    StrCpy $Before ""
  ${EndIf}

  Call CopyProgram
  ${If} $OldApp == "${APP}"
  ${AndIf} ${FileExists} "$Data\update.json"
    ; The version that was installed is repaired while an update of it is broken off: is it still the one that works?
    !insertmacro Run '"${COMMAND}" update put-back --home "$Data"'
    Call LookAtService
    ${If} $3 == "no"
      !insertmacro Refuse "$(HALF_UPDATE)" 15
    ${EndIf}
  ${EndIf}
  ${If} $Before == ""
    Call FirstInstallation
  ${Else}
    Call Update
  ${EndIf}

  ${If} $OldApp != ""
  ${AndIf} $OldApp != "${APP}"
    !insertmacro RemoveFolder "$OldApp"
  ${EndIf}
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != "$INSTDIR"
    Delete "$OldFolder\syspro-stripe.cmd"
    Delete "$OldFolder\uninstall.exe"
    RMDir "$OldFolder"
  ${EndIf}

  WriteUninstaller "$INSTDIR\uninstall.exe"
  FileOpen $3 "$INSTDIR\syspro-stripe.cmd" w
  FileWrite $3 '@"%~dp0app-${VERSION}\syspro-stripe.exe" %*$\r$\n'
  FileClose $3
  !insertmacro CloseToWriters "$INSTDIR\uninstall.exe" "${READ_ONLY_FILE}"
  !insertmacro CloseToWriters "$INSTDIR\syspro-stripe.cmd" "${READ_ONLY_FILE}"
  WriteRegStr HKLM "${OWN_KEY}" "App" "${APP}"
  WriteRegStr HKLM "${OWN_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKLM "${OWN_KEY}" "Data" "$Data"
  ; A file of Windows whose texts are all "%1": without one every entry begins with a remark about it.
  WriteRegExpandStr HKLM "${EVENTS}" "EventMessageFile" "%SystemRoot%\System32\EventCreate.exe"
  WriteRegDWORD HKLM "${EVENTS}" "TypesSupported" 7
  WriteRegStr HKLM "${RUN_KEY}" "SysproStripeAgent" '"${APP}\syspro-stripe-tray.exe" --hidden'
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortCut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "${APP}\syspro-stripe-tray.exe"

  WriteRegStr HKLM "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${KEY}" "DisplayIcon" "${APP}\syspro-stripe-tray.exe"
  WriteRegStr HKLM "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKLM "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKLM "${KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${KEY}" "NoRepair" 1

  ; An update leaves a stopped service stopped.
  ${If} $Before == ""
    !insertmacro Run '"${COMMAND}" service start'
    ${If} $2 != 0
      !insertmacro Say "$(NOT_STARTED)" MB_ICONEXCLAMATION
      SetErrorLevel 18
    ${EndIf}
  ${EndIf}
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
  !insertmacro MUI_UNGETLANGUAGE
  !insertmacro OnlyAdministrators
  !insertmacro OnlyOne
FunctionEnd

Section Uninstall
  ReadRegStr $Data HKLM "${OWN_KEY}" "Data"
  ${GetParameters} $Parameters
  ClearErrors
  ${GetOptions} $Parameters "/REMOVEDATA" $0
  StrCpy $1 "keep"
  ${IfNot} ${Errors}
    StrCpy $1 "remove"
  ${EndIf}
  ${IfNot} ${Silent}
    MessageBox MB_YESNO|MB_ICONQUESTION "$(KEEP_DATA)" IDYES keeping
    StrCpy $1 "remove"
    keeping:
  ${EndIf}

  nsExec::Exec '"$SYSDIR\taskkill.exe" /F /IM syspro-stripe-tray.exe'
  Pop $2
  !insertmacro Run '"${COMMAND}" service remove'
  ${If} $2 != 0
    !insertmacro Refuse "$(NOT_REMOVED)" 13
  ${EndIf}

  DeleteRegValue HKLM "${RUN_KEY}" "SysproStripeAgent"
  DeleteRegValue HKCU "${RUN_KEY}" "${NAME}"
  DeleteRegKey HKLM "${KEY}"
  DeleteRegKey HKLM "${OWN_KEY}"
  DeleteRegKey HKLM "${EVENTS}"
  RMDir /r "$SMPROGRAMS\${NAME}"
  ; Only what is ours: the folder is the user's choice.
  !insertmacro RemoveFolder "${APP}"
  Delete "$INSTDIR\syspro-stripe.cmd"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${If} $1 == "remove"
  ${AndIf} $Data != ""
    !insertmacro RemoveFolder "$Data"
    ; Where the data lay elsewhere, the locks of the machine are here all the same.
    RMDir /r "$APPDATA\syspro-stripe-agent\locks"
    RMDir "$APPDATA\syspro-stripe-agent"
  ${EndIf}
SectionEnd
