<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Findling</source>
        <translation>Über Findling</translation>
    </message>
    <message>
        <source>Whose work is in it</source>
        <translation>Wessen Arbeit darin steckt</translation>
    </message>
    <message>
        <source>Findling {version}</source>
        <translation>Findling {version}</translation>
    </message>
    <message>
        <source>Searches your own files by what they mean, on your own machine.</source>
        <translation>Durchsucht die eigenen Dateien nach ihrem Sinn, auf dem eigenen Rechner.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Findling sends nothing: no files, no searches, no figures on how it is used. It works without a network.</source>
        <translation>Findling sendet nichts: keine Dateien, keine Suchen, keine Zahlen zur Nutzung. Es arbeitet ohne Netz.</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3, unchanged and as separate libraries: you may replace them with versions of your own. All others stand below.</source>
        <translation>Qt und PySide6 werden unter der GNU Lesser General Public License, Version 3, verwendet, unverändert und als eigenständige Bibliotheken: Sie dürfen durch eigene Fassungen ersetzt werden. Alle anderen stehen unten.</translation>
    </message>
    <message>
        <source>Libraries with their licences</source>
        <translation>Bibliotheken mit ihren Lizenzen</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Qt and PySide6</source>
        <translation>Qt und PySide6</translation>
    </message>
    <message>
        <source>Model all-MiniLM-L6-v2</source>
        <translation>Modell all-MiniLM-L6-v2</translation>
    </message>
    <message>
        <source>Language tables of py3langid</source>
        <translation>Sprachtabellen von py3langid</translation>
    </message>
    <message>
        <source>Text recognition PP-OCRv6 of PaddleOCR</source>
        <translation>Texterkennung PP-OCRv6 von PaddleOCR</translation>
    </message>
    <message>
        <source>Icons by Lucide</source>
        <translation>Symbole von Lucide</translation>
    </message>
    <message>
        <source>see its files</source>
        <translation>siehe dessen Dateien</translation>
    </message>
</context>
<context>
    <name>ActionPalette</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun?</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>{trouble}; changes are noticed in all others</source>
        <translation>{trouble}; in allen anderen werden Änderungen bemerkt</translation>
    </message>
    <message>
        <source>Up to date; changes are noticed as they happen</source>
        <translation>Auf dem neuesten Stand; Änderungen werden sofort bemerkt</translation>
    </message>
    <message>
        <source>Indexing keeps ending. Findling goes on trying; you can search meanwhile.</source>
        <translation>Das Einlesen bricht immer wieder ab. Findling versucht es weiter; suchen geht trotzdem.</translation>
    </message>
    <message>
        <source>Putting the index in order</source>
        <translation>Ordnet den Index</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Sucht nach Änderungen</translation>
    </message>
    <message>
        <source>Reading scans and pictures</source>
        <translation>Scans und Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Grouping documents by topic</source>
        <translation>Dokumente werden nach Themen geordnet</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Indexing the meaning</source>
        <translation>Die Bedeutung wird erfasst</translation>
    </message>
    <message>
        <source>{stage}, {time} left</source>
        <translation>{stage}, noch {time}</translation>
    </message>
    <message>
        <source>{stage}, working out how long it takes</source>
        <translation>{stage}, wie lange es dauert, wird ermittelt</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>Angehalten bis {time}</translation>
    </message>
    <message>
        <source>Paused until there is mains power</source>
        <translation>Angehalten bis zum Netzstrom</translation>
    </message>
    <message>
        <source>Resting while on battery</source>
        <translation>Ruht im Akkubetrieb</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>Angehalten bis zum Fortsetzen</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>{folder} is a file; Findling covers whole folders.</source>
        <translation>{folder} ist eine Datei; Findling erfasst ganze Ordner.</translation>
    </message>
    <message>
        <source>{folder} is in the list already.</source>
        <translation>{folder} steht schon in der Liste.</translation>
    </message>
    <message>
        <source>{folder} is covered already: it lies in {other}.</source>
        <translation>{folder} ist schon erfasst: Er liegt in {other}.</translation>
    </message>
    <message>
        <source>{folder} holds {other}, which stays a folder of its own, with its own rules.</source>
        <translation>{folder} enthält {other}; das bleibt ein eigener Ordner mit eigenen Regeln.</translation>
    </message>
    <message>
        <source>{folder} is very wide: it holds much that is no document of yours.</source>
        <translation>{folder} ist sehr weit gefasst: Darin liegt vieles, was kein eigenes Dokument ist.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Dark ink on light paper, or the other way round.</source>
        <translation>Dunkle Schrift auf hellem Papier oder umgekehrt.</translation>
    </message>
    <message>
        <source>One result for all versions</source>
        <translation>Ein Ergebnis für alle Fassungen</translation>
    </message>
    <message>
        <source>Drafts of one document stand in one row, which unfolds to all of them, newest first.</source>
        <translation>Entwürfe eines Dokuments stehen in einer Zeile, die sich zu allen aufklappen lässt, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of this window only. Files in languages that the model does not know are found by their words.</source>
        <translation>Gilt nur für dieses Fenster. Dateien in Sprachen, die das Modell nicht kennt, werden über ihre Wörter gefunden.</translation>
    </message>
    <message>
        <source>Thumbnails in results</source>
        <translation>Vorschaubilder in den Ergebnissen</translation>
    </message>
    <message>
        <source>Pictures, and the page of a PDF that was found. At most 64 MB; switched off, they are deleted.</source>
        <translation>Bilder und die gefundene Seite einer PDF-Datei. Höchstens 64 MB; beim Ausschalten werden sie gelöscht.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Closes the window and opens it again as it was, in another language.</source>
        <translation>Schließt das Fenster und öffnet es wieder, wie es war, in einer anderen Sprache.</translation>
    </message>
    <message>
        <source>Findling speaks it from its next start on.</source>
        <translation>Gilt ab dem nächsten Start von Findling.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>No log is written: {reason}</source>
        <translation>Es wird kein Protokoll geschrieben: {reason}</translation>
    </message>
    <message>
        <source>A name for this search</source>
        <translation>Ein Name für diese Suche</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}). It is written down in {log}</source>
        <translation>In Findling ist etwas schiefgegangen ({name}). Näheres steht in {log}</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}).</source>
        <translation>In Findling ist etwas schiefgegangen ({name}).</translation>
    </message>
</context>
<context>
    <name>ArrivalBar</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>AssistantRow</name>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Holds from its next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>AssistantRows</name>
    <message>
        <source>None that Findling knows. For others, “findling mcp” is the command to start.</source>
        <translation>Keiner, den Findling kennt. Für andere ist „findling mcp“ der Befehl zum Starten.</translation>
    </message>
</context>
<context>
    <name>BehaviourSection</name>
    <message>
        <source>On the desktop</source>
        <translation>Auf dem Desktop</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol in der Leiste</translation>
    </message>
    <message>
        <source>Closing the window leaves Findling there, up to date.</source>
        <translation>Nach dem Schließen des Fensters bleibt Findling dort, auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>In the background, so that what changes is found at once.</source>
        <translation>Im Hintergrund, damit Geändertes sofort gefunden wird.</translation>
    </message>
    <message>
        <source>Tell of files that I have already</source>
        <translation>Dateien melden, die ich schon habe</translation>
    </message>
    <message>
        <source>When one comes into a folder of the library. Nothing is moved; Duplicates lists them either way.</source>
        <translation>Wenn eine in einen Ordner der Bibliothek kommt. Nichts wird bewegt; unter „Duplikate“ stehen sie so oder so.</translation>
    </message>
    <message>
        <source>Key for the quick window</source>
        <translation>Taste für das Schnellfenster</translation>
    </message>
    <message>
        <source>Heard in every program; searches without the window.</source>
        <translation>Gilt in jedem Programm; sucht ohne das Fenster.</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Tipps</translation>
    </message>
    <message>
        <source>What Findling can do, under the empty box, once a week at most.</source>
        <translation>Was Findling kann, unter dem leeren Suchfeld, höchstens einmal in der Woche.</translation>
    </message>
    <message>
        <source>This desktop has no tray. Closing the window ends Findling.</source>
        <translation>Hier gibt es keine Leiste für Symbole. Schließen des Fensters beendet Findling.</translation>
    </message>
    <message>
        <source>Not kept: {reason}.</source>
        <translation>Nicht übernommen: {reason}.</translation>
    </message>
    <message>
        <source>Not kept: a key for every program needs Ctrl, Alt or the Windows key, and one key more.</source>
        <translation>Nicht übernommen: Eine Taste für alle Programme braucht Strg, Alt oder die Windows-Taste und eine weitere Taste.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Program, words, file</source>
        <translation>Programm, Wörter, Datei</translation>
    </message>
    <message>
        <source>Filter what was asked for</source>
        <translation>Filtern, wonach gefragt wurde</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget all that was asked for</source>
        <translation>Alles vergessen, wonach gefragt wurde</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>Wonach gefragt wurde</translation>
    </message>
    <message>
        <source>Forget all that was asked for? It cannot be brought back.</source>
        <translation>Alles vergessen, wonach gefragt wurde? Es kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Nothing was asked for.</source>
        <translation>Es wurde nach nichts gefragt.</translation>
    </message>
    <message>
        <source>None of the calls has these words.</source>
        <translation>Kein Aufruf enthält diese Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) in all, the latest first.</source>
        <translation>
            <numerusform>%Ln Aufruf insgesamt.</numerusform>
            <numerusform>%Ln Aufrufe insgesamt, der letzte zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) named</source>
        <translation>
            <numerusform>%Ln Datei genannt</numerusform>
            <numerusform>%Ln Dateien genannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Something in Findling went wrong</source>
        <translation>In Findling ging etwas schief</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Abgelehnt: {reason}</translation>
    </message>
</context>
<context>
    <name>CardFrames</name>
    <message>
        <source>Slide {number} of {count}</source>
        <translation>Folie {number} von {count}</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Looking at the models…</source>
        <translation>Die Modelle werden angesehen …</translation>
    </message>
    <message>
        <source>Recommended for your files</source>
        <translation>Für diese Dateien empfohlen</translation>
    </message>
    <message>
        <source>Fewer models</source>
        <translation>Weniger Modelle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other model(s)</source>
        <translation>
            <numerusform>%Ln weiteres Modell</numerusform>
            <numerusform>%Ln weitere Modelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>How far the change is</source>
        <translation>Fortschritt des Wechsels</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln document(s) done</source>
        <translation>
            <numerusform>{done} von %Ln Dokument fertig</numerusform>
            <numerusform>{done} von %Ln Dokumenten fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>{model} answers until all is done; then the new one does, at once.</source>
        <translation>{model} antwortet, bis alles fertig ist; dann sofort das neue.</translation>
    </message>
    <message>
        <source>Going over to {model}</source>
        <translation>Wechsel zu {model}</translation>
    </message>
    <message>
        <source>, {time} left</source>
        <translation>, noch {time}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>, and it rests</source>
        <translation>, und er ruht</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Einen Filter hinzufügen</translation>
    </message>
    <message>
        <source>Like {name}</source>
        <translation>Wie {name}</translation>
    </message>
    <message>
        <source>{filter} {reason}.</source>
        <translation>{filter} {reason}.</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln document(s) would be found by their words only.</source>
        <translation>
            <numerusform>Etwa %Ln Dokument würde nur über seine Wörter gefunden.</numerusform>
            <numerusform>Etwa %Ln Dokumente würden nur über ihre Wörter gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Better in English</source>
        <translation>Besser in Englisch</translation>
    </message>
    <message>
        <source>For {languages}</source>
        <translation>Für {languages}</translation>
    </message>
    <message>
        <source>Ready now</source>
        <translation>Sofort bereit</translation>
    </message>
    <message>
        <source>{some} and more</source>
        <translation>{some} und mehr</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>{size} to download, once</source>
        <translation>einmalig {size} zum Herunterladen</translation>
    </message>
    <message>
        <source>working out how long it takes for these folders…</source>
        <translation>wie lange es für diese Ordner dauert, wird ermittelt …</translation>
    </message>
    <message>
        <source>{time} for these folders</source>
        <translation>{time} für diese Ordner</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} auf dem Datenträger</translation>
    </message>
    <message>
        <source>Folder with the files of the model</source>
        <translation>Ordner mit den Dateien des Modells</translation>
    </message>
    <message>
        <source>I have it in a folder…</source>
        <translation>Liegt in einem Ordner …</translation>
    </message>
    <message>
        <source>From {folder}; download it instead</source>
        <translation>Aus {folder}; doch herunterladen</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>The same: {text}</source>
        <translation>Gleich: {text}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Moved. Left: {left}. Right: {right}</source>
        <translation>Verschoben. Links: {left}. Rechts: {right}</translation>
    </message>
    <message>
        <source>Differs. Left: {left}. Right: {right}</source>
        <translation>Verschieden. Links: {left}. Rechts: {right}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) the same</source>
        <translation>
            <numerusform>%Ln Absatz gleich</numerusform>
            <numerusform>%Ln Absätze gleich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Show the pages side by side</source>
        <translation>Die Seiten nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Choose a file to compare it with the one that stays.</source>
        <translation>Eine Datei wählen, um sie mit der bleibenden zu vergleichen.</translation>
    </message>
    <message>
        <source>{share} alike</source>
        <translation>{share} gleich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>The same words</source>
        <translation>Dieselben Wörter</translation>
    </message>
    <message>
        <source>The same to the byte. There is no text to compare.</source>
        <translation>Byte für Byte gleich. Es gibt keinen Text, der sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Den Text zeigen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ConversionWindow</name>
    <message>
        <source>Removing the protection</source>
        <translation>Der Schutz wird entfernt</translation>
    </message>
    <message>
        <source>Encrypting the library</source>
        <translation>Die Bibliothek wird verschlüsselt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open Findling</source>
        <translation>Findling öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Findling opens again when it is done. It may be stopped; nothing is lost by that.</source>
        <translation>Danach öffnet sich Findling wieder. Anhalten ist erlaubt; verloren geht dabei nichts.</translation>
    </message>
    <message>
        <source>What else has the library open is being ended…</source>
        <translation>Was die Bibliothek sonst noch geöffnet hat, wird beendet …</translation>
    </message>
    <message>
        <source>Checking that all of it can be read…</source>
        <translation>Es wird geprüft, ob alles lesbar ist …</translation>
    </message>
    <message>
        <source>Writing it anew: {done} of {total}</source>
        <translation>Sie wird neu geschrieben: {done} von {total}</translation>
    </message>
    <message>
        <source>The protection is not removed</source>
        <translation>Der Schutz ist nicht entfernt</translation>
    </message>
    <message>
        <source>What is written without it is encrypted again when Findling next starts.</source>
        <translation>Was schon ohne ihn geschrieben ist, wird beim nächsten Start von Findling wieder verschlüsselt.</translation>
    </message>
    <message>
        <source>Not all of it is encrypted yet</source>
        <translation>Noch ist nicht alles verschlüsselt</translation>
    </message>
    <message>
        <source>The rest is when Findling next starts. Until then it lies on the disk as it did.</source>
        <translation>Der Rest wird es beim nächsten Start von Findling. Bis dahin liegt er wie bisher auf der Platte.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>The library is not encrypted</source>
        <translation>Die Bibliothek ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>It is not done</source>
        <translation>Es ist nicht geschehen</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}).</source>
        <translation>In Findling ist etwas schiefgegangen ({name}).</translation>
    </message>
</context>
<context>
    <name>CountLabels</name>
    <message numerus="yes">
        <source>%Ln copies</source>
        <translation>
            <numerusform>%Ln Kopie</numerusform>
            <numerusform>%Ln Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more passage(s)</source>
        <translation>
            <numerusform>%Ln weitere Textstelle</numerusform>
            <numerusform>%Ln weitere Textstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln Fassung</numerusform>
            <numerusform>%Ln Fassungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions, newest first</source>
        <translation>
            <numerusform>%Ln Fassung</numerusform>
            <numerusform>%Ln Fassungen, neueste zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>Search is taking long…</source>
        <translation>Die Suche dauert lange …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln+ file(s)</source>
        <translation>
            <numerusform>%Ln+ Datei</numerusform>
            <numerusform>%Ln+ Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>{files} · {time} ms</source>
        <translation>{files} · {time} ms</translation>
    </message>
    <message>
        <source>{count} · {remark}</source>
        <translation>{count} · {remark}</translation>
    </message>
</context>
<context>
    <name>CustomModelForm</name>
    <message>
        <source>Mean of all tokens</source>
        <translation>Mittel aller Tokens</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Weights without a graph: it is made of them on this computer, in full precision.</source>
        <translation>Gewichte ohne Graph: Er wird daraus auf diesem Rechner erzeugt, in voller Genauigkeit.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>The model in {folder}</source>
        <translation>Das Modell in {folder}</translation>
    </message>
    <message>
        <source>Looking into its files…</source>
        <translation>Die Dateien werden angesehen …</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Lizenz: {name}</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>Weiß ich nicht</translation>
    </message>
    <message>
        <source>Copying and trying it…</source>
        <translation>Wird kopiert und ausprobiert …</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>As its files say: {what}</source>
        <translation>Wie die Dateien sagen: {what}</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>which graph</source>
        <translation>welcher Graph</translation>
    </message>
    <message>
        <source>how vectors are made</source>
        <translation>wie Vektoren entstehen</translation>
    </message>
    <message>
        <source>the longest input</source>
        <translation>die längste Eingabe</translation>
    </message>
    <message>
        <source>what stands before a question</source>
        <translation>was vor einer Frage steht</translation>
    </message>
    <message>
        <source>what stands before a passage</source>
        <translation>was vor einer Textstelle steht</translation>
    </message>
    <message>
        <source>Its files do not say all of it; its publisher does. Still to be chosen: {what}.</source>
        <translation>Die Dateien sagen nicht alles, der Herausgeber schon. Noch zu wählen: {what}.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How vectors are made</source>
        <translation>Wie Vektoren entstehen</translation>
    </message>
    <message>
        <source>Longest input, in tokens</source>
        <translation>Längste Eingabe, in Tokens</translation>
    </message>
    <message>
        <source>What stands before a question</source>
        <translation>Was vor einer Frage steht</translation>
    </message>
    <message>
        <source>What stands before a passage</source>
        <translation>Was vor einer Textstelle steht</translation>
    </message>
    <message>
        <source>What it understands</source>
        <translation>Was es versteht</translation>
    </message>
    <message>
        <source>A model is close to a program: install only one whose maker you trust.</source>
        <translation>Ein Modell ist fast wie ein Programm: nur Modelle installieren, deren Urheber man vertraut.</translation>
    </message>
</context>
<context>
    <name>DesktopIntegration</name>
    <message>
        <source>Opening Findling again does not reach this window: {reason}</source>
        <translation>Findling noch einmal zu öffnen, erreicht dieses Fenster nicht: {reason}</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message numerus="yes">
        <source>Labels of the %Ln listed files…</source>
        <translation>
            <numerusform>Etiketten der %Ln gezeigten Datei …</numerusform>
            <numerusform>Etiketten der %Ln gezeigten Dateien …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop folders here to add them</source>
        <translation>Ordner hier ablegen, um sie hinzuzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>DuplicateLabels</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln Zahl</numerusform>
            <numerusform>%Ln Zahlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln date(s)</source>
        <translation>
            <numerusform>%Ln Datum</numerusform>
            <numerusform>%Ln Daten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln Name</numerusform>
            <numerusform>%Ln Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln negation(s)</source>
        <translation>
            <numerusform>%Ln Verneinung</numerusform>
            <numerusform>%Ln Verneinungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>differs in {what}</source>
        <translation>Unterschiede: {what}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the bin</source>
        <translation>
            <numerusform>%Ln Datei in den Papierkorb legen</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb legen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to a folder</source>
        <translation>
            <numerusform>%Ln Datei in einen Ordner verschieben</numerusform>
            <numerusform>%Ln Dateien in einen Ordner verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln file(s) by hard links</source>
        <translation>
            <numerusform>%Ln Datei durch einen Hardlink ersetzen</numerusform>
            <numerusform>%Ln Dateien durch Hardlinks ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved to the bin.</source>
        <translation>
            <numerusform>%Ln Datei in den Papierkorb gelegt.</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb gelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved.</source>
        <translation>
            <numerusform>%Ln Datei verschoben.</numerusform>
            <numerusform>%Ln Dateien verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) replaced by hard links.</source>
        <translation>
            <numerusform>%Ln Datei durch einen Hardlink ersetzt.</numerusform>
            <numerusform>%Ln Dateien durch Hardlinks ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) put back</source>
        <translation>
            <numerusform>%Ln Datei zurückgelegt</numerusform>
            <numerusform>%Ln Dateien zurückgelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cleared up</source>
        <translation>
            <numerusform>%Ln Datei aufgeräumt</numerusform>
            <numerusform>%Ln Dateien aufgeräumt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) renamed</source>
        <translation>
            <numerusform>%Ln Datei umbenannt</numerusform>
            <numerusform>%Ln Dateien umbenannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) named as before</source>
        <translation>
            <numerusform>%Ln Datei heißt wieder wie zuvor</numerusform>
            <numerusform>%Ln Dateien heißen wieder wie zuvor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left as they are, since you stopped.</source>
        <translation>
            <numerusform>%Ln Datei blieb, wie sie war, weil angehalten wurde.</numerusform>
            <numerusform>%Ln Dateien blieben, wie sie waren, weil angehalten wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clearing up was interrupted before anything was moved. Your files are where they were.</source>
        <translation>Das Aufräumen wurde unterbrochen, bevor etwas verschoben war. Die Dateien sind, wo sie waren.</translation>
    </message>
    <message>
        <source>Putting back was interrupted: {done} of {total} files are back. The history goes on with the rest.</source>
        <translation>Das Zurücklegen wurde unterbrochen: {done} von {total} Dateien sind zurück. Über den Verlauf geht es mit den übrigen weiter.</translation>
    </message>
    <message>
        <source>Clearing up stopped half-way: {done} of {total} files are done. Clear up again to go on.</source>
        <translation>Das Aufräumen brach auf halbem Weg ab: {done} von {total} Dateien sind erledigt. Noch einmal aufräumen, dann geht es weiter.</translation>
    </message>
    <message>
        <source>Clearing up stopped half-way: of {total} files {done} are done, and {already} were before. The history has both. Clear up again to go on.</source>
        <translation>Das Aufräumen endete auf halbem Weg: Von {total} Dateien sind {done} erledigt, {already} waren es schon vorher. Der Verlauf zeigt beides. Zum Weitermachen noch einmal aufräumen.</translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation>{file}: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) are left half-way.</source>
        <translation>
            <numerusform>%Ln weitere Datei ist auf halbem Weg geblieben.</numerusform>
            <numerusform>%Ln weitere Dateien sind auf halbem Weg geblieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>its entry in the history is damaged.</source>
        <translation>Ihr Eintrag im Verlauf ist beschädigt.</translation>
    </message>
    <message>
        <source>it could be neither cleared up nor put back ({reason}).</source>
        <translation>Sie ließ sich weder wegräumen noch zurücklegen ({reason}).</translation>
    </message>
    <message>
        <source>Findling made a mistake, which its log describes.</source>
        <translation>Findling hat einen Fehler gemacht, den das Protokoll beschreibt.</translation>
    </message>
    <message>
        <source>{why} The file may be gone.</source>
        <translation>{why} Die Datei ist vielleicht nicht mehr da.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>{why} Look for the file at {places}.</source>
        <translation>{why} Suchen Sie die Datei unter {places}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left alone:</source>
        <translation>
            <numerusform>%Ln Datei unberührt gelassen:</numerusform>
            <numerusform>%Ln Dateien unberührt gelassen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was moved.</source>
        <translation>Nichts wurde verschoben.</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Identical</source>
        <translation>Identisch</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>Gleicher Text</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>Fast gleich</translation>
    </message>
    <message>
        <source>One inside the other</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Same template</source>
        <translation>Gleiche Vorlage</translation>
    </message>
    <message>
        <source>The same to the byte.</source>
        <translation>Byte für Byte gleich.</translation>
    </message>
    <message>
        <source>The same words, saved in another way. What was read in full, and is the same in all but layout, is proposed.</source>
        <translation>Dieselben Wörter, anders gespeichert. Was ganz gelesen wurde und bis auf die Gestaltung gleich ist, wird vorgeschlagen.</translation>
    </message>
    <message>
        <source>Edited copies of one text.</source>
        <translation>Bearbeitete Kopien eines Textes.</translation>
    </message>
    <message>
        <source>The text of one is part of another&apos;s.</source>
        <translation>Der Text der einen Datei steckt in der anderen.</translation>
    </message>
    <message>
        <source>Stages of one document.</source>
        <translation>Stände eines Dokuments.</translation>
    </message>
    <message>
        <source>Filled in from one template: they differ in numbers, dates or names, and are not duplicates.</source>
        <translation>Aus einer Vorlage ausgefüllt: Sie unterscheiden sich in Zahlen, Daten oder Namen und sind keine Duplikate.</translation>
    </message>
    <message>
        <source>In a preferred folder</source>
        <translation>In einem bevorzugten Ordner</translation>
    </message>
    <message>
        <source>Not named like a copy</source>
        <translation>Nicht wie eine Kopie benannt</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>Die neueste</translation>
    </message>
    <message>
        <source>The oldest</source>
        <translation>Die älteste</translation>
    </message>
    <message>
        <source>The best format</source>
        <translation>Das beste Format</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>Die größte</translation>
    </message>
    <message>
        <source>The shortest path</source>
        <translation>Der kürzeste Pfad</translation>
    </message>
    <message>
        <source>Same words</source>
        <translation>Dieselben Wörter</translation>
    </message>
    <message>
        <source>The same words, as far as they were read. Not proposed: {reason}.</source>
        <translation>Dieselben Wörter, soweit sie gelesen wurden. Nicht vorgeschlagen: {reason}.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>DuplicatesHeader</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Least similarity</source>
        <translation>Geringste Ähnlichkeit</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>{files} in {groups}, {size} could be freed</source>
        <translation>{files} in {groups}, {size} lassen sich freigeben</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>No duplicates, but files of one template</source>
        <translation>Keine Duplikate, aber Dateien aus einer Vorlage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to be compared</source>
        <translation>
            <numerusform>%Ln noch zu vergleichen</numerusform>
            <numerusform>%Ln noch zu vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Files that are at least so much alike: {share}</source>
        <translation>Dateien, die sich mindestens so weit gleichen: {share}</translation>
    </message>
    <message>
        <source>Save the list as {format}…</source>
        <translation>Die Liste als {format} speichern …</translation>
    </message>
    <message>
        <source>Which file stays</source>
        <translation>Welche Datei bleibt</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Die Liste speichern</translation>
    </message>
    <message>
        <source>&amp;Similarity</source>
        <translation>&amp;Ähnlichkeit</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Looking through the library…</source>
        <translation>Die Bibliothek wird durchgesehen …</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>The group of {name} is not listed here: it is further down, or left out by the filters.</source>
        <translation>Die Gruppe von {name} steht hier nicht: sie kommt weiter unten, oder die Filter lassen sie aus.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No group is like that</source>
        <translation>Keine Gruppe passt dazu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) still to be compared. What is alike appears here.</source>
        <translation>
            <numerusform>%Ln Dokument ist noch zu vergleichen. Was sich gleicht, erscheint hier.</numerusform>
            <numerusform>%Ln Dokumente sind noch zu vergleichen. Was sich gleicht, erscheint hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>No two files are alike</source>
        <translation>Keine zwei Dateien gleichen sich</translation>
    </message>
    <message>
        <source>{name} cannot be taken here: another group needs it, or takes it already.</source>
        <translation>{name} kann hier nicht genommen werden: Eine andere Gruppe braucht die Datei oder nimmt sie schon.</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>Zurücklegen</translation>
    </message>
</context>
<context>
    <name>EncryptionSection</name>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>What Findling keeps is encrypted. Without the passphrase and the key in the keyring, nobody opens it again, you neither; your files stay as they are.</source>
        <translation>Was Findling aufbewahrt, ist verschlüsselt. Ohne die Passphrase und ohne den Schlüssel im Schlüsselbund lässt es sich von niemandem mehr öffnen; die Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Asks for the one that holds, and for the new one.</source>
        <translation>Fragt nach der geltenden und nach der neuen.</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Open without asking</source>
        <translation>Ohne Frage öffnen</translation>
    </message>
    <message>
        <source>The keyring of this system keeps the key.</source>
        <translation>Der Schlüsselbund dieses Systems bewahrt den Schlüssel auf.</translation>
    </message>
    <message>
        <source>Ask at each start</source>
        <translation>Bei jedem Start fragen</translation>
    </message>
    <message>
        <source>Ask for the passphrase</source>
        <translation>Nach der Passphrase fragen</translation>
    </message>
    <message>
        <source>What Findling keeps is not encrypted, and cannot be here.</source>
        <translation>Was Findling aufbewahrt, ist nicht verschlüsselt, und hier geht es auch nicht.</translation>
    </message>
    <message>
        <source>What Findling keeps of your files is not encrypted.</source>
        <translation>Was Findling von Ihren Dateien aufbewahrt, ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Protect this library with a passphrase</source>
        <translation>Diese Bibliothek mit einer Passphrase schützen</translation>
    </message>
    <message>
        <source>Then who has the disk reads nothing of what Findling knows.</source>
        <translation>Wer dann die Platte hat, liest nichts von dem, was Findling weiß.</translation>
    </message>
    <message>
        <source>Protect…</source>
        <translation>Schützen …</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Deletes the key in the keyring of this system.</source>
        <translation>Löscht den Schlüssel im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>Remove the protection</source>
        <translation>Schutz entfernen</translation>
    </message>
    <message>
        <source>What Findling keeps is written without encryption again, and needs no passphrase.</source>
        <translation>Was Findling aufbewahrt, wird wieder unverschlüsselt geschrieben und braucht keine Passphrase.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Geändert.</translation>
    </message>
    <message>
        <source>Who has the disk can read it then. The window closes for that, and opens again when it is done.</source>
        <translation>Wer die Platte hat, kann es dann lesen. Das Fenster schließt sich dafür und öffnet sich danach wieder.</translation>
    </message>
    <message>
        <source>The next start asks nothing.</source>
        <translation>Der nächste Start fragt nichts.</translation>
    </message>
    <message>
        <source>The next start asks for the passphrase.</source>
        <translation>Der nächste Start fragt nach der Passphrase.</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>etwa eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>about an hour</source>
        <translation>etwa eine Stunde</translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>etwa %n Stunde</numerusform>
            <numerusform>etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s)</source>
        <translation>
            <numerusform>etwa %n Tag</numerusform>
            <numerusform>etwa %n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsDrawer</name>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Nothing is known of this file.</source>
        <translation>Über diese Datei ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>read by text recognition, which makes mistakes</source>
        <translation>durch Texterkennung gelesen, die Fehler macht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Similar documents</source>
        <translation>Ähnliche Dokumente</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Datiert</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Kopien an</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasst von</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n Textstelle</numerusform>
            <numerusform>%n Textstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <source>No program opens {name} here</source>
        <translation>Hier gibt es kein Programm, das {name} öffnet</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln file(s), each in a window of its own?</source>
        <translation>
            <numerusform>Eine Datei öffnen?</numerusform>
            <numerusform>%Ln Dateien öffnen, jede in einem eigenen Fenster?</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>No file manager opens {folder} here</source>
        <translation>Kein Dateiverwalter öffnet hier {folder}</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>Diese Adresse im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>No browser opens here</source>
        <translation>Hier öffnet sich kein Browser</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Pfad kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) copied</source>
        <translation>
            <numerusform>Ein Pfad kopiert</numerusform>
            <numerusform>%Ln Pfade kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) copied</source>
        <translation>
            <numerusform>Eine Datei kopiert</numerusform>
            <numerusform>%Ln Dateien kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) copied</source>
        <translation>
            <numerusform>Eine Stelle kopiert</numerusform>
            <numerusform>%Ln Stellen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Passage copied with its source</source>
        <translation>Textstelle mit Quelle kopiert</translation>
    </message>
    <message>
        <source>{name} is no longer there</source>
        <translation>{name} ist nicht mehr da</translation>
    </message>
    <message>
        <source>“{name}” may be a program. Opening it would run it.</source>
        <translation>„{name}“ könnte ein Programm sein. Es würde beim Öffnen ausgeführt.</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Delete takes it away</source>
        <translation>Mit Entf entfernen</translation>
    </message>
</context>
<context>
    <name>FilterMenus</name>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Name contains…</source>
        <translation>Name enthält …</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Mail and authors</source>
        <translation>E-Mail und Verfasser</translation>
    </message>
    <message>
        <source>Own date</source>
        <translation>Eigenes Datum</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>From…</source>
        <translation>Von …</translation>
    </message>
    <message>
        <source>To…</source>
        <translation>An …</translation>
    </message>
    <message>
        <source>Author…</source>
        <translation>Verfasst von …</translation>
    </message>
    <message>
        <source>Subject contains…</source>
        <translation>Betreff enthält …</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles daraus</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Zwischen …</translation>
    </message>
    <message>
        <source>Part of the file&apos;s name</source>
        <translation>Teil des Dateinamens</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Diese zeigen</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>In diesem Ordner suchen</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>in {folder}</source>
        <translation>in {folder}</translation>
    </message>
    <message>
        <source>not in {folder}</source>
        <translation>nicht in {folder}</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>Etikett {name}</translation>
    </message>
    <message>
        <source>about {topic}</source>
        <translation>über {topic}</translation>
    </message>
    <message>
        <source>“{part}” in the name</source>
        <translation>„{part}“ im Namen</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>before {day}</source>
        <translation>vor {day}</translation>
    </message>
    <message>
        <source>dated {day}</source>
        <translation>datiert {day}</translation>
    </message>
    <message>
        <source>from {person}</source>
        <translation>von {person}</translation>
    </message>
    <message>
        <source>to {person}</source>
        <translation>an {person}</translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation>verfasst von {person}</translation>
    </message>
    <message>
        <source>“{part}” in the subject</source>
        <translation>„{part}“ im Betreff</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>dieser Woche</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>letzter Woche</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesem Monat</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>letztem Monat</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>diesem Jahr</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>letztem Jahr</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Word-Dokumente</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Folien</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Contacts and calendars</source>
        <translation>Kontakte und Kalender</translation>
    </message>
    <message>
        <source>E-books</source>
        <translation>E-Books</translation>
    </message>
    <message>
        <source>Notebooks</source>
        <translation>Notebooks</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Andere Dateien</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>Unbekannte Sprache</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking on page {page} of {pages}</source>
        <translation>Sucht auf Seite {page} von {pages}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{at} of {count} on page {page}</source>
        <translation>{at} von {count} auf Seite {page}</translation>
    </message>
    <message>
        <source>{at} of more than {count}</source>
        <translation>{at} von mehr als {count}</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} von {count}</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Known answer</source>
        <translation>Bekannte Antwort</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>FolderActions</name>
    <message>
        <source>Open this folder</source>
        <translation>Diesen Ordner öffnen</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>In diesem Ordner suchen</translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation>Seinen Pfad kopieren</translation>
    </message>
    <message>
        <source>Look at this folder again</source>
        <translation>Diesen Ordner erneut durchsehen</translation>
    </message>
    <message>
        <source>What is left out of this folder</source>
        <translation>Was in diesem Ordner ausgelassen wird</translation>
    </message>
    <message>
        <source>Go on with all folders</source>
        <translation>Mit allen Ordnern fortfahren</translation>
    </message>
    <message>
        <source>Pause all folders</source>
        <translation>Alle Ordner anhalten</translation>
    </message>
    <message>
        <source>Forget this folder…</source>
        <translation>Diesen Ordner vergessen …</translation>
    </message>
    <message>
        <source>Forget what is not there now…</source>
        <translation>Vergessen, was gerade nicht da ist …</translation>
    </message>
</context>
<context>
    <name>FolderAdder</name>
    <message>
        <source>Add {folder}</source>
        <translation>{folder} hinzufügen</translation>
    </message>
    <message>
        <source>Add it anyway</source>
        <translation>Trotzdem hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents}.</source>
        <translation>{documents}.</translation>
    </message>
    <message>
        <source>{documents} so far, and more.</source>
        <translation>Bisher {documents}, und mehr.</translation>
    </message>
</context>
<context>
    <name>FolderChecks</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Share {folder}? Every assistant that you let start Findling can read all that is indexed in it, and may send it to a server.</source>
        <translation>{folder} freigeben? Jeder Assistent, der Findling starten darf, kann alles lesen, was darin indiziert ist, und es an einen Server senden.</translation>
    </message>
    <message>
        <source>Share it</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>FolderPicker</name>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable by their text</source>
        <translation>
            <numerusform>%Ln am Text auffindbar</numerusform>
            <numerusform>%Ln am Text auffindbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by name only</source>
        <translation>
            <numerusform>%Ln nur am Namen</numerusform>
            <numerusform>%Ln nur am Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline</source>
        <translation>
            <numerusform>%Ln nicht angeschlossen</numerusform>
            <numerusform>%Ln nicht angeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>being added</source>
        <translation>wird hinzugefügt</translation>
    </message>
    <message>
        <source>being forgotten</source>
        <translation>wird vergessen</translation>
    </message>
    <message>
        <source>Forget {files} of {folder}? The files themselves stay where they are.</source>
        <translation>{files} aus {folder} vergessen? Die Dateien selbst bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Forget {files}</source>
        <translation>{files} vergessen</translation>
    </message>
    <message>
        <source>Kept though they are not there now, since they may come back</source>
        <translation>Behalten, obwohl sie jetzt nicht da sind, denn sie kommen vielleicht wieder</translation>
    </message>
    <message>
        <source>{files} of {folder} are not there now, but may come back. Forget them?</source>
        <translation>{files} aus {folder} sind jetzt nicht da, kommen aber vielleicht wieder. Vergessen?</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>no files</source>
        <translation>keine Dateien</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>auf dem neuesten Stand</translation>
    </message>
    <message numerus="yes">
        <source>Leaves out {patterns} and has %Ln more rule(s)</source>
        <translation>
            <numerusform>Lässt {patterns} aus und hat %Ln weitere Regel</numerusform>
            <numerusform>Lässt {patterns} aus und hat %Ln weitere Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves out {patterns}</source>
        <translation>Lässt {patterns} aus</translation>
    </message>
    <message numerus="yes">
        <source>Has %Ln rule(s)</source>
        <translation>
            <numerusform>Hat %Ln Regel</numerusform>
            <numerusform>Hat %Ln Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at this folder again</source>
        <translation>Diesen Ordner erneut durchsehen</translation>
    </message>
    <message>
        <source>Open this folder</source>
        <translation>Diesen Ordner öffnen</translation>
    </message>
    <message>
        <source>What is left out of this folder</source>
        <translation>Was in diesem Ordner ausgelassen wird</translation>
    </message>
    <message>
        <source>Forget this folder</source>
        <translation>Diesen Ordner vergessen</translation>
    </message>
</context>
<context>
    <name>FoldersSection</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Folders that are searched</source>
        <translation>Durchsuchte Ordner</translation>
    </message>
    <message>
        <source>Added, removed and looked after in the library.</source>
        <translation>Werden in der Bibliothek hinzugefügt, entfernt und gepflegt.</translation>
    </message>
    <message>
        <source>Leave out of every folder</source>
        <translation>In jedem Ordner auslassen</translation>
    </message>
    <message>
        <source>One name or pattern a line, such as *.bak or drafts/; “!” keeps what an earlier line leaves out. Hidden and temporary files, and keys, are left out anyway.</source>
        <translation>Ein Name oder Muster je Zeile, etwa *.bak oder Entwürfe/; „!“ behält, was eine Zeile darüber auslässt. Versteckte und temporäre Dateien und Schlüssel bleiben ohnehin außen vor.</translation>
    </message>
    <message>
        <source>Not kept: {problem}</source>
        <translation>Nicht übernommen: {problem}</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Übernommen.</translation>
    </message>
    <message>
        <source>Kept. With all rules, {left_out} of {files} files in {folder} are left out.</source>
        <translation>Übernommen. Mit allen Regeln werden {left_out} von {files} Dateien in {folder} ausgelassen.</translation>
    </message>
</context>
<context>
    <name>FoldersStep</name>
    <message>
        <source>Which folders shall Findling know?</source>
        <translation>Welche Ordner soll Findling kennen?</translation>
    </message>
    <message>
        <source>It reads the documents in them, so that you find them again by what they say.</source>
        <translation>Es liest die Dokumente darin, damit sie sich nach ihrem Inhalt wiederfinden lassen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Looking for your documents…</source>
        <translation>Sucht die Dokumente …</translation>
    </message>
    <message>
        <source>Add its folder</source>
        <translation>Deren Ordner hinzufügen</translation>
    </message>
    <message>
        <source>None of the usual folders is there; add your own.</source>
        <translation>Keiner der üblichen Ordner ist da; eigene können hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} auf der Platte</translation>
    </message>
    <message>
        <source>Chosen: {parts}</source>
        <translation>Gewählt: {parts}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Nothing is sent anywhere. All of it stays on this computer.</source>
        <translation>Nichts wird irgendwohin gesendet. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Weiteren hinzufügen …</translation>
    </message>
    <message>
        <source>or drop folders here</source>
        <translation>oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Try it with sample documents</source>
        <translation>Mit Beispieldokumenten ausprobieren</translation>
    </message>
</context>
<context>
    <name>ForgetSection</name>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Deletes all that Findling knows of your files: their texts and indexes, rules, labels, saved searches, history, backups and logs; and what it entered elsewhere: at assistants, in the search of the desktop, at the login, and keys of servers in the keyring.</source>
        <translation>Löscht alles, was Findling von Ihren Dateien weiß: ihre Texte und Indexe, Regeln, Etiketten, gemerkte Suchen, Verlauf, Sicherungen und Protokolle; und was es anderswo eingetragen hat: bei Assistenten, in der Suche des Desktops, bei der Anmeldung, und Schlüssel von Servern im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Your own files stay as they are, and so do installed models and Findling itself. What else has this library open is ended. The window closes, and this cannot be undone.</source>
        <translation>Ihre eigenen Dateien bleiben, wie sie sind, ebenso installierte Modelle und Findling selbst. Was diese Bibliothek sonst noch offen hat, wird beendet. Das Fenster schließt sich, und das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The settings too</source>
        <translation>Auch die Einstellungen</translation>
    </message>
    <message>
        <source>They name folders and servers of yours. With them gone, Findling begins as on the first day.</source>
        <translation>Sie nennen Ordner und Server von Ihnen. Ohne sie beginnt Findling wie am ersten Tag.</translation>
    </message>
    <message>
        <source>Type “{word}” to go on</source>
        <translation>„{word}“ eintippen, um fortzufahren</translation>
    </message>
    <message>
        <source>So that nothing happens by mistake.</source>
        <translation>Damit nichts aus Versehen geschieht.</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>{words} found by words, {meaning} of them by meaning too</source>
        <translation>{words} über Wörter zu finden, {meaning} davon auch nach Bedeutung</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>in {file}, {folder}</source>
        <translation>in {file}, {folder}</translation>
    </message>
</context>
<context>
    <name>GlobalKey</name>
    <message>
        <source>On Wayland, programs cannot hear keys of other programs. Bind the command “findling app --toggle” to a key in your desktop&apos;s settings.</source>
        <translation>Unter Wayland hören Programme die Tasten anderer Programme nicht. Der Befehl „findling app --toggle“ lässt sich in den Systemeinstellungen mit einer Taste verbinden.</translation>
    </message>
    <message>
        <source>There is no desktop that could hear a key.</source>
        <translation>Es gibt hier keine Oberfläche, die Tasten hören könnte.</translation>
    </message>
    <message>
        <source>Another program has this key, or this keyboard does not. Choose another.</source>
        <translation>Ein anderes Programm hat diese Taste, oder diese Tastatur hat sie nicht. Eine andere wählen.</translation>
    </message>
    <message>
        <source>Findling cannot hear keys of other programs here. Bind the command “findling app --toggle” to a key in your desktop&apos;s settings.</source>
        <translation>Hier hört Findling keine Tasten anderer Programme. Der Befehl „findling app --toggle“ lässt sich in den Systemeinstellungen mit einer Taste verbinden.</translation>
    </message>
    <message>
        <source>This needs the optional part “findling[hotkey]”. Without it, bind the command “findling app --toggle” to a key in your desktop&apos;s settings.</source>
        <translation>Dafür braucht es den Zusatz „findling[hotkey]“. Ohne ihn lässt sich der Befehl „findling app --toggle“ in den Systemeinstellungen mit einer Taste verbinden.</translation>
    </message>
    <message>
        <source>A key for every program needs Ctrl, Alt or the Windows key, and one key more.</source>
        <translation>Eine Taste für alle Programme braucht Strg, Alt oder die Windows-Taste und eine weitere Taste.</translation>
    </message>
</context>
<context>
    <name>GroupActions</name>
    <message>
        <source>Open the file that stays</source>
        <translation>Die Datei öffnen, die bleibt</translation>
    </message>
    <message>
        <source>Show the file that stays in its folder</source>
        <translation>Die Datei, die bleibt, in ihrem Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy the paths of all files</source>
        <translation>Die Pfade aller Dateien kopieren</translation>
    </message>
    <message>
        <source>Labels of all files…</source>
        <translation>Etiketten aller Dateien …</translation>
    </message>
    <message>
        <source>Select all files but the one that stays</source>
        <translation>Alle auswählen außer der, die bleibt</translation>
    </message>
    <message>
        <source>Select none of its files</source>
        <translation>Keine ihrer Dateien auswählen</translation>
    </message>
    <message>
        <source>None is a duplicate of the one that stays</source>
        <translation>Keine ist ein Duplikat der, die bleibt</translation>
    </message>
    <message>
        <source>Only groups in this folder</source>
        <translation>Nur Gruppen in diesem Ordner</translation>
    </message>
</context>
<context>
    <name>GroupsList</name>
    <message>
        <source>Groups of like files</source>
        <translation>Gruppen ähnlicher Dateien</translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>{kind}: {name}, {files}, {similarity} alike</source>
        <translation>{kind}: {name}, {files}, {similarity} gleich</translation>
    </message>
    <message>
        <source>{group}, {size} to gain</source>
        <translation>{group}, {size} zu gewinnen</translation>
    </message>
</context>
<context>
    <name>HardwarePanel</name>
    <message>
        <source>Asking what computes…</source>
        <translation>Prüft, womit gerechnet werden kann …</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>In use now: a server, {address}.</source>
        <translation>Derzeit in Gebrauch: ein Server, {address}.</translation>
    </message>
    <message>
        <source>In use now: {provider}.</source>
        <translation>Derzeit in Gebrauch: {provider}.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Noch einmal messen</translation>
    </message>
    <message>
        <source>Measuring; this takes some five seconds…</source>
        <translation>Wird gemessen; das dauert etwa fünf Sekunden …</translation>
    </message>
    <message>
        <source>The fastest that computes right to a thousandth is taken.</source>
        <translation>Genommen wird das Schnellste, das auf ein Tausendstel genau rechnet.</translation>
    </message>
</context>
<context>
    <name>HardwareSection</name>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Ruhen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>One core</source>
        <translation>Ein Kern</translation>
    </message>
    <message>
        <source>All of these cores</source>
        <translation>Alle diese Kerne</translation>
    </message>
    <message>
        <source>Cores for indexing</source>
        <translation>Kerne zum Einlesen</translation>
    </message>
    <message>
        <source>More cores are faster; fewer keep the machine cooler and quieter. Searching is not affected.</source>
        <translation>Mehr Kerne sind schneller; mit weniger bleibt der Rechner kühler und leiser. Das Suchen ist davon unberührt.</translation>
    </message>
    <message>
        <source>While you use the computer</source>
        <translation>Während Sie am Rechner arbeiten</translation>
    </message>
    <message>
        <source>What indexing takes until you are away for some minutes. It always lets other programs go first.</source>
        <translation>Was das Einlesen belegt, bis Sie einige Minuten fort sind. Anderen Programmen lässt es immer den Vortritt.</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>What indexing does while there is no mains power.</source>
        <translation>Was das Einlesen ohne Netzstrom tut.</translation>
    </message>
    <message>
        <source>In use now: {provider}.</source>
        <translation>Derzeit in Gebrauch: {provider}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln core(s)</source>
        <translation>
            <numerusform>%Ln Kern</numerusform>
            <numerusform>%Ln Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it to Findling</source>
        <translation>Findling überlassen</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What was cleared away</source>
        <translation>Was weggeräumt wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was cleared away yet.</source>
        <translation>Noch wurde nichts weggeräumt.</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>{done}; {undone}</source>
        <translation>{done}; {undone}</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Ways to ask</source>
        <translation>So lässt sich fragen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) to search in</source>
        <translation>
            <numerusform>%Ln Datei zum Durchsuchen</numerusform>
            <numerusform>%Ln Dateien zum Durchsuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not fully indexed yet</source>
        <translation>
            <numerusform>%Ln Datei noch nicht ganz erfasst</numerusform>
            <numerusform>%Ln Dateien noch nicht ganz erfasst</numerusform>
        </translation>
    </message>
    <message>
        <source>how much notice before moving out</source>
        <translation>wie viel Kündigungsfrist vor dem Auszug</translation>
    </message>
    <message>
        <source>Ask as you would ask a person</source>
        <translation>Fragen wie bei einem Menschen</translation>
    </message>
    <message>
        <source>&quot;to be signed by both&quot;</source>
        <translation>&quot;von beiden zu unterschreiben&quot;</translation>
    </message>
    <message>
        <source>Words in quotation marks stand there word for word</source>
        <translation>Wörter in Anführungszeichen stehen genau so da</translation>
    </message>
    <message>
        <source>invoice type:pdf after:2024</source>
        <translation>Rechnung type:pdf after:2024</translation>
    </message>
    <message>
        <source>Filters narrow down by type, folder, date, language</source>
        <translation>Filter grenzen nach Typ, Ordner, Datum und Sprache ein</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>Keine Tipps mehr</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Search for {query}</source>
        <translation>Nach {query} suchen</translation>
    </message>
</context>
<context>
    <name>IgnoredPairs</name>
    <message>
        <source>{one} and {other} are no duplicates from now on.</source>
        <translation>{one} und {other} gelten von jetzt an nicht als Duplikate.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>IssueActions</name>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Turn on text recognition</source>
        <translation>Texterkennung einschalten</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>Zulassen</translation>
    </message>
</context>
<context>
    <name>IssueDetails</name>
    <message>
        <source>Details: {detail}</source>
        <translation>Einzelheiten: {detail}</translation>
    </message>
</context>
<context>
    <name>IssueGroup</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Show or hide these files</source>
        <translation>Diese Dateien zeigen oder verbergen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>searchable in part</source>
        <translation>teilweise durchsuchbar</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>IssuesView</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Reads these files once more, though they have not changed</source>
        <translation>Liest diese Dateien noch einmal, obwohl sie unverändert sind</translation>
    </message>
    <message>
        <source>Every file is searchable by its text.</source>
        <translation>Jede Datei ist am Text auffindbar.</translation>
    </message>
    <message>
        <source>Searchable by name only</source>
        <translation>Nur am Namen auffindbar</translation>
    </message>
    <message>
        <source>Only partly searchable</source>
        <translation>Nur teilweise durchsuchbar</translation>
    </message>
</context>
<context>
    <name>JudgingView</name>
    <message>
        <source>Mark what answers it: by the digits, Enter to go on, S for later.</source>
        <translation>Kreuzen Sie an, was sie beantwortet: mit den Ziffern, weiter mit der Eingabetaste, S für später.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) to judge</source>
        <translation>
            <numerusform>%Ln Frage zu beurteilen</numerusform>
            <numerusform>%Ln Fragen zu beurteilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyCaps</name>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Click, then press the new keys. Backspace takes the keys away, Esc leaves them as they are.</source>
        <translation>Klicken, dann die neuen Tasten drücken. Die Rücktaste nimmt die Tasten weg, Esc lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>Die üblichen Tasten</translation>
    </message>
    <message>
        <source>The usual keys for: {action}</source>
        <translation>Die üblichen Tasten für: {action}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>Tasten drücken …</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Search and results</source>
        <translation>Suche und Ergebnisse</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Click the keys that you want to change, then press others; they hold at once.</source>
        <translation>Die Tasten anklicken, die anders sein sollen, dann andere drücken; sie gelten sofort.</translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation>Alle Tasten wie üblich</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>Gives everything its usual keys again.</source>
        <translation>Gibt allem wieder seine üblichen Tasten.</translation>
    </message>
    <message>
        <source>As everywhere; cannot be changed</source>
        <translation>Wie überall; nicht änderbar</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Text document</source>
        <translation>Textdokument</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Folien</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Tabellenblatt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>XPS</source>
        <translation>XPS</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notebook</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>RAR archive</source>
        <translation>RAR-Archiv</translation>
    </message>
    <message>
        <source>LZ4 archive</source>
        <translation>LZ4-Archiv</translation>
    </message>
    <message>
        <source>Zstandard archive</source>
        <translation>Zstandard-Archiv</translation>
    </message>
    <message>
        <source>compress archive</source>
        <translation>compress-Archiv</translation>
    </message>
    <message>
        <source>cabinet archive</source>
        <translation>Cabinet-Archiv</translation>
    </message>
    <message>
        <source>ar archive</source>
        <translation>ar-Archiv</translation>
    </message>
    <message>
        <source>cpio archive</source>
        <translation>cpio-Archiv</translation>
    </message>
    <message>
        <source>RPM package</source>
        <translation>RPM-Paket</translation>
    </message>
    <message>
        <source>LHA archive</source>
        <translation>LHA-Archiv</translation>
    </message>
    <message>
        <source>disc image</source>
        <translation>Datenträgerabbild</translation>
    </message>
    <message>
        <source>program in an archive</source>
        <translation>Programm in einem Archiv</translation>
    </message>
    <message>
        <source>Photoshop image</source>
        <translation>Photoshop-Bild</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>JPEG 2000 image</source>
        <translation>JPEG-2000-Bild</translation>
    </message>
    <message>
        <source>JPEG XL image</source>
        <translation>JPEG-XL-Bild</translation>
    </message>
    <message>
        <source>AVIF image</source>
        <translation>AVIF-Bild</translation>
    </message>
    <message>
        <source>MPEG-4 video or audio</source>
        <translation>MPEG-4-Video oder -Audio</translation>
    </message>
    <message>
        <source>MP3 audio</source>
        <translation>MP3-Audio</translation>
    </message>
    <message>
        <source>WAVE audio</source>
        <translation>WAVE-Audio</translation>
    </message>
    <message>
        <source>AVI video</source>
        <translation>AVI-Video</translation>
    </message>
    <message>
        <source>Ogg audio or video</source>
        <translation>Ogg-Audio oder -Video</translation>
    </message>
    <message>
        <source>FLAC audio</source>
        <translation>FLAC-Audio</translation>
    </message>
    <message>
        <source>MIDI music</source>
        <translation>MIDI-Musik</translation>
    </message>
    <message>
        <source>Matroska or WebM video</source>
        <translation>Matroska- oder WebM-Video</translation>
    </message>
    <message>
        <source>Flash video</source>
        <translation>Flash-Video</translation>
    </message>
    <message>
        <source>MPEG video</source>
        <translation>MPEG-Video</translation>
    </message>
    <message>
        <source>Windows Media</source>
        <translation>Windows Media</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>compiled program</source>
        <translation>übersetztes Programm</translation>
    </message>
    <message>
        <source>WebAssembly program</source>
        <translation>WebAssembly-Programm</translation>
    </message>
    <message>
        <source>Android program</source>
        <translation>Android-Programm</translation>
    </message>
    <message>
        <source>font</source>
        <translation>Schriftart</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>NumPy-Array</translation>
    </message>
    <message>
        <source>HDF5 data</source>
        <translation>HDF5-Daten</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet-Tabelle</translation>
    </message>
    <message>
        <source>Avro data</source>
        <translation>Avro-Daten</translation>
    </message>
    <message>
        <source>binary property list</source>
        <translation>binäre Property-Liste</translation>
    </message>
    <message>
        <source>compiled HTML help (.chm)</source>
        <translation>kompilierte HTML-Hilfe (.chm)</translation>
    </message>
    <message>
        <source>Microsoft Reader e-book (.lit)</source>
        <translation>E-Book für Microsoft Reader (.lit)</translation>
    </message>
    <message>
        <source>Mobipocket or Kindle e-book</source>
        <translation>E-Book für Mobipocket oder Kindle</translation>
    </message>
    <message>
        <source>DjVu document</source>
        <translation>DjVu-Dokument</translation>
    </message>
    <message>
        <source>OneNote notebook</source>
        <translation>OneNote-Notizbuch</translation>
    </message>
    <message>
        <source>Outlook data file (.pst)</source>
        <translation>Outlook-Datendatei (.pst)</translation>
    </message>
    <message>
        <source>PostScript</source>
        <translation>PostScript</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite-Datenbank</translation>
    </message>
    <message>
        <source>Access database</source>
        <translation>Access-Datenbank</translation>
    </message>
    <message>
        <source>AutoCAD drawing</source>
        <translation>AutoCAD-Zeichnung</translation>
    </message>
    <message>
        <source>Hangul document</source>
        <translation>Hangul-Dokument</translation>
    </message>
    <message>
        <source>Windows metafile</source>
        <translation>Windows-Metadatei</translation>
    </message>
    <message>
        <source>WordPerfect document</source>
        <translation>WordPerfect-Dokument</translation>
    </message>
    <message>
        <source>Word 1 or 2 document</source>
        <translation>Dokument von Word 1 oder 2</translation>
    </message>
    <message>
        <source>Microsoft Write document</source>
        <translation>Microsoft-Write-Dokument</translation>
    </message>
    <message>
        <source>Works spreadsheet</source>
        <translation>Works-Tabelle</translation>
    </message>
    <message>
        <source>Works database</source>
        <translation>Works-Datenbank</translation>
    </message>
    <message>
        <source>Lotus 1-2-3 workbook</source>
        <translation>Arbeitsmappe von Lotus 1-2-3</translation>
    </message>
    <message>
        <source>Quattro Pro workbook</source>
        <translation>Arbeitsmappe von Quattro Pro</translation>
    </message>
    <message>
        <source>Works document</source>
        <translation>Works-Dokument</translation>
    </message>
    <message>
        <source>StarOffice document</source>
        <translation>StarOffice-Dokument</translation>
    </message>
    <message>
        <source>OpenDocument chart or database</source>
        <translation>OpenDocument-Diagramm oder -Datenbank</translation>
    </message>
    <message>
        <source>Office document</source>
        <translation>Office-Dokument</translation>
    </message>
    <message>
        <source>PowerPoint 95 presentation (.ppt)</source>
        <translation>Präsentation von PowerPoint 95 (.ppt)</translation>
    </message>
    <message>
        <source>Visio drawing</source>
        <translation>Visio-Zeichnung</translation>
    </message>
    <message>
        <source>Publisher document</source>
        <translation>Publisher-Dokument</translation>
    </message>
</context>
<context>
    <name>LabelHeader</name>
    <message>
        <source>Suggested, the least sure first</source>
        <translation>Vorgeschlagen, die unsichersten zuerst</translation>
    </message>
    <message>
        <source>Suggested, the surest first</source>
        <translation>Vorgeschlagen, die sichersten zuerst</translation>
    </message>
    <message>
        <source>Files that bear it</source>
        <translation>Dateien, die es tragen</translation>
    </message>
    <message>
        <source>Which files are listed</source>
        <translation>Welche Dateien gezeigt werden</translation>
    </message>
    <message>
        <source>Suggest it for new files</source>
        <translation>Für neue Dateien vorschlagen</translation>
    </message>
    <message>
        <source>It is only suggested: nothing bears it that you did not give it.</source>
        <translation>Es wird nur vorgeschlagen: Nichts trägt es, dem Sie es nicht gegeben haben.</translation>
    </message>
    <message>
        <source>Search in the files that bear it</source>
        <translation>In den Dateien suchen, die es tragen</translation>
    </message>
    <message>
        <source>Give it another name…</source>
        <translation>Anders nennen …</translation>
    </message>
    <message>
        <source>Remove this label…</source>
        <translation>Dieses Etikett entfernen …</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>There is a label “{name}” already. Make one of both? Nothing that bears either loses it.</source>
        <translation>Ein Etikett „{name}“ gibt es schon. Beide zu einem machen? Nichts, was eines von ihnen trägt, verliert es.</translation>
    </message>
    <message>
        <source>Make one of both</source>
        <translation>Beide zu einem machen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message numerus="yes">
        <source>Remove this label from %Ln file(s)?</source>
        <translation>
            <numerusform>Dieses Etikett von einer Datei entfernen?</numerusform>
            <numerusform>Dieses Etikett von %Ln Dateien entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>Etikett entfernen</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Your labels</source>
        <translation>Eigene Etiketten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>suggested for %Ln new one(s)</source>
        <translation>
            <numerusform>für %Ln neue vorgeschlagen</numerusform>
            <numerusform>für %Ln neue vorgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelOrders</name>
    <message>
        <source>“{name}” is removed.</source>
        <translation>„{name}“ ist entfernt.</translation>
    </message>
    <message>
        <source>“{name}” and “{new_name}” are one now.</source>
        <translation>„{name}“ und „{new_name}“ sind jetzt eines.</translation>
    </message>
    <message>
        <source>“{name}” is called “{new_name}” now. A search for the name before finds it too.</source>
        <translation>„{name}“ heißt jetzt „{new_name}“. Eine Suche nach dem alten Namen findet es auch.</translation>
    </message>
    <message>
        <source>It is undone.</source>
        <translation>Es ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>LabelledList</name>
    <message>
        <source>Files of the label</source>
        <translation>Dateien des Etiketts</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>New label “{name}”</source>
        <translation>Neues Etikett „{name}“</translation>
    </message>
    <message numerus="yes">
        <source>Label for %Ln file(s)</source>
        <translation>
            <numerusform>Etikett für %Ln Datei</numerusform>
            <numerusform>Etikett für %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Give “{name}”</source>
        <translation>„{name}“ geben</translation>
    </message>
    <message>
        <source>Take off “{name}”</source>
        <translation>„{name}“ abnehmen</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is given to %Ln file(s).</source>
        <translation>
            <numerusform>%Ln Datei trägt jetzt „{name}“.</numerusform>
            <numerusform>%Ln Dateien tragen jetzt „{name}“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is taken off %Ln file(s).</source>
        <translation>
            <numerusform>„{name}“ ist von %Ln Datei abgenommen.</numerusform>
            <numerusform>„{name}“ ist von %Ln Dateien abgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is not suggested for %Ln file(s) any more.</source>
        <translation>
            <numerusform>„{name}“ wird für %Ln Datei nicht mehr vorgeschlagen.</numerusform>
            <numerusform>„{name}“ wird für %Ln Dateien nicht mehr vorgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Not this one</source>
        <translation>Dieses nicht</translation>
    </message>
    <message>
        <source>No labels yet. Choose files among the results of a search and give them one: {keys}.</source>
        <translation>Noch keine Etiketten. Unter den Ergebnissen einer Suche Dateien wählen und ihnen eines geben: {keys}.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Nothing is left to be suggested.</source>
        <translation>Es gibt nichts mehr vorzuschlagen.</translation>
    </message>
    <message>
        <source>Give it this label</source>
        <translation>Dieses Etikett geben</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Abnehmen</translation>
    </message>
</context>
<context>
    <name>LanguageNotice</name>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{some}, …</source>
        <translation>{some}, …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in languages that the model in use does not know ({languages}): they are found by their words, and hardly by what they mean.</source>
        <translation>
            <numerusform>%Ln Datei ist in einer Sprache, die das verwendete Modell nicht kennt ({languages}): Sie wird über ihre Wörter gefunden, über ihre Bedeutung kaum.</numerusform>
            <numerusform>%Ln Dateien sind in Sprachen, die das verwendete Modell nicht kennt ({languages}): Sie werden über ihre Wörter gefunden, über ihre Bedeutung kaum.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model {model} knows them.</source>
        <translation>Das Modell {model} kennt sie.</translation>
    </message>
    <message>
        <source>The model {model} knows those of {count} of them.</source>
        <translation>Das Modell {model} kennt die von {count} davon.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikaans</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Assamesisch</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Aserbaidschanisch</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>Bretonisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation>Esperanto</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>Filipino</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galicisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>Haussa</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>Irisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Javanisch</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kasachisch</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>Kurdisch</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>Kirgisisch</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Latein</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>Malagasy</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Mongolisch</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepalesisch</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>Oriya</translation>
    </message>
    <message>
        <source>Oromo</source>
        <translation>Oromo</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Panjabi</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sanskrit</translation>
    </message>
    <message>
        <source>Scottish Gaelic</source>
        <translation>Schottisches Gälisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sundanesisch</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suaheli</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>Uigurisch</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Walisisch</translation>
    </message>
    <message>
        <source>Western Frisian</source>
        <translation>Westfriesisch</translation>
    </message>
    <message>
        <source>Xhosa</source>
        <translation>Xhosa</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Jiddisch</translation>
    </message>
</context>
<context>
    <name>LibraryHeader</name>
    <message>
        <source>Counting…</source>
        <translation>Zählt …</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>Wie viel gelesen ist</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable by their text</source>
        <translation>
            <numerusform>%Ln am Text auffindbar</numerusform>
            <numerusform>%Ln am Text auffindbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by name only</source>
        <translation>
            <numerusform>%Ln nur am Namen</numerusform>
            <numerusform>%Ln nur am Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline</source>
        <translation>
            <numerusform>%Ln nicht angeschlossen</numerusform>
            <numerusform>%Ln nicht angeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>The library cannot be read</source>
        <translation>Die Bibliothek ist nicht lesbar</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Until there is mains power</source>
        <translation>Bis zum Netzstrom</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Bis zum Fortsetzen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation>Jetzt fortfahren</translation>
    </message>
    <message>
        <source>Looks at all folders again</source>
        <translation>Sieht alle Ordner erneut durch</translation>
    </message>
    <message>
        <source>Not while indexing rests</source>
        <translation>Nicht, solange das Einlesen ruht</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Findling covers no folder yet.</source>
        <translation>Findling erfasst noch keinen Ordner.</translation>
    </message>
    <message>
        <source>Choose folders…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Indexing rests. This is done as soon as it goes on.</source>
        <translation>Das Einlesen ruht. Dies geschieht, sobald es weitergeht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Settings leave out of every folder: {patterns}</source>
        <translation>Die Einstellungen lassen in jedem Ordner aus: {patterns}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>LicenceBox</name>
    <message>
        <source>Licence of {model}</source>
        <translation>Lizenz von {model}</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Die Liste speichern</translation>
    </message>
    <message>
        <source>The list is saved as {name}.</source>
        <translation>Die Liste ist als {name} gespeichert.</translation>
    </message>
</context>
<context>
    <name>MapHeader</name>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Colours of the map</source>
        <translation>Farben der Karte</translation>
    </message>
    <message>
        <source>Find on the map</source>
        <translation>Auf der Karte suchen</translation>
    </message>
    <message>
        <source>What it finds lights up, and is listed</source>
        <translation>Was es findet, leuchtet auf und wird aufgelistet</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show all of the map</source>
        <translation>Die ganze Karte zeigen</translation>
    </message>
    <message>
        <source>No document bears a label yet.</source>
        <translation>Noch trägt kein Dokument ein Etikett.</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Kein Etikett</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the documents</source>
        <translation>Karte der Dokumente</translation>
    </message>
    <message>
        <source>Arrow keys move, plus and minus zoom, 0 shows all, Shift and the mouse select. The lists show the same.</source>
        <translation>Pfeiltasten verschieben, Plus und Minus vergrößern und verkleinern, 0 zeigt alles, Umschalt mit der Maus wählt aus. Die Listen zeigen dasselbe.</translation>
    </message>
</context>
<context>
    <name>MemberActions</name>
    <message>
        <source>Keep this one</source>
        <translation>Diese behalten</translation>
    </message>
    <message>
        <source>Not a duplicate of the one that stays</source>
        <translation>Kein Duplikat der bleibenden Datei</translation>
    </message>
    <message>
        <source>Prefer its folder</source>
        <translation>Ihren Ordner bevorzugen</translation>
    </message>
    <message>
        <source>Take nothing from its folder</source>
        <translation>Aus ihrem Ordner nichts nehmen</translation>
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation>Ihren Ordner auslassen</translation>
    </message>
</context>
<context>
    <name>MembersList</name>
    <message>
        <source>Files of the group</source>
        <translation>Dateien der Gruppe</translation>
    </message>
</context>
<context>
    <name>MembersModel</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>stays: {reason}</source>
        <translation>bleibt: {reason}</translation>
    </message>
    <message>
        <source>stays: is in another file</source>
        <translation>bleibt: steckt in einer anderen Datei</translation>
    </message>
    <message>
        <source>stays: lies in a protected folder</source>
        <translation>bleibt: liegt in einem geschützten Ordner</translation>
    </message>
    <message>
        <source>not proposed: {reason}</source>
        <translation>nicht vorgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>the same text as {name}</source>
        <translation>derselbe Text wie {name}</translation>
    </message>
    <message>
        <source>{share} of it stands in the one that stays</source>
        <translation>{share} davon stehen in der bleibenden Datei</translation>
    </message>
    <message>
        <source>the same text</source>
        <translation>derselbe Text</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>Findling made a mistake ({error}).</source>
        <translation>Findling hat einen Fehler gemacht ({error}).</translation>
    </message>
    <message>
        <source>The disk is full: Findling needs about {needed:size} to go on.</source>
        <translation>Das Laufwerk ist voll: Findling braucht etwa {needed:size}, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Findling is open already, and does not answer.</source>
        <translation>Findling ist schon offen und antwortet nicht.</translation>
    </message>
    <message>
        <source>The log {file} cannot be written: {reason}.</source>
        <translation>Das Protokoll {file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The indexing process cannot be started: {reason}.</source>
        <translation>Der Prozess, der einliest, kann nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
        <source>The indexing process ended before it was done.</source>
        <translation>Der Indizierungsprozess endete, bevor er fertig war.</translation>
    </message>
    <message>
        <source>The indexing process ended before it was done ({how}).</source>
        <translation>Der Prozess, der einliest, endete, bevor er fertig war ({how}).</translation>
    </message>
    <message>
        <source>{command} cannot be asked of an open library.</source>
        <translation>{command} kann von einer offenen Bibliothek nicht verlangt werden.</translation>
    </message>
    <message>
        <source>The search ended before it could answer.</source>
        <translation>Die Suche endete, bevor sie antworten konnte.</translation>
    </message>
    <message>
        <source>The work on this model ended before it was done.</source>
        <translation>Die Arbeit an diesem Modell endete, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>The program that reads files cannot be started: {reason}.</source>
        <translation>Das Programm, das Dateien liest, kann nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
        <source>The program that reads files does not start ({reason}).</source>
        <translation>Das Programm, das Dateien liest, startet nicht ({reason}).</translation>
    </message>
    <message>
        <source>The settings {file} are no text in UTF-8.</source>
        <translation>Die Einstellungen {file} sind kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The settings {file} cannot be read: {reason}.</source>
        <translation>Die Einstellungen {file} sind nicht zu lesen: {reason}.</translation>
    </message>
    <message>
        <source>In the settings {file}, {what}.</source>
        <translation>In den Einstellungen {file}: {what}.</translation>
    </message>
    <message>
        <source>The settings {file} cannot be written: {reason}.</source>
        <translation>Die Einstellungen {file} können nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} has to be one of {choices:list}</source>
        <translation>{name} muss eines von {choices:list} sein</translation>
    </message>
    <message>
        <source>{name} has to be a whole number</source>
        <translation>{name} muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>{name} has to be a text in quotes</source>
        <translation>{name} muss ein Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>{name} has to be true or false</source>
        <translation>{name} muss true oder false sein</translation>
    </message>
    <message>
        <source>{name} has to be a list of texts</source>
        <translation>{name} muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>{name} has to be a table of texts</source>
        <translation>{name} muss eine Tabelle von Texten sein</translation>
    </message>
    <message>
        <source>{name} cannot be negative</source>
        <translation>{name} kann nicht negativ sein</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>schon vorhanden</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>zugeteilter Platz überschritten</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>schreibgeschütztes Laufwerk</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>The connection to its disk is broken</source>
        <translation>Verbindung zum Laufwerk getrennt</translation>
    </message>
    <message>
        <source>The connection to its disk has to be made again</source>
        <translation>Verbindung zum Laufwerk veraltet</translation>
    </message>
    <message>
        <source>The computer that has it does not answer</source>
        <translation>der Rechner antwortet nicht</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Die Datei {file} gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} is not a folder.</source>
        <translation>{path} ist kein Ordner.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {reason}.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {reason}.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} is empty, but {count:number} files in it are known.</source>
        <translation>Der Ordner {folder} ist leer, aber {count:number} Dateien darin sind bekannt.</translation>
    </message>
    <message>
        <source>The folder {folder} is not in the library.</source>
        <translation>Der Ordner {folder} ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>The library has no folders yet.</source>
        <translation>Die Bibliothek hat noch keine Ordner.</translation>
    </message>
    <message>
        <source>In {path} Findling keeps what it knows of your files.</source>
        <translation>In {path} bewahrt Findling auf, was es über die Dateien weiß.</translation>
    </message>
    <message>
        <source>The library has not read {file}.</source>
        <translation>Die Bibliothek hat {file} nicht gelesen.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: {reason}.</source>
        <translation>Die Datei {file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>1 file in {folder} is offline with its disk; it is kept.</source>
        <translation>1 Datei in {folder} ist mit ihrem Datenträger offline; sie wird behalten.</translation>
    </message>
    <message>
        <source>{count:number} files in {folder} are offline with their disk; they are kept.</source>
        <translation>{count:number} Dateien in {folder} sind mit ihrem Datenträger offline; sie werden behalten.</translation>
    </message>
    <message>
        <source>{count:number} files, most of {folder}, are not there any more; they are kept for a day.</source>
        <translation>{count:number} Dateien, die meisten in {folder}, sind nicht mehr da; sie werden einen Tag lang behalten.</translation>
    </message>
    <message>
        <source>Changes are noticed only every few minutes: the system lets no more folders be watched.</source>
        <translation>Änderungen werden nur alle paar Minuten bemerkt: Das System lässt keine weiteren Ordner beobachten.</translation>
    </message>
    <message>
        <source>“{pattern}” is not a pattern</source>
        <translation>„{pattern}“ ist kein Muster</translation>
    </message>
    <message>
        <source>“{pattern}” matches nothing</source>
        <translation>„{pattern}“ trifft auf nichts zu</translation>
    </message>
    <message>
        <source>{mistake}.</source>
        <translation>{mistake}.</translation>
    </message>
    <message>
        <source>There is no library at {folder} yet.</source>
        <translation>In {folder} gibt es noch keine Bibliothek.</translation>
    </message>
    <message>
        <source>Nothing in this library is indexed yet.</source>
        <translation>In dieser Bibliothek ist noch nichts eingelesen.</translation>
    </message>
    <message>
        <source>The library at {folder} was written by an older Findling.</source>
        <translation>Die Bibliothek in {folder} stammt von einem älteren Findling.</translation>
    </message>
    <message>
        <source>A newer Findling has written this library, and this one cannot read it.</source>
        <translation>Diese Bibliothek stammt von einem neueren Findling; dieses hier kann sie nicht lesen.</translation>
    </message>
    <message>
        <source>The library at {folder} cannot be used: {reason}.</source>
        <translation>Die Bibliothek in {folder} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The library at {folder} is on a disk that cannot hold it safely.</source>
        <translation>Die Bibliothek in {folder} liegt auf einem Laufwerk, das sie nicht sicher bewahren kann.</translation>
    </message>
    <message>
        <source>The library&apos;s database {file} cannot be used: {reason}.</source>
        <translation>Die Datenbank {file} der Bibliothek kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>What Findling knows of your files is damaged; the files are not.</source>
        <translation>Was Findling über die Dateien weiß, ist beschädigt; die Dateien selbst sind es nicht.</translation>
    </message>
    <message>
        <source>The library in {folder} cannot be locked for writing: {reason}.</source>
        <translation>Die Bibliothek in {folder} kann nicht zum Schreiben gesperrt werden: {reason}.</translation>
    </message>
    <message>
        <source>The library is being indexed by {holder}.</source>
        <translation>Die Bibliothek wird gerade von {holder} eingelesen.</translation>
    </message>
    <message>
        <source>{program} (process {process})</source>
        <translation>{program} (Prozess {process})</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>einem anderen Prozess</translation>
    </message>
    <message>
        <source>The index of meanings in {folder} cannot be written: {reason}.</source>
        <translation>Der Index der Bedeutungen in {folder} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The index of meanings in {folder} cannot be read: {reason}.</source>
        <translation>Der Index der Bedeutungen in {folder} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The vector index cannot be kept in {folder}: its name has letters that this Windows cannot pass on.</source>
        <translation>Der Vektorindex kann nicht in {folder} liegen: der Name hat Buchstaben, die dieses Windows nicht weitergeben kann.</translation>
    </message>
    <message>
        <source>The index of meanings in {folder} was made by another model.</source>
        <translation>Der Index der Bedeutungen in {folder} stammt von einem anderen Modell.</translation>
    </message>
    <message>
        <source>The list of parts of the index of meanings in {folder} is damaged.</source>
        <translation>Das Verzeichnis der Teile des Index der Bedeutungen in {folder} ist beschädigt.</translation>
    </message>
    <message>
        <source>The vector index file {name} in {folder} is missing.</source>
        <translation>Die Datei {name} des Vektorindex in {folder} fehlt.</translation>
    </message>
    <message>
        <source>A file of the index of meanings in {folder} is missing.</source>
        <translation>Eine Datei des Index der Bedeutungen in {folder} fehlt.</translation>
    </message>
    <message>
        <source>The vector index file {file} is damaged.</source>
        <translation>Die Datei {file} des Vektorindex ist beschädigt.</translation>
    </message>
    <message>
        <source>The vector index file {file} cannot be read: {reason}.</source>
        <translation>Die Datei {file} des Vektorindex kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>A part of Findling cannot be loaded: {error}.</source>
        <translation>Ein Teil von Findling kann nicht geladen werden: {error}.</translation>
    </message>
    <message>
        <source>The word index in {folder} cannot be used: {reason}.</source>
        <translation>Der Wortindex in {folder} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The word index in {folder} is damaged ({reason}).</source>
        <translation>Der Wortindex in {folder} ist beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>Another Findling writes the word index in {folder}.</source>
        <translation>Ein anderes Findling schreibt am Wortindex in {folder}.</translation>
    </message>
    <message>
        <source>The damaged word index in {folder} cannot be removed.</source>
        <translation>Der beschädigte Wortindex in {folder} kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>{file} fails its checksum</source>
        <translation>{file} stimmt nicht mit der Prüfsumme überein</translation>
    </message>
    <message>
        <source>Findling still runs (process {processes:list}), so nothing was changed.</source>
        <translation>Findling läuft noch (Prozess {processes:list}); deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It was stopped. The library opens as it did; what is half encrypted is completed then.</source>
        <translation>Es wurde angehalten. Die Bibliothek öffnet sich wie zuvor; was halb verschlüsselt ist, wird dann vollendet.</translation>
    </message>
    <message>
        <source>Nothing can be searched by meaning yet, so only words count</source>
        <translation>Nach der Bedeutung kann noch nicht gesucht werden, deshalb zählen nur die Wörter</translation>
    </message>
    <message>
        <source>There is nothing to search yet: no file has been read so far</source>
        <translation>Noch gibt es nichts zu durchsuchen: bisher wurde keine Datei gelesen</translation>
    </message>
    <message>
        <source>{filter} {why}, so it was searched as words</source>
        <translation>{filter} {why} und wurde deshalb als Wörter gesucht</translation>
    </message>
    <message>
        <source>{operator} is no operator here, so it was searched as a word.</source>
        <translation>{operator} ist hier kein Operator und wurde als Wort gesucht.</translation>
    </message>
    <message>
        <source>* and ? stand for no letters here, so {word} was searched without them.</source>
        <translation>* und ? stehen hier nicht für Buchstaben; {word} wurde ohne sie gesucht.</translation>
    </message>
    <message>
        <source>Searched for {meant:list} in place of {typed:list}, which no file has.</source>
        <translation>Gesucht wurde {meant:list} statt {typed:list}, denn das kommt in keiner Datei vor.</translation>
    </message>
    <message>
        <source>The model in use does not understand {language:language}, so words count for more.</source>
        <translation>Das benutzte Modell versteht {language:language} nicht, deshalb zählen Wörter mehr.</translation>
    </message>
    <message>
        <source>cannot be excluded</source>
        <translation>kann nicht ausgeschlossen werden</translation>
    </message>
    <message>
        <source>is no language code such as en or de</source>
        <translation>ist kein Sprachkürzel wie en oder de</translation>
    </message>
    <message>
        <source>is no type of file that is told apart</source>
        <translation>ist keine Dateiart, die unterschieden wird</translation>
    </message>
    <message>
        <source>The results were not read again: {reason}</source>
        <translation>Die Ergebnisse wurden nicht noch einmal gelesen: {reason}</translation>
    </message>
    <message>
        <source>The file {file} cannot be compared: {reason}.</source>
        <translation>Die Datei {file} kann nicht verglichen werden: {reason}.</translation>
    </message>
    <message>
        <source>No preview: {reason}.</source>
        <translation>Keine Vorschau: {reason}.</translation>
    </message>
    <message>
        <source>The list cannot be written to {file}: {reason}.</source>
        <translation>Die Liste kann nicht nach {file} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Nothing can be exported to {folder}: {reason}.</source>
        <translation>Nach {folder} kann nichts exportiert werden: {reason}.</translation>
    </message>
    <message>
        <source>The evaluation was stopped.</source>
        <translation>Die Bewertung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The run file {file} cannot be written: {reason}.</source>
        <translation>Die Ergebnisdatei {file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The collection&apos;s file {file} cannot be read: {reason}.</source>
        <translation>Die Datei {file} der Sammlung kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>a line has no _id</source>
        <translation>eine Zeile hat keine _id</translation>
    </message>
    <message>
        <source>a title or text is not text</source>
        <translation>ein Titel oder Text ist kein Text</translation>
    </message>
    <message>
        <source>The collection {folder} has no documents, or no judged queries.</source>
        <translation>Die Sammlung {folder} hat keine Dokumente oder keine bewerteten Anfragen.</translation>
    </message>
    <message>
        <source>The file {file} has {count:number} pairs: too few to be ranked.</source>
        <translation>Die Datei {file} hat {count:number} Paare: zu wenige für eine Rangfolge.</translation>
    </message>
    <message>
        <source>The pairs {file} cannot be read: {reason}.</source>
        <translation>Die Paare {file} können nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>they have no column {column}</source>
        <translation>sie haben keine Spalte {column}</translation>
    </message>
    <message>
        <source>Run it again: what was indexed is kept.</source>
        <translation>Noch einmal starten: was eingelesen ist, bleibt.</translation>
    </message>
    <message>
        <source>A collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv, as BEIR has them.</source>
        <translation>Eine Sammlung ist ein Ordner mit corpus.jsonl, queries.jsonl und qrels.tsv, wie BEIR sie hat.</translation>
    </message>
    <message>
        <source>They are tab-separated, with columns score, sentence1 and sentence2.</source>
        <translation>Sie sind durch Tabulatoren getrennt, mit den Spalten score, sentence1 und sentence2.</translation>
    </message>
    <message>
        <source>lies in a preferred folder</source>
        <translation>liegt in einem bevorzugten Ordner</translation>
    </message>
    <message>
        <source>lies in a protected folder</source>
        <translation>liegt in einem geschützten Ordner</translation>
    </message>
    <message>
        <source>its name is not that of a copy</source>
        <translation>heißt nicht wie eine Kopie</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>die neueste</translation>
    </message>
    <message>
        <source>the oldest</source>
        <translation>die älteste</translation>
    </message>
    <message>
        <source>the best format</source>
        <translation>das beste Format</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>die größte</translation>
    </message>
    <message>
        <source>the shortest path</source>
        <translation>der kürzeste Pfad</translation>
    </message>
    <message>
        <source>the latest version</source>
        <translation>die neueste Fassung</translation>
    </message>
    <message>
        <source>the others are compared with it</source>
        <translation>die anderen werden mit ihr verglichen</translation>
    </message>
    <message>
        <source>holds the text of the others</source>
        <translation>enthält den Text der anderen</translation>
    </message>
    <message>
        <source>no rule tells them apart</source>
        <translation>keine Regel unterscheidet sie</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>die einzige</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>selbst gewählt</translation>
    </message>
    <message>
        <source>another is damaged, or was read only in part</source>
        <translation>eine andere ist beschädigt oder wurde nur zum Teil gelesen</translation>
    </message>
    <message>
        <source>a part of both was not read: {part}</source>
        <translation>ein Teil von beiden wurde nicht gelesen: {part}</translation>
    </message>
    <message>
        <source>a part of it was not read: {part}</source>
        <translation>ein Teil davon wurde nicht gelesen: {part}</translation>
    </message>
    <message>
        <source>a part of the file that stays was not read: {part}</source>
        <translation>ein Teil der Datei, die bleibt, wurde nicht gelesen: {part}</translation>
    </message>
    <message>
        <source>it differs from the file that stays in capitals or signs</source>
        <translation>sie unterscheidet sich von der Datei, die bleibt, in Großbuchstaben oder Zeichen</translation>
    </message>
    <message>
        <source>it has too few words to be told by them</source>
        <translation>sie hat zu wenige Wörter, um daran erkannt zu werden</translation>
    </message>
    <message>
        <source>it has not the same words as the file that stays</source>
        <translation>sie hat nicht dieselben Wörter wie die Datei, die bleibt</translation>
    </message>
    <message>
        <source>{first}, {others}</source>
        <translation>{first}, {others}</translation>
    </message>
    <message>
        <source>it is not known whether both were read in full</source>
        <translation>es ist nicht bekannt, ob beide ganz gelesen wurden</translation>
    </message>
    <message>
        <source>The settings {file} hold what this Findling does not know and leaves as it is: {names:list}.</source>
        <translation>In den Einstellungen {file} steht, was dieses Findling nicht kennt und so lässt, wie es ist: {names:list}.</translation>
    </message>
    <message>
        <source>{what} The usual settings hold in its place, and the file is kept as {copy}.</source>
        <translation>{what} An ihrer Stelle gelten die üblichen Einstellungen; die Datei ist als {copy} aufgehoben.</translation>
    </message>
    <message>
        <source>What opens your documents is shut off from {accesses}.</source>
        <translation>Was Dokumente öffnet, hat keinen Zugang zu: {accesses}.</translation>
    </message>
    <message>
        <source>What opens your documents is not shut off on this system from {accesses}.</source>
        <translation>Was Dokumente öffnet, hat auf diesem System Zugang zu: {accesses}.</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>your other files</source>
        <translation>andere Dateien</translation>
    </message>
    <message>
        <source>their names</source>
        <translation>deren Namen</translation>
    </message>
    <message>
        <source>changing and deleting files</source>
        <translation>Ändern und Löschen von Dateien</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>das Netz</translation>
    </message>
    <message>
        <source>programs that listen on this computer</source>
        <translation>lauschende Programme auf diesem Computer</translation>
    </message>
    <message>
        <source>starting programs</source>
        <translation>Starten von Programmen</translation>
    </message>
    <message>
        <source>making copies of itself</source>
        <translation>Vervielfältigen seiner selbst</translation>
    </message>
    <message>
        <source>other processes</source>
        <translation>andere Prozesse</translation>
    </message>
    <message>
        <source>closed-off areas of other programs</source>
        <translation>abgeschlossene Bereiche anderer Programme</translation>
    </message>
    <message>
        <source>There are no files in {folder}.</source>
        <translation>In {folder} liegen keine Dateien.</translation>
    </message>
    <message>
        <source>1 folder cannot be looked into, so nothing in it is searched.</source>
        <translation>In 1 Ordner kann nicht hineingesehen werden; nichts darin wird durchsucht.</translation>
    </message>
    <message>
        <source>{count:number} folders cannot be looked into, so nothing in them is searched.</source>
        <translation>In {count:number} Ordner kann nicht hineingesehen werden; nichts darin wird durchsucht.</translation>
    </message>
    <message>
        <source>What Findling knew of your files was damaged, and was made again from them.</source>
        <translation>Was Findling von den Dateien wusste, war beschädigt und wurde aus ihnen neu gemacht.</translation>
    </message>
    <message>
        <source>What was damaged in the library was made again from your files.</source>
        <translation>Was in der Bibliothek beschädigt war, wurde aus den Dateien neu gemacht.</translation>
    </message>
    <message>
        <source>it has no bytes</source>
        <translation>sie hat keinen Inhalt</translation>
    </message>
    <message>
        <source>damaged rows: texts of documents {texts}, vectors of documents {vectors}</source>
        <translation>beschädigte Zeilen: Texte der Dokumente {texts}, Vektoren der Dokumente {vectors}</translation>
    </message>
    <message>
        <source>an earlier write failed</source>
        <translation>ein früheres Schreiben ist gescheitert</translation>
    </message>
    <message>
        <source>The library at {folder} is encrypted.</source>
        <translation>Die Bibliothek in {folder} ist verschlüsselt.</translation>
    </message>
    <message>
        <source>The library at {folder} is not encrypted.</source>
        <translation>Die Bibliothek in {folder} ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>The library at {folder} is encrypted already.</source>
        <translation>Die Bibliothek in {folder} ist schon verschlüsselt.</translation>
    </message>
    <message>
        <source>This is not the passphrase of the library at {folder}.</source>
        <translation>Das ist nicht die Passphrase der Bibliothek in {folder}.</translation>
    </message>
    <message>
        <source>A passphrase has {least:number} characters at least.</source>
        <translation>Eine Passphrase hat mindestens {least:number} Zeichen.</translation>
    </message>
    <message>
        <source>The file {file} is damaged, and without it the library cannot be opened.</source>
        <translation>Die Datei {file} ist beschädigt, und ohne sie lässt sich die Bibliothek nicht öffnen.</translation>
    </message>
    <message>
        <source>This library is encrypted, and its key is missing: the file {file}.</source>
        <translation>Diese Bibliothek ist verschlüsselt, und ihr Schlüssel fehlt: die Datei {file}.</translation>
    </message>
    <message>
        <source>This library is encrypted, and the key in {file} is another library&apos;s.</source>
        <translation>Diese Bibliothek ist verschlüsselt, und der Schlüssel in {file} gehört zu einer anderen.</translation>
    </message>
    <message>
        <source>The file {file} cannot be used: {reason}.</source>
        <translation>Die Datei {file} ist nicht zu benutzen: {reason}.</translation>
    </message>
    <message>
        <source>The library for encrypted databases is not installed.</source>
        <translation>Die Programmbibliothek für verschlüsselte Datenbanken ist nicht installiert.</translation>
    </message>
    <message>
        <source>This system keeps no files in memory for programs, so the index could not be kept from the disk.</source>
        <translation>Dieses System hält für Programme keine Dateien im Arbeitsspeicher, der Index käme also auf die Platte.</translation>
    </message>
    <message>
        <source>The index takes {needed:size}, and files in memory have room for {free:size}.</source>
        <translation>Der Index braucht {needed:size}, und für Dateien im Arbeitsspeicher sind {free:size} frei.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written anew: {reason}.</source>
        <translation>Die Datei {file} lässt sich nicht neu schreiben: {reason}.</translation>
    </message>
    <message>
        <source>This system has no keyring that could keep it.</source>
        <translation>Dieses System hat keinen Schlüsselbund dafür.</translation>
    </message>
    <message>
        <source>There is no text on standard input.</source>
        <translation>Auf der Standardeingabe steht kein Text.</translation>
    </message>
    <message>
        <source>This stands word for word in {name}.</source>
        <translation>Das steht Wort für Wort in {name}.</translation>
    </message>
    <message>
        <source>This stands word for word in {name}, on page {page:number}.</source>
        <translation>Das steht Wort für Wort in {name}, auf Seite {page:number}.</translation>
    </message>
    <message>
        <source>This stands in {name}, with other words: {changes:list}.</source>
        <translation>Das steht in {name}, mit anderen Worten: {changes:list}.</translation>
    </message>
    <message>
        <source>This stands in {name}, on page {page:number}, with other words: {changes:list}.</source>
        <translation>Das steht in {name}, auf Seite {page:number}, mit anderen Worten: {changes:list}.</translation>
    </message>
    <message>
        <source>is no date such as 2024, 2024-06, 2024-06-30, 7d or this-week</source>
        <translation>ist kein Datum wie 2024, 2024-06, 2024-06-30, 7d oder this-week</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>No copy can be made in {folder}: {reason}.</source>
        <translation>In {folder} lässt sich keine Kopie anlegen: {reason}.</translation>
    </message>
    <message>
        <source>{file} has come, and is identical to {known}.</source>
        <translation>{file} ist gekommen und gleicht {known} aufs Byte.</translation>
    </message>
    <message>
        <source>{file} has come, and has the same text as {known}.</source>
        <translation>{file} ist gekommen und hat denselben Text wie {known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is nearly the same as {known}.</source>
        <translation>{file} ist gekommen und ist fast dasselbe wie {known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is a newer version of {known}.</source>
        <translation>{file} ist gekommen und ist eine neuere Fassung von {known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is an older version of {known}.</source>
        <translation>{file} ist gekommen und ist eine ältere Fassung von {known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is contained in {known}.</source>
        <translation>{file} ist gekommen und ist in {known} enthalten.</translation>
    </message>
    <message>
        <source>{file} has come, and holds {known}.</source>
        <translation>{file} ist gekommen und enthält {known}.</translation>
    </message>
    <message>
        <source>{count:number} files have come that are like others. {latest}</source>
        <translation>{count:number} Dateien sind gekommen, die anderen gleichen. {latest}</translation>
    </message>
    <message>
        <source>There is no label {name}.</source>
        <translation>Es gibt kein Etikett {name}.</translation>
    </message>
    <message>
        <source>There is a label {name} already.</source>
        <translation>Ein Etikett {name} gibt es schon.</translation>
    </message>
    <message>
        <source>The label {name} is called {now} now.</source>
        <translation>Das Etikett {name} heißt jetzt {now}.</translation>
    </message>
    <message>
        <source>Nothing is known that was done with labels and could be undone.</source>
        <translation>Es ist nichts bekannt, was mit Etiketten getan wurde und rückgängig gemacht werden könnte.</translation>
    </message>
    <message>
        <source>Nothing is known that was done with the label {name} and could be undone.</source>
        <translation>Es ist nichts bekannt, was mit dem Etikett {name} getan wurde und rückgängig gemacht werden könnte.</translation>
    </message>
    <message>
        <source>There is no label {name}, so nothing is found by it.</source>
        <translation>Es gibt kein Etikett {name}, daher findet sich danach nichts.</translation>
    </message>
    <message>
        <source>There is no label {name}, so nothing is found by it. There is: {near}.</source>
        <translation>Es gibt kein Etikett {name}, daher findet sich danach nichts. Es gibt: {near}.</translation>
    </message>
    <message>
        <source>No label can be called “{name}”: it needs a letter, and neither a colon nor a quotation mark.</source>
        <translation>Kein Etikett kann „{name}“ heißen: es braucht einen Buchstaben und weder Doppelpunkt noch Anführungszeichen.</translation>
    </message>
    <message>
        <source>The library does not know {file}.</source>
        <translation>Die Bibliothek kennt {file} nicht.</translation>
    </message>
    <message>
        <source>Nothing is suggested for {name} yet: give it to {least:number} files with texts of their own.</source>
        <translation>Für {name} wird noch nichts vorgeschlagen: geben Sie es {least:number} Dateien mit verschiedenem Text.</translation>
    </message>
    <message>
        <source>Nothing can be suggested before the meaning of files is indexed.</source>
        <translation>Nichts kann vorgeschlagen werden, bevor die Bedeutung von Dateien indiziert ist.</translation>
    </message>
    <message>
        <source>the others are in other files</source>
        <translation>die anderen stecken in anderen Dateien</translation>
    </message>
    <message>
        <source>it differs from the file that stays in what is no text: pictures, links, attachments or the like</source>
        <translation>sie unterscheidet sich von der Datei, die bleibt, in dem, was kein Text ist: Bilder, Links, Anhänge oder Ähnliches</translation>
    </message>
    <message>
        <source>what is damaged</source>
        <translation>was beschädigt ist</translation>
    </message>
    <message>
        <source>the rest of it</source>
        <translation>der Rest</translation>
    </message>
    <message>
        <source>letters that cannot be told</source>
        <translation>Buchstaben, die nicht zu erkennen sind</translation>
    </message>
    <message>
        <source>text boxes</source>
        <translation>Textfelder</translation>
    </message>
    <message>
        <source>footnotes or endnotes</source>
        <translation>Fuß- oder Endnoten</translation>
    </message>
    <message>
        <source>headers or footers</source>
        <translation>Kopf- oder Fußzeilen</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>form fields</source>
        <translation>Formularfelder</translation>
    </message>
    <message>
        <source>tracked changes</source>
        <translation>nachverfolgte Änderungen</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>embedded files</source>
        <translation>eingebettete Dateien</translation>
    </message>
    <message>
        <source>what scripts or other pages add</source>
        <translation>was Skripte oder andere Seiten hinzufügen</translation>
    </message>
    <message>
        <source>what was read by text recognition, which makes mistakes</source>
        <translation>was durch Texterkennung gelesen wurde, die Fehler macht</translation>
    </message>
    <message>
        <source>some of its text</source>
        <translation>ein Teil des Textes</translation>
    </message>
    <message>
        <source>it lies in a protected folder</source>
        <translation>sie liegt in einem geschützten Ordner</translation>
    </message>
    <message>
        <source>it is the last copy</source>
        <translation>sie ist die letzte Kopie</translation>
    </message>
    <message>
        <source>the copy that stays has changed</source>
        <translation>die Kopie, die bleibt, hat sich geändert</translation>
    </message>
    <message>
        <source>it has changed in the meantime</source>
        <translation>sie hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>another program has it open</source>
        <translation>ein anderes Programm hat sie geöffnet</translation>
    </message>
    <message>
        <source>only files that are the same to the byte can be linked</source>
        <translation>nur Byte für Byte gleiche Dateien lassen sich verknüpfen</translation>
    </message>
    <message>
        <source>it is on another disk than the copy that stays</source>
        <translation>sie liegt auf einem anderen Datenträger als die Kopie, die bleibt</translation>
    </message>
    <message>
        <source>both are one file already</source>
        <translation>beide sind schon eine Datei</translation>
    </message>
    <message>
        <source>it is a link, not a file</source>
        <translation>es ist eine Verknüpfung, keine Datei</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>sie ist nicht mehr da</translation>
    </message>
    <message>
        <source>the copy that stays is not there any more</source>
        <translation>die Kopie, die bleibt, ist nicht mehr da</translation>
    </message>
    <message>
        <source>nothing is known that it has in common with a file that stays</source>
        <translation>es ist nichts bekannt, was sie mit einer bleibenden Datei gemeinsam hat</translation>
    </message>
    <message>
        <source>it was cleared up already</source>
        <translation>sie ist schon aufgeräumt</translation>
    </message>
    <message>
        <source>it cannot be read now</source>
        <translation>sie ist jetzt nicht lesbar</translation>
    </message>
    <message>
        <source>it has changed since it was compared</source>
        <translation>sie hat sich seit dem Vergleich geändert</translation>
    </message>
    <message>
        <source>it is only another name of the file that stays</source>
        <translation>sie ist nur ein weiterer Name der Datei, die bleibt</translation>
    </message>
    <message>
        <source>the copy that stays cannot be read now</source>
        <translation>die Kopie, die bleibt, ist jetzt nicht lesbar</translation>
    </message>
    <message>
        <source>its new name is taken</source>
        <translation>ihr neuer Name ist schon vergeben</translation>
    </message>
    <message>
        <source>its new name is that of another folder</source>
        <translation>ihr neuer Name gehört zu einem anderen Ordner</translation>
    </message>
    <message>
        <source>another file is in its place now</source>
        <translation>an ihrer Stelle ist jetzt eine andere Datei</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>The file that is to survive has changed</source>
        <translation>die Kopie, die bleibt, hat sich geändert</translation>
    </message>
    <message>
        <source>The copy is not what was copied</source>
        <translation>die Kopie ist nicht, was kopiert wurde</translation>
    </message>
    <message>
        <source>It was interrupted, and did not say how far it came.</source>
        <translation>Es wurde unterbrochen und sagte nicht, wie weit es kam.</translation>
    </message>
    <message>
        <source>There is no run {run}.</source>
        <translation>Es gibt keinen Durchgang {run}.</translation>
    </message>
    <message>
        <source>To move files, a folder to move them to is needed.</source>
        <translation>Um Dateien zu verschieben, braucht es einen Zielordner.</translation>
    </message>
    <message>
        <source>No file can be called {name}.</source>
        <translation>So kann keine Datei heißen: {name}.</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} gibt es schon.</translation>
    </message>
    <message>
        <source>The plan cannot be written to {file}: {reason}.</source>
        <translation>Der Plan kann nicht nach {file} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} holds no plan: it is no JSON.</source>
        <translation>{file} enthält keinen Plan: es ist kein JSON.</translation>
    </message>
    <message>
        <source>{file} holds no plan.</source>
        <translation>{file} enthält keinen Plan.</translation>
    </message>
    <message>
        <source>{file} holds no plan that can be meant: {reason}.</source>
        <translation>{file} enthält keinen Plan, der gemeint sein kann: {reason}.</translation>
    </message>
    <message>
        <source>Step {number} of {file} cannot be meant: {reason}.</source>
        <translation>Schritt {number} von {file} kann nicht gemeint sein: {reason}.</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>protected by a password</source>
        <translation>mit einem Passwort geschützt</translation>
    </message>
    <message>
        <source>protected against copying</source>
        <translation>gegen Kopieren geschützt</translation>
    </message>
    <message>
        <source>damaged or cut off</source>
        <translation>beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>damaged, only a part could be read</source>
        <translation>beschädigt, nur ein Teil konnte gelesen werden</translation>
    </message>
    <message>
        <source>not what its name says</source>
        <translation>nicht, was der Name sagt</translation>
    </message>
    <message>
        <source>holds no text, as scans and pictures do</source>
        <translation>ohne Text, wie Scans und Bilder</translation>
    </message>
    <message>
        <source>shows no text that could be recognised</source>
        <translation>zeigt keinen Text, der sich erkennen ließ</translation>
    </message>
    <message>
        <source>an old format</source>
        <translation>ein altes Format</translation>
    </message>
    <message>
        <source>a format that Findling does not read</source>
        <translation>ein Format, das Findling nicht liest</translation>
    </message>
    <message>
        <source>not a text document</source>
        <translation>kein Textdokument</translation>
    </message>
    <message>
        <source>an archive; what is in it is not searched</source>
        <translation>ein Archiv; was darin ist, wird nicht durchsucht</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>unpacks to far too much, as files made to do harm do</source>
        <translation>wird entpackt viel zu groß, wie Dateien, die schaden sollen</translation>
    </message>
    <message>
        <source>very long; only its beginning is searched</source>
        <translation>sehr lang; nur der Anfang wird durchsucht</translation>
    </message>
    <message>
        <source>has files in it that are not searched</source>
        <translation>enthält Dateien, die nicht durchsucht werden</translation>
    </message>
    <message>
        <source>has too many parts</source>
        <translation>hat zu viele Teile</translation>
    </message>
    <message>
        <source>took too long to read</source>
        <translation>das Lesen dauerte zu lange</translation>
    </message>
    <message>
        <source>needs too much memory to read</source>
        <translation>braucht zum Lesen zu viel Speicher</translation>
    </message>
    <message>
        <source>the program that reads it fails on it</source>
        <translation>das Programm, das sie liest, scheitert an ihr</translation>
    </message>
    <message>
        <source>you may not read it</source>
        <translation>ohne Leserecht</translation>
    </message>
    <message>
        <source>locked by another program</source>
        <translation>von einem anderen Programm gesperrt</translation>
    </message>
    <message>
        <source>was gone before it could be read</source>
        <translation>war weg, bevor sie gelesen werden konnte</translation>
    </message>
    <message>
        <source>keeps changing while it is read</source>
        <translation>ändert sich ständig, während sie gelesen wird</translation>
    </message>
    <message>
        <source>only in the cloud, not on this computer</source>
        <translation>nur in der Cloud, nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>holds keys or passwords</source>
        <translation>enthält Schlüssel oder Passwörter</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>eine Verknüpfung</translation>
    </message>
    <message>
        <source>its name is too long for the system</source>
        <translation>der Name ist zu lang für das System</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <translation>das Laufwerk antwortet nicht</translation>
    </message>
    <message>
        <source>indexing failed twice on this file</source>
        <translation>das Einlesen scheiterte an dieser Datei zweimal</translation>
    </message>
    <message>
        <source>found by its words only; indexing its meaning failed twice</source>
        <translation>wird nur über ihre Wörter gefunden; das Erfassen ihrer Bedeutung scheiterte zweimal</translation>
    </message>
    <message>
        <source>its reading was stopped from outside</source>
        <translation>das Lesen wurde von außen abgebrochen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>offline: its disk is not connected</source>
        <translation>offline: Der Datenträger ist nicht angeschlossen</translation>
    </message>
    <message>
        <source>offline: it went at once with most of its folder</source>
        <translation>offline: auf einmal mit den meisten Dateien des Ordners verschwunden</translation>
    </message>
    <message>
        <source>{read:number} of {all:number} pages</source>
        <translation>{read:number} von {all:number} Seiten</translation>
    </message>
    <message>
        <source>{read:number} of {all:number} slides</source>
        <translation>{read:number} von {all:number} Folien</translation>
    </message>
    <message>
        <source>{read:number} of {all:number} chapters</source>
        <translation>{read:number} von {all:number} Kapiteln</translation>
    </message>
    <message>
        <source>{limit:number} characters</source>
        <translation>{limit:number} Zeichen</translation>
    </message>
    <message>
        <source>{limit:number} cells</source>
        <translation>{limit:number} Zellen</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>{label:format}</source>
        <translation>{label:format}</translation>
    </message>
    <message>
        <source>zip archive</source>
        <translation>ZIP-Archiv</translation>
    </message>
    <message>
        <source>Office container of another program</source>
        <translation>Office-Container eines anderen Programms</translation>
    </message>
    <message>
        <source>Word 6 or 95 document that was saved fast</source>
        <translation>Dokument von Word 6 oder 95, das schnell gespeichert wurde</translation>
    </message>
    <message>
        <source>a chain of sectors has no end</source>
        <translation>eine Kette von Sektoren hat kein Ende</translation>
    </message>
    <message>
        <source>column {number:number}</source>
        <translation>Spalte {number:number}</translation>
    </message>
    <message>
        <source>exit status {status}</source>
        <translation>Rückgabewert {status}</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>Signal {number}</translation>
    </message>
    <message>
        <source>{how}: {line}</source>
        <translation>{how}: {line}</translation>
    </message>
    <message>
        <source>a folder; nothing in it is searched</source>
        <translation>ein Ordner; nichts darin wird durchsucht</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>ein privater Schlüssel</translation>
    </message>
    <message>
        <source>a store of keys</source>
        <translation>ein Schlüsselspeicher</translation>
    </message>
    <message>
        <source>a store of passwords</source>
        <translation>ein Passwortspeicher</translation>
    </message>
    <message>
        <source>a list of passwords, as password managers export it</source>
        <translation>eine Liste von Passwörtern, wie Passwortmanager sie ausgeben</translation>
    </message>
    <message>
        <source>a browser&apos;s profile</source>
        <translation>das Profil eines Browsers</translation>
    </message>
    <message>
        <source>the keys of a VPN</source>
        <translation>die Schlüssel eines VPN</translation>
    </message>
    <message>
        <source>what a program signs in with</source>
        <translation>womit sich ein Programm anmeldet</translation>
    </message>
    <message>
        <source>only spaces and empty lines</source>
        <translation>nur Leerzeichen und leere Zeilen</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>Binärdaten</translation>
    </message>
    <message>
        <source>none of {count:number} pages can be read</source>
        <translation>keine von {count:number} Seiten kann gelesen werden</translation>
    </message>
    <message>
        <source>1 page, scanned or drawn</source>
        <translation>1 Seite, gescannt oder gezeichnet</translation>
    </message>
    <message>
        <source>{count:number} pages, scanned or drawn</source>
        <translation>{count:number} Seiten, gescannt oder gezeichnet</translation>
    </message>
    <message>
        <source>no page {number}</source>
        <translation>keine Seite {number}</translation>
    </message>
    <message>
        <source>page {number}: {error}</source>
        <translation>Seite {number}: {error}</translation>
    </message>
    <message>
        <source>a page without a size</source>
        <translation>eine Seite ohne Größe</translation>
    </message>
    <message>
        <source>{count:number} pages, at most {limit:number} are read</source>
        <translation>{count:number} Seiten, höchstens {limit:number} werden gelesen</translation>
    </message>
    <message>
        <source>{count:number} chapters, at most {limit:number} are read</source>
        <translation>{count:number} Kapitel, höchstens {limit:number} werden gelesen</translation>
    </message>
    <message>
        <source>{count:number} parts, at most {limit:number} are read</source>
        <translation>{count:number} Teile, höchstens {limit:number} werden gelesen</translation>
    </message>
    <message>
        <source>more than {limit:number} files in it</source>
        <translation>mehr als {limit:number} Dateien darin</translation>
    </message>
    <message>
        <source>more than {limit:number} files around it</source>
        <translation>mehr als {limit:number} Dateien darum herum</translation>
    </message>
    <message>
        <source>more than {limit:number} elements</source>
        <translation>mehr als {limit:number} Elemente</translation>
    </message>
    <message>
        <source>the package cannot be opened: {error}</source>
        <translation>das Paket kann nicht geöffnet werden: {error}</translation>
    </message>
    <message>
        <source>the Office document cannot be opened: {error}</source>
        <translation>das Office-Dokument kann nicht geöffnet werden: {error}</translation>
    </message>
    <message>
        <source>part {name} is missing</source>
        <translation>der Teil {name} fehlt</translation>
    </message>
    <message>
        <source>part {name}: {error}</source>
        <translation>Teil {name}: {error}</translation>
    </message>
    <message>
        <source>{name} is larger than {limit:size}</source>
        <translation>{name} ist größer als {limit:size}</translation>
    </message>
    <message>
        <source>{name} unpacks to {size:size}</source>
        <translation>{name} ist entpackt {size:size} groß</translation>
    </message>
    <message>
        <source>{size:size}, the limit is {limit:size}</source>
        <translation>{size:size}, die Grenze ist {limit:size}</translation>
    </message>
    <message>
        <source>the first {read:size} of {all:size}</source>
        <translation>die ersten {read:size} von {all:size}</translation>
    </message>
    <message>
        <source>only the beginning of 1 message</source>
        <translation>nur der Anfang von 1 Nachricht</translation>
    </message>
    <message>
        <source>only the beginning of {count:number} messages</source>
        <translation>nur der Anfang von {count:number} Nachrichten</translation>
    </message>
    <message>
        <source>{size:size}, at most {limit:size}</source>
        <translation>{size:size}, höchstens {limit:size}</translation>
    </message>
    <message>
        <source>{size:size}</source>
        <translation>{size:size}</translation>
    </message>
    <message>
        <source>{size:size} as a picture</source>
        <translation>{size:size} als Bild</translation>
    </message>
    <message>
        <source>{seconds} s of computing</source>
        <translation>{seconds} s Rechenzeit</translation>
    </message>
    <message>
        <source>{seconds} s of computing on one page</source>
        <translation>{seconds} s Rechenzeit für eine Seite</translation>
    </message>
    <message>
        <source>{seconds} s of waiting</source>
        <translation>{seconds} s Wartezeit</translation>
    </message>
    <message>
        <source>{seconds} s without a sign of life</source>
        <translation>{seconds} s ohne Lebenszeichen</translation>
    </message>
    <message>
        <source>more than {limit:number} bytes of text and places</source>
        <translation>mehr als {limit:number} Bytes Text und Fundstellen</translation>
    </message>
    <message>
        <source>a flood of signs of life</source>
        <translation>eine Flut von Lebenszeichen</translation>
    </message>
    <message>
        <source>the e-book&apos;s text is encrypted</source>
        <translation>der Text des E-Books ist verschlüsselt</translation>
    </message>
    <message>
        <source>the text is protected by rights management</source>
        <translation>der Text ist durch eine Rechteverwaltung geschützt</translation>
    </message>
    <message>
        <source>the e-book has no table of its parts</source>
        <translation>das E-Book hat kein Verzeichnis seiner Teile</translation>
    </message>
    <message>
        <source>there are no cells in it</source>
        <translation>es sind keine Zellen darin</translation>
    </message>
    <message>
        <source>no {part}</source>
        <translation>kein {part}</translation>
    </message>
    <message>
        <source>There is no model named {model}.</source>
        <translation>Ein Modell namens {model} gibt es nicht.</translation>
    </message>
    <message>
        <source>No model is named {model}.</source>
        <translation>Kein Modell heißt {model}.</translation>
    </message>
    <message>
        <source>The model {model} is not installed.</source>
        <translation>Das Modell {model} ist nicht installiert.</translation>
    </message>
    <message>
        <source>The model {model} reranks and makes no vectors.</source>
        <translation>Das Modell {model} liest Ergebnisse noch einmal und macht keine Vektoren.</translation>
    </message>
    <message>
        <source>The model {model} does not rerank.</source>
        <translation>Das Modell {model} liest keine Ergebnisse noch einmal.</translation>
    </message>
    <message>
        <source>No reranking model is installed.</source>
        <translation>Kein Modell zum Nachlesen ist installiert.</translation>
    </message>
    <message>
        <source>The model {model} ships with Findling and stays.</source>
        <translation>Das Modell {model} gehört zu Findling und bleibt.</translation>
    </message>
    <message>
        <source>The model {model} ships with Findling; there is nothing to install.</source>
        <translation>Das Modell {model} gehört zu Findling; es gibt nichts zu installieren.</translation>
    </message>
    <message>
        <source>The model {model} cannot be deleted: {reason}.</source>
        <translation>Das Modell {model} lässt sich nicht löschen: {reason}.</translation>
    </message>
    <message>
        <source>{model} is the name of a published model.</source>
        <translation>{model} heißt schon ein veröffentlichtes Modell.</translation>
    </message>
    <message>
        <source>A model cannot be named {model}.</source>
        <translation>Ein Modell kann nicht {model} heißen.</translation>
    </message>
    <message>
        <source>Everything about {model} is known.</source>
        <translation>Über {model} ist alles bekannt.</translation>
    </message>
    <message>
        <source>The model {model} is in use.</source>
        <translation>Das Modell {model} wird benutzt.</translation>
    </message>
    <message>
        <source>The model {model} is on its way to take over from {answering}.</source>
        <translation>Das Modell {model} ist dabei, {answering} abzulösen.</translation>
    </message>
    <message>
        <source>The index of {model} still answers, until that of {wanted} is complete.</source>
        <translation>Noch antwortet der Index von {model}, bis der von {wanted} vollständig ist.</translation>
    </message>
    <message>
        <source>Only words are searched, not the meaning. {reason}</source>
        <translation>Gesucht wird nur nach Wörtern, nicht nach dem Sinn. {reason}</translation>
    </message>
    <message>
        <source>Only words are searched, not the meaning: the files of {model} are gone.</source>
        <translation>Gesucht wird nur nach Wörtern, nicht nach der Bedeutung: Die Dateien von {model} sind nicht mehr da.</translation>
    </message>
    <message>
        <source>The change to {model} has stopped: the files of that model are gone.</source>
        <translation>Der Wechsel zu {model} ist angehalten: Die Dateien dieses Modells sind nicht mehr da.</translation>
    </message>
    <message>
        <source>The list of models {file} cannot be read: {reason}.</source>
        <translation>Die Liste der Modelle {file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Another process is installing {model}.</source>
        <translation>Ein anderer Prozess installiert gerade {model}.</translation>
    </message>
    <message>
        <source>The installation was stopped.</source>
        <translation>Die Installation wurde angehalten.</translation>
    </message>
    <message>
        <source>The disk is full: {model} could not be installed.</source>
        <translation>Das Laufwerk ist voll: {model} konnte nicht installiert werden.</translation>
    </message>
    <message>
        <source>The disk of {folder} has {free:size} free; the model needs {needed:size}.</source>
        <translation>Auf dem Laufwerk von {folder} sind {free:size} frei; das Modell braucht {needed:size}.</translation>
    </message>
    <message>
        <source>The model {model} cannot be installed: {reason}.</source>
        <translation>Das Modell {model} lässt sich nicht installieren: {reason}.</translation>
    </message>
    <message>
        <source>The model {model} is not as it should be: {names:list}.</source>
        <translation>Das Modell {model} ist nicht, wie es sein sollte: {names:list}.</translation>
    </message>
    <message>
        <source>The environment variable HF_ENDPOINT names no address of a model server: {address}.</source>
        <translation>Die Umgebungsvariable HF_ENDPOINT nennt keine Adresse eines Modell-Servers: {address}.</translation>
    </message>
    <message>
        <source>The model server {address} has {file} of {model} with {size:number} bytes, not {expected:number}.</source>
        <translation>Beim Modell-Server {address} hat {file} von {model} {size:number} Bytes, nicht {expected:number}.</translation>
    </message>
    <message>
        <source>The model server {address} gives more of {file} than there is.</source>
        <translation>Der Modell-Server {address} liefert von {file} mehr, als es gibt.</translation>
    </message>
    <message>
        <source>The model server {address} does not give the file {file} of {model} (answer {status}).</source>
        <translation>Der Modell-Server {address} gibt die Datei {file} von {model} nicht heraus (Antwort {status}).</translation>
    </message>
    <message>
        <source>The model server {address} fails (answer {status}).</source>
        <translation>Der Modell-Server {address} ist gestört (Antwort {status}).</translation>
    </message>
    <message>
        <source>The environment variable HF_HUB_OFFLINE forbids fetching models.</source>
        <translation>Die Umgebungsvariable HF_HUB_OFFLINE verbietet, Modelle zu laden.</translation>
    </message>
    <message>
        <source>The model server {address} cannot be reached: {reason}.</source>
        <translation>Der Modell-Server {address} ist nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>The model server {address} cannot be reached through the proxy {proxy}: {reason}.</source>
        <translation>Der Modell-Server {address} ist über den Proxy {proxy} nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>{folder} is no folder.</source>
        <translation>{folder} ist kein Ordner.</translation>
    </message>
    <message>
        <source>The folder {folder} holds an archive, {file}.</source>
        <translation>Im Ordner {folder} liegt ein Archiv, {file}.</translation>
    </message>
    <message>
        <source>The folder {folder} has no .onnx file and no model.safetensors.</source>
        <translation>Im Ordner {folder} ist weder eine .onnx-Datei noch model.safetensors.</translation>
    </message>
    <message>
        <source>The folder {folder} has no tokenizer.json.</source>
        <translation>Im Ordner {folder} ist keine tokenizer.json.</translation>
    </message>
    <message>
        <source>The folder {folder} has no file {file}.</source>
        <translation>Im Ordner {folder} ist keine Datei {file}.</translation>
    </message>
    <message>
        <source>The folder {folder} has several graphs: {names:list}.</source>
        <translation>Im Ordner {folder} sind mehrere Graphen: {names:list}.</translation>
    </message>
    <message>
        <source>The file {file} does not have the form that such a file has in a model.</source>
        <translation>Die Datei {file} hat nicht die Form, die eine solche Datei in einem Modell hat.</translation>
    </message>
    <message>
        <source>The model in {folder} has a part that Findling does not compute: {parts:list}.</source>
        <translation>Das Modell in {folder} hat einen Teil, den Findling nicht rechnet: {parts:list}.</translation>
    </message>
    <message>
        <source>The model in {folder} pools by {ways:list}.</source>
        <translation>Das Modell in {folder} fasst zusammen mit {ways:list}.</translation>
    </message>
    <message>
        <source>The model in {folder} pools by nothing.</source>
        <translation>Das Modell in {folder} fasst nicht zusammen.</translation>
    </message>
    <message>
        <source>The files of {model} do not say everything about it.</source>
        <translation>Die Dateien von {model} sagen nicht alles darüber.</translation>
    </message>
    <message>
        <source>{code} is no code of a language.</source>
        <translation>{code} ist kein Sprachcode.</translation>
    </message>
    <message>
        <source>The folder {folder} has its weights as {file} only. That is a format (pickle) that runs programs while it is read, and Findling does not read it.</source>
        <translation>Im Ordner {folder} liegen die Gewichte nur als {file}. Das ist ein Format (Pickle), das beim Lesen Programme ausführt; Findling liest es nicht.</translation>
    </message>
    <message>
        <source>The weights in {folder} are in several files, which {file} lists.</source>
        <translation>Die Gewichte in {folder} sind auf mehrere Dateien verteilt, die {file} aufzählt.</translation>
    </message>
    <message>
        <source>The weights {file} are damaged: {reason}.</source>
        <translation>Die Datei mit den Gewichten, {file}, ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The weights {file} lack {count:number} of those that config.json asks for: {names:list}.</source>
        <translation>Den Gewichten {file} fehlen {count:number} von denen, die config.json verlangt: {names:list}.</translation>
    </message>
    <message>
        <source>The weights {file} take {size:size} in full precision; a graph in one file ends at 2 GB.</source>
        <translation>Die Gewichte {file} brauchen in voller Genauigkeit {size:size}; ein Graph in einer Datei endet bei 2 GB.</translation>
    </message>
    <message>
        <source>its list of tensors cannot be read</source>
        <translation>ihre Liste der Tensoren ist nicht lesbar</translation>
    </message>
    <message>
        <source>the tensor {tensor} does not lie where the list says</source>
        <translation>der Tensor {tensor} liegt nicht dort, wo die Liste es sagt</translation>
    </message>
    <message>
        <source>the tensor {tensor} holds what is no number</source>
        <translation>im Tensor {tensor} steht etwas, das keine Zahl ist</translation>
    </message>
    <message>
        <source>it holds more than the tensors that it lists</source>
        <translation>in ihr steht mehr als die Tensoren, die sie aufzählt</translation>
    </message>
    <message>
        <source>The weights {file} have {tensor} as {kind}.</source>
        <translation>In den Gewichten {file} steht {tensor} als {kind}.</translation>
    </message>
    <message>
        <source>The weights {file} have {tensor} in the shape {shape}; config.json asks for {expected}.</source>
        <translation>In den Gewichten {file} hat {tensor} die Form {shape}; config.json verlangt {expected}.</translation>
    </message>
    <message>
        <source>The model in {folder} is built in a way for which Findling makes no graph: {kind}.</source>
        <translation>Das Modell in {folder} hat einen Aufbau, für den Findling keinen Graphen erzeugt: {kind}.</translation>
    </message>
    <message>
        <source>The model in {folder} has {setting} {value}, for which Findling makes no graph.</source>
        <translation>Das Modell in {folder} hat {setting} {value}; dafür erzeugt Findling keinen Graphen.</translation>
    </message>
    <message>
        <source>The model in {folder} is computed by a program of its maker&apos;s own, which Findling does not run.</source>
        <translation>Das Modell in {folder} wird von einem eigenen Programm seines Herstellers gerechnet; Findling führt es nicht aus.</translation>
    </message>
    <message>
        <source>The model {model} has positions for {tokens:number} tokens, not for {asked:number}.</source>
        <translation>Das Modell {model} hat Positionen für {tokens:number} Tokens, nicht für {asked:number}.</translation>
    </message>
    <message>
        <source>The config.json in {folder} gives no sensible value for {names:list}.</source>
        <translation>Die config.json in {folder} gibt keinen brauchbaren Wert für {names:list}.</translation>
    </message>
    <message>
        <source>The model {model} refers to other files.</source>
        <translation>Das Modell {model} verweist auf andere Dateien.</translation>
    </message>
    <message>
        <source>The model {model} wants operators that are not part of ONNX Runtime: {names:list}.</source>
        <translation>Das Modell {model} verlangt Operatoren, die nicht zu ONNX Runtime gehören: {names:list}.</translation>
    </message>
    <message>
        <source>A model has no file such as {file}.</source>
        <translation>Eine Datei wie {file} gehört zu keinem Modell.</translation>
    </message>
    <message>
        <source>The file {file} of {model} has {size:number} bytes, not {expected:number}.</source>
        <translation>Die Datei {file} von {model} hat {size:number} Bytes, nicht {expected:number}.</translation>
    </message>
    <message>
        <source>The file {file} of {model} is damaged: it is not the one that was published.</source>
        <translation>Die Datei {file} von {model} ist beschädigt: sie ist nicht die veröffentlichte.</translation>
    </message>
    <message>
        <source>The file {file} of {model} is damaged: it is not the one that its source announced.</source>
        <translation>Die Datei {file} von {model} ist beschädigt: sie ist nicht die, die ihre Quelle angekündigt hat.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model} cannot be read: {reason}.</source>
        <translation>Die Datei {file} des Modells {model} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model} is damaged.</source>
        <translation>Die Datei {file} des Modells {model} ist beschädigt.</translation>
    </message>
    <message>
        <source>The model {model} cannot be read: {reason}.</source>
        <translation>Das Modell {model} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The model {model} cannot be loaded: {reason}.</source>
        <translation>Das Modell {model} lässt sich nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>The tokenizer {file} of the model {model} cannot be loaded: {reason}.</source>
        <translation>Der Tokenizer {file} des Modells {model} lässt sich nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>The model {model} does not load within {seconds} seconds.</source>
        <translation>Das Modell {model} lädt nicht innerhalb von {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>The model {model} brings ONNX Runtime down while it loads.</source>
        <translation>Das Modell {model} bringt ONNX Runtime beim Laden zum Absturz.</translation>
    </message>
    <message>
        <source>The model {model} does not score as a cross-encoder does.</source>
        <translation>Das Modell {model} bewertet nicht, wie es ein Cross-Encoder tut.</translation>
    </message>
    <message>
        <source>The model {model} gives {shape} first, not a vector for each token of each text.</source>
        <translation>Das Modell {model} gibt als Erstes {shape} aus, nicht einen Vektor für jedes Token jedes Textes.</translation>
    </message>
    <message>
        <source>not an ONNX file</source>
        <translation>keine ONNX-Datei</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>The build was stopped.</source>
        <translation>Die Fassung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The build {model} cannot be written: {reason}.</source>
        <translation>Die Fassung {model} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>There is no room for a build of {model}.</source>
        <translation>Für eine Fassung von {model} ist kein Platz.</translation>
    </message>
    <message>
        <source>No build can be made of {model}: {reason}.</source>
        <translation>Von {model} lässt sich keine Fassung erstellen: {reason}.</translation>
    </message>
    <message>
        <source>it computes with 8-bit integers already, and a build is made from full precision</source>
        <translation>es rechnet schon mit ganzen Zahlen von 8 Bit; eine Fassung wird aus voller Genauigkeit gemacht</translation>
    </message>
    <message>
        <source>it has no weights of 32 bits, so it is such a build already or of a kind of its own</source>
        <translation>es hat keine Gewichte mit 32 Bit, ist also schon eine solche Fassung oder von eigener Art</translation>
    </message>
    <message>
        <source>The build does not agree with {model} closely enough, and was not kept: a cosine of {cosine} and {overlap:percent} of the nearest are the least.</source>
        <translation>Die Fassung stimmt nicht genau genug mit {model} überein und wurde nicht behalten: nötig sind mindestens ein Kosinus von {cosine} und {overlap:percent} der nächsten.</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>graphics card by DirectML</source>
        <translation>Grafikkarte über DirectML</translation>
    </message>
    <message>
        <source>Apple&apos;s neural engine</source>
        <translation>Apples Neural Engine</translation>
    </message>
    <message>
        <source>OpenVINO</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>graphics card by WebGPU</source>
        <translation>Grafikkarte über WebGPU</translation>
    </message>
    <message>
        <source>NVIDIA graphics card by TensorRT</source>
        <translation>NVIDIA-Grafikkarte über TensorRT</translation>
    </message>
    <message>
        <source>{device} ({name})</source>
        <translation>{device} ({name})</translation>
    </message>
    <message>
        <source>there is no such device, no driver, or it does not take this model</source>
        <translation>es gibt kein solches Gerät, keinen Treiber, oder es nimmt dieses Modell nicht an</translation>
    </message>
    <message>
        <source>its vectors are {far:number.4} off</source>
        <translation>seine Vektoren weichen um {far:number.4} ab</translation>
    </message>
    <message>
        <source>it gave a vector that is zero or not finite</source>
        <translation>es gab einen Vektor, der null oder nicht endlich ist</translation>
    </message>
    <message>
        <source>it ended the process</source>
        <translation>der Prozess brach damit ab</translation>
    </message>
    <message>
        <source>There is no {name} on this computer; the processor stands in for it.</source>
        <translation>{name} gibt es auf diesem Rechner nicht; der Prozessor springt ein.</translation>
    </message>
    <message>
        <source>The {device} failed; the processor goes on in its place, and nothing is lost.</source>
        <translation>{device}: ausgefallen; der Prozessor macht an seiner Stelle weiter, und nichts ist verloren.</translation>
    </message>
    <message>
        <source>It is part of Findling and understands English, and is fast on every computer.</source>
        <translation>Es gehört zu Findling, versteht Englisch und ist auf jedem Rechner schnell.</translation>
    </message>
    <message>
        <source>It is part of Findling. For all of these files a larger one would take more than a night here.</source>
        <translation>Es gehört zu Findling. Ein größeres würde für all diese Dateien hier länger als eine Nacht brauchen.</translation>
    </message>
    <message>
        <source>In published tests it finds the right English document more often than the one that is part of Findling.</source>
        <translation>In veröffentlichten Tests findet es das richtige englische Dokument öfter als das, das zu Findling gehört.</translation>
    </message>
    <message>
        <source>It understands more languages: about {share:percent} of these documents are in {languages:languages}.</source>
        <translation>Es versteht weitere Sprachen: Etwa {share:percent} dieser Dokumente sind in {languages:languages}.</translation>
    </message>
    <message>
        <source>all {count:number} files are those that were published</source>
        <translation>alle {count:number} Dateien sind die veröffentlichten</translation>
    </message>
    <message>
        <source>all {count:number} files are as they were made here, of {model}</source>
        <translation>alle {count:number} Dateien sind, wie sie hier aus {model} gemacht wurden</translation>
    </message>
    <message>
        <source>nothing published was there to compare the {count:number} files with: what is checked is that they load and compute</source>
        <translation>es gab nichts Veröffentlichtes, um die {count:number} Dateien damit zu vergleichen: geprüft ist, dass sie sich laden lassen und rechnen</translation>
    </message>
    <message>
        <source>nothing published was there to compare the {count:number} files with: what is checked is that they load and compute; {detail}</source>
        <translation>es gab nichts Veröffentlichtes, um die {count:number} Dateien damit zu vergleichen: geprüft ist, dass sie sich laden lassen und rechnen; {detail}</translation>
    </message>
    <message>
        <source>{count:number} files are whole</source>
        <translation>{count:number} Dateien sind vollständig</translation>
    </message>
    <message>
        <source>its graph is that of {model}, bit by bit</source>
        <translation>der Graph ist Bit für Bit der von {model}</translation>
    </message>
    <message>
        <source>its graph is as large as that of {model} and differs from it: it is another model, or a damaged copy</source>
        <translation>der Graph ist so groß wie der von {model} und doch ein anderer: es ist ein anderes Modell oder eine beschädigte Kopie</translation>
    </message>
    <message>
        <source>computes no vectors: {reason}</source>
        <translation>rechnet keine Vektoren: {reason}</translation>
    </message>
    <message>
        <source>vectors do not have the {number:number} numbers that they should have</source>
        <translation>Vektoren haben nicht die {number:number} Zahlen, die sie haben sollten</translation>
    </message>
    <message>
        <source>loads; the {device} computes it</source>
        <translation>lädt; es rechnet: {device}</translation>
    </message>
    <message>
        <source>{number:number} numbers a vector</source>
        <translation>{number:number} Zahlen je Vektor</translation>
    </message>
    <message>
        <source>vectors have length {length:number.4}</source>
        <translation>Vektoren haben die Länge {length:number.4}</translation>
    </message>
    <message>
        <source>no vector of this model was published to compare with</source>
        <translation>von diesem Modell ist kein Vektor zum Vergleichen veröffentlicht</translation>
    </message>
    <message>
        <source>the first values for &quot;{text}&quot; are {off:number.5} off, {allowed} allowed</source>
        <translation>die ersten Werte für „{text}“ weichen um {off:number.5} ab, erlaubt sind {allowed}</translation>
    </message>
    <message>
        <source>the first values for &quot;{text}&quot; are {off:number.5} off, {allowed} allowed: the tokenizer or the precision differs from what was published</source>
        <translation>die ersten Werte für „{text}“ weichen um {off:number.5} ab, erlaubt sind {allowed}: der Tokenizer oder die Genauigkeit ist anders als veröffentlicht</translation>
    </message>
    <message>
        <source>queries get &quot;{prefix}&quot;, which moves a vector by up to {far:number.3}</source>
        <translation>Anfragen bekommen „{prefix}“, was einen Vektor um bis zu {far:number.3} verschiebt</translation>
    </message>
    <message>
        <source>queries get no prefix</source>
        <translation>Anfragen bekommen kein Präfix</translation>
    </message>
    <message>
        <source>{tokens:number} tokens a second on one core, {milliseconds:number} ms a query</source>
        <translation>{tokens:number} Token pro Sekunde auf einem Kern, {milliseconds:number} ms je Anfrage</translation>
    </message>
    <message>
        <source>{seconds:number.1} seconds for the {number:number} best passages of a search</source>
        <translation>{seconds:number.1} Sekunden für die {number:number} besten Textstellen einer Suche</translation>
    </message>
    <message>
        <source>what answers a question is put before what does not</source>
        <translation>was eine Frage beantwortet, kommt vor dem, was es nicht tut</translation>
    </message>
    <message>
        <source>not so: {what}</source>
        <translation>nicht so: {what}</translation>
    </message>
    <message>
        <source>It may not be used to earn money: {name} allows non-commercial use only.</source>
        <translation>Es darf nicht benutzt werden, um Geld zu verdienen: {name} erlaubt nur nichtkommerzielle Nutzung.</translation>
    </message>
    <message>
        <source>{name} is a licence of its maker&apos;s own, which says what the model may be used for.</source>
        <translation>{name} ist eine eigene Lizenz seines Herstellers; darin steht, wofür das Modell benutzt werden darf.</translation>
    </message>
    <message>
        <source>Its model card names the licence {stated}, but the text beside it is that of {name}.</source>
        <translation>Seine Modellkarte nennt die Lizenz {stated}, der Text daneben ist aber der von {name}.</translation>
    </message>
    <message>
        <source>Its model card names the licence {stated}; the text of it is not there.</source>
        <translation>Seine Modellkarte nennt die Lizenz {stated}; deren Text liegt nicht dabei.</translation>
    </message>
    <message>
        <source>Its model card names the licence {stated}; the text beside it is none that Findling knows.</source>
        <translation>Seine Modellkarte nennt die Lizenz {stated}; den Text daneben kennt Findling nicht.</translation>
    </message>
    <message>
        <source>The text of its licence is none that Findling knows.</source>
        <translation>Den Text seiner Lizenz kennt Findling nicht.</translation>
    </message>
    <message>
        <source>Several licences lie beside it. Whether one of them holds, or all, only its maker says.</source>
        <translation>Mehrere Lizenzen liegen dabei. Ob eine davon gilt oder alle, sagt nur sein Hersteller.</translation>
    </message>
    <message>
        <source>It is not known under which licence it is.</source>
        <translation>Unter welcher Lizenz es steht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It was made for English.</source>
        <translation>Es wurde für Englisch gemacht.</translation>
    </message>
    <message>
        <source>It reads at most {tokens:number} tokens at once. Findling cuts longer texts into passages.</source>
        <translation>Es liest höchstens {tokens:number} Tokens auf einmal. Findling teilt längere Texte in Abschnitte.</translation>
    </message>
    <message>
        <source>It can read {tokens:number} tokens at once; Findling gives it {given:number}.</source>
        <translation>Es kann {tokens:number} Tokens auf einmal lesen; Findling gibt ihm {given:number}.</translation>
    </message>
    <message>
        <source>It was trained on at most {tokens:number} tokens at once, for sentences and short paragraphs.</source>
        <translation>Es wurde mit höchstens {tokens:number} Tokens auf einmal trainiert, für Sätze und kurze Absätze.</translation>
    </message>
    <message>
        <source>Its similarities lie between {least:number.1} and 1 for texts that have nothing in common, too: what tells something is their order.</source>
        <translation>Seine Ähnlichkeiten liegen auch bei Texten, die nichts gemeinsam haben, zwischen {least:number.1} und 1: Etwas sagt nur ihre Reihenfolge.</translation>
    </message>
    <message>
        <source>Questions have to begin with certain words, or it finds less. Findling puts them there.</source>
        <translation>Fragen müssen mit bestimmten Wörtern beginnen, sonst findet es weniger. Findling stellt sie voran.</translation>
    </message>
    <message>
        <source>Questions that begin with certain words find slightly more. Findling puts them there.</source>
        <translation>Fragen, die mit bestimmten Wörtern beginnen, finden etwas mehr. Findling stellt sie voran.</translation>
    </message>
    <message>
        <source>It is weaker in languages of which there is little text.</source>
        <translation>In Sprachen, von denen es wenig Text gibt, ist es schwächer.</translation>
    </message>
    <message>
        <source>It was trained on questions to a web search and on passages that answer them (MS MARCO).</source>
        <translation>Es wurde mit Fragen an eine Websuche und mit Abschnitten trainiert, die sie beantworten (MS MARCO).</translation>
    </message>
    <message>
        <source>{address} is no address of a server.</source>
        <translation>{address} ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>{address} is no address of a server: {reason}.</source>
        <translation>{address} ist keine Adresse eines Servers: {reason}.</translation>
    </message>
    <message>
        <source>The address of a server holds no name, password or question.</source>
        <translation>Die Adresse eines Servers enthält weder Namen noch Passwort noch Anfrage.</translation>
    </message>
    <message>
        <source>Whatever is sent to {host} by http can be read on the way.</source>
        <translation>Was mit http an {host} gesendet wird, kann unterwegs mitgelesen werden.</translation>
    </message>
    <message>
        <source>No server is used.</source>
        <translation>Es wird kein Server benutzt.</translation>
    </message>
    <message>
        <source>Nothing can be sent to the server that the settings name. {reason}</source>
        <translation>An den Server, den die Einstellungen nennen, kann nichts gesendet werden. {reason}</translation>
    </message>
    <message>
        <source>The server {server} does not say what it serves.</source>
        <translation>Der Server {server} sagt nicht, was er anbietet.</translation>
    </message>
    <message>
        <source>The server {server} serves no model named {model}.</source>
        <translation>Der Server {server} bietet kein Modell namens {model} an.</translation>
    </message>
    <message>
        <source>The server {server} ({title}) gives {what}.</source>
        <translation>Vom Server {server} ({title}) kommt: {what}.</translation>
    </message>
    <message>
        <source>no room for texts of {number:number} tokens, only for {room:number}</source>
        <translation>kein Platz für Texte mit {number:number} Token, nur für {room:number}</translation>
    </message>
    <message>
        <source>no vector of a text of {number:number} tokens</source>
        <translation>kein Vektor für einen Text mit {number:number} Token</translation>
    </message>
    <message>
        <source>vectors of {theirs} dimensions, not of {ours}</source>
        <translation>Vektoren mit {theirs} Dimensionen, nicht mit {ours}</translation>
    </message>
    <message>
        <source>other vectors: likeness {likeness:number.4}, {needed} is needed</source>
        <translation>andere Vektoren: Ähnlichkeit {likeness:number.4}, nötig ist {needed}</translation>
    </message>
    <message>
        <source>The server {server} gives vectors {what}. It seems to serve another model; nothing of that was taken in.</source>
        <translation>Der Server {server} liefert Vektoren, {what}. Er bietet anscheinend ein anderes Modell an; davon wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>of {theirs} dimensions now, not of {ours}</source>
        <translation>jetzt mit {theirs} Dimensionen, nicht mit {ours}</translation>
    </message>
    <message>
        <source>other than before: likeness {likeness:number.4}, {needed} is needed</source>
        <translation>andere als zuvor: Ähnlichkeit {likeness:number.4}, nötig ist {needed}</translation>
    </message>
    <message>
        <source>The server {server} answers with something that is no vector.</source>
        <translation>Der Server {server} antwortet mit etwas, das kein Vektor ist.</translation>
    </message>
    <message>
        <source>The server {server} answers {count:number} texts with vectors of the shape {shape}.</source>
        <translation>Der Server {server} antwortet auf {count:number} Texte mit Vektoren der Form {shape}.</translation>
    </message>
    <message>
        <source>The server {server} answers with vectors that are not numbers, or zero.</source>
        <translation>Der Server {server} antwortet mit Vektoren, die keine Zahlen oder null sind.</translation>
    </message>
    <message>
        <source>The server {server} answers with something that is no order of {count:number} texts.</source>
        <translation>Der Server {server} antwortet mit etwas, das keine Reihenfolge von {count:number} Texten ist.</translation>
    </message>
    <message>
        <source>The server {server} answers with something that is no JSON.</source>
        <translation>Der Server {server} antwortet mit etwas, das kein JSON ist.</translation>
    </message>
    <message>
        <source>The server {server} answers with more than {number:number} bytes.</source>
        <translation>Der Server {server} antwortet mit mehr als {number:number} Bytes.</translation>
    </message>
    <message>
        <source>The server {server} takes longer than {seconds:number} s to answer.</source>
        <translation>Der Server {server} braucht länger als {seconds:number} s für eine Antwort.</translation>
    </message>
    <message>
        <source>The server {server} does not answer in time.</source>
        <translation>Der Server {server} antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The server {server} has a certificate that this computer does not trust.</source>
        <translation>Der Server {server} hat ein Zertifikat, dem dieser Rechner nicht vertraut.</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached: {reason}.</source>
        <translation>Der Server {server} ist nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>The server {server} does not speak HTTP as it should ({error}).</source>
        <translation>Der Server {server} spricht HTTP nicht, wie er sollte ({error}).</translation>
    </message>
    <message>
        <source>The server {server} does not take the key that is stored for it.</source>
        <translation>Der Server {server} nimmt den Schlüssel nicht an, der für ihn gespeichert ist.</translation>
    </message>
    <message>
        <source>The server {server} wants a key.</source>
        <translation>Der Server {server} verlangt einen Schlüssel.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call.</source>
        <translation>Der Server {server} will weniger auf einmal.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call: {answer}.</source>
        <translation>Der Server {server} will weniger auf einmal: {answer}.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call, even for a single text.</source>
        <translation>Der Server {server} will weniger auf einmal, selbst bei einem einzigen Text.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call: {answer}, even for a single text.</source>
        <translation>Der Server {server} will weniger auf einmal: {answer}, selbst bei einem einzigen Text.</translation>
    </message>
    <message>
        <source>The server {server} is overloaded or out of order ({answer}).</source>
        <translation>Der Server {server} ist überlastet oder gestört ({answer}).</translation>
    </message>
    <message>
        <source>The server {server} refuses ({answer}).</source>
        <translation>Der Server {server} lehnt ab ({answer}).</translation>
    </message>
    <message>
        <source>The keyring of this system refuses ({error}).</source>
        <translation>Der Schlüsselbund dieses Systems verweigert sich ({error}).</translation>
    </message>
    <message>
        <source>There is no key in {file}, but something that is no text.</source>
        <translation>In {file} steht kein Schlüssel, sondern etwas, das kein Text ist.</translation>
    </message>
    <message>
        <source>There is no key in {file}.</source>
        <translation>In {file} steht kein Schlüssel.</translation>
    </message>
    <message>
        <source>{file} has to hold one key of at least {count} letters and figures.</source>
        <translation>{file} muss einen Schlüssel aus mindestens {count} Buchstaben und Ziffern enthalten.</translation>
    </message>
    <message>
        <source>there is no connection, or no machine of that name</source>
        <translation>es gibt keine Verbindung, oder keinen Rechner dieses Namens</translation>
    </message>
    <message>
        <source>nothing answers there</source>
        <translation>dort antwortet nichts</translation>
    </message>
    <message>
        <source>this computer does not trust its certificate</source>
        <translation>dieser Rechner vertraut dem Zertifikat nicht</translation>
    </message>
    <message>
        <source>the connection breaks off</source>
        <translation>die Verbindung bricht ab</translation>
    </message>
    <message>
        <source>it does not answer in time</source>
        <translation>es kommt rechtzeitig keine Antwort</translation>
    </message>
    <message>
        <source>At {host} other computers could ask, and there is no key.</source>
        <translation>Unter {host} könnten andere Computer anfragen, und es gibt keinen Schlüssel.</translation>
    </message>
    <message>
        <source>{certificate} and {key} cannot be used for https: {reason}.</source>
        <translation>{certificate} und {key} lassen sich nicht für https benutzen: {reason}.</translation>
    </message>
    <message>
        <source>This computer does not go by {host}: {reason}.</source>
        <translation>Dieser Computer heißt nicht {host}: {reason}.</translation>
    </message>
    <message>
        <source>Port {port} of {host} cannot be used: {reason}.</source>
        <translation>Port {port} von {host} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>{folder} is not in the library, and so nothing of it can be shared.</source>
        <translation>{folder} ist nicht in der Bibliothek, also kann nichts davon freigegeben werden.</translation>
    </message>
    <message>
        <source>The name of {folder} is no text, and cannot be written into the settings.</source>
        <translation>Der Name von {folder} ist kein Text und kann nicht in die Einstellungen geschrieben werden.</translation>
    </message>
    <message>
        <source>Findling knows no assistant called {name}.</source>
        <translation>Findling kennt keinen Assistenten namens {name}.</translation>
    </message>
    <message>
        <source>None of the assistants that Findling knows was found on this computer.</source>
        <translation>Auf diesem Rechner wurde keiner der Assistenten gefunden, die Findling kennt.</translation>
    </message>
    <message>
        <source>It knows these: {names:list}.</source>
        <translation>Es kennt diese: {names:list}.</translation>
    </message>
    <message>
        <source>The settings of {assistant}, {file}, are not understood, and are left as they are.</source>
        <translation>Die Einstellungen von {assistant}, {file}, sind nicht zu verstehen und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The settings of {assistant}, {file}, cannot be written: {reason}.</source>
        <translation>Die Einstellungen von {assistant}, {file}, können nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Add this by hand: {entry}</source>
        <translation>Dies von Hand einfügen: {entry}</translation>
    </message>
    <message>
        <source>The link {link} asks for something that Findling does not do.</source>
        <translation>Der Link {link} verlangt etwas, das Findling nicht tut.</translation>
    </message>
    <message>
        <source>The link {link} is not understood.</source>
        <translation>Der Link {link} wird nicht verstanden.</translation>
    </message>
    <message>
        <source>There is no session bus to answer on: {reason}.</source>
        <translation>Es gibt keinen Sitzungsbus, auf dem geantwortet werden könnte: {reason}.</translation>
    </message>
    <message>
        <source>Only desktops on Linux search by D-Bus.</source>
        <translation>Nur Desktops unter Linux suchen über D-Bus.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Nothing is shared with other programs.</source>
        <translation>Für andere Programme ist nichts freigegeben.</translation>
    </message>
    <message>
        <source>{file} is not among the shared files.</source>
        <translation>{file} ist nicht unter den freigegebenen Dateien.</translation>
    </message>
    <message>
        <source>{file} has no page {page}.</source>
        <translation>{file} hat keine Seite {page}.</translation>
    </message>
    <message>
        <source>There are no letters or figures in what is to be found.</source>
        <translation>In dem, was gefunden werden soll, sind keine Buchstaben oder Ziffern.</translation>
    </message>
    <message>
        <source>Nothing called {name} can be asked.</source>
        <translation>Etwas namens {name} kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>{operation} cannot be asked like that: {what}.</source>
        <translation>{operation} kann so nicht gefragt werden: {what}.</translation>
    </message>
    <message>
        <source>Something in Findling went wrong; its log says what.</source>
        <translation>In Findling ist etwas schiefgegangen; was, steht in seinem Protokoll.</translation>
    </message>
    <message>
        <source>Topics are made when everything else is done.</source>
        <translation>Themen entstehen, wenn alles andere getan ist.</translation>
    </message>
    <message>
        <source>There are too few documents for topics: {documents:number}. From {least:number} on they are grouped.</source>
        <translation>Für Themen sind es zu wenige Dokumente: {documents:number}. Ab {least:number} werden sie geordnet.</translation>
    </message>
    <message>
        <source>All {documents:number} documents are about one subject.</source>
        <translation>Alle {documents:number} Dokumente handeln von einem einzigen Thema.</translation>
    </message>
    <message>
        <source>There is no topic {name}, so nothing is found by it.</source>
        <translation>Es gibt kein Thema {name}, daher findet sich danach nichts.</translation>
    </message>
    <message>
        <source>There is no topic {name}, so nothing is found by it. There is: {near}.</source>
        <translation>Es gibt kein Thema {name}, daher findet sich danach nichts. Es gibt: {near}.</translation>
    </message>
    <message>
        <source>There is no topic {name}, so nothing is found by it. {reason}</source>
        <translation>Es gibt kein Thema {name}, daher findet sich danach nichts. {reason}</translation>
    </message>
    <message>
        <source>Change to {model}: over {count:number} questions whose answers you judged, it scores {low:number.3} to {high:number.3} more than {used} (nDCG@10).</source>
        <translation>Wechseln Sie zu {model}: Bei {count:number} Fragen, deren Antworten Sie beurteilt haben, liegt es {low:number.3} bis {high:number.3} über {used} (nDCG@10).</translation>
    </message>
    <message>
        <source>Change to {model}: over {count:number} questions made from your files, it scores {low:number.3} to {high:number.3} more than {used} (nDCG@10). Nobody asked these questions, and too few are judged to tell.</source>
        <translation>Wechseln Sie zu {model}: Bei {count:number} Fragen, die aus Ihren Dateien gemacht sind, liegt es {low:number.3} bis {high:number.3} über {used} (nDCG@10). Diese Fragen hat niemand gestellt, und beurteilt sind zu wenige, um es zu sagen.</translation>
    </message>
    <message>
        <source>Keep {used}: over {count:number} questions whose answers you judged, no other model scores higher by more than {high:number.3} (nDCG@10).</source>
        <translation>Bleiben Sie bei {used}: Bei {count:number} Fragen, deren Antworten Sie beurteilt haben, liegt kein anderes Modell um mehr als {high:number.3} höher (nDCG@10).</translation>
    </message>
    <message>
        <source>Keep {used}: over {count:number} questions made from your files, no other model scores higher by more than {high:number.3} (nDCG@10). Nobody asked these questions, and too few are judged to tell.</source>
        <translation>Bleiben Sie bei {used}: Bei {count:number} Fragen, die aus Ihren Dateien gemacht sind, liegt kein anderes Modell um mehr als {high:number.3} höher (nDCG@10). Diese Fragen hat niemand gestellt, und beurteilt sind zu wenige, um es zu sagen.</translation>
    </message>
    <message>
        <source>Too little is judged to tell whether another model is better than {used} for your files.</source>
        <translation>Es ist zu wenig beurteilt, um zu sagen, ob ein anderes Modell für Ihre Dateien besser ist als {used}.</translation>
    </message>
    <message>
        <source>There are too few documents for a trial: {documents:number} with enough text, and it takes {least:number}.</source>
        <translation>Für einen Vergleich sind es zu wenige Dokumente: {documents:number} mit genug Text, und nötig sind {least:number}.</translation>
    </message>
    <message>
        <source>There is only one model, {model}, and nothing to compare it with.</source>
        <translation>Es gibt nur ein Modell, {model}, und nichts, womit es zu vergleichen wäre.</translation>
    </message>
    <message>
        <source>{model} is the model in use, and is compared with the others in any case.</source>
        <translation>{model} ist das Modell, das benutzt wird, und wird ohnehin mit den anderen verglichen.</translation>
    </message>
    <message>
        <source>A trial compares the model in use with {most:number} others at most.</source>
        <translation>Ein Vergleich setzt neben das benutzte Modell höchstens {most:number} andere.</translation>
    </message>
    <message>
        <source>All questions are judged.</source>
        <translation>Alle Fragen sind beurteilt.</translation>
    </message>
    <message>
        <source>There are no questions of your own to judge.</source>
        <translation>Es gibt keine eigenen Fragen zu beurteilen.</translation>
    </message>
    <message>
        <source>The questions in {file} cannot be read: {reason}.</source>
        <translation>Die Fragen in {file} lassen sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: {reason}.</source>
        <translation>In den Ordner {folder} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The trial was stopped.</source>
        <translation>Der Vergleich wurde angehalten.</translation>
    </message>
    <message>
        <source>A trial is at work already.</source>
        <translation>Es läuft schon ein Vergleich.</translation>
    </message>
    <message>
        <source>The trial was deleted meanwhile, with the documents of its sample.</source>
        <translation>Der Vergleich wurde inzwischen gelöscht, mit den Dokumenten seiner Stichprobe.</translation>
    </message>
    <message>
        <source>Findling still runs (process {processes:list}), so nothing was deleted.</source>
        <translation>Findling läuft noch (Prozess {processes:list}); deshalb wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>keys of servers in the keyring of this system</source>
        <translation>Schlüssel von Servern im Schlüsselbund dieses Systems</translation>
    </message>
    <message>
        <source>the key of the server {server} in the keyring of this system</source>
        <translation>der Schlüssel des Servers {server} im Schlüsselbund dieses Systems</translation>
    </message>
    <message>
        <source>the password of the shared library {server} in the keyring of this system</source>
        <translation>das Kennwort der geteilten Bibliothek {server} im Schlüsselbund dieses Systems</translation>
    </message>
    <message>
        <source>the entry in the settings of {assistant}, {file}</source>
        <translation>der Eintrag in den Einstellungen von {assistant}, {file}</translation>
    </message>
    <message>
        <source>the start at the login, {place}</source>
        <translation>der Start bei der Anmeldung, {place}</translation>
    </message>
    <message>
        <source>the entry in the search of the desktop, {file}</source>
        <translation>der Eintrag in der Suche des Desktops, {file}</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check its name, or connect its disk.</source>
        <translation>Den Namen prüfen oder das Laufwerk anschließen.</translation>
    </message>
    <message>
        <source>Check how it is written.</source>
        <translation>Die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>To leave out files with a word, write a minus before it: -word.</source>
        <translation>Um Dateien mit einem Wort auszuschließen, ein Minus davor schreiben: -Wort.</translation>
    </message>
    <message>
        <source>In quotation marks a word is searched for as it is.</source>
        <translation>In Anführungszeichen wird ein Wort so gesucht, wie es dasteht.</translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation>Die Datei prüfen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Die Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write to it.</source>
        <translation>Prüfen, ob es den Ordner gibt und ob er beschreibbar ist.</translation>
    </message>
    <message>
        <source>Check its folder.</source>
        <translation>Den Ordner prüfen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and its disk.</source>
        <translation>Die Zugriffsrechte des Ordners und sein Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>Check its disk.</source>
        <translation>Das Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the disk that it is on, and the room that you have there.</source>
        <translation>Das Laufwerk prüfen, auf dem sie liegt, und wie viel Platz dort ist.</translation>
    </message>
    <message>
        <source>Connect its disk, or forget the folder in the library.</source>
        <translation>Das Laufwerk anschließen oder den Ordner aus der Bibliothek entfernen.</translation>
    </message>
    <message>
        <source>Connect the disk, or forget them in the library.</source>
        <translation>Schließen Sie den Datenträger an, oder lassen Sie sie in der Bibliothek vergessen.</translation>
    </message>
    <message>
        <source>They can be forgotten now in the library.</source>
        <translation>In der Bibliothek lassen sie sich jetzt gleich vergessen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Ein anderes wählen.</translation>
    </message>
    <message>
        <source>Name another file, or have it overwritten with --force.</source>
        <translation>Eine andere Datei nennen oder sie mit --force überschreiben lassen.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted.</source>
        <translation>Vielleicht wurde sie verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>Patterns are written as in a .gitignore file.</source>
        <translation>Muster werden wie in einer .gitignore-Datei geschrieben.</translation>
    </message>
    <message>
        <source>Give it to a file first.</source>
        <translation>Geben Sie es zuerst einer Datei.</translation>
    </message>
    <message>
        <source>To make one of both, rename it in Labels.</source>
        <translation>Um beide zu einem zu machen, benennen Sie es unter Etiketten um.</translation>
    </message>
    <message>
        <source>The library lists your folders.</source>
        <translation>Die Bibliothek zeigt die Ordner.</translation>
    </message>
    <message>
        <source>The library lists the files that are not searchable.</source>
        <translation>Die Bibliothek zeigt die Dateien, die nicht durchsuchbar sind.</translation>
    </message>
    <message>
        <source>Add a folder in the library.</source>
        <translation>In der Bibliothek einen Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>Add it in the library.</source>
        <translation>In der Bibliothek hinzufügen.</translation>
    </message>
    <message>
        <source>Share a folder in the settings, under Assistants.</source>
        <translation>In den Einstellungen unter „Assistenten“ einen Ordner freigeben.</translation>
    </message>
    <message>
        <source>Wait a moment: it is being brought up to date.</source>
        <translation>Einen Moment: sie wird auf den neuesten Stand gebracht.</translation>
    </message>
    <message>
        <source>What is missing is made again from your files.</source>
        <translation>Was fehlt, wird aus den Dateien neu gemacht.</translation>
    </message>
    <message>
        <source>Linux shuts it off from 5.13 on, where Landlock and seccomp are switched on.</source>
        <translation>Linux schirmt es ab 5.13 ab, wo Landlock und seccomp eingeschaltet sind.</translation>
    </message>
    <message>
        <source>Close programs that watch many files, or raise the system&apos;s limit for watched files.</source>
        <translation>Programme schließen, die viele Dateien beobachten, oder die Grenze des Systems für beobachtete Dateien erhöhen.</translation>
    </message>
    <message>
        <source>Free some space; it goes on where it stopped, and what is indexed stays searchable.</source>
        <translation>Platz schaffen; es geht dann weiter, wo es aufgehört hat, und was eingelesen ist, bleibt durchsuchbar.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Platz schaffen.</translation>
    </message>
    <message>
        <source>Free {needed:size} or more.</source>
        <translation>{needed:size} oder mehr frei machen.</translation>
    </message>
    <message>
        <source>Free some space, or check the folder&apos;s permissions.</source>
        <translation>Platz schaffen oder die Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Findling&apos;s library has to lie on a disk of this computer.</source>
        <translation>Die Bibliothek von Findling muss auf einem Laufwerk dieses Computers liegen.</translation>
    </message>
    <message>
        <source>Findling&apos;s library has to lie in a folder with a plain name.</source>
        <translation>Die Bibliothek von Findling muss in einem Ordner mit einfachem Namen liegen.</translation>
    </message>
    <message>
        <source>Make the folder writable.</source>
        <translation>Den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Another program holds it; try again in a moment.</source>
        <translation>Ein anderes Programm hält sie fest; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Install the newest Findling. Your files are as they were.</source>
        <translation>Das neueste Findling installieren. Die Dateien sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Quit Findling, move {file} elsewhere, and start it again: your files are read anew.</source>
        <translation>Findling beenden, {file} an einen anderen Ort verschieben und es neu starten: Die Dateien werden neu gelesen.</translation>
    </message>
    <message>
        <source>Quit Findling, delete {folder}, and start it again.</source>
        <translation>Findling beenden, {folder} löschen und es neu starten.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Wait until it is done, or end it.</source>
        <translation>Warten, bis er fertig ist, oder ihn beenden.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>It is built again from the database.</source>
        <translation>Er wird aus der Datenbank neu aufgebaut.</translation>
    </message>
    <message>
        <source>It is rebuilt by itself.</source>
        <translation>Er wird von selbst neu aufgebaut.</translation>
    </message>
    <message>
        <source>Nothing that was indexed is lost.</source>
        <translation>Von dem, was eingelesen ist, geht nichts verloren.</translation>
    </message>
    <message>
        <source>Nothing that was indexed is lost: it goes on by itself. The log is {log}.</source>
        <translation>Nichts Eingelesenes ist verloren: es geht von selbst weiter. Das Protokoll ist {log}.</translation>
    </message>
    <message>
        <source>Please report it with the file {file}.</source>
        <translation>Bitte mit der Datei {file} melden.</translation>
    </message>
    <message>
        <source>Your files are untouched. Please report it with the file {file}.</source>
        <translation>Die eigenen Dateien sind unberührt. Bitte mit der Datei {file} melden.</translation>
    </message>
    <message>
        <source>Install Findling again.</source>
        <translation>Findling neu installieren.</translation>
    </message>
    <message>
        <source>Installing Findling again may help.</source>
        <translation>Findling neu zu installieren kann helfen.</translation>
    </message>
    <message>
        <source>Install Findling again; your library stays as it is.</source>
        <translation>Findling neu installieren; die Bibliothek bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Install a newer Python.</source>
        <translation>Ein neueres Python installieren.</translation>
    </message>
    <message>
        <source>Take away the other users&apos; rights to {paths}.</source>
        <translation>Den anderen Benutzern die Rechte an {paths} nehmen.</translation>
    </message>
    <message>
        <source>sudo sysctl fs.inotify.max_user_watches={number}</source>
        <translation>sudo sysctl fs.inotify.max_user_watches={number}</translation>
    </message>
    <message>
        <source>Set Findling up by packaging/start.py, which compiles one for this computer, if need be with its C++ compiler (g++, or Xcode&apos;s command line tools).</source>
        <translation>Findling mit packaging/start.py einrichten: Das übersetzt eine für diesen Computer, nötigenfalls mit dessen C++-Compiler (g++ oder den Kommandozeilenwerkzeugen von Xcode).</translation>
    </message>
    <message>
        <source>Install Findling again, from a package for this system and its processor.</source>
        <translation>Findling neu installieren, aus einem Paket für dieses System und seinen Prozessor.</translation>
    </message>
    <message>
        <source>Start Findling anew, and type its passphrase.</source>
        <translation>Findling neu starten und ihre Passphrase eingeben.</translation>
    </message>
    <message>
        <source>Put it back from a backup.</source>
        <translation>Aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>On a computer with Linux, findling decrypt writes it without encryption; then it opens here, too.</source>
        <translation>Auf einem Rechner mit Linux schreibt findling decrypt sie ohne Verschlüsselung; dann öffnet sie sich auch hier.</translation>
    </message>
    <message>
        <source>Encrypt the disk or your home folder by the means of your system.</source>
        <translation>Die Platte oder den persönlichen Ordner mit den Mitteln des Systems verschlüsseln.</translation>
    </message>
    <message>
        <source>Type the passphrase at each start.</source>
        <translation>Die Passphrase bei jedem Start eingeben.</translation>
    </message>
    <message>
        <source>Correct or delete the file.</source>
        <translation>Die Datei berichtigen oder löschen.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Bitte berichtigen.</translation>
    </message>
    <message>
        <source>Save a copy without the password.</source>
        <translation>Eine Kopie ohne Passwort speichern.</translation>
    </message>
    <message>
        <source>Save it again from its own program.</source>
        <translation>Im eigenen Programm noch einmal speichern.</translation>
    </message>
    <message>
        <source>Open it in its own program and save it again.</source>
        <translation>Im eigenen Programm öffnen und noch einmal speichern.</translation>
    </message>
    <message>
        <source>Give it the right ending, or get it again.</source>
        <translation>Ihr die richtige Endung geben oder sie noch einmal holen.</translation>
    </message>
    <message>
        <source>Findling reads it when all other files are read, if text recognition is on.</source>
        <translation>Findling liest sie, wenn alle anderen Dateien gelesen sind, sofern die Texterkennung an ist.</translation>
    </message>
    <message>
        <source>Save it as .docx, .pptx or .pdf.</source>
        <translation>Als .docx, .pptx oder .pdf speichern.</translation>
    </message>
    <message>
        <source>Unpack it.</source>
        <translation>Entpacken.</translation>
    </message>
    <message>
        <source>Save them in a folder that is searched.</source>
        <translation>In einem Ordner speichern, der durchsucht wird.</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>In kleinere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Die Zugriffsrechte ändern.</translation>
    </message>
    <message>
        <source>Close it there; it is tried again.</source>
        <translation>Dort schließen; es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>It is tried again when it rests.</source>
        <translation>Es wird noch einmal versucht, wenn sie ruht.</translation>
    </message>
    <message>
        <source>To have it searched all the same, let it in by an exclusion rule with “!” before its name.</source>
        <translation>Soll sie trotzdem durchsucht werden, lassen Sie sie durch eine Ausschlussregel mit „!“ vor ihrem Namen zu.</translation>
    </message>
    <message>
        <source>Keep it on this device.</source>
        <translation>Auf diesem Gerät behalten.</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Umbenennen.</translation>
    </message>
    <message>
        <source>Connect the disk; it is tried again.</source>
        <translation>Das Laufwerk anschließen; es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>Have it tried again in the library.</source>
        <translation>In der Bibliothek noch einmal versuchen lassen.</translation>
    </message>
    <message>
        <source>There are: {runs}.</source>
        <translation>Es gibt: {runs}.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Es gibt noch keinen.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Einen auswählen.</translation>
    </message>
    <message>
        <source>Make one: findling duplicates --plan FILE</source>
        <translation>Einen machen: findling duplicates --plan FILE</translation>
    </message>
    <message>
        <source>Mend it. Nothing was done.</source>
        <translation>Ihn berichtigen. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>Mend it, or leave it out of the file. Nothing was done.</source>
        <translation>Ihn berichtigen oder aus der Datei weglassen. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>The history shows what was done.</source>
        <translation>Der Verlauf zeigt, was getan wurde.</translation>
    </message>
    <message>
        <source>Known are: {models:list}.</source>
        <translation>Bekannt sind: {models:list}.</translation>
    </message>
    <message>
        <source>The models are listed under Models.</source>
        <translation>Welche es gibt, steht unter Modelle.</translation>
    </message>
    <message>
        <source>Choose another model under Models.</source>
        <translation>Unter Modelle ein anderes wählen.</translation>
    </message>
    <message>
        <source>Choose another model first.</source>
        <translation>Zuerst ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Call that change off first.</source>
        <translation>Zuerst diesen Wechsel abbrechen.</translation>
    </message>
    <message>
        <source>Wait until the change is done, or keep {model}.</source>
        <translation>Warten, bis der Wechsel fertig ist, oder {model} behalten.</translation>
    </message>
    <message>
        <source>Use the model as it is.</source>
        <translation>Das Modell benutzen, wie es ist.</translation>
    </message>
    <message>
        <source>Install it under Models.</source>
        <translation>Installieren lässt es sich unter Modelle.</translation>
    </message>
    <message>
        <source>Install another model under Models.</source>
        <translation>Ein weiteres lässt sich unter Modelle installieren.</translation>
    </message>
    <message>
        <source>Install it first, by a model of your own under Models.</source>
        <translation>Installieren Sie es zuerst als eigenes Modell unter Modelle.</translation>
    </message>
    <message>
        <source>Judge some answers under Compare models.</source>
        <translation>Beurteilen Sie einige Antworten unter Modelle vergleichen.</translation>
    </message>
    <message>
        <source>Install one under Models.</source>
        <translation>Installieren lässt sich eines unter Modelle.</translation>
    </message>
    <message>
        <source>Install it again under Models, or choose another there.</source>
        <translation>Es unter „Modelle“ neu installieren, oder dort ein anderes wählen.</translation>
    </message>
    <message>
        <source>Install it again from its folder under Models, or choose another there.</source>
        <translation>Es unter Modelle aus seinem Ordner neu installieren oder dort ein anderes wählen.</translation>
    </message>
    <message>
        <source>The model {model} knows them.</source>
        <translation>Das Modell {model} kennt sie.</translation>
    </message>
    <message>
        <source>The model {model} knows {languages:list}.</source>
        <translation>Das Modell {model} kennt {languages:list}.</translation>
    </message>
    <message>
        <source>The model {model} understands it, and is installed.</source>
        <translation>Das Modell {model} versteht es und ist installiert.</translation>
    </message>
    <message>
        <source>The model {model} understands it.</source>
        <translation>Das Modell {model} versteht es.</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>Das Modell neu installieren.</translation>
    </message>
    <message>
        <source>Remove it, or install it again.</source>
        <translation>Es entfernen oder neu installieren.</translation>
    </message>
    <message>
        <source>Delete the folder {folder} and install the model again.</source>
        <translation>Den Ordner {folder} löschen und das Modell neu installieren.</translation>
    </message>
    <message>
        <source>Or install it from a folder that holds its files.</source>
        <translation>Oder aus einem Ordner mit den Dateien installieren.</translation>
    </message>
    <message>
        <source>Start it again: what has arrived is kept.</source>
        <translation>Noch einmal starten: was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Make room, then start again: it goes on.</source>
        <translation>Platz schaffen, dann noch einmal starten: es geht weiter.</translation>
    </message>
    <message>
        <source>Make room, or choose a smaller model.</source>
        <translation>Platz schaffen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>Check the folder of the library.</source>
        <translation>Den Ordner der Bibliothek prüfen.</translation>
    </message>
    <message>
        <source>End other programs that use it.</source>
        <translation>Andere Programme beenden, die es benutzen.</translation>
    </message>
    <message>
        <source>Give a model of your own another name.</source>
        <translation>Einem eigenen Modell einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>Erlaubt sind Buchstaben, Ziffern, Punkte, Striche und Unterstriche.</translation>
    </message>
    <message>
        <source>Write it like https://models.example.org.</source>
        <translation>Schreibweise: https://models.example.org.</translation>
    </message>
    <message>
        <source>It is not the one that was published.</source>
        <translation>Es ist nicht das, was veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Try a mirror.</source>
        <translation>Einen Spiegel versuchen.</translation>
    </message>
    <message>
        <source>Try again later; what has arrived is kept.</source>
        <translation>Später noch einmal versuchen; was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>A mirror of it can be named in the environment variable HF_ENDPOINT.</source>
        <translation>In der Umgebungsvariablen HF_ENDPOINT kann ein Spiegel davon genannt werden.</translation>
    </message>
    <message>
        <source>Unset it.</source>
        <translation>Die Variable aufheben.</translation>
    </message>
    <message>
        <source>Check the proxy, which the environment names. What has arrived is kept.</source>
        <translation>Den Proxy prüfen, den die Umgebung nennt. Was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Unpack it first, if it is an archive.</source>
        <translation>Zuerst entpacken, falls es ein Archiv ist.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Zuerst entpacken.</translation>
    </message>
    <message>
        <source>Export the model to ONNX first.</source>
        <translation>Das Modell zuerst nach ONNX exportieren.</translation>
    </message>
    <message>
        <source>Have it saved as model.safetensors: save_pretrained of transformers does so.</source>
        <translation>Das Modell als model.safetensors speichern lassen: save_pretrained von transformers tut das.</translation>
    </message>
    <message>
        <source>Get the file anew.</source>
        <translation>Die Datei neu holen.</translation>
    </message>
    <message>
        <source>Take weights and config.json from the same model.</source>
        <translation>Gewichte und config.json desselben Modells nehmen.</translation>
    </message>
    <message>
        <source>Findling takes {names:list}.</source>
        <translation>Findling nimmt {names:list}.</translation>
    </message>
    <message>
        <source>It does so for {names:list}. Export others to ONNX first.</source>
        <translation>Für {names:list} tut Findling es. Andere zuerst nach ONNX exportieren.</translation>
    </message>
    <message>
        <source>Choose a smaller longest input.</source>
        <translation>Eine kleinere längste Eingabe wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>Ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>Export the model&apos;s fast tokenizer too.</source>
        <translation>Auch den schnellen Tokenizer des Modells exportieren.</translation>
    </message>
    <message>
        <source>Export the model again.</source>
        <translation>Das Modell noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Export it without a pooling layer, with its last hidden state as the first output.</source>
        <translation>Ohne Pooling-Schicht exportieren, mit dem letzten verborgenen Zustand als erster Ausgabe.</translation>
    </message>
    <message>
        <source>It has: {names:list}.</source>
        <translation>Es gibt dort: {names:list}.</translation>
    </message>
    <message>
        <source>It has to hold the model&apos;s files as its publisher has them.</source>
        <translation>Er muss die Dateien des Modells so enthalten, wie der Herausgeber sie hat.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Einen davon wählen.</translation>
    </message>
    <message>
        <source>Choose a model that pools and normalises only.</source>
        <translation>Ein Modell wählen, das nur zusammenfasst und normiert.</translation>
    </message>
    <message>
        <source>Findling can pool by mean and by cls.</source>
        <translation>Findling kann mit mean und mit cls zusammenfassen.</translation>
    </message>
    <message>
        <source>Its publisher does; give {names:list}.</source>
        <translation>Der Herausgeber schon; anzugeben sind {names:list}.</translation>
    </message>
    <message>
        <source>A code has two letters, such as en, de or fr.</source>
        <translation>Ein Code hat zwei Buchstaben, etwa en, de oder fr.</translation>
    </message>
    <message>
        <source>Only models in one file are supported.</source>
        <translation>Es gehen nur Modelle in einer einzigen Datei.</translation>
    </message>
    <message>
        <source>They would be programs of strangers; choose another build of the model.</source>
        <translation>Das wären fremde Programme; eine andere Fassung des Modells wählen.</translation>
    </message>
    <message>
        <source>Only .onnx files, tokenizers and settings are.</source>
        <translation>Dazu gehören nur .onnx-Dateien, Tokenizer und Einstellungen.</translation>
    </message>
    <message>
        <source>The copy of it was deleted again; get that file anew, and install once more.</source>
        <translation>Die Kopie davon wurde wieder gelöscht; holen Sie diese Datei neu, und installieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Choose another build.</source>
        <translation>Eine andere Fassung wählen.</translation>
    </message>
    <message>
        <source>Choose another build of it.</source>
        <translation>Eine andere Fassung davon wählen.</translation>
    </message>
    <message>
        <source>Write it like https://embed.example.org or http://127.0.0.1:8080.</source>
        <translation>Schreibweise: https://embed.example.org oder http://127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>Use its https address, or bring it to this computer with ssh -L and use http://127.0.0.1.</source>
        <translation>Die https-Adresse verwenden, oder ihn mit ssh -L auf diesen Rechner holen und http://127.0.0.1 verwenden.</translation>
    </message>
    <message>
        <source>Check the address; one that speaks OpenAI&apos;s way ends with /v1.</source>
        <translation>Die Adresse prüfen; spricht er wie OpenAI, endet sie auf /v1.</translation>
    </message>
    <message>
        <source>Let it serve that one, or use the one that it has.</source>
        <translation>Ihn dieses anbieten lassen, oder das verwenden, das er hat.</translation>
    </message>
    <message>
        <source>Let it serve {model} again, or turn it off in the settings.</source>
        <translation>Ihn wieder {model} anbieten lassen, oder ihn in den Einstellungen ausschalten.</translation>
    </message>
    <message>
        <source>Let it serve {model} in the precision installed here ({precision}), or do without it.</source>
        <translation>Ihn {model} in der hier installierten Genauigkeit ({precision}) anbieten lassen oder auf ihn verzichten.</translation>
    </message>
    <message>
        <source>Let the server take texts of the model&apos;s full length, or turn it off in the settings.</source>
        <translation>Den Server Texte in voller Länge des Modells annehmen lassen, oder ihn in den Einstellungen ausschalten.</translation>
    </message>
    <message>
        <source>Enter its key in the settings.</source>
        <translation>Den Schlüssel in den Einstellungen eingeben.</translation>
    </message>
    <message>
        <source>Check that the address is the right one.</source>
        <translation>Prüfen, ob die Adresse stimmt.</translation>
    </message>
    <message>
        <source>Check the address; a certificate of your own has to be in the system&apos;s store.</source>
        <translation>Die Adresse prüfen; ein eigenes Zertifikat muss im Zertifikatspeicher des Systems liegen.</translation>
    </message>
    <message>
        <source>Try again later; nothing is lost.</source>
        <translation>Später noch einmal versuchen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>Set the key in the environment instead: {variable}=...</source>
        <translation>Den Schlüssel stattdessen in der Umgebung setzen: {variable}=...</translation>
    </message>
    <message>
        <source>Name one in the settings.</source>
        <translation>Einen in den Einstellungen nennen.</translation>
    </message>
    <message>
        <source>{address} is no address of a database.</source>
        <translation>{address} ist keine Adresse einer Datenbank.</translation>
    </message>
    <message>
        <source>Without verified TLS, whatever is sent to {host} can be read and changed on the way.</source>
        <translation>Ohne geprüftes TLS kann unterwegs gelesen und geändert werden, was an {host} gesendet wird.</translation>
    </message>
    <message>
        <source>This Findling lacks what it speaks to PostgreSQL with.</source>
        <translation>Diesem Findling fehlt, womit es mit PostgreSQL spricht.</translation>
    </message>
    <message>
        <source>The server of the shared library, {host}, cannot be reached: {reason}.</source>
        <translation>Der Server der geteilten Bibliothek, {host}, ist nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>The server of the shared library, {host}, broke off: {reason}.</source>
        <translation>Der Server der geteilten Bibliothek, {host}, hat abgebrochen: {reason}.</translation>
    </message>
    <message>
        <source>The server {host} has a certificate that this computer does not trust: {reason}.</source>
        <translation>Der Server {host} hat ein Zertifikat, dem dieser Rechner nicht vertraut: {reason}.</translation>
    </message>
    <message>
        <source>The server {host} does not speak TLS.</source>
        <translation>Der Server {host} spricht kein TLS.</translation>
    </message>
    <message>
        <source>The server {host} does not take the name {user} with this password.</source>
        <translation>Der Server {host} nimmt den Namen {user} mit diesem Kennwort nicht an.</translation>
    </message>
    <message>
        <source>The server {host} has no database {database}.</source>
        <translation>Der Server {host} hat keine Datenbank {database}.</translation>
    </message>
    <message>
        <source>The server {host} does not let {user} in: {reason}.</source>
        <translation>Der Server {host} lässt {user} nicht ein: {reason}.</translation>
    </message>
    <message>
        <source>The disk of the server {host} is full; nothing was lost, and nothing was taken in.</source>
        <translation>Die Festplatte des Servers {host} ist voll; nichts ging verloren, und nichts wurde aufgenommen.</translation>
    </message>
    <message>
        <source>The server {host} runs PostgreSQL {version}; {needed} is the oldest that will do.</source>
        <translation>Auf dem Server {host} läuft PostgreSQL {version}; nötig ist mindestens {needed}.</translation>
    </message>
    <message>
        <source>The server {host} does not have the extension pgvector.</source>
        <translation>Der Server {host} hat die Erweiterung pgvector nicht.</translation>
    </message>
    <message>
        <source>The server {host} has pgvector {version}; {needed} is the oldest that will do.</source>
        <translation>Der Server {host} hat pgvector {version}; nötig ist mindestens {needed}.</translation>
    </message>
    <message>
        <source>The database {database} keeps its texts in {encoding}, not in UTF-8.</source>
        <translation>Die Datenbank {database} hält ihre Texte in {encoding}, nicht in UTF-8.</translation>
    </message>
    <message>
        <source>There is no shared library in the database {database}.</source>
        <translation>In der Datenbank {database} ist keine geteilte Bibliothek.</translation>
    </message>
    <message>
        <source>There is a shared library in the database {database} already.</source>
        <translation>In der Datenbank {database} ist schon eine geteilte Bibliothek.</translation>
    </message>
    <message>
        <source>The shared library was made by a newer Findling (version {theirs} of its tables, not {ours}).</source>
        <translation>Die geteilte Bibliothek wurde von einem neueren Findling angelegt (Fassung {theirs} ihrer Tabellen, nicht {ours}).</translation>
    </message>
    <message>
        <source>The shared library was made by an older Findling (version {theirs} of its tables, not {ours}).</source>
        <translation>Die geteilte Bibliothek wurde von einem älteren Findling angelegt (Fassung {theirs} ihrer Tabellen, nicht {ours}).</translation>
    </message>
    <message>
        <source>{user} may not make a library in the database {database}: {reason}.</source>
        <translation>{user} darf in der Datenbank {database} keine Bibliothek anlegen: {reason}.</translation>
    </message>
    <message>
        <source>{user} is not among those who may use the shared library.</source>
        <translation>{user} gehört nicht zu denen, die die geteilte Bibliothek nutzen dürfen.</translation>
    </message>
    <message>
        <source>{user} may only search the shared library.</source>
        <translation>{user} darf in der geteilten Bibliothek nur suchen.</translation>
    </message>
    <message>
        <source>The shared library was made with the model {theirs}; this library uses {ours}.</source>
        <translation>Die geteilte Bibliothek wurde mit dem Modell {theirs} angelegt; diese Bibliothek nutzt {ours}.</translation>
    </message>
    <message>
        <source>The shared library was made with another build of the model {model}; their vectors do not mix.</source>
        <translation>Die geteilte Bibliothek wurde mit einer anderen Fassung des Modells {model} angelegt; ihre Vektoren passen nicht zusammen.</translation>
    </message>
    <message>
        <source>This library has joined no shared one.</source>
        <translation>Diese Bibliothek ist keiner geteilten beigetreten.</translation>
    </message>
    <message>
        <source>This library has joined the one at {address} already.</source>
        <translation>Diese Bibliothek ist schon der unter {address} beigetreten.</translation>
    </message>
    <message>
        <source>What {file} says of the shared library is not understood.</source>
        <translation>Was {file} über die geteilte Bibliothek sagt, ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>{folder} is not in the library on this computer.</source>
        <translation>{folder} ist nicht in der Bibliothek auf diesem Rechner.</translation>
    </message>
    <message>
        <source>{folder} is not shared.</source>
        <translation>{folder} ist nicht freigegeben.</translation>
    </message>
    <message>
        <source>The server {host} knows nobody, and no group, called {name}.</source>
        <translation>Der Server {host} kennt niemanden und keine Gruppe mit dem Namen {name}.</translation>
    </message>
    <message>
        <source>Nothing on this computer is embedded yet.</source>
        <translation>Auf diesem Rechner ist noch nichts eingebettet.</translation>
    </message>
    <message>
        <source>What you share is published later. {reason}</source>
        <translation>Was Sie freigeben, wird später veröffentlicht. {reason}</translation>
    </message>
    <message>
        <source>What you share is published again.</source>
        <translation>Was Sie freigeben, wird wieder veröffentlicht.</translation>
    </message>
    <message>
        <source>This comes from the library on this computer. {reason}</source>
        <translation>Das kommt aus der Bibliothek auf diesem Rechner. {reason}</translation>
    </message>
    <message>
        <source>Labels and topics are yours alone: the shared library cannot be narrowed by {names:list}.</source>
        <translation>Etiketten und Themen gehören Ihnen allein: Die geteilte Bibliothek lässt sich nicht durch {names:list} eingrenzen.</translation>
    </message>
    <message>
        <source>Write it like postgresql://ann@db.example.org/findling.</source>
        <translation>Sie wird geschrieben wie postgresql://ann@db.example.org/findling.</translation>
    </message>
    <message>
        <source>Leave sslmode out: verify-full is the default.</source>
        <translation>sslmode weglassen: verify-full gilt von selbst.</translation>
    </message>
    <message>
        <source>Install it: {python} -m pip install &apos;psycopg[binary]&apos;</source>
        <translation>Einrichten: {python} -m pip install &apos;psycopg[binary]&apos;</translation>
    </message>
    <message>
        <source>Packages of Findling come without it: set Findling up from its source, where it can be added.</source>
        <translation>Die Pakete von Findling enthalten es nicht: Findling aus dem Quelltext einrichten, wo es sich ergänzen lässt.</translation>
    </message>
    <message>
        <source>Check the network and the address; what was begun goes on when you ask again.</source>
        <translation>Netz und Adresse prüfen; was begonnen wurde, geht weiter, wenn Sie noch einmal fragen.</translation>
    </message>
    <message>
        <source>Name your authority&apos;s: add ?sslrootcert=FILE to the address.</source>
        <translation>Das Ihrer Zertifizierungsstelle nennen: ?sslrootcert=DATEI an die Adresse anhängen.</translation>
    </message>
    <message>
        <source>Its administrator can turn it on (ssl = on).</source>
        <translation>Wer ihn verwaltet, kann es einschalten (ssl = on).</translation>
    </message>
    <message>
        <source>Leave it in the settings, under Shared library, and join it again.</source>
        <translation>Sie in den Einstellungen unter „Geteilte Bibliothek“ verlassen und wieder beitreten.</translation>
    </message>
    <message>
        <source>Ask its administrator.</source>
        <translation>Fragen Sie, wer ihn verwaltet.</translation>
    </message>
    <message>
        <source>Its administrator can upgrade it.</source>
        <translation>Wer ihn verwaltet, kann ihn aktualisieren.</translation>
    </message>
    <message>
        <source>Its administrator can install it, and run CREATE EXTENSION vector in the database.</source>
        <translation>Wer ihn verwaltet, kann sie einrichten und in der Datenbank CREATE EXTENSION vector ausführen.</translation>
    </message>
    <message>
        <source>Its administrator can upgrade it, and run ALTER EXTENSION vector UPDATE.</source>
        <translation>Wer ihn verwaltet, kann sie aktualisieren und ALTER EXTENSION vector UPDATE ausführen.</translation>
    </message>
    <message>
        <source>Its administrator can make one: CREATE DATABASE findling ENCODING &apos;UTF8&apos; TEMPLATE template0.</source>
        <translation>Wer ihn verwaltet, kann eine anlegen: CREATE DATABASE findling ENCODING &apos;UTF8&apos; TEMPLATE template0.</translation>
    </message>
    <message>
        <source>Whoever runs the server makes one on the command line.</source>
        <translation>Wer den Server betreibt, legt eine auf der Befehlszeile an.</translation>
    </message>
    <message>
        <source>Join it in the settings, under Shared library.</source>
        <translation>In den Einstellungen unter „Geteilte Bibliothek“ beitreten.</translation>
    </message>
    <message>
        <source>Join one in the settings, under Shared library.</source>
        <translation>In den Einstellungen unter „Geteilte Bibliothek“ einer beitreten.</translation>
    </message>
    <message>
        <source>Leave it first, in the settings under Shared library.</source>
        <translation>Sie zuerst verlassen, in den Einstellungen unter „Geteilte Bibliothek“.</translation>
    </message>
    <message>
        <source>Install the newest Findling on this computer.</source>
        <translation>Das neueste Findling auf diesem Rechner einrichten.</translation>
    </message>
    <message>
        <source>Whoever made it can bring it up to date, on the command line.</source>
        <translation>Wer sie angelegt hat, kann sie auf der Befehlszeile auf den neuen Stand bringen.</translation>
    </message>
    <message>
        <source>Its administrator can run GRANT findling_member TO {user}.</source>
        <translation>Wer ihn verwaltet, kann GRANT findling_member TO {user} ausführen.</translation>
    </message>
    <message>
        <source>Its administrator can run GRANT findling_reader TO {user}, or findling_member to publish as well.</source>
        <translation>Wer ihn verwaltet, kann GRANT findling_reader TO {user} ausführen, oder findling_member, um auch zu veröffentlichen.</translation>
    </message>
    <message>
        <source>Use that one, under Models.</source>
        <translation>Dieses unter „Modelle“ wählen.</translation>
    </message>
    <message>
        <source>Add it in the library first.</source>
        <translation>Ihn zuerst in der Bibliothek hinzufügen.</translation>
    </message>
    <message>
        <source>The settings list what is, under Shared library.</source>
        <translation>Die Einstellungen zeigen unter „Geteilte Bibliothek“, was es ist.</translation>
    </message>
    <message>
        <source>Set the password in the environment instead: {variable}=...</source>
        <translation>Das Kennwort stattdessen in der Umgebung setzen: {variable}=...</translation>
    </message>
    <message>
        <source>Its administrator can make room; publish again then.</source>
        <translation>Wer ihn verwaltet, kann Platz schaffen; dann wird wieder veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>Copying from {folder}:</source>
        <translation>Kopieren aus {folder}:</translation>
    </message>
    <message>
        <source>Checking and trying it…</source>
        <translation>Wird geprüft und ausprobiert …</translation>
    </message>
    <message>
        <source>an unknown size</source>
        <translation>unbekannte Größe</translation>
    </message>
    <message>
        <source>Downloading:</source>
        <translation>Herunterladen:</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} herunterladen</translation>
    </message>
    <message>
        <source>Folder with the files of {model}</source>
        <translation>Ordner mit den Dateien von {model}</translation>
    </message>
    <message>
        <source>From now on, {model} tells what your texts mean.</source>
        <translation>Von jetzt an erkennt {model}, was die Texte bedeuten.</translation>
    </message>
    <message>
        <source>Keep what the models before made, so that going back takes no time</source>
        <translation>Die Ergebnisse der früheren Modelle behalten, damit ein Rückwechsel keine Zeit kostet</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>{model} verwenden</translation>
    </message>
    <message>
        <source>This goes to the internet: {size} from {hub} ({source}). Nothing is sent but the names of these files. If it breaks off, it goes on where it was.</source>
        <translation>Das geht ins Internet: {size} von {hub} ({source}). Gesendet werden nur die Namen dieser Dateien. Bricht es ab, geht es später dort weiter.</translation>
    </message>
    <message>
        <source>Results stand at once, as now. Once a search has rested, {model} reads the thirty best of them again and puts those first that answer what you asked.</source>
        <translation>Ergebnisse stehen sofort da, wie jetzt. Steht eine Suche eine Weile, liest {model} die dreißig besten noch einmal und stellt die nach vorn, die die Frage beantworten.</translation>
    </message>
    <message>
        <source>How long that takes is measured first.</source>
        <translation>Wie lange das dauert, wird vorher gemessen.</translation>
    </message>
    <message>
        <source>Here that takes {time}, and the processor is busy meanwhile.</source>
        <translation>Hier dauert das {time}, und der Prozessor ist so lange beschäftigt.</translation>
    </message>
    <message>
        <source>Checking its files…</source>
        <translation>Seine Dateien werden geprüft …</translation>
    </message>
    <message>
        <source>{model} has to go through all texts of your library, which takes {time}; no file is opened again for it. Until that is done, {old} goes on answering; then {model} takes over at once.</source>
        <translation>{model} muss alle Texte der Bibliothek durchgehen, was {time} dauert; keine Datei wird dafür noch einmal geöffnet. Bis dahin antwortet weiter {old}; dann übernimmt sofort {model}.</translation>
    </message>
    <message>
        <source>A form of {model} that computes in whole numbers is made on this computer: several times as fast. It is compared with the original on passages of your own, and kept, beside the original, only if the two agree. This takes about a minute.</source>
        <translation>Auf diesem Rechner entsteht eine Fassung von {model}, die in ganzen Zahlen rechnet: um ein Mehrfaches schneller. Sie wird an eigenen Textstellen mit dem Original verglichen und nur behalten, neben dem Original, wenn beide übereinstimmen. Das dauert etwa eine Minute.</translation>
    </message>
    <message>
        <source>Making and comparing the build…</source>
        <translation>Die Fassung wird erstellt und verglichen …</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>A build of {model} with half as many digits is made on this computer: for graphics cards, half as large. Its vectors are compared with the original&apos;s on passages of your own, and it is kept, beside the original, only if they agree. The processor computes that, which takes some minutes.</source>
        <translation>Auf diesem Rechner entsteht eine Fassung von {model} mit halb so vielen Stellen: für Grafikkarten, halb so groß. Ihre Vektoren werden an eigenen Textstellen mit denen des Originals verglichen, und sie bleibt nur dann neben dem Original, wenn sie übereinstimmen. Das rechnet der Prozessor und dauert einige Minuten.</translation>
    </message>
    <message>
        <source>its space</source>
        <translation>seinen Platz</translation>
    </message>
    <message>
        <source>It can be installed again.</source>
        <translation>Es lässt sich wieder installieren.</translation>
    </message>
    <message>
        <source>Findling has no other copy of it.</source>
        <translation>Findling hat keine andere Kopie davon.</translation>
    </message>
    <message>
        <source>Remove {model}? That frees {size}.</source>
        <translation>{model} entfernen? Das gibt {size} frei.</translation>
    </message>
    <message>
        <source>Removing it…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Remove {model}</source>
        <translation>{model} entfernen</translation>
    </message>
    <message>
        <source>It is installed.</source>
        <translation>Es ist installiert.</translation>
    </message>
    <message>
        <source>It is installed, and does what is known of it.</source>
        <translation>Es ist installiert und rechnet, wie es soll.</translation>
    </message>
    <message>
        <source>Use it…</source>
        <translation>Verwenden …</translation>
    </message>
    <message>
        <source>It is installed, but it is not what was published. Look at what was found.</source>
        <translation>Es ist installiert, aber nicht das, was veröffentlicht wurde. Der Befund zeigt, was anders ist.</translation>
    </message>
    <message>
        <source>It differs from {model}, which is as large: it is another model, or a damaged copy.</source>
        <translation>Es unterscheidet sich von {model}, das ebenso groß ist: es ist ein anderes Modell oder eine beschädigte Kopie.</translation>
    </message>
    <message>
        <source>All is as it should be.</source>
        <translation>Alles ist, wie es sein soll.</translation>
    </message>
    <message>
        <source>Nothing published was there to compare with.</source>
        <translation>Es gab nichts Veröffentlichtes zum Vergleichen.</translation>
    </message>
    <message>
        <source>Install Findling again.</source>
        <translation>Findling neu installieren.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Neu installieren.</translation>
    </message>
    <message>
        <source>It is not as it should be.</source>
        <translation>Es ist nicht, wie es sein soll.</translation>
    </message>
    <message>
        <source>{model} is there.</source>
        <translation>{model} ist bereit.</translation>
    </message>
    <message>
        <source>The build does not agree closely enough, and was not kept.</source>
        <translation>Die Fassung stimmt nicht genau genug überein und wurde nicht behalten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Left off. What has arrived is kept for the next time.</source>
        <translation>Abgebrochen. Was da ist, bleibt für das nächste Mal.</translation>
    </message>
    <message>
        <source>Left off. Nothing of the build is kept.</source>
        <translation>Abgebrochen. Von der Fassung bleibt nichts.</translation>
    </message>
</context>
<context>
    <name>ModelLabels</name>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln Dimension</numerusform>
            <numerusform>%Ln Dimensionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reads %Ln token(s) at once</source>
        <translation>
            <numerusform>liest %Ln Token auf einmal</numerusform>
            <numerusform>liest %Ln Tokens auf einmal</numerusform>
        </translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>Größe unbekannt</translation>
    </message>
    <message>
        <source>Ships with Findling: ready with no download, and fast on any machine.</source>
        <translation>Liegt Findling bei: bereit, ohne etwas herunterzuladen, und auf jedem Rechner schnell.</translation>
    </message>
    <message>
        <source>A model of your own.</source>
        <translation>Ein eigenes Modell.</translation>
    </message>
    <message>
        <source>Answers until the change is done</source>
        <translation>Antwortet, bis der Wechsel fertig ist</translation>
    </message>
    <message>
        <source>Will answer when the change is done</source>
        <translation>Antwortet, sobald der Wechsel fertig ist</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in languages that it does not know</source>
        <translation>
            <numerusform>%Ln Datei in einer Sprache, die es nicht kennt</numerusform>
            <numerusform>%Ln Dateien in Sprachen, die es nicht kennt</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a tenth of a second</source>
        <translation>weniger als eine Zehntelsekunde</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} Sekunden</translation>
    </message>
    <message>
        <source>{size} instead of {original}; how fast a graphics card is with it is measured below.</source>
        <translation>{size} statt {original}; wie schnell eine Grafikkarte damit ist, wird unten gemessen.</translation>
    </message>
    <message>
        <source>{speed} passages a second on one core instead of {before}, {size} instead of {original}.</source>
        <translation>{speed} Textstellen pro Sekunde auf einem Kern statt {before}, {size} statt {original}.</translation>
    </message>
    <message numerus="yes">
        <source>Compared on %Ln passage(s): their vectors agree to {cosine} in the mean, where 1 is the same, and {overlap} of the ten nearest are the same.</source>
        <translation>
            <numerusform>Verglichen an %Ln Textstelle: Ihre Vektoren stimmen zu {cosine} überein, wobei 1 gleich heißt, und {overlap} der zehn nächsten sind dieselben.</numerusform>
            <numerusform>Verglichen an %Ln Textstellen: Ihre Vektoren stimmen im Mittel zu {cosine} überein, wobei 1 gleich heißt, und {overlap} der zehn nächsten sind dieselben.</numerusform>
        </translation>
    </message>
    <message>
        <source>model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>ready as soon as it is installed, {size} on disk</source>
        <translation>bereit, sobald es installiert ist, {size} auf der Platte</translation>
    </message>
    <message>
        <source>How long a search takes with it is measured before it is used.</source>
        <translation>Wie lange eine Suche damit dauert, wird vor dem Gebrauch gemessen.</translation>
    </message>
    <message>
        <source>{time} more for each search</source>
        <translation>{time} mehr je Suche</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} auf der Platte</translation>
    </message>
    <message>
        <source>Limits, as {source} states them:</source>
        <translation>Grenzen laut {source}:</translation>
    </message>
    <message>
        <source>Reads your question and each of the thirty best results together, and puts those first that answer it: each search takes longer for that.</source>
        <translation>Liest die Frage zusammen mit jedem der dreißig besten Ergebnisse und stellt nach vorn, was sie beantwortet: Jede Suche dauert dafür länger.</translation>
    </message>
    <message>
        <source>A smaller and faster form of {model}.</source>
        <translation>Eine kleinere und schnellere Fassung von {model}.</translation>
    </message>
    <message>
        <source>There is nothing to go through yet.</source>
        <translation>Noch ist nichts durchzugehen.</translation>
    </message>
    <message>
        <source>ready at once, {size} on disk</source>
        <translation>sofort bereit, {size} auf der Platte</translation>
    </message>
    <message>
        <source>{time} to go over, {size} on disk</source>
        <translation>{time} für den Wechsel, {size} auf der Platte</translation>
    </message>
    <message>
        <source>Your files need not be gone through again for it.</source>
        <translation>Die Dateien müssen dafür nicht neu durchgegangen werden.</translation>
    </message>
    <message>
        <source>{form}, build {version}</source>
        <translation>{form}, Fassung {version}</translation>
    </message>
    <message>
        <source>languages not known</source>
        <translation>Sprachen unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>%Ln Sprache</numerusform>
            <numerusform>%Ln Sprachen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>How well shall Findling understand?</source>
        <translation>Wie gut soll Findling verstehen?</translation>
    </message>
    <message>
        <source>A model tells what a text is about. It runs on this computer. You can change it later.</source>
        <translation>Ein Modell erkennt, wovon ein Text handelt. Es läuft auf diesem Rechner und lässt sich später wechseln.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Looking at what suits your files…</source>
        <translation>Was zu den Dateien passt, wird ermittelt …</translation>
    </message>
    <message>
        <source>Reading your files has begun already.</source>
        <translation>Das Lesen der Dateien hat schon begonnen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>an unknown size</source>
        <translation>eine unbekannte Größe</translation>
    </message>
    <message>
        <source>This goes to the internet: {size} from {hub}. Nothing is sent but the names of the files. Until it is there and has read your files, the model that is part of Findling answers.</source>
        <translation>Das geht ins Internet: {size} von {hub}. Gesendet werden nur die Namen der Dateien. Bis es da ist und die Dateien gelesen hat, antwortet das Modell, das zu Findling gehört.</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} herunterladen</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>Where it comes from</source>
        <translation>Woher es kommt</translation>
    </message>
    <message>
        <source>licence not known</source>
        <translation>Lizenz unbekannt</translation>
    </message>
    <message>
        <source>Licence of {model}: {name}</source>
        <translation>Lizenz von {model}: {name}</translation>
    </message>
    <message>
        <source>Where {model} comes from</source>
        <translation>Woher {model} kommt</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>Weniger Einzelheiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message numerus="yes">
        <source>The hash of %Ln of its file(s) was not published: a revision alone names them.</source>
        <translation>
            <numerusform>Die Prüfsumme einer seiner Dateien ist nicht veröffentlicht: Nur eine Revision legt sie fest.</numerusform>
            <numerusform>Die Prüfsummen von %Ln seiner Dateien sind nicht veröffentlicht: Nur eine Revision legt sie fest.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Call off the change</source>
        <translation>Wechsel abblasen</translation>
    </message>
    <message>
        <source>Stop using</source>
        <translation>Nicht mehr verwenden</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren …</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>Aus einem Ordner …</translation>
    </message>
    <message>
        <source>Speed up…</source>
        <translation>Beschleunigen …</translation>
    </message>
    <message>
        <source>Speed up for the graphics card…</source>
        <translation>Für die Grafikkarte beschleunigen …</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>{action}: {model}</source>
        <translation>{action}: {model}</translation>
    </message>
    <message>
        <source>For your folders</source>
        <translation>Für die eigenen Ordner</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a model of your own…</source>
        <translation>Eigenes Modell hinzufügen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The texts of your files are sent to {address}, which embeds them instead of this computer.</source>
        <translation>Die Texte der Dateien werden an {address} gesendet und dort statt auf diesem Rechner eingebettet.</translation>
    </message>
    <message>
        <source>Folder with an .onnx file or a model.safetensors, and a tokenizer.json</source>
        <translation>Ordner mit einer .onnx-Datei oder model.safetensors und mit tokenizer.json</translation>
    </message>
    <message>
        <source>{model} is installed.</source>
        <translation>{model} ist installiert.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>A model tells what texts mean. It runs on this computer; nothing is downloaded unasked.</source>
        <translation>Ein Modell erkennt, was Texte bedeuten. Es läuft auf diesem Rechner; nichts wird ungefragt heruntergeladen.</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
</context>
<context>
    <name>ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Compute with</source>
        <translation>Rechnen mit</translation>
    </message>
    <message>
        <source>Read the best results again</source>
        <translation>Die besten Ergebnisse noch einmal lesen</translation>
    </message>
    <message>
        <source>Once a search has rested, a larger model reads the thirty best results and orders them. That takes seconds of this computer’s or a server’s time. Such a model is installed under Models.</source>
        <translation>Steht eine Suche eine Weile, liest ein größeres Modell die dreißig besten Ergebnisse und ordnet sie. Das kostet diesen Rechner oder einen Server Sekunden. Installiert wird ein solches Modell unter Modelle.</translation>
    </message>
    <message>
        <source>Address of the server that reads again</source>
        <translation>Adresse des Servers, der noch einmal liest</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>A server…</source>
        <translation>Ein Server…</translation>
    </message>
    <message>
        <source>Measured: the fastest that agrees</source>
        <translation>Gemessen: was am schnellsten übereinstimmt</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Each is tried for a few seconds; only what computes as the processor does is taken.</source>
        <translation>Jedes wird ein paar Sekunden lang erprobt; genommen wird nur, was so rechnet wie der Prozessor.</translation>
    </message>
    <message>
        <source>Runs everywhere, and sets the measure for the others.</source>
        <translation>Läuft überall und ist der Maßstab für die anderen.</translation>
    </message>
    <message>
        <source>Was not measured here. Where it is missing, the processor stands in for it.</source>
        <translation>Wurde hier nicht gemessen. Wo es fehlt, springt der Prozessor ein.</translation>
    </message>
    <message>
        <source>{speed} passages a second on this computer.</source>
        <translation>{speed} Textstellen pro Sekunde auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Not kept: an address begins with https://, or on this computer http://.</source>
        <translation>Nicht übernommen: Eine Adresse beginnt mit https://, auf diesem Rechner auch mit http://.</translation>
    </message>
</context>
<context>
    <name>NameRequest</name>
    <message>
        <source>There is something else called {name} already.</source>
        <translation>Es gibt dort schon etwas namens {name}.</translation>
    </message>
    <message>
        <source>Not renamed: {reason}</source>
        <translation>Nicht umbenannt: {reason}</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Passphrase so far</source>
        <translation>Bisherige Passphrase</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>NewPassphraseForm</name>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase, again</source>
        <translation>Neue Passphrase, noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>Too short: %Ln more character(s).</source>
        <translation>
            <numerusform>Zu kurz: noch %Ln Zeichen.</numerusform>
            <numerusform>Zu kurz: noch %Ln Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two new ones differ.</source>
        <translation>Die beiden neuen sind verschieden.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put this away</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>This page cannot be drawn</source>
        <translation>Diese Seite lässt sich nicht darstellen</translation>
    </message>
</context>
<context>
    <name>PageStack</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypted library</source>
        <translation>Verschlüsselte Bibliothek</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Do not ask again: keep the key in the keyring of this system</source>
        <translation>Nicht mehr fragen: den Schlüssel im Schlüsselbund dieses Systems aufbewahren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is the passphrase of your library?</source>
        <translation>Wie lautet die Passphrase der Bibliothek?</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Show what is typed</source>
        <translation>Zeigen, was getippt wird</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
</context>
<context>
    <name>PlainView</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Something is being done</source>
        <translation>Es wird gerade gearbeitet</translation>
    </message>
    <message>
        <source>More ways to clear up</source>
        <translation>Mehr Möglichkeiten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Keep {keep}, bin {bin}, free {size}</source>
        <translation>{keep} bleiben, {bin} in den Papierkorb, {size} frei</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>Move the selected files to a folder…</source>
        <translation>Die ausgewählten Dateien in einen Ordner verschieben …</translation>
    </message>
    <message>
        <source>Replace identical ones by hard links…</source>
        <translation>Identische durch Hardlinks ersetzen …</translation>
    </message>
    <message>
        <source>Select what is proposed</source>
        <translation>Vorgeschlagenes auswählen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>The plan</source>
        <translation>Der Plan</translation>
    </message>
    <message>
        <source>{action}?</source>
        <translation>{action}?</translation>
    </message>
    <message>
        <source>The plan, file by file</source>
        <translation>Der Plan, Datei für Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing can be done</source>
        <translation>Nichts lässt sich tun</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) say something that no file that stays says.</source>
        <translation>
            <numerusform>%Ln Datei sagt etwas, das keine bleibende Datei sagt.</numerusform>
            <numerusform>%Ln Dateien sagen etwas, das keine bleibende Datei sagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were chosen by you, and are not known to be the same as what stays.</source>
        <translation>
            <numerusform>%Ln Datei haben Sie gewählt; von ihr ist nicht bekannt, dass sie dasselbe ist wie das, was bleibt.</numerusform>
            <numerusform>%Ln Dateien haben Sie gewählt; von ihnen ist nicht bekannt, dass sie dasselbe sind wie das, was bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} in all. Each file is read again right before it moves, and so is the copy that stays.</source>
        <translation>{size} insgesamt. Jede Datei wird direkt vor dem Verschieben noch einmal gelesen, ebenso die Kopie, die bleibt.</translation>
    </message>
    <message>
        <source>The history can undo all of it.</source>
        <translation>Der Verlauf kann alles rückgängig machen.</translation>
    </message>
    <message>
        <source>Layout was not compared.</source>
        <translation>Die Gestaltung wurde nicht verglichen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be part of it.</source>
        <translation>
            <numerusform>%Ln Datei kann nicht dabei sein.</numerusform>
            <numerusform>%Ln Dateien können nicht dabei sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>from {folder}</source>
        <translation>aus {folder}</translation>
    </message>
    <message>
        <source>from {folder} to {target}</source>
        <translation>aus {folder} nach {target}</translation>
    </message>
    <message>
        <source>{name} stays, in {folder}</source>
        <translation>{name} bleibt, in {folder}</translation>
    </message>
    <message>
        <source>Only {share} of it is in what stays</source>
        <translation>Nur {share} davon steht in dem, was bleibt</translation>
    </message>
    <message>
        <source>Not known to be the same</source>
        <translation>Nicht als gleich bekannt</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>Bleibt unberührt: {reason}</translation>
    </message>
</context>
<context>
    <name>PlanTask</name>
    <message>
        <source>Reading the files…</source>
        <translation>Die Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>Renaming…</source>
        <translation>Wird umbenannt …</translation>
    </message>
    <message>
        <source>Putting the files back…</source>
        <translation>Die Dateien werden zurückgelegt …</translation>
    </message>
    <message>
        <source>Move the files to which folder?</source>
        <translation>In welchen Ordner sollen die Dateien?</translation>
    </message>
    <message numerus="yes">
        <source>Clearing up %Ln file(s)…</source>
        <translation>
            <numerusform>%Ln Datei wird weggeräumt …</numerusform>
            <numerusform>%Ln Dateien werden weggeräumt …</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the library.</source>
        <translation>Wartet: Ein anderes Programm schreibt in die Bibliothek.</translation>
    </message>
    <message>
        <source>Stopping after the file at hand…</source>
        <translation>Hält nach der laufenden Datei an …</translation>
    </message>
</context>
<context>
    <name>PrefixField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>{name}: the words</source>
        <translation>{name}: die Wörter</translation>
    </message>
    <message>
        <source>As its files say: “{words}”</source>
        <translation>Wie die Dateien sagen: „{words}“</translation>
    </message>
    <message>
        <source>As its files say: nothing</source>
        <translation>Wie die Dateien sagen: nichts</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>These words:</source>
        <translation>Diese Wörter:</translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message>
        <source>Back to the results</source>
        <translation>Zurück zu den Ergebnissen</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} von {count}</translation>
    </message>
    <message>
        <source>Passage {at} of {count}</source>
        <translation>Textstelle {at} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Word {at} of {count}</source>
        <translation>Wort {at} von {count}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Choose a result to see it here</source>
        <translation>Ein Ergebnis wählen, um es hier zu sehen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{kind}, read by text recognition</source>
        <translation>{kind}, durch Texterkennung gelesen</translation>
    </message>
    <message>
        <source>{kind}, only its beginning</source>
        <translation>{kind}, nur der Anfang</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
    <message>
        <source>Sheet {page} of {pages}</source>
        <translation>Blatt {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Findling sends nothing: no files, no searches, no figures on how it is used. It reads your files where they lie and never changes them. What it keeps, the text of your documents, stays on this computer, readable by you alone, and is deleted with the library.</source>
        <translation>Findling sendet nichts: keine Dateien, keine Suchen, keine Zahlen zur Nutzung. Es liest die Dateien dort, wo sie liegen, und ändert sie nie. Was es behält, den Text der Dokumente, bleibt auf diesem Rechner, nur für das eigene Konto lesbar, und wird mit der Bibliothek gelöscht.</translation>
    </message>
    <message>
        <source>Forget searches</source>
        <translation>Suchen vergessen</translation>
    </message>
    <message>
        <source>Remember searches</source>
        <translation>Suchen merken</translation>
    </message>
    <message>
        <source>Proposes again what you searched for before.</source>
        <translation>Schlägt frühere Suchen wieder vor.</translation>
    </message>
    <message>
        <source>Searches so far</source>
        <translation>Bisherige Suchen</translation>
    </message>
    <message>
        <source>Forgets all that was searched for; searches that you saved stay.</source>
        <translation>Vergisst alles, wonach gesucht wurde; gespeicherte Suchen bleiben.</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergessen.</translation>
    </message>
    <message>
        <source>But you have the texts of your files sent to {server}.</source>
        <translation>Die Texte der Dateien gehen aber, so eingestellt, an {server}.</translation>
    </message>
    <message>
        <source>But you have your searches and the best results sent to {server}.</source>
        <translation>Die Suchen und die besten Ergebnisse gehen aber, so eingestellt, an {server}.</translation>
    </message>
    <message>
        <source>But you share folders with assistants, which may send on what they read.</source>
        <translation>Aber es sind Ordner für Assistenten freigegeben, und die können weitersenden, was sie lesen.</translation>
    </message>
    <message>
        <source>But you share folders in the shared library, whose server has what they say.</source>
        <translation>Aber Sie geben Ordner in der geteilten Bibliothek frei, deren Server hat, was darin steht.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop: {doing}</source>
        <translation>Anhalten: {doing}</translation>
    </message>
    <message>
        <source>Checking and trying it…</source>
        <translation>Wird geprüft und ausprobiert …</translation>
    </message>
    <message>
        <source>{doing} {done} of {total}</source>
        <translation>{doing} {done} von {total}</translation>
    </message>
    <message>
        <source>Step 1 of 3: the build is made…</source>
        <translation>Schritt 1 von 3: die Fassung entsteht …</translation>
    </message>
    <message numerus="yes">
        <source>Step 2 of 3: the original has embedded {done} of %Ln passage(s)</source>
        <translation>
            <numerusform>Schritt 2 von 3: das Original hat {done} von %Ln Textstelle eingebettet</numerusform>
            <numerusform>Schritt 2 von 3: das Original hat {done} von %Ln Textstellen eingebettet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step 3 of 3: the build has embedded {done} of the same %Ln passage(s)</source>
        <translation>
            <numerusform>Schritt 3 von 3: die Fassung hat {done} von derselben %Ln Textstelle eingebettet</numerusform>
            <numerusform>Schritt 3 von 3: die Fassung hat {done} von denselben %Ln Textstellen eingebettet</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaving off…</source>
        <translation>Bricht ab …</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasst von</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>ProtectDialog</name>
    <message>
        <source>Protect this library with a passphrase</source>
        <translation>Diese Bibliothek mit einer Passphrase schützen</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>Protected is what Findling keeps of your files: texts, names, searches, labels, previews and logs. Who has the disk, or a copy of it, reads nothing of that without the passphrase.</source>
        <translation>Geschützt ist, was Findling von Ihren Dateien aufbewahrt: Texte, Namen, Suchen, Etiketten, Vorschauen und Protokolle. Wer die Platte oder eine Kopie davon hat, liest ohne die Passphrase nichts davon.</translation>
    </message>
    <message>
        <source>Not protected are your files themselves, which stay as they are, the settings, and what somebody does at this computer while you are logged in.</source>
        <translation>Nicht geschützt sind die Dateien selbst, die bleiben, wie sie sind, die Einstellungen, und was jemand an diesem Computer tut, während Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>Nobody can bring back a forgotten passphrase. Then all that is left is to begin anew.</source>
        <translation>Eine vergessene Passphrase bringt niemand zurück. Dann bleibt nur, von vorn zu beginnen.</translation>
    </message>
    <message>
        <source>Five or six random words are beyond all guessing.</source>
        <translation>Fünf oder sechs zufällige Wörter errät niemand.</translation>
    </message>
    <message>
        <source>Do not ask again: keep the key in the keyring of this system</source>
        <translation>Nicht mehr fragen: den Schlüssel im Schlüsselbund dieses Systems aufbewahren</translation>
    </message>
    <message>
        <source>This system has no keyring: you are asked for it whenever Findling starts.</source>
        <translation>Dieses System hat keinen Schlüsselbund: Bei jedem Start von Findling wird nach ihr gefragt.</translation>
    </message>
    <message>
        <source>The window closes for that, and opens again when it is done.</source>
        <translation>Das Fenster schließt sich dafür und öffnet sich danach wieder.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>QualityBars</name>
    <message>
        <source>Finds what answers</source>
        <translation>Findet Antworten</translation>
    </message>
    <message>
        <source>Tells what is alike</source>
        <translation>Erkennt Ähnliches</translation>
    </message>
    <message>
        <source>Means of what its publisher measured (MTEB): {scores}</source>
        <translation>Mittelwerte aus den Messungen des Herausgebers (MTEB): {scores}</translation>
    </message>
</context>
<context>
    <name>QuickResults</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>QuickWindow</name>
    <message>
        <source>Quick search</source>
        <translation>Schnellsuche</translation>
    </message>
    <message>
        <source>Findling covers no folder yet.</source>
        <translation>Findling erfasst noch keinen Ordner.</translation>
    </message>
    <message>
        <source>Open Findling</source>
        <translation>Findling öffnen</translation>
    </message>
    <message>
        <source>Show all in Findling</source>
        <translation>Alle in Findling zeigen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>show in folder</source>
        <translation>im Ordner zeigen</translation>
    </message>
    <message>
        <source>copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>copy passage</source>
        <translation>Stelle kopieren</translation>
    </message>
    <message>
        <source>Search your files</source>
        <translation>Eigene Dateien durchsuchen</translation>
    </message>
    <message>
        <source>No document matches.</source>
        <translation>Kein Dokument passt dazu.</translation>
    </message>
</context>
<context>
    <name>ReaderLink</name>
    <message>
        <source>The search keeps ending. Findling goes on trying.</source>
        <translation>Die Suche bricht immer wieder ab. Findling versucht es weiter.</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>You can search already</source>
        <translation>Suchen geht schon jetzt</translation>
    </message>
    <message>
        <source>Findling is reading your files. What it has read is found at once, the rest as it comes, recent files first.</source>
        <translation>Findling liest die Dateien. Was gelesen ist, wird sofort gefunden, der Rest nach und nach, neuere Dateien zuerst.</translation>
    </message>
    <message>
        <source>Start searching</source>
        <translation>Mit der Suche beginnen</translation>
    </message>
    <message>
        <source>What do you remember of it?</source>
        <translation>Was ist davon in Erinnerung?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>Wie viel gelesen ist</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Such as: the letter about the damp wall, or: boiler, or: “notice period”</source>
        <translation>Zum Beispiel: der Brief über die feuchte Wand, oder: Heizkessel, oder: „Kündigungsfrist“</translation>
    </message>
    <message>
        <source>Copying the model:</source>
        <translation>Das Modell wird kopiert:</translation>
    </message>
    <message>
        <source>Downloading the model:</source>
        <translation>Das Modell wird heruntergeladen:</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {files} searchable</source>
        <translation>{count} von {files} durchsuchbar</translation>
    </message>
</context>
<context>
    <name>RecognitionSection</name>
    <message>
        <source>Scans and pictures</source>
        <translation>Scans und Bilder</translation>
    </message>
    <message>
        <source>European, Chinese and Japanese</source>
        <translation>Europäische, Chinesisch und Japanisch</translation>
    </message>
    <message>
        <source>European alone</source>
        <translation>Nur europäische</translation>
    </message>
    <message>
        <source>Read the text on them</source>
        <translation>Den Text darauf lesen</translation>
    </message>
    <message>
        <source>Takes a few seconds a page, once all other files are read, and stays on this computer. What was read already stays searchable.</source>
        <translation>Dauert einige Sekunden je Seite, sobald alle anderen Dateien gelesen sind, und bleibt auf diesem Computer. Was schon gelesen wurde, bleibt durchsuchbar.</translation>
    </message>
    <message>
        <source>Languages on them</source>
        <translation>Sprachen darauf</translation>
    </message>
    <message>
        <source>Those written in Latin letters, with or without Chinese and Japanese.</source>
        <translation>Die in lateinischen Buchstaben geschriebenen, mit oder ohne Chinesisch und Japanisch.</translation>
    </message>
</context>
<context>
    <name>RefusalView</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>“{name}” is not there now.</source>
        <translation>„{name}“ ist jetzt nicht da.</translation>
    </message>
    <message>
        <source>It is {why}.</source>
        <translation>Die Datei ist {why}.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there.</source>
        <translation>„{name}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>Die Datei wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>“{name}” is on another computer, {computer}.</source>
        <translation>„{name}“ liegt auf einem anderen Rechner, {computer}.</translation>
    </message>
    <message>
        <source>{person} shares it. What was found in it stands in the list.</source>
        <translation>{person} gibt es frei. Was darin gefunden wurde, steht in der Liste.</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Show these files</source>
        <translation>Diese Dateien zeigen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Neu machen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Show the model</source>
        <translation>Das Modell zeigen</translation>
    </message>
    <message>
        <source>Open Models</source>
        <translation>Modelle öffnen</translation>
    </message>
    <message>
        <source>Open the server&apos;s settings</source>
        <translation>Einstellungen des Servers öffnen</translation>
    </message>
    <message>
        <source>Search for it as typed</source>
        <translation>Wie getippt suchen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>New name, without its ending</source>
        <translation>Neuer Name, ohne Endung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A name cannot have {sign} in it.</source>
        <translation>In einem Namen darf {sign} nicht vorkommen.</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
</context>
<context>
    <name>RenameTask</name>
    <message>
        <source>{name} lies in a protected folder, where nothing is renamed.</source>
        <translation>{name} liegt in einem geschützten Ordner, dort wird nichts umbenannt.</translation>
    </message>
    <message>
        <source>{name} was not renamed: {reason}</source>
        <translation>{name} wurde nicht umbenannt: {reason}</translation>
    </message>
    <message>
        <source>{name} is called {new} from now on.</source>
        <translation>{name} heißt ab jetzt {new}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>{size} in all.</source>
        <translation>{size} insgesamt.</translation>
    </message>
    <message>
        <source>What was done, file by file</source>
        <translation>Was getan wurde, Datei für Datei</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>Unberührt gelassen: {reason}</translation>
    </message>
    <message>
        <source>{name} stays, in {folder}</source>
        <translation>{name} bleibt, in {folder}</translation>
    </message>
    <message>
        <source>back in {folder}</source>
        <translation>wieder in {folder}</translation>
    </message>
</context>
<context>
    <name>RerankedView</name>
    <message>
        <source>not read again</source>
        <translation>nicht noch einmal gelesen</translation>
    </message>
    <message>
        <source>being read again by {name}…</source>
        <translation>wird noch einmal gelesen von {name}…</translation>
    </message>
    <message>
        <source>read again by {name}</source>
        <translation>noch einmal gelesen von {name}</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>Passages like this one</source>
        <translation>Ähnliche Stellen</translation>
    </message>
    <message>
        <source>Versions, and what changed…</source>
        <translation>Fassungen, und was geändert ist …</translation>
    </message>
    <message>
        <source>Only this folder</source>
        <translation>Nur dieser Ordner</translation>
    </message>
    <message>
        <source>Leave this folder out</source>
        <translation>Diesen Ordner auslassen</translation>
    </message>
    <message>
        <source>Save the results as a list…</source>
        <translation>Ergebnisse als Liste speichern…</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln files</source>
        <translation>
            <numerusform>%Ln Datei öffnen</numerusform>
            <numerusform>%Ln Dateien öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln paths</source>
        <translation>
            <numerusform>%Ln Pfad kopieren</numerusform>
            <numerusform>%Ln Pfade kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln files</source>
        <translation>
            <numerusform>%Ln Datei kopieren</numerusform>
            <numerusform>%Ln Dateien kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the passages of %Ln files with their sources</source>
        <translation>
            <numerusform>Die Stellen aus %Ln Datei mit Quelle kopieren</numerusform>
            <numerusform>Die Stellen aus %Ln Dateien mit Quellen kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln files…</source>
        <translation>
            <numerusform>Etiketten von %Ln Datei …</numerusform>
            <numerusform>Etiketten von %Ln Dateien …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln files to the bin…</source>
        <translation>
            <numerusform>%Ln Datei in den Papierkorb…</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln results as a list…</source>
        <translation>
            <numerusform>%Ln Ergebnis als Liste speichern…</numerusform>
            <numerusform>%Ln Ergebnisse als Liste speichern…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Die Liste speichern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) are saved as {name}.</source>
        <translation>
            <numerusform>Ein Ergebnis ist als {name} gespeichert.</numerusform>
            <numerusform>%Ln Ergebnisse sind als {name} gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultMoves</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>It can be undone, here or from the history of the duplicates.</source>
        <translation>Es lässt sich rückgängig machen, hier oder aus dem Verlauf der Duplikate.</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Move “{name}” to the bin?</source>
        <translation>„{name}“ in den Papierkorb legen?</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the bin?</source>
        <translation>
            <numerusform>Eine Datei in den Papierkorb legen?</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for what is being written…</source>
        <translation>Warte, bis anderes geschrieben ist…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) put back.</source>
        <translation>
            <numerusform>Eine Datei zurückgelegt.</numerusform>
            <numerusform>%Ln Dateien zurückgelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is called {new} from now on.</source>
        <translation>{name} heißt ab jetzt {new}.</translation>
    </message>
    <message>
        <source>{name} is in the bin.</source>
        <translation>{name} liegt im Papierkorb.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the bin.</source>
        <translation>
            <numerusform>Eine Datei liegt im Papierkorb.</numerusform>
            <numerusform>%Ln Dateien liegen im Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} stays as it is: {reason}.</source>
        <translation>{name} bleibt, wie es ist: {reason}.</translation>
    </message>
</context>
<context>
    <name>ResultStack</name>
    <message>
        <source>Add a folder, and ask for what its files say.</source>
        <translation>Einen Ordner hinzufügen und nach dem fragen, was in seinen Dateien steht.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>No document matches “{query}”.</source>
        <translation>Kein Dokument passt zu „{query}“.</translation>
    </message>
    <message>
        <source>No other document is like this one.</source>
        <translation>Kein anderes Dokument ähnelt diesem.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not fully indexed yet, so more may come.</source>
        <translation>
            <numerusform>%Ln Datei ist noch nicht ganz erfasst, es kann also noch mehr kommen.</numerusform>
            <numerusform>%Ln Dateien sind noch nicht ganz erfasst, es kann also noch mehr kommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Words in quotation marks must stand there exactly.</source>
        <translation>Wörter in Anführungszeichen müssen genau so dastehen.</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>Ohne Filter suchen</translation>
    </message>
    <message>
        <source>Search without quotation marks</source>
        <translation>Ohne Anführungszeichen suchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Weaker matches</source>
        <translation>Schwächere Treffer</translation>
    </message>
    <message>
        <source>No good match. Perhaps one of these:</source>
        <translation>Kein guter Treffer. Vielleicht einer von diesen:</translation>
    </message>
    <message>
        <source>shown above</source>
        <translation>oben gezeigt</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>die neueste</translation>
    </message>
    <message>
        <source>labelled {names}</source>
        <translation>mit Etikett {names}</translation>
    </message>
    <message>
        <source>read by text recognition</source>
        <translation>mit Texterkennung gelesen</translation>
    </message>
    <message>
        <source>found by name</source>
        <translation>am Namen gefunden</translation>
    </message>
    <message>
        <source>{label}: {why}</source>
        <translation>{label}: {why}</translation>
    </message>
    <message>
        <source>shared by {person}</source>
        <translation>freigegeben von {person}</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>strong match</source>
        <translation>starker Treffer</translation>
    </message>
    <message>
        <source>fair match</source>
        <translation>brauchbarer Treffer</translation>
    </message>
    <message>
        <source>weak match</source>
        <translation>schwacher Treffer</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>Has words that you typed</source>
        <translation>Enthält eingegebene Wörter</translation>
    </message>
    <message>
        <source>Is near in meaning to what you typed</source>
        <translation>Ist im Sinn nah am Eingegebenen</translation>
    </message>
    <message>
        <source>slide {number}</source>
        <translation>Folie {number}</translation>
    </message>
    <message>
        <source>sheet {number}</source>
        <translation>Blatt {number}</translation>
    </message>
    <message>
        <source>message {number}</source>
        <translation>Nachricht {number}</translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation>S. {number}</translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>Show %Ln new result(s)</source>
        <translation>
            <numerusform>%Ln neues Ergebnis zeigen</numerusform>
            <numerusform>%Ln neue Ergebnisse zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show better order</source>
        <translation>Bessere Reihenfolge zeigen</translation>
    </message>
</context>
<context>
    <name>RichTextView</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Which file stays</source>
        <translation>Welche Datei bleibt</translation>
    </message>
    <message>
        <source>Preferred folders</source>
        <translation>Bevorzugte Ordner</translation>
    </message>
    <message>
        <source>Protected folders</source>
        <translation>Geschützte Ordner</translation>
    </message>
    <message>
        <source>Folders that are left out</source>
        <translation>Ausgelassene Ordner</translation>
    </message>
    <message>
        <source>The first rule that tells the files apart decides. Alt+Up and Alt+Down move a rule.</source>
        <translation>Es entscheidet die erste Regel, die die Dateien unterscheidet. Alt+Auf und Alt+Ab verschieben eine Regel.</translation>
    </message>
    <message>
        <source>Of like files, those in here rather stay; the first folder counts most.</source>
        <translation>Von ähnlichen Dateien bleiben eher die aus diesen Ordnern; der oberste zählt am meisten.</translation>
    </message>
    <message>
        <source>Nothing is ever taken from here.</source>
        <translation>Aus diesen Ordnern wird nie etwas genommen.</translation>
    </message>
    <message>
        <source>Files in here are duplicates of nothing.</source>
        <translation>Dateien in diesen Ordnern gelten nie als Duplikate.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RulesList</name>
    <message>
        <source>Rules, the first one first</source>
        <translation>Regeln in ihrer Reihenfolge</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Save rules</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>But &amp;keep</source>
        <translation>Aber &amp;behalten</translation>
    </message>
    <message>
        <source>One pattern a line: *.zip for files that end so, Backup/ for folders of that name, /Drafts/ for the one at the top.</source>
        <translation>Ein Muster je Zeile: *.zip für Dateien mit dieser Endung, Backup/ für Ordner dieses Namens, /Drafts/ für den ganz oben.</translation>
    </message>
    <message>
        <source>Always left out are hidden files and folders, what programs make and can make again (node_modules, __pycache__, *.tmp …), system folders and the bin, and files of keys and passwords. A line under “But keep” takes one back.</source>
        <translation>Immer ausgelassen werden versteckte Dateien und Ordner, was Programme erzeugen und wieder erzeugen können (node_modules, __pycache__, *.tmp …), Systemordner und der Papierkorb sowie Dateien mit Schlüsseln und Passwörtern. Eine Zeile unter „Aber behalten“ nimmt etwas davon zurück.</translation>
    </message>
    <message>
        <source>Leave out more</source>
        <translation>Mehr auslassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves out {count} of {files}.</source>
        <translation>Lässt {count} von {files} aus.</translation>
    </message>
    <message>
        <source>Leaves out {count} of the first {files}; there are more than were looked at.</source>
        <translation>Lässt {count} der ersten {files} aus; es gibt mehr, als durchgesehen wurden.</translation>
    </message>
    <message>
        <source>For example {names}</source>
        <translation>Zum Beispiel {names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search your files by what they say</source>
        <translation>Im Inhalt der Dateien suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>By meaning and words</source>
        <translation>Nach Sinn und Wörtern</translation>
    </message>
    <message>
        <source>By meaning alone</source>
        <translation>Nur nach Sinn</translation>
    </message>
    <message>
        <source>By words alone</source>
        <translation>Nur nach Wörtern</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Wie gesucht wird</translation>
    </message>
</context>
<context>
    <name>SearchHistory</name>
    <message>
        <source>Your searches could not be saved: {reason}. They hold until Findling ends.</source>
        <translation>Die Suchen konnten nicht gespeichert werden: {reason}. Sie gelten, bis Findling endet.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>{folder} cannot be written to</source>
        <translation>in {folder} kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of this search</source>
        <translation>Name dieser Suche</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>only where the server wants one</source>
        <translation>nur wenn der Server eines will</translation>
    </message>
    <message>
        <source>Goes into the keyring of your system, and into no file.</source>
        <translation>Kommt in den Schlüsselbund des Systems und in keine Datei.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Of a computer of yours that runs “findling serve”, of Text Embeddings Inference, or of a server that speaks as OpenAI’s does, with “v1” at its end. It has to serve the model that is in use here.</source>
        <translation>Eines eigenen Rechners, auf dem „findling serve“ läuft, von Text Embeddings Inference oder eines Servers, der spricht wie der von OpenAI, mit „v1“ am Ende. Er muss das Modell anbieten, das hier in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Address of the server that works out meanings</source>
        <translation>Adresse des Servers, der Bedeutungen ermittelt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key of the server that works out meanings</source>
        <translation>Schlüssel des Servers, der Bedeutungen ermittelt</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turn the server off</source>
        <translation>Server ausschalten</translation>
    </message>
    <message>
        <source>On: the texts of your files are sent to {address}, which works out what they mean. What you search for is not sent.</source>
        <translation>An: Die Texte der Dateien werden an {address} gesendet, wo ihre Bedeutung ermittelt wird. Wonach gesucht wird, wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Off. A stronger computer can work out what your files mean in place of this one; their texts are sent there then, and what you search for is not.</source>
        <translation>Aus. Ein stärkerer Rechner kann die Bedeutung der Dateien statt dieses hier ermitteln; dann werden ihre Texte dorthin gesendet, und wonach gesucht wird, nicht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try and use</source>
        <translation>Ausprobieren und verwenden</translation>
    </message>
    <message>
        <source>Comparing three texts…</source>
        <translation>Drei Texte werden verglichen …</translation>
    </message>
    <message>
        <source>It has {model}; what it made of three texts agrees with what is made here to {likeness}, where 1 is the same.</source>
        <translation>Er hat {model}; was er aus drei Texten machte, stimmt mit dem von hier zu {likeness} überein, wobei 1 gleich heißt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>{trouble} Changes hold until Findling ends.</source>
        <translation>{trouble} Änderungen gelten, bis Findling beendet wird.</translation>
    </message>
</context>
<context>
    <name>SharingSection</name>
    <message>
        <source>Assistants</source>
        <translation>Assistenten</translation>
    </message>
    <message>
        <source>Assistants and other programs on this computer may search and read the folders that you share here, and nothing else. They change nothing. What they read they may pass on, and most assistants send it to a server: share what you would show them.</source>
        <translation>Assistenten und andere Programme auf diesem Rechner dürfen die Ordner durchsuchen und lesen, die hier freigegeben sind, und sonst nichts. Sie ändern nichts. Was sie lesen, können sie weitergeben, und die meisten Assistenten senden es an einen Server: nur freigeben, was man ihnen auch zeigen würde.</translation>
    </message>
    <message>
        <source>Shared folders</source>
        <translation>Freigegebene Ordner</translation>
    </message>
    <message>
        <source>With all that is in them, from this moment on.</source>
        <translation>Mit allem, was darin ist, von diesem Augenblick an.</translation>
    </message>
    <message>
        <source>Search of the desktop</source>
        <translation>Suche des Desktops</translation>
    </message>
    <message>
        <source>GNOME&apos;s or KDE&apos;s own search finds what you share here, and shows titles and passages of it on the screen.</source>
        <translation>Die Suche von GNOME oder KDE findet, was hier freigegeben ist, und zeigt Titel und Stellen daraus auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Assistants on this computer</source>
        <translation>Assistenten auf diesem Rechner</translation>
    </message>
    <message>
        <source>Writes into their settings how Findling is started, or takes that out again; nothing else is changed.</source>
        <translation>Schreibt in ihre Einstellungen, wie Findling gestartet wird, oder nimmt das wieder heraus; sonst wird nichts geändert.</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>Wonach gefragt wurde</translation>
    </message>
    <message>
        <source>Each call, with the files that the answer named. It stays on this computer until you forget it.</source>
        <translation>Jeder Aufruf mit den Dateien, die die Antwort nannte. Das bleibt auf diesem Rechner, bis es vergessen wird.</translation>
    </message>
    <message>
        <source>The library has no folders yet.</source>
        <translation>Die Bibliothek hat noch keine Ordner.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Go to the search box</source>
        <translation>Zum Suchfeld</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>Datei in ihrem Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy the file&apos;s path</source>
        <translation>Pfad der Datei kopieren</translation>
    </message>
    <message>
        <source>Rename the file…</source>
        <translation>Datei umbenennen …</translation>
    </message>
    <message>
        <source>Copy the file itself</source>
        <translation>Die Datei selbst kopieren</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Etiketten …</translation>
    </message>
    <message>
        <source>In Labels: undo what was done last</source>
        <translation>In Etiketten: rückgängig machen, was zuletzt getan wurde</translation>
    </message>
    <message>
        <source>Move the file to the bin…</source>
        <translation>Datei in den Papierkorb…</translation>
    </message>
    <message>
        <source>Copy the passage with its source</source>
        <translation>Textstelle mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Peek at the file</source>
        <translation>Kurz in die Datei sehen</translation>
    </message>
    <message>
        <source>Previous result, from the search box too</source>
        <translation>Voriges Ergebnis, auch aus dem Suchfeld</translation>
    </message>
    <message>
        <source>Next result, from the search box too</source>
        <translation>Nächstes Ergebnis, auch aus dem Suchfeld</translation>
    </message>
    <message>
        <source>Clear the search, then hide the window</source>
        <translation>Suche leeren, dann Fenster verbergen</translation>
    </message>
    <message>
        <source>Next match in the preview</source>
        <translation>Nächster Treffer in der Vorschau</translation>
    </message>
    <message>
        <source>Previous match in the preview</source>
        <translation>Voriger Treffer in der Vorschau</translation>
    </message>
    <message>
        <source>Find in the preview</source>
        <translation>In der Vorschau suchen</translation>
    </message>
    <message>
        <source>Documents like this one</source>
        <translation>Dokumente wie dieses</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Pause indexing, or go on</source>
        <translation>Einlesen anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Go to Search</source>
        <translation>Zur Suche</translation>
    </message>
    <message>
        <source>Go to Duplicates</source>
        <translation>Zu den Duplikaten</translation>
    </message>
    <message>
        <source>Go to Topics</source>
        <translation>Zu den Themen</translation>
    </message>
    <message>
        <source>Go to Labels</source>
        <translation>Zu den Etiketten</translation>
    </message>
    <message>
        <source>Go to Library</source>
        <translation>Zur Bibliothek</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>Zu den Modellen</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>Vorschau zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Quit Findling</source>
        <translation>Findling beenden</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Copy the search</source>
        <translation>Die Suche kopieren</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Replace by what is searched for now</source>
        <translation>Durch die jetzige Suche ersetzen</translation>
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
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>SingleInstance</name>
    <message>
        <source>the name {name} is too long</source>
        <translation>der Name {name} ist zu lang</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>The document is being read</source>
        <translation>Das Dokument wird gelesen</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Reihenfolge: {order}</translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>My files</source>
        <translation>Meine Dateien</translation>
    </message>
    <message>
        <source>Shared library</source>
        <translation>Geteilte Bibliothek</translation>
    </message>
    <message>
        <source>Search in: {where}</source>
        <translation>Suchen in: {where}</translation>
    </message>
</context>
<context>
    <name>SpanLabels</name>
    <message numerus="yes">
        <source>the last %Ln day(s)</source>
        <translation>
            <numerusform>der letzte Tag</numerusform>
            <numerusform>die letzten %Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln week(s)</source>
        <translation>
            <numerusform>die letzte Woche</numerusform>
            <numerusform>die letzten %Ln Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln month(s)</source>
        <translation>
            <numerusform>der letzte Monat</numerusform>
            <numerusform>die letzten %Ln Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln year(s)</source>
        <translation>
            <numerusform>das letzte Jahr</numerusform>
            <numerusform>die letzten %Ln Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln day(s)</source>
        <translation>
            <numerusform>vor dem letzten Tag</numerusform>
            <numerusform>vor den letzten %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln week(s)</source>
        <translation>
            <numerusform>vor der letzten Woche</numerusform>
            <numerusform>vor den letzten %Ln Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln month(s)</source>
        <translation>
            <numerusform>vor dem letzten Monat</numerusform>
            <numerusform>vor den letzten %Ln Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln year(s)</source>
        <translation>
            <numerusform>vor dem letzten Jahr</numerusform>
            <numerusform>vor den letzten %Ln Jahren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanPopup</name>
    <message>
        <source>Show these</source>
        <translation>Diese zeigen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To, with this day</source>
        <translation>&amp;Bis einschließlich</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Searching</source>
        <translation>Sucht</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>What is in the library, and what is not searchable</source>
        <translation>Was in der Bibliothek ist und was sich nicht durchsuchen lässt</translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation>Einlesen fortsetzen</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Einlesen anhalten</translation>
    </message>
    <message>
        <source>texts go to {server}</source>
        <translation>Texte gehen an {server}</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>fetching {model}</source>
        <translation>{model} wird geholt</translation>
    </message>
    <message>
        <source>fetching {model}: {done} of {total}</source>
        <translation>{model} wird geholt: {done} von {total}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Indexing keeps ending. Findling goes on trying.</source>
        <translation>Das Einlesen bricht immer wieder ab. Findling versucht es weiter.</translation>
    </message>
    <message>
        <source>going over to another model</source>
        <translation>Wechsel zu einem anderen Modell</translation>
    </message>
    <message>
        <source>going over to {model}</source>
        <translation>Wechsel zu {model}</translation>
    </message>
    <message>
        <source>going over to {model}, {time} left</source>
        <translation>Wechsel zu {model}, noch {time}</translation>
    </message>
    <message>
        <source>the change to {model} rests</source>
        <translation>der Wechsel zu {model} ruht</translation>
    </message>
    <message>
        <source>{model} answers until then</source>
        <translation>bis dahin antwortet {model}</translation>
    </message>
    <message>
        <source>looking for changes</source>
        <translation>sucht nach Änderungen</translation>
    </message>
    <message>
        <source>indexing</source>
        <translation>liest ein</translation>
    </message>
    <message>
        <source>reading scans and pictures, {time} left</source>
        <translation>Scans und Bilder werden gelesen, noch {time}</translation>
    </message>
    <message>
        <source>grouping documents by topic</source>
        <translation>ordnet Dokumente nach Themen</translation>
    </message>
    <message>
        <source>indexing, {time} left</source>
        <translation>liest ein, noch {time}</translation>
    </message>
    <message>
        <source>all searchable</source>
        <translation>alle durchsuchbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable</source>
        <translation>
            <numerusform>%Ln durchsuchbar</numerusform>
            <numerusform>%Ln durchsuchbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not: why</source>
        <translation>
            <numerusform>%Ln nicht: warum</numerusform>
            <numerusform>%Ln nicht: warum</numerusform>
        </translation>
    </message>
    <message>
        <source>reading scans and pictures</source>
        <translation>Scans und Bilder werden gelesen</translation>
    </message>
    <message>
        <source>{work}, working out how long it takes</source>
        <translation>{work}, wie lange es dauert, wird ermittelt</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>angehalten bis {time}</translation>
    </message>
    <message>
        <source>paused until there is mains power</source>
        <translation>angehalten bis zum Netzstrom</translation>
    </message>
    <message>
        <source>resting on battery</source>
        <translation>ruht im Akkubetrieb</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>The text of your documents, and what they mean.</source>
        <translation>Der Text der Dokumente, und was sie bedeuten.</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Makes searching fast. If it is lost, Findling makes it again.</source>
        <translation>Macht die Suche schnell. Geht er verloren, legt Findling ihn neu an.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What went wrong, for whoever looks into it.</source>
        <translation>Was schiefging, für alle, die der Sache nachgehen.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>What stands on this page, as text that can be edited.</source>
        <translation>Was auf dieser Seite steht, als Text zum Bearbeiten.</translation>
    </message>
    <message>
        <source>About Findling</source>
        <translation>Über Findling</translation>
    </message>
    <message>
        <source>Findling itself</source>
        <translation>Findling selbst</translation>
    </message>
    <message>
        <source>Its version, and whose work is in it.</source>
        <translation>Die Version, und wessen Arbeit darin steckt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Textstelle</numerusform>
            <numerusform>%Ln Textstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show in folder: {name}</source>
        <translation>Im Ordner zeigen: {name}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Folders named Backup</source>
        <translation>Ordner namens Backup</translation>
    </message>
    <message>
        <source>Folders named Old</source>
        <translation>Ordner namens Old</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>very likely</source>
        <translation>sehr wahrscheinlich</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>as likely as not</source>
        <translation>ebenso gut wie nicht</translation>
    </message>
    <message>
        <source>rather unlikely</source>
        <translation>eher nicht</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Blätter</translation>
    </message>
</context>
<context>
    <name>TeamSection</name>
    <message>
        <source>Shared library</source>
        <translation>Geteilte Bibliothek</translation>
    </message>
    <message>
        <source>Of the database on a PostgreSQL server of yours, as whoever runs it tells you.</source>
        <translation>Der Datenbank auf einem eigenen PostgreSQL-Server, wie sie Ihnen nennt, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>Address of the shared library</source>
        <translation>Adresse der geteilten Bibliothek</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Password for the shared library</source>
        <translation>Kennwort für die geteilte Bibliothek</translation>
    </message>
    <message>
        <source>What you share</source>
        <translation>Was Sie freigeben</translation>
    </message>
    <message>
        <source>Text, names, dates and people of all that is in a folder can be found and read by those whom you name: people and groups of the server, or everyone. Changes follow by themselves.</source>
        <translation>Texte, Namen, Daten und Personen von allem, was in einem Ordner liegt, können die finden und lesen, die Sie nennen: Personen und Gruppen des Servers, oder everyone für alle. Änderungen folgen von selbst.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>Verlassen …</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Anlegen …</translation>
    </message>
    <message>
        <source>Create a shared library</source>
        <translation>Eine geteilte Bibliothek anlegen</translation>
    </message>
    <message>
        <source>Join the shared library</source>
        <translation>Der geteilten Bibliothek beitreten</translation>
    </message>
    <message>
        <source>Leave the shared library</source>
        <translation>Die geteilte Bibliothek verlassen</translation>
    </message>
    <message>
        <source>Make a shared library in the empty database at this address, for the model in use here? All who join need that model. The server must let you make roles and the extension pgvector.</source>
        <translation>In der leeren Datenbank unter dieser Adresse eine geteilte Bibliothek anlegen, für das Modell, das hier benutzt wird? Alle, die beitreten, brauchen dieses Modell. Der Server muss Ihnen erlauben, Rollen und die Erweiterung pgvector anzulegen.</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the shared library? What you share there is taken back at once.</source>
        <translation>Die geteilte Bibliothek verlassen? Was Sie dort freigeben, wird sofort zurückgenommen.</translation>
    </message>
    <message>
        <source>Leave the shared library? Its server is not asked, so that what you share stays there.</source>
        <translation>Die geteilte Bibliothek verlassen? Ihr Server wird nicht gefragt, sodass dort bleibt, was Sie freigeben.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>People who work together can have one library on a PostgreSQL server of theirs. Each computer reads its own files, and what you share there is found by those whom you share it with. Nothing is shared before you choose a folder.</source>
        <translation>Wer zusammenarbeitet, kann eine Bibliothek auf einem eigenen PostgreSQL-Server haben. Jeder Rechner liest seine eigenen Dateien, und was Sie dort freigeben, finden die, denen Sie es freigeben. Nichts ist freigegeben, bevor Sie einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Joined: {address}.</source>
        <translation>Beigetreten: {address}.</translation>
    </message>
    <message numerus="yes">
        <source>You may see %Ln file(s) there.</source>
        <translation>
            <numerusform>Sie können dort %Ln Datei sehen.</numerusform>
            <numerusform>Sie können dort %Ln Dateien sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it was published yet.</source>
        <translation>Noch ist nicht alles davon veröffentlicht.</translation>
    </message>
    <message>
        <source>Published last: {day}, {time}.</source>
        <translation>Zuletzt veröffentlicht: {day}, {time}.</translation>
    </message>
</context>
<context>
    <name>TopicFileList</name>
    <message>
        <source>Documents of the topic</source>
        <translation>Dokumente des Themas</translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message>
        <source>Topics and their parts</source>
        <translation>Themen und ihre Teile</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message>
        <source>Looking at the topics…</source>
        <translation>Themen werden angesehen …</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Search in this topic</source>
        <translation>In diesem Thema suchen</translation>
    </message>
</context>
<context>
    <name>TopicsSection</name>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Group documents by topic</source>
        <translation>Dokumente nach Themen ordnen</translation>
    </message>
    <message>
        <source>While nothing else is to be done, on this computer. Topics that were found stay.</source>
        <translation>Wenn sonst nichts zu tun ist, auf diesem Rechner. Gefundene Themen bleiben.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>Open Findling</source>
        <translation>Findling öffnen</translation>
    </message>
    <message>
        <source>Quick search</source>
        <translation>Schnellsuche</translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation>Einlesen fortsetzen</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Einlesen anhalten</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Until there is mains power</source>
        <translation>Bis zum Netzstrom</translation>
    </message>
    <message>
        <source>Until I say so</source>
        <translation>Bis auf Weiteres</translation>
    </message>
    <message>
        <source>Quit Findling</source>
        <translation>Findling beenden</translation>
    </message>
    <message>
        <source>Indexing is paused</source>
        <translation>Das Einlesen ist angehalten</translation>
    </message>
    <message>
        <source>Indexing keeps ending. Findling goes on trying.</source>
        <translation>Das Einlesen bricht immer wieder ab. Findling versucht es weiter.</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Liest ein</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
</context>
<context>
    <name>TrialOutcome</name>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln Frage</numerusform>
            <numerusform>%Ln Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %Ln document(s)</source>
        <translation>
            <numerusform>zu %Ln Dokument</numerusform>
            <numerusform>zu %Ln Dokumenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judged</source>
        <translation>
            <numerusform>%Ln beurteilt</numerusform>
            <numerusform>%Ln beurteilt</numerusform>
        </translation>
    </message>
    <message>
        <source>{asked} {documents}, {judged}</source>
        <translation>{asked} {documents}, {judged}</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>made questions {score}</source>
        <translation>gemachte Fragen {score}</translation>
    </message>
    <message>
        <source>judged questions {score}</source>
        <translation>beurteilte Fragen {score}</translation>
    </message>
    <message>
        <source>right one first: {share}</source>
        <translation>Richtiges zuerst: {share}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) a second</source>
        <translation>
            <numerusform>%Ln Textstelle je Sekunde</numerusform>
            <numerusform>%Ln Textstellen je Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>whole library: {time}</source>
        <translation>ganze Bibliothek: {time}</translation>
    </message>
    <message>
        <source>Words alone</source>
        <translation>Wörter allein</translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message>
        <source>Compare models on your files…</source>
        <translation>Modelle an den eigenen Dateien vergleichen …</translation>
    </message>
    <message>
        <source>Questions of your own, one a line</source>
        <translation>Eigene Fragen, eine je Zeile</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>A sample of your files is taken…</source>
        <translation>Eine Stichprobe der Dateien wird gezogen …</translation>
    </message>
    <message>
        <source>Words alone</source>
        <translation>Wörter allein</translation>
    </message>
    <message>
        <source>Asking: {model}</source>
        <translation>Gefragt wird: {model}</translation>
    </message>
    <message>
        <source>This takes {time}.</source>
        <translation>Das dauert {time}.</translation>
    </message>
    <message>
        <source>Questions are made from a sample of your files, and asked of the model in use, of up to two others that are installed, and of words alone. What answers your own questions and earlier searches, you say. Nothing leaves this computer. It takes up to half an hour, can be stopped, and goes on where it was.</source>
        <translation>Aus einer Stichprobe Ihrer Dateien werden Fragen gemacht und dem benutzten Modell gestellt, bis zu zwei anderen, die installiert sind, und Wörtern allein. Was Ihre eigenen Fragen und frühere Suchen beantwortet, sagen Sie. Nichts verlässt diesen Computer. Es dauert bis zu einer halben Stunde, lässt sich anhalten und geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>Which model is best for your files</source>
        <translation>Welches Modell für Ihre Dateien das beste ist</translation>
    </message>
</context>
<context>
    <name>TrialsTable</name>
    <message>
        <source>What this machine can compute with</source>
        <translation>Womit dieser Rechner rechnen kann</translation>
    </message>
    <message>
        <source>Computes with</source>
        <translation>Rechnet mit</translation>
    </message>
    <message>
        <source>Passages a second</source>
        <translation>Textstellen je Sekunde</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>computes right</source>
        <translation>rechnet richtig</translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
    <message>
        <source>Versions of {name}</source>
        <translation>Fassungen von {name}</translation>
    </message>
    <message>
        <source>Looking for versions…</source>
        <translation>Fassungen werden gesucht …</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Fassungen, neueste zuerst</translation>
    </message>
    <message>
        <source>What changed in it</source>
        <translation>Was darin geändert ist</translation>
    </message>
    <message>
        <source>Open this version</source>
        <translation>Diese Fassung öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No other version of it is known.</source>
        <translation>Eine andere Fassung ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions are known, the newest first.</source>
        <translation>
            <numerusform>%Ln Fassung ist bekannt.</numerusform>
            <numerusform>%Ln Fassungen sind bekannt, die neueste zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions are known; nothing tells the order of some.</source>
        <translation>
            <numerusform>%Ln Fassung ist bekannt.</numerusform>
            <numerusform>%Ln Fassungen sind bekannt; bei manchen sagt nichts, welche neuer ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>order not known</source>
        <translation>Reihenfolge nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest version that is known.</source>
        <translation>Die älteste Fassung, die bekannt ist.</translation>
    </message>
    <message>
        <source>No word changed.</source>
        <translation>Kein Wort ist geändert.</translation>
    </message>
    <message>
        <source>Nothing tells whether this or the one above is the older version.</source>
        <translation>Nichts sagt, ob diese oder die darüber die ältere Fassung ist.</translation>
    </message>
    <message>
        <source>{kind}, new</source>
        <translation>{kind}, neu</translation>
    </message>
    <message>
        <source>{kind}, gone</source>
        <translation>{kind}, entfallen</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>sentence or more</source>
        <translation>Satz oder mehr</translation>
    </message>
</context>
<context>
    <name>WeeklyTip</name>
    <message>
        <source>{keys} keeps a search under a name, at the left.</source>
        <translation>{keys} behält eine Suche unter einem Namen, am linken Rand.</translation>
    </message>
    <message>
        <source>{keys} finds documents like the chosen one.</source>
        <translation>{keys} findet Dokumente wie das gewählte.</translation>
    </message>
    <message>
        <source>{keys} copies the shown passage with its source.</source>
        <translation>{keys} kopiert die gezeigte Stelle mit ihrer Quelle.</translation>
    </message>
    <message>
        <source>{keys} goes from word to word in the preview.</source>
        <translation>{keys} geht in der Vorschau von Wort zu Wort.</translation>
    </message>
    <message>
        <source>after:7d finds what changed in the last seven days, and after:this-week goes with the week.</source>
        <translation>after:7d findet, was sich in den letzten sieben Tagen geändert hat; after:this-week geht mit der Woche mit.</translation>
    </message>
    <message>
        <source>A minus before a word leaves out the documents that have it: lease -draft</source>
        <translation>Ein Minus vor einem Wort lässt Dokumente weg, die es enthalten: Mietvertrag -Entwurf</translation>
    </message>
    <message>
        <source>A row can be dragged into another program, as a file would be.</source>
        <translation>Eine Zeile lässt sich wie eine Datei in ein anderes Programm ziehen.</translation>
    </message>
    <message>
        <source>A key of your choice, in the settings, opens a small search window in any program.</source>
        <translation>Eine frei wählbare Taste, in den Einstellungen, öffnet in jedem Programm ein kleines Suchfenster.</translation>
    </message>
    <message>
        <source>name:invoice finds files by any part of their name, read or not.</source>
        <translation>name:rechnung findet Dateien nach jedem Teil ihres Namens, gelesen oder nicht.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Schritt {number} von {all}</translation>
    </message>
</context>
<context>
    <name>WipeWindow</name>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forgetting everything…</source>
        <translation>Alles wird vergessen …</translation>
    </message>
    <message>
        <source>What went and what stayed, one by one</source>
        <translation>Was gelöscht wurde und was blieb, einzeln</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What else has the library open is being ended; that may take a minute.</source>
        <translation>Was die Bibliothek sonst noch offen hat, wird beendet; das kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>Nothing was forgotten</source>
        <translation>Nichts wurde vergessen</translation>
    </message>
    <message>
        <source>Not everything is forgotten</source>
        <translation>Nicht alles ist vergessen</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}).</source>
        <translation>In Findling ist etwas schiefgegangen ({name}).</translation>
    </message>
    <message>
        <source>Everything is forgotten</source>
        <translation>Alles ist vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of Findling’s own, {size}, are deleted.</source>
        <translation>
            <numerusform>%Ln eigene Datei von Findling, {size}, ist gelöscht.</numerusform>
            <numerusform>%Ln eigene Dateien von Findling, {size}, sind gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Started again, Findling is as on the first day.</source>
        <translation>Neu gestartet ist Findling wie am ersten Tag.</translation>
    </message>
    <message>
        <source>Started again, Findling knows nothing but your settings.</source>
        <translation>Neu gestartet kennt Findling nur noch Ihre Einstellungen.</translation>
    </message>
    <message>
        <source>Your own files are as they were.</source>
        <translation>Ihre eigenen Dateien sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>Kept, since Findling did not make it.</source>
        <translation>Bleibt, da Findling es nicht angelegt hat.</translation>
    </message>
    <message>
        <source>Installed models stay.</source>
        <translation>Installierte Modelle bleiben.</translation>
    </message>
</context>
<context>
    <name>WriterLink</name>
    <message>
        <source>Changes are noticed only every few minutes</source>
        <translation>Änderungen werden nur alle paar Minuten bemerkt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) not connected</source>
        <translation>
            <numerusform>%Ln Ordner nicht verbunden</numerusform>
            <numerusform>%Ln Ordner nicht verbunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_FolderRow</name>
    <message>
        <source>everyone, or names with commas between them</source>
        <translation>everyone für alle, oder Namen mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>People and groups for {folder}</source>
        <translation>Personen und Gruppen für {folder}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Withdraw {folder}</source>
        <translation>{folder} zurücknehmen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>_Gauge</name>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>as now</source>
        <translation>wie jetzt</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>{keys} has another meaning already: {action}.</source>
        <translation>{keys} ist schon vergeben: {action}.</translation>
    </message>
    <message>
        <source>{keys} alone would be in the way of typing. Add Ctrl or Alt.</source>
        <translation>{keys} allein wäre beim Tippen im Weg. Strg oder Alt dazunehmen.</translation>
    </message>
</context>
<context>
    <name>_PassphraseDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>counting…</source>
        <translation>zählt …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents}, {time}</source>
        <translation>{documents}, {time}</translation>
    </message>
    <message>
        <source>over {documents}, {time}</source>
        <translation>über {documents}, {time}</translation>
    </message>
    <message>
        <source>no documents</source>
        <translation>keine Dokumente</translation>
    </message>
    <message>
        <source>{documents} so far…</source>
        <translation>bisher {documents} …</translation>
    </message>
</context>
</TS>
