<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AnswersStep</name>
    <message numerus="yes">
        <source>%n answer(s) to choose; all others are suggested from SYSPRO&apos;s own codes.</source>
        <translation>
            <numerusform>%n answer to choose; all others are suggested from SYSPRO&apos;s own codes.</numerusform>
            <numerusform>%n answers to choose; all others are suggested from SYSPRO&apos;s own codes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>%n document(s) are being posted. The engine finishes them before it ends.</source>
        <extracomment>Asks a question that has to be answered: title, text; true for yes. Whether the demo, or the own home, is to be shown next; ``None`` where the program ends for good.</extracomment>
        <translation>
            <numerusform>1 document is being posted. The engine finishes it before it ends.</numerusform>
            <numerusform>%n documents are being posted. The engine finishes them before it ends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n document(s) in doubt; SYSPRO is searched, nothing is sent twice.</source>
        <translation>
            <numerusform>1 document is in doubt; SYSPRO is searched, nothing is sent twice.</numerusform>
            <numerusform>%n documents are in doubt; SYSPRO is searched, nothing is sent twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait for you.</source>
        <translation>
            <numerusform>1 thing waits for you.</numerusform>
            <numerusform>%n things wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) on the way.</source>
        <translation>
            <numerusform>1 thing is on the way.</numerusform>
            <numerusform>%n things are on the way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The movements add up to the payout; %n of them are not in SYSPRO yet.</source>
        <translation>
            <numerusform>The movements add up to the payout; 1 of them is not in SYSPRO yet.</numerusform>
            <numerusform>The movements add up to the payout; %n of them are not in SYSPRO yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The movements add up to the payout; %n of them are ignored, all others are in SYSPRO.</source>
        <translation>
            <numerusform>The movements add up to the payout; 1 of them is ignored, all others are in SYSPRO.</numerusform>
            <numerusform>The movements add up to the payout; %n of them are ignored, all others are in SYSPRO.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message numerus="yes">
        <source>%n change(s) wait in the draft; nothing is decided by it yet.</source>
        <translation>
            <numerusform>%n change waits in the draft; nothing is decided by it yet.</numerusform>
            <numerusform>%n changes wait in the draft; nothing is decided by it yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n row(s) are not what was written. {first}</source>
        <translation>
            <numerusform>1 row is not what was written. {first}</numerusform>
            <numerusform>%n rows are not what was written. {first}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateCard</name>
    <message numerus="yes">
        <source>%n further answer(s) may stay as they are usual.</source>
        <translation>
            <numerusform>1 further answer may stay as it is usual.</numerusform>
            <numerusform>%n further answers may stay as they are usual.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>1 needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <translation>
            <numerusform>1 in doubt</numerusform>
            <numerusform>%n in doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message numerus="yes">
        <source>%n thing(s) are never posted. The money stays in the books as ignored.</source>
        <translation>
            <numerusform>1 thing is never posted. Its money stays in the books as ignored.</numerusform>
            <numerusform>%n things are never posted. Their money stays in the books as ignored.</numerusform>
        </translation>
    </message>
</context>
</TS>
