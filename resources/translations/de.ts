<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AllowanceCard</name>
    <message>
        <source>Read allowance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>%n document(s) are being posted. The engine finishes them before it ends.</source>
        <extracomment>Asks a question that has to be answered: title, text; true for yes. Languages that are shipped; the first one is what the sources are written in.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Quit the SYSPRO Stripe agent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is started by the service of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CauseStrip</name>
    <message>
        <source>Causes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Noted. It is carried out as soon as the engine runs.</source>
        <extracomment>What a command gives back: its number, those of several, or nothing where it is done at once.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Close the detail</source>
        <extracomment>Width of the pane, in pixels of the layout.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is posted, field by field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is approved and posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The discrepancy stays as it is and is not shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is decided again with what both systems say now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is never posted. Its money stays in the books as ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search customer, Stripe id or SYSPRO key</source>
        <extracomment>Milliseconds of rest after the last letter before a search begins. Days of the choices of time; 0 is for all.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowCard</name>
    <message>
        <source>Today&apos;s money</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowPicture</name>
    <message>
        <source>Money from Stripe to SYSPRO today</source>
        <extracomment>Least height of a band, so that a small amount can be seen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moved today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In SYSPRO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <extracomment>Most tiles of the proof side by side.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents posted by the hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is being looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides are being compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoursPicture</name>
    <message>
        <source>Documents posted by the hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Identifier</name>
    <message>
        <source>Copy {id}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>SYSPRO Stripe agent</source>
        <extracomment>Size of a window that was never sized by hand. Smallest size in which nothing is cut off.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine gives signs of life, so nothing is read or posted. What you do here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Save picture…</source>
        <extracomment>How much larger than on the screen a saved picture is.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Compare now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the work list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Reason, for the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsCard</name>
    <message>
        <source>Next runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <extracomment>Milliseconds that a word about something done stays.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemsCard</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Starting…</source>
        <extracomment>Seconds of the short pause. Documents in the menu. Longest state line of the menu, in characters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proven up to {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stripe is being looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Nothing is read or posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaterfallPicture</name>
    <message>
        <source>From gross to net</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WireView</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent, what came back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkModel</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Work list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents and everything else that waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search or choose another filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Stripe tells of appears here until SYSPRO has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is posted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What SYSPRO has taken appears here with its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What SYSPRO refuses, and what you approve, appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document without an answer appears here until it is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not posted on purpose appears here with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them are decided again with what both systems say now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are never posted. The money stays in the books as ignored.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StepWidget</name>
    <message>
        <source>What was sent, what came back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYSPRO customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYSPRO company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow {flow}, revision {revision}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From what Stripe says of {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYSPRO&apos;s own row {key} was compared with what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYSPRO refused it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not delivered; it is tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer; SYSPRO is searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where each field comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had to be changed to fit SYSPRO</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine.self</name>
    <message>
        <source>runs on {machine}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped, or silent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <extracomment>Rows that are read at a time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>Stripe {stripe} · SYSPRO {syspro}</source>
        <extracomment>Jobs whose next run is shown, in this order. Seconds below which a rhythm is said instead of a moment.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides at nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was compared yet. The first proof is made a minute after the engine starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe and SYSPRO agree to the cent, up to {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe and SYSPRO did not agree {when}. The work list says what is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when the engine runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {pause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {reads} reads in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>The window met an error of the program</source>
        <extracomment>Milliseconds between two looks at whether somebody has written; more where the status takes long to read. How many times as long as reading the status takes nothing is read, so that watching costs little at any size. Milliseconds after which everything is read again although nobody has written: time passes, an engine falls silent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be shown. Nothing was changed, and the engine goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page again; send us the log of today if it stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self.wire.self</name>
    <message>
        <source>What is posted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Set-up needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine is running, or it is silent; nothing is read or posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in doubt; SYSPRO is searched, nothing is sent twice.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait for you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paused; nothing is read or posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) on the way.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All payments are posted; Stripe and SYSPRO agree to the cent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AR document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AR adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit of an invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit note line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order to invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash book entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discrepancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post to SYSPRO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocate receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch disputes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign of life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
