<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CallList</name>
    <message numerus="yes">
        <source>%Ln call(s) in all, the latest first.</source>
        <translation>
            <numerusform>%Ln call in all.</numerusform>
            <numerusform>%Ln calls in all, the latest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) named</source>
        <translation>
            <numerusform>%Ln file named</numerusform>
            <numerusform>%Ln files named</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message numerus="yes">
        <source>%Ln other model(s)</source>
        <translation>
            <numerusform>%Ln other model</numerusform>
            <numerusform>%Ln other models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message numerus="yes">
        <source>{done} of %Ln document(s) done</source>
        <translation>
            <numerusform>{done} of %Ln document done</numerusform>
            <numerusform>{done} of %Ln documents done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message numerus="yes">
        <source>About %Ln document(s) would be found by their words only.</source>
        <translation>
            <numerusform>About %Ln document would be found by its words only.</numerusform>
            <numerusform>About %Ln documents would be found by their words only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message numerus="yes">
        <source>%Ln paragraph(s) the same</source>
        <translation>
            <numerusform>%Ln paragraph the same</numerusform>
            <numerusform>%Ln paragraphs the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountLabels</name>
    <message numerus="yes">
        <source>%Ln copies</source>
        <translation>
            <numerusform>%Ln copy</numerusform>
            <numerusform>%Ln copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more passage(s)</source>
        <translation>
            <numerusform>%Ln more passage</numerusform>
            <numerusform>%Ln more passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions, newest first</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions, newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message numerus="yes">
        <source>%Ln+ file(s)</source>
        <translation>
            <numerusform>%Ln+ file</numerusform>
            <numerusform>%Ln+ files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message numerus="yes">
        <source>Labels of the %Ln listed files…</source>
        <translation>
            <numerusform>Labels of the %Ln listed file…</numerusform>
            <numerusform>Labels of the %Ln listed files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateLabels</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln number</numerusform>
            <numerusform>%Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln date(s)</source>
        <translation>
            <numerusform>%Ln date</numerusform>
            <numerusform>%Ln dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln negation(s)</source>
        <translation>
            <numerusform>%Ln negation</numerusform>
            <numerusform>%Ln negations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the bin</source>
        <translation>
            <numerusform>Move %Ln file to the bin</numerusform>
            <numerusform>Move %Ln files to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to a folder</source>
        <translation>
            <numerusform>Move %Ln file to a folder</numerusform>
            <numerusform>Move %Ln files to a folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln file(s) by hard links</source>
        <translation>
            <numerusform>Replace %Ln file by a hard link</numerusform>
            <numerusform>Replace %Ln files by hard links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved to the bin.</source>
        <translation>
            <numerusform>%Ln file moved to the bin.</numerusform>
            <numerusform>%Ln files moved to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved.</source>
        <translation>
            <numerusform>%Ln file moved.</numerusform>
            <numerusform>%Ln files moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) replaced by hard links.</source>
        <translation>
            <numerusform>%Ln file replaced by a hard link.</numerusform>
            <numerusform>%Ln files replaced by hard links.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) put back</source>
        <translation>
            <numerusform>%Ln file put back</numerusform>
            <numerusform>%Ln files put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cleared up</source>
        <translation>
            <numerusform>%Ln file cleared up</numerusform>
            <numerusform>%Ln files cleared up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) renamed</source>
        <translation>
            <numerusform>%Ln file renamed</numerusform>
            <numerusform>%Ln files renamed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) named as before</source>
        <translation>
            <numerusform>%Ln file named as before</numerusform>
            <numerusform>%Ln files named as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left as they are, since you stopped.</source>
        <translation>
            <numerusform>%Ln file was left as it is, since you stopped.</numerusform>
            <numerusform>%Ln files were left as they are, since you stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) are left half-way.</source>
        <translation>
            <numerusform>%Ln more file is left half-way.</numerusform>
            <numerusform>%Ln more files are left half-way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left alone:</source>
        <translation>
            <numerusform>%Ln file left alone:</numerusform>
            <numerusform>%Ln files left alone:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesHeader</name>
    <message numerus="yes">
        <source>%Ln still to be compared</source>
        <translation>
            <numerusform>%Ln still to be compared</numerusform>
            <numerusform>%Ln still to be compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln document(s) still to be compared. What is alike appears here.</source>
        <translation>
            <numerusform>%Ln document still to be compared. What is alike appears here.</numerusform>
            <numerusform>%Ln documents still to be compared. What is alike appears here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s)</source>
        <translation>
            <numerusform>about %n day</numerusform>
            <numerusform>about %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsDrawer</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message numerus="yes">
        <source>Open %Ln file(s), each in a window of its own?</source>
        <translation>
            <numerusform>Open %Ln file, each in a window of its own?</numerusform>
            <numerusform>Open %Ln files, each in a window of its own?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) copied</source>
        <translation>
            <numerusform>%Ln path copied</numerusform>
            <numerusform>%Ln paths copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) copied</source>
        <translation>
            <numerusform>%Ln file copied</numerusform>
            <numerusform>%Ln files copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) copied</source>
        <translation>
            <numerusform>%Ln passage copied</numerusform>
            <numerusform>%Ln passages copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderAdder</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderChecks</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable by their text</source>
        <translation>
            <numerusform>%Ln searchable by their text</numerusform>
            <numerusform>%Ln searchable by their text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by name only</source>
        <translation>
            <numerusform>%Ln by name only</numerusform>
            <numerusform>%Ln by name only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline</source>
        <translation>
            <numerusform>%Ln offline</numerusform>
            <numerusform>%Ln offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leaves out {patterns} and has %Ln more rule(s)</source>
        <translation>
            <numerusform>Leaves out {patterns} and has %Ln more rule</numerusform>
            <numerusform>Leaves out {patterns} and has %Ln more rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has %Ln rule(s)</source>
        <translation>
            <numerusform>Has %Ln rule</numerusform>
            <numerusform>Has %Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersStep</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HardwareSection</name>
    <message numerus="yes">
        <source>%Ln core(s)</source>
        <translation>
            <numerusform>%Ln core</numerusform>
            <numerusform>%Ln cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message numerus="yes">
        <source>%Ln file(s) to search in</source>
        <translation>
            <numerusform>%Ln file to search in</numerusform>
            <numerusform>%Ln files to search in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not fully indexed yet</source>
        <translation>
            <numerusform>%Ln file not fully indexed yet</numerusform>
            <numerusform>%Ln files not fully indexed yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueGroup</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JudgingView</name>
    <message numerus="yes">
        <source>%Ln question(s) to judge</source>
        <translation>
            <numerusform>%Ln question to judge</numerusform>
            <numerusform>%Ln questions to judge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelHeader</name>
    <message numerus="yes">
        <source>Remove this label from %Ln file(s)?</source>
        <translation>
            <numerusform>Remove this label from %Ln file?</numerusform>
            <numerusform>Remove this label from %Ln files?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>suggested for %Ln new one(s)</source>
        <translation>
            <numerusform>suggested for %Ln new one</numerusform>
            <numerusform>suggested for %Ln new ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message numerus="yes">
        <source>Label for %Ln file(s)</source>
        <translation>
            <numerusform>Label for %Ln file</numerusform>
            <numerusform>Label for %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is given to %Ln file(s).</source>
        <translation>
            <numerusform>“{name}” is given to %Ln file.</numerusform>
            <numerusform>“{name}” is given to %Ln files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is taken off %Ln file(s).</source>
        <translation>
            <numerusform>“{name}” is taken off %Ln file.</numerusform>
            <numerusform>“{name}” is taken off %Ln files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is not suggested for %Ln file(s) any more.</source>
        <translation>
            <numerusform>“{name}” is not suggested for %Ln file any more.</numerusform>
            <numerusform>“{name}” is not suggested for %Ln files any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LanguageNotice</name>
    <message numerus="yes">
        <source>%Ln file(s) are in languages that the model in use does not know ({languages}): they are found by their words, and hardly by what they mean.</source>
        <translation>
            <numerusform>%Ln file is in a language that the model in use does not know ({languages}): it is found by its words, and hardly by what it means.</numerusform>
            <numerusform>%Ln files are in languages that the model in use does not know ({languages}): they are found by their words, and hardly by what they mean.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryHeader</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable by their text</source>
        <translation>
            <numerusform>%Ln searchable by their text</numerusform>
            <numerusform>%Ln searchable by their text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by name only</source>
        <translation>
            <numerusform>%Ln by name only</numerusform>
            <numerusform>%Ln by name only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline</source>
        <translation>
            <numerusform>%Ln offline</numerusform>
            <numerusform>%Ln offline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelLabels</name>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln dimension</numerusform>
            <numerusform>%Ln dimensions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reads %Ln token(s) at once</source>
        <translation>
            <numerusform>reads %Ln token at once</numerusform>
            <numerusform>reads %Ln tokens at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in languages that it does not know</source>
        <translation>
            <numerusform>%Ln file in a language that it does not know</numerusform>
            <numerusform>%Ln files in languages that it does not know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared on %Ln passage(s): their vectors agree to {cosine} in the mean, where 1 is the same, and {overlap} of the ten nearest are the same.</source>
        <translation>
            <numerusform>Compared on %Ln passage: its vectors agree to {cosine}, where 1 is the same, and {overlap} of the ten nearest are the same.</numerusform>
            <numerusform>Compared on %Ln passages: their vectors agree to {cosine} in the mean, where 1 is the same, and {overlap} of the ten nearest are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>%Ln language</numerusform>
            <numerusform>%Ln languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message numerus="yes">
        <source>The hash of %Ln of its file(s) was not published: a revision alone names them.</source>
        <translation>
            <numerusform>The hash of %Ln of its files was not published: a revision alone names it.</numerusform>
            <numerusform>The hashes of %Ln of its files were not published: a revision alone names them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassphraseForm</name>
    <message numerus="yes">
        <source>Too short: %Ln more character(s).</source>
        <translation>
            <numerusform>Too short: %Ln more character.</numerusform>
            <numerusform>Too short: %Ln more characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) say something that no file that stays says.</source>
        <translation>
            <numerusform>%Ln file says something that no file that stays says.</numerusform>
            <numerusform>%Ln files say something that no file that stays says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were chosen by you, and are not known to be the same as what stays.</source>
        <translation>
            <numerusform>%Ln file was chosen by you, and is not known to be the same as what stays.</numerusform>
            <numerusform>%Ln files were chosen by you, and are not known to be the same as what stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be part of it.</source>
        <translation>
            <numerusform>%Ln file cannot be part of it.</numerusform>
            <numerusform>%Ln files cannot be part of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanTask</name>
    <message numerus="yes">
        <source>Clearing up %Ln file(s)…</source>
        <translation>
            <numerusform>Clearing up %Ln file…</numerusform>
            <numerusform>Clearing up %Ln files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message numerus="yes">
        <source>Step 2 of 3: the original has embedded {done} of %Ln passage(s)</source>
        <translation>
            <numerusform>Step 2 of 3: the original has embedded {done} of %Ln passage</numerusform>
            <numerusform>Step 2 of 3: the original has embedded {done} of %Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step 3 of 3: the build has embedded {done} of the same %Ln passage(s)</source>
        <translation>
            <numerusform>Step 3 of 3: the build has embedded {done} of the same %Ln passage</numerusform>
            <numerusform>Step 3 of 3: the build has embedded {done} of the same %Ln passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message numerus="yes">
        <source>Open %Ln files</source>
        <translation>
            <numerusform>Open %Ln file</numerusform>
            <numerusform>Open %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln paths</source>
        <translation>
            <numerusform>Copy %Ln path</numerusform>
            <numerusform>Copy %Ln paths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln files</source>
        <translation>
            <numerusform>Copy %Ln file</numerusform>
            <numerusform>Copy %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the passages of %Ln files with their sources</source>
        <translation>
            <numerusform>Copy the passages of %Ln file with their sources</numerusform>
            <numerusform>Copy the passages of %Ln files with their sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln files…</source>
        <translation>
            <numerusform>Labels of %Ln file…</numerusform>
            <numerusform>Labels of %Ln files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln files to the bin…</source>
        <translation>
            <numerusform>Move %Ln file to the bin…</numerusform>
            <numerusform>Move %Ln files to the bin…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln results as a list…</source>
        <translation>
            <numerusform>Save %Ln result as a list…</numerusform>
            <numerusform>Save %Ln results as a list…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message numerus="yes">
        <source>%Ln result(s) are saved as {name}.</source>
        <translation>
            <numerusform>%Ln result is saved as {name}.</numerusform>
            <numerusform>%Ln results are saved as {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultMoves</name>
    <message numerus="yes">
        <source>Move %Ln file(s) to the bin?</source>
        <translation>
            <numerusform>Move %Ln file to the bin?</numerusform>
            <numerusform>Move %Ln files to the bin?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) put back.</source>
        <translation>
            <numerusform>%Ln file put back.</numerusform>
            <numerusform>%Ln files put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the bin.</source>
        <translation>
            <numerusform>%Ln file is in the bin.</numerusform>
            <numerusform>%Ln files are in the bin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultStack</name>
    <message numerus="yes">
        <source>%Ln file(s) are not fully indexed yet, so more may come.</source>
        <translation>
            <numerusform>%Ln file is not fully indexed yet, so more may come.</numerusform>
            <numerusform>%Ln files are not fully indexed yet, so more may come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>Show %Ln new result(s)</source>
        <translation>
            <numerusform>Show %Ln new result</numerusform>
            <numerusform>Show %Ln new results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanLabels</name>
    <message numerus="yes">
        <source>the last %Ln day(s)</source>
        <translation>
            <numerusform>the last day</numerusform>
            <numerusform>the last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln week(s)</source>
        <translation>
            <numerusform>the last week</numerusform>
            <numerusform>the last %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln month(s)</source>
        <translation>
            <numerusform>the last month</numerusform>
            <numerusform>the last %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln year(s)</source>
        <translation>
            <numerusform>the last year</numerusform>
            <numerusform>the last %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln day(s)</source>
        <translation>
            <numerusform>before the last day</numerusform>
            <numerusform>before the last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln week(s)</source>
        <translation>
            <numerusform>before the last week</numerusform>
            <numerusform>before the last %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln month(s)</source>
        <translation>
            <numerusform>before the last month</numerusform>
            <numerusform>before the last %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln year(s)</source>
        <translation>
            <numerusform>before the last year</numerusform>
            <numerusform>before the last %Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable</source>
        <translation>
            <numerusform>%Ln searchable</numerusform>
            <numerusform>%Ln searchable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not: why</source>
        <translation>
            <numerusform>%Ln not: why</numerusform>
            <numerusform>%Ln not: why</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamSection</name>
    <message numerus="yes">
        <source>You may see %Ln file(s) there.</source>
        <translation>
            <numerusform>You may see %Ln file there.</numerusform>
            <numerusform>You may see %Ln files there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialOutcome</name>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %Ln document(s)</source>
        <translation>
            <numerusform>over %Ln document</numerusform>
            <numerusform>over %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judged</source>
        <translation>
            <numerusform>%Ln judged</numerusform>
            <numerusform>%Ln judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) a second</source>
        <translation>
            <numerusform>%Ln passage a second</numerusform>
            <numerusform>%Ln passages a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
    <message numerus="yes">
        <source>%Ln versions are known, the newest first.</source>
        <translation>
            <numerusform>%Ln version is known.</numerusform>
            <numerusform>%Ln versions are known, the newest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions are known; nothing tells the order of some.</source>
        <translation>
            <numerusform>%Ln version is known.</numerusform>
            <numerusform>%Ln versions are known; nothing tells the order of some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WipeWindow</name>
    <message numerus="yes">
        <source>%Ln file(s) of Findling’s own, {size}, are deleted.</source>
        <translation>
            <numerusform>%Ln file of Findling’s own, {size}, is deleted.</numerusform>
            <numerusform>%Ln files of Findling’s own, {size}, are deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriterLink</name>
    <message numerus="yes">
        <source>%Ln folder(s) not connected</source>
        <translation>
            <numerusform>%Ln folder not connected</numerusform>
            <numerusform>%Ln folders not connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
</TS>
