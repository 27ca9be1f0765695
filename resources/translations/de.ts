<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <extracomment>Libraries that are shipped with the program and seen by whoever looks for licences.</extracomment>
        <translation>Info</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Licences of the libraries within</source>
        <translation>Lizenzen der enthaltenen Bibliotheken</translation>
    </message>
    <message>
        <source>SYSPRO Stripe agent</source>
        <translation>SYSPRO-Stripe-Agent</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Python and Qt</source>
        <translation>Python und Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>What leaves this building</source>
        <translation>Was dieses Haus verlässt</translation>
    </message>
    <message>
        <source>To Stripe: questions about your own account, with your own restricted key. Nothing else is sent.</source>
        <translation>An Stripe: Fragen zu Ihrem eigenen Konto, mit Ihrem eigenen eingeschränkten Schlüssel. Sonst wird nichts gesendet.</translation>
    </message>
    <message>
        <source>If you switch it on: SYSPRO&apos;s numbers, written to the metadata of your own payments and refunds.</source>
        <translation>Wenn Sie es einschalten: Nummern aus SYSPRO, in die Metadaten Ihrer eigenen Zahlungen und Erstattungen.</translation>
    </message>
    <message>
        <source>If you switch the catalogue on: stock codes with names, units, tax codes, prices and quantities.</source>
        <translation>Wenn Sie den Katalog einschalten: Artikel mit Namen, Einheiten, Steuerschlüsseln, Preisen und Mengen.</translation>
    </message>
    <message>
        <source>If you keep customers in step: names, e-mail addresses, telephone numbers and addresses, to Stripe.</source>
        <translation>Wenn Sie Kunden abgleichen: Namen, E-Mail-Adressen, Telefonnummern und Anschriften, an Stripe.</translation>
    </message>
    <message>
        <source>If you ask for open invoices to be paid: their numbers and amounts, to Stripe&apos;s links or invoices.</source>
        <translation>Wenn Sie offene Rechnungen bezahlen lassen: ihre Nummern und Beträge, an Stripes Zahlungslinks oder Rechnungen.</translation>
    </message>
    <message>
        <source>If you open the portal: prices, stock, orders and invoices, to the shops that hold a token of yours.</source>
        <translation>Wenn Sie das Portal öffnen: Preise, Bestände, Aufträge und Rechnungen, an die Shops mit einem von Ihnen vergebenen Token.</translation>
    </message>
    <message>
        <source>To SYSPRO: documents, inside your own network, through its e.net service.</source>
        <translation>An SYSPRO: Belege, innerhalb Ihres eigenen Netzes, über seinen e.net-Dienst.</translation>
    </message>
    <message>
        <source>To us, or to anybody else: nothing. No figures about use, no error reports, no updates by itself.</source>
        <translation>An uns oder sonst jemanden: nichts. Keine Nutzungszahlen, keine Fehlerberichte, keine Updates von selbst.</translation>
    </message>
</context>
<context>
    <name>AccessStep</name>
    <message>
        <source>Read SYSPRO&apos;s tables by SQL, which is faster</source>
        <extracomment>Settings of the first step that are secrets, and those that are not. Width of the labels.</extracomment>
        <translation>SYSPROs Tabellen per SQL lesen, das ist schneller</translation>
    </message>
    <message>
        <source>kept in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Restricted key</source>
        <translation>Eingeschränkter Schlüssel</translation>
    </message>
    <message>
        <source>Make a restricted key (rk_) in Stripe&apos;s dashboard under Developers, API keys. The test says which rights it lacks and which it does not need.</source>
        <translation>Legen Sie im Dashboard von Stripe unter Entwickler, API-Schlüssel einen eingeschränkten Schlüssel (rk_) an. Die Prüfung sagt, welche Rechte ihm fehlen und welche er nicht braucht.</translation>
    </message>
    <message>
        <source>SYSPRO</source>
        <translation>SYSPRO</translation>
    </message>
    <message>
        <source>Address of e.net</source>
        <translation>Adresse von e.net</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Sein Kennwort</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>SQL Server</source>
        <translation>SQL Server</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>empty: the Windows account of the engine</source>
        <translation>leer: das Windows-Konto des Dienstes</translation>
    </message>
</context>
<context>
    <name>AllowanceCard</name>
    <message>
        <source>Read allowance</source>
        <translation>Lesekontingent</translation>
    </message>
</context>
<context>
    <name>AnswersStep</name>
    <message>
        <source>Answers</source>
        <extracomment>Width of a label.</extracomment>
        <translation>Antworten</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to choose; all others are suggested from SYSPRO&apos;s own codes.</source>
        <translation>
            <numerusform>%n Antwort ist zu wählen; alle anderen sind aus SYSPROs eigenen Codes vorgeschlagen.</numerusform>
            <numerusform>%n Antworten sind zu wählen; alle anderen sind aus SYSPROs eigenen Codes vorgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every answer is suggested from SYSPRO&apos;s own codes. Change what is not right.</source>
        <translation>Jede Antwort ist aus SYSPROs eigenen Codes vorgeschlagen. Ändern Sie, was nicht stimmt.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>%n document(s) are being posted. The engine finishes them before it ends.</source>
        <extracomment>Asks a question that has to be answered: title, text; true for yes. Languages that are shipped; the first one is what the sources are written in. Whether the demo, or the own home, is to be shown next; ``None`` where the program ends for good.</extracomment>
        <translation>
            <numerusform>1 Beleg wird gerade gebucht. Der Dienst beendet das, bevor er aufhört.</numerusform>
            <numerusform>%n Belege werden gerade gebucht. Der Dienst beendet das, bevor er aufhört.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit the SYSPRO Stripe agent?</source>
        <translation>Den SYSPRO-Stripe-Agenten beenden?</translation>
    </message>
    <message>
        <source>The engine is started by the service of this computer.</source>
        <translation>Den Dienst startet dieser Rechner selbst.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Cards of the flow</source>
        <extracomment>Cards of a section from which on it begins folded.</extracomment>
        <translation>Karten des Ablaufs</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>Close the card</source>
        <extracomment>Width of the panel, in pixels of the layout.</extracomment>
        <translation>Karte schließen</translation>
    </message>
    <message>
        <source>Move the card up</source>
        <translation>Karte nach oben</translation>
    </message>
    <message>
        <source>Move the card down</source>
        <translation>Karte nach unten</translation>
    </message>
    <message>
        <source>Its fields, in the mapping</source>
        <translation>Ihre Felder, in der Zuordnung</translation>
    </message>
    <message>
        <source>Keep in the draft</source>
        <translation>Im Entwurf behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>What it saw of the event</source>
        <translation>Was sie vom Ereignis sah</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switched off: it is kept, and never asked.</source>
        <translation>Ausgeschaltet: sie bleibt, und wird nie gefragt.</translation>
    </message>
    <message>
        <source>This card can work.</source>
        <translation>Diese Karte kann arbeiten.</translation>
    </message>
    <message>
        <source>Its condition cannot work yet.</source>
        <translation>Ihre Bedingung kann so noch nicht arbeiten.</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Switch the card on</source>
        <extracomment>What a dragged card is. Where the connecting line runs, in pixels from the left edge of the cards. Most values that a card shows of what it read, and of what it gave.</extracomment>
        <translation>Karte einschalten</translation>
    </message>
    <message>
        <source>Switch the card off</source>
        <translation>Karte ausschalten</translation>
    </message>
</context>
<context>
    <name>CatalogueDetail</name>
    <message>
        <source>Close the detail</source>
        <extracomment>Width of the pane, in pixels of the layout.</extracomment>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Keep SYSPRO&apos;s</source>
        <translation>SYSPROs behalten</translation>
    </message>
    <message>
        <source>Keep Stripe&apos;s</source>
        <translation>Stripes behalten</translation>
    </message>
    <message>
        <source>Somebody changed this in Stripe</source>
        <translation>Jemand hat das in Stripe geändert</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s is written over what stands in Stripe. Stripe&apos;s stays until it is changed there again; SYSPRO is never written to.</source>
        <translation>SYSPROs Wert überschreibt, was in Stripe steht. Stripes Wert bleibt, bis er dort wieder geändert wird; nach SYSPRO wird nie geschrieben.</translation>
    </message>
    <message>
        <source>{code} is written to Stripe again.</source>
        <translation>{code} wird noch einmal nach Stripe geschrieben.</translation>
    </message>
    <message>
        <source>{code} is written to Stripe as SYSPRO has it.</source>
        <translation>{code} wird so nach Stripe geschrieben, wie SYSPRO es hat.</translation>
    </message>
    <message>
        <source>{code} stays in Stripe as it is there.</source>
        <translation>{code} bleibt in Stripe, wie es dort ist.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Product in Stripe</source>
        <translation>Produkt in Stripe</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>CatalogueModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Name in Stripe</source>
        <translation>Name in Stripe</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <extracomment>The tab of all stock codes.</extracomment>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Stock codes</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Search stock code or name</source>
        <translation>Artikel oder Namen suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>By stock code</source>
        <translation>Nach Artikel</translation>
    </message>
    <message>
        <source>Changed last</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>SYSPRO is being looked at for what changed.</source>
        <translation>SYSPRO wird nach Änderungen gefragt.</translation>
    </message>
    <message>
        <source>All stock codes are being read.</source>
        <translation>Alle Artikel werden gelesen.</translation>
    </message>
    <message>
        <source>All products in Stripe are being looked at.</source>
        <translation>Alle Produkte in Stripe werden angesehen.</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear the search or choose all.</source>
        <translation>Leeren Sie die Suche oder wählen Sie alle.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s stock codes appear here as soon as the engine has read them, each with its price and, where it is not sold, with the reason.</source>
        <translation>Die Artikel aus SYSPRO stehen hier, sobald der Dienst sie gelesen hat, jeder mit seinem Preis und, wo er nicht verkauft wird, mit dem Grund.</translation>
    </message>
    <message>
        <source>No stock code was read yet</source>
        <translation>Noch wurde kein Artikel gelesen</translation>
    </message>
    <message>
        <source>Switched on, it writes SYSPRO&apos;s stock codes and selling prices to Stripe as products and prices, keeps them in step, and says here what is left out and why. Nothing is ever written to SYSPRO.</source>
        <translation>Eingeschaltet schreibt er die Artikel und Verkaufspreise aus SYSPRO als Produkte und Preise nach Stripe, hält sie auf dem gleichen Stand und sagt hier, was ausgelassen ist und warum. Nach SYSPRO wird nie etwas geschrieben.</translation>
    </message>
    <message>
        <source>The catalogue is off</source>
        <translation>Der Katalog ist aus</translation>
    </message>
    <message>
        <source>Show its settings</source>
        <translation>Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Stock codes appear here when that changes.</source>
        <translation>Artikel stehen hier, sobald sich das ändert.</translation>
    </message>
    <message>
        <source>Nothing is in Stripe yet</source>
        <translation>Noch ist nichts in Stripe</translation>
    </message>
    <message>
        <source>Nothing is to be written</source>
        <translation>Nichts ist zu schreiben</translation>
    </message>
    <message>
        <source>What changes in SYSPRO appears here.</source>
        <translation>Was sich in SYSPRO ändert, steht hier.</translation>
    </message>
    <message>
        <source>Stripe refuses nothing</source>
        <translation>Stripe lehnt nichts ab</translation>
    </message>
    <message>
        <source>There is nothing to choose</source>
        <translation>Es gibt nichts zu wählen</translation>
    </message>
    <message>
        <source>When somebody changes a product in Stripe and the settings say that you are asked, it appears here.</source>
        <translation>Ändert jemand ein Produkt in Stripe und sagen die Einstellungen, dass Sie gefragt werden, steht es hier.</translation>
    </message>
    <message>
        <source>Every stock code is sold</source>
        <translation>Jeder Artikel wird verkauft</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>CauseStrip</name>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Ignore all…</source>
        <translation>Alle ignorieren…</translation>
    </message>
    <message>
        <source>Retry all {count}</source>
        <translation>Alle {count} wiederholen</translation>
    </message>
    <message>
        <source>Approve all {count}</source>
        <translation>Alle {count} freigeben</translation>
    </message>
</context>
<context>
    <name>ConditionEditor</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>The expression</source>
        <translation>Der Ausdruck</translation>
    </message>
    <message>
        <source>payment.amount.minor &gt; 100000</source>
        <translation>payment.amount.minor &gt; 100000</translation>
    </message>
    <message>
        <source>This says more than rows can, so it is shown as an expression.</source>
        <translation>Das sagt mehr, als Zeilen können, darum steht es als Ausdruck da.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {problem}</source>
        <translation>Zeile {line}, Spalte {column}: {problem}</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Noted. It is carried out as soon as the engine runs.</source>
        <extracomment>What a command gives back: its number, those of several, or nothing where it is done at once.</extracomment>
        <translation>Notiert. Es wird ausgeführt, sobald der Dienst läuft.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n document(s) in doubt; SYSPRO is searched, nothing is sent twice.</source>
        <translation>
            <numerusform>1 Beleg ist im Zweifel; SYSPRO wird durchsucht, nichts wird zweimal gesendet.</numerusform>
            <numerusform>%n Belege sind im Zweifel; SYSPRO wird durchsucht, nichts wird zweimal gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait for you.</source>
        <translation>
            <numerusform>1 Vorgang wartet auf Sie.</numerusform>
            <numerusform>%n Vorgänge warten auf Sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) on the way.</source>
        <translation>
            <numerusform>1 Vorgang ist unterwegs.</numerusform>
            <numerusform>%n Vorgänge sind unterwegs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The movements add up to the payout; %n of them are not in SYSPRO yet.</source>
        <translation>
            <numerusform>Die Bewegungen ergeben die Auszahlung; 1 davon ist noch nicht in SYSPRO.</numerusform>
            <numerusform>Die Bewegungen ergeben die Auszahlung; %n davon sind noch nicht in SYSPRO.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersDetail</name>
    <message>
        <source>Close the detail</source>
        <extracomment>Width of the pane, in pixels of the layout.</extracomment>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>They are one</source>
        <translation>Es ist derselbe</translation>
    </message>
    <message>
        <source>Make in Stripe</source>
        <translation>In Stripe anlegen</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht derselbe</translation>
    </message>
    <message>
        <source>Keep out of Stripe</source>
        <translation>Nicht nach Stripe</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>{code} and {stripe} are one customer.</source>
        <translation>{code} und {stripe} sind ein Kunde.</translation>
    </message>
    <message>
        <source>{code} is made in Stripe.</source>
        <translation>{code} wird in Stripe angelegt.</translation>
    </message>
    <message>
        <source>{code} is compared again.</source>
        <translation>{code} wird wieder verglichen.</translation>
    </message>
    <message>
        <source>{code} and {stripe} are not suggested again.</source>
        <translation>{code} und {stripe} werden nicht wieder vorgeschlagen.</translation>
    </message>
    <message>
        <source>{code} stays out of Stripe.</source>
        <translation>{code} kommt nicht nach Stripe.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s {field} counts.</source>
        <translation>{field}: Es gilt, was SYSPRO sagt.</translation>
    </message>
    <message>
        <source>Stripe&apos;s {field} counts.</source>
        <translation>{field}: Es gilt, was Stripe sagt.</translation>
    </message>
    <message>
        <source>Keep SYSPRO&apos;s</source>
        <translation>SYSPROs behalten</translation>
    </message>
    <message>
        <source>Keep Stripe&apos;s</source>
        <translation>Stripes behalten</translation>
    </message>
    <message>
        <source>Both sides changed this since they agreed last. What you keep is written to the other side.</source>
        <translation>Beide Seiten haben dies geändert, seit sie zuletzt übereinstimmten. Was Sie behalten, wird auf die andere Seite geschrieben.</translation>
    </message>
    <message>
        <source>{score} % likely the same as {name} in Stripe.</source>
        <translation>Zu {score} % derselbe wie {name} in Stripe.</translation>
    </message>
    <message>
        <source>Another customer is as likely, so look twice.</source>
        <translation>Ein anderer Kunde ist ebenso wahrscheinlich; sehen Sie zweimal hin.</translation>
    </message>
    <message>
        <source>Customer in SYSPRO</source>
        <translation>Kunde in SYSPRO</translation>
    </message>
    <message>
        <source>Customer in Stripe</source>
        <translation>Kunde in Stripe</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>CustomersModel</name>
    <message>
        <source>In SYSPRO</source>
        <extracomment>A part of the page: suggestions of one sort, or links that stand somewhere.</extracomment>
        <translation>In SYSPRO</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>In Stripe</source>
        <translation>In Stripe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <extracomment>The parts, those that want a person first. So many per cent are sure enough to be accepted together.</extracomment>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Accept the sure ones…</source>
        <translation>Die sicheren annehmen…</translation>
    </message>
    <message>
        <source>Search customer, name, e-mail or Stripe id</source>
        <translation>Kunde, Name, E-Mail oder Stripe-ID suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Both sides are being looked at for what changed.</source>
        <translation>Beide Seiten werden nach Änderungen gefragt.</translation>
    </message>
    <message>
        <source>All customers of both sides are being read.</source>
        <translation>Alle Kunden beider Seiten werden gelesen.</translation>
    </message>
    <message>
        <source>Every customer that is at least {least} % likely the same as one in Stripe, where no other is as likely, becomes one with it. Those that are less sure stay here.</source>
        <translation>Jeder Kunde, der zu mindestens {least} % derselbe ist wie einer in Stripe und bei dem kein anderer ebenso wahrscheinlich ist, wird mit ihm einer. Die weniger sicheren bleiben hier.</translation>
    </message>
    <message>
        <source>They are one</source>
        <translation>Es ist derselbe</translation>
    </message>
    <message>
        <source>The sure ones are linked.</source>
        <translation>Die sicheren sind verbunden.</translation>
    </message>
    <message>
        <source>Nothing fits the search</source>
        <translation>Nichts passt zur Suche</translation>
    </message>
    <message>
        <source>Clear it, or choose another part.</source>
        <translation>Leeren Sie sie, oder wählen Sie einen anderen Teil.</translation>
    </message>
    <message>
        <source>Customers appear here as soon as the engine has read them on both sides, each with who it may be and why.</source>
        <translation>Kunden erscheinen hier, sobald die Engine sie auf beiden Seiten gelesen hat, jeder mit dem, der er sein kann, und warum.</translation>
    </message>
    <message>
        <source>No customer was read yet</source>
        <translation>Noch kein Kunde wurde gelesen</translation>
    </message>
    <message>
        <source>Switched on, it says which customer of SYSPRO is which of Stripe, with reasons, and keeps name, e-mail, telephone, address and tax number in step as far as the settings say. You confirm who is who.</source>
        <translation>Eingeschaltet sagt es, welcher Kunde in SYSPRO welcher in Stripe ist, mit Gründen, und hält Name, E-Mail, Telefon, Anschrift und Steuernummer gleich, so weit die Einstellungen es sagen. Sie bestätigen, wer wer ist.</translation>
    </message>
    <message>
        <source>Customers are not kept in step</source>
        <translation>Kunden werden nicht gleich gehalten</translation>
    </message>
    <message>
        <source>Show its settings</source>
        <translation>Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Customers appear here when that changes.</source>
        <translation>Kunden erscheinen hier, wenn sich das ändert.</translation>
    </message>
    <message>
        <source>Nobody waits to be compared</source>
        <translation>Niemand wartet auf einen Vergleich</translation>
    </message>
    <message>
        <source>When a customer of SYSPRO looks like one of Stripe, the two appear here with the reasons.</source>
        <translation>Sieht ein Kunde in SYSPRO aus wie einer in Stripe, erscheinen die beiden hier mit den Gründen.</translation>
    </message>
    <message>
        <source>Every customer is in Stripe, or looks like one there</source>
        <translation>Jeder Kunde ist in Stripe oder sieht dort aus wie einer</translation>
    </message>
    <message>
        <source>Nobody is left out</source>
        <translation>Niemand ist ausgelassen</translation>
    </message>
    <message>
        <source>No link agrees yet</source>
        <translation>Noch keine Verbindung stimmt überein</translation>
    </message>
    <message>
        <source>Nothing is to be written</source>
        <translation>Nichts ist zu schreiben</translation>
    </message>
    <message>
        <source>Both sides agree</source>
        <translation>Beide Seiten stimmen überein</translation>
    </message>
    <message>
        <source>When both sides change the same field, both values appear here and you choose.</source>
        <translation>Ändern beide Seiten dasselbe Feld, erscheinen hier beide Werte, und Sie wählen.</translation>
    </message>
    <message>
        <source>Stripe refuses nothing</source>
        <translation>Stripe lehnt nichts ab</translation>
    </message>
    <message>
        <source>No link has ended</source>
        <translation>Keine Verbindung ist beendet</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Close the detail</source>
        <extracomment>Width of the pane, in pixels of the layout.</extracomment>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Ignore…</source>
        <translation>Ignorieren…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>What is posted, field by field</source>
        <translation>Was gebucht wird, Feld für Feld</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation>Stripe-Id</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Zurück kam</translation>
    </message>
    <message>
        <source>What is posted</source>
        <translation>Was gebucht wird</translation>
    </message>
    <message>
        <source>{title} is approved and posted.</source>
        <translation>{title} ist freigegeben und wird gebucht.</translation>
    </message>
    <message>
        <source>The discrepancy stays as it is and is not shown again.</source>
        <translation>Die Abweichung bleibt, wie sie ist, und wird nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>The note has been read.</source>
        <translation>Der Hinweis ist gelesen.</translation>
    </message>
    <message>
        <source>{title} is decided again with what both systems say now.</source>
        <translation>{title} wird neu entschieden, nach dem jetzigen Stand beider Systeme.</translation>
    </message>
    <message>
        <source>Accepted as it is.</source>
        <translation>So angenommen, wie es ist.</translation>
    </message>
    <message>
        <source>{title} is never posted. Its money stays in the books as ignored.</source>
        <translation>{title} wird nie gebucht. Das Geld bleibt als ignoriert in den Büchern.</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>{title} is ignored.</source>
        <translation>{title} wird ignoriert.</translation>
    </message>
</context>
<context>
    <name>DiscoverStep</name>
    <message>
        <source>What is there</source>
        <extracomment>Most accounts that are shown; the command line has all. Days that may be chosen as the first one.</extracomment>
        <translation>Was da ist</translation>
    </message>
</context>
<context>
    <name>DoubtsPage</name>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Documents in doubt</source>
        <translation>Belege im Zweifel</translation>
    </message>
    <message>
        <source>These were sent to SYSPRO and no answer came. SYSPRO is searched by itself; nothing is sent twice.</source>
        <translation>Sie wurden an SYSPRO gesendet, und keine Antwort kam. SYSPRO wird von selbst durchsucht; nichts wird zweimal gesendet.</translation>
    </message>
    <message>
        <source>When SYSPRO does not answer, the document appears here until it is found or surely absent.</source>
        <translation>Antwortet SYSPRO nicht, steht der Beleg hier, bis er gefunden ist oder sicher fehlt.</translation>
    </message>
    <message>
        <source>Nothing is in doubt</source>
        <translation>Nichts ist im Zweifel</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Try on the last 30 days</source>
        <extracomment>Most lines of the draft, and most decisions, that are shown at once.</extracomment>
        <translation>An den letzten 30 Tagen erproben</translation>
    </message>
    <message>
        <source>Check with SYSPRO&apos;s lists</source>
        <translation>Mit SYSPROs Listen prüfen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>What would have come out otherwise</source>
        <translation>Was anders herausgekommen wäre</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait in the draft; nothing is decided by it yet.</source>
        <translation>
            <numerusform>%n Änderung wartet im Entwurf; damit wird noch nichts entschieden.</numerusform>
            <numerusform>%n Änderungen warten im Entwurf; damit wird noch nichts entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft says the same as what is in force.</source>
        <translation>Der Entwurf sagt dasselbe wie das, was in Kraft ist.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>What was decided in the last 30 days is decided again…</source>
        <translation>Was in den letzten 30 Tagen entschieden wurde, wird noch einmal entschieden…</translation>
    </message>
    <message>
        <source>Nothing was decided in the last 30 days, so there is nothing to try it on.</source>
        <translation>In den letzten 30 Tagen wurde nichts entschieden; es gibt nichts, woran er zu erproben wäre.</translation>
    </message>
    <message>
        <source>All {count} decisions of the last 30 days would have been the same.</source>
        <translation>Alle {count} Entscheidungen der letzten 30 Tage wären dieselben gewesen.</translation>
    </message>
    <message>
        <source>The engine asks SYSPRO&apos;s lists…</source>
        <translation>Der Dienst fragt SYSPROs Listen…</translation>
    </message>
    <message>
        <source>SYSPRO has every code that the draft names.</source>
        <translation>SYSPRO hat jeden Schlüssel, den der Entwurf nennt.</translation>
    </message>
    <message>
        <source>{some} of {all} decisions of the last 30 days would have been different:</source>
        <translation>{some} von {all} Entscheidungen der letzten 30 Tage wären anders gewesen:</translation>
    </message>
    <message>
        <source>What was changed in the draft is lost.</source>
        <translation>Was im Entwurf geändert wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Put in force…</source>
        <extracomment>Days of decisions that a draft is tried on, and most of them.</extracomment>
        <translation>In Kraft setzen…</translation>
    </message>
    <message>
        <source>From now on payments are decided with the draft; what is posted stays as it is.</source>
        <translation>Von jetzt an wird mit dem Entwurf entschieden; was gebucht ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>Why, for those who read the revisions</source>
        <translation>Warum, für alle, die die Fassungen lesen</translation>
    </message>
    <message>
        <source>The draft is in force.</source>
        <translation>Der Entwurf ist in Kraft.</translation>
    </message>
    <message>
        <source>The draft is gone.</source>
        <translation>Der Entwurf ist weg.</translation>
    </message>
    <message>
        <source>The engine asks SYSPRO&apos;s lists, and it does not run.</source>
        <translation>SYSPROs Listen fragt der Dienst, und der läuft nicht.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Undo</source>
        <extracomment>A change of the draft; gives back an ``Edited``.</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change of the draft back (Ctrl+Z)</source>
        <translation>Die letzte Änderung des Entwurfs zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>The last change is taken back.</source>
        <translation>Die letzte Änderung ist zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Use the default</source>
        <translation>Vorgabe verwenden</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>kept in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>FieldsModel</name>
    <message>
        <source>Field in SYSPRO</source>
        <extracomment>Ways to fill a field, in the order in which a person meets them; the empty one fills it by nothing.</extracomment>
        <translation>Feld in SYSPRO</translation>
    </message>
    <message>
        <source>Filled with</source>
        <translation>Gefüllt mit</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search customer, Stripe id or SYSPRO key</source>
        <extracomment>Milliseconds of rest after the last letter before a search begins. Days of the choices of time; 0 is for all.</extracomment>
        <translation>Kunde, Stripe-Id oder SYSPRO-Schlüssel suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Every currency</source>
        <translation>Jede Währung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Amount of at least</source>
        <translation>Betrag ab</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
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
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Show every right</source>
        <translation>Jedes Recht zeigen</translation>
    </message>
    <message>
        <source>Show what matters</source>
        <translation>Nur Wichtiges zeigen</translation>
    </message>
</context>
<context>
    <name>FlowCard</name>
    <message>
        <source>Today&apos;s money</source>
        <translation>Geld von heute</translation>
    </message>
</context>
<context>
    <name>FlowList</name>
    <message>
        <source>Flows, in the order in which they are asked</source>
        <extracomment>Height of a row, and the switch in it, in pixels.</extracomment>
        <translation>Abläufe, in der Reihenfolge, in der sie gefragt werden</translation>
    </message>
</context>
<context>
    <name>FlowPicture</name>
    <message>
        <source>Money from Stripe to SYSPRO today</source>
        <extracomment>Least height of a band, so that a small amount can be seen.</extracomment>
        <translation>Geld von Stripe nach SYSPRO heute</translation>
    </message>
    <message>
        <source>Nothing moved.</source>
        <translation>Nichts bewegte sich.</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Nothing moved today.</source>
        <translation>Heute bewegte sich nichts.</translation>
    </message>
    <message>
        <source>In SYSPRO</source>
        <translation>In SYSPRO</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
</context>
<context>
    <name>FlowsPage</name>
    <message>
        <source>Flows</source>
        <extracomment>Most revisions that are shown. Width of the page below which the list makes room for an open card, in pixels of the layout.</extracomment>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>A flow says what a payment, a refund or a payout becomes in SYSPRO. Import one to begin.</source>
        <translation>Ein Ablauf sagt, was aus einer Zahlung, Erstattung oder Auszahlung in SYSPRO wird. Holen Sie zum Anfang einen herein.</translation>
    </message>
    <message>
        <source>There are no flows</source>
        <translation>Es gibt keine Abläufe</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>The card is changed in the draft; nothing is in force by it yet.</source>
        <translation>Die Karte ist im Entwurf geändert; dadurch gilt noch nichts.</translation>
    </message>
    <message>
        <source>The card is on in the draft.</source>
        <translation>Die Karte ist im Entwurf eingeschaltet.</translation>
    </message>
    <message>
        <source>The card is off in the draft.</source>
        <translation>Die Karte ist im Entwurf ausgeschaltet.</translation>
    </message>
    <message>
        <source>The card is moved in the draft.</source>
        <translation>Die Karte ist im Entwurf verschoben.</translation>
    </message>
    <message>
        <source>The card is removed in the draft; Undo brings it back.</source>
        <translation>Die Karte ist im Entwurf entfernt; Rückgängig holt sie wieder.</translation>
    </message>
    <message>
        <source>A condition of your own</source>
        <translation>Eine eigene Bedingung</translation>
    </message>
    <message>
        <source>The document is added in the draft.</source>
        <translation>Der Beleg ist im Entwurf hinzugefügt.</translation>
    </message>
    <message>
        <source>The card is added in the draft.</source>
        <translation>Die Karte ist im Entwurf hinzugefügt.</translation>
    </message>
    <message>
        <source>The card is added in the draft, off until it has its condition.</source>
        <translation>Die Karte ist im Entwurf hinzugefügt, ausgeschaltet bis sie ihre Bedingung hat.</translation>
    </message>
</context>
<context>
    <name>FlowsPane</name>
    <message>
        <source>New…</source>
        <extracomment>Width of the pane, in pixels of the layout.</extracomment>
        <translation>Neu…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Ask this flow earlier</source>
        <translation>Diesen Ablauf früher fragen</translation>
    </message>
    <message>
        <source>Ask this flow later</source>
        <translation>Diesen Ablauf später fragen</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Kopieren…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Remove (the program&apos;s own stay)</source>
        <translation>Entfernen (die des Programms bleiben)</translation>
    </message>
    <message>
        <source>The flow is switched on in the draft.</source>
        <translation>Der Ablauf ist im Entwurf eingeschaltet.</translation>
    </message>
    <message>
        <source>It is switched off in the draft.</source>
        <translation>Er ist im Entwurf ausgeschaltet.</translation>
    </message>
    <message>
        <source>The order is changed in the draft.</source>
        <translation>Die Reihenfolge ist im Entwurf geändert.</translation>
    </message>
    <message>
        <source>The new flow is in the draft, switched off until you switch it on.</source>
        <translation>Der neue Ablauf steht im Entwurf, ausgeschaltet bis Sie ihn einschalten.</translation>
    </message>
    <message>
        <source>{title} is removed in the draft.</source>
        <translation>{title} ist im Entwurf entfernt.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Geschrieben nach {path}.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The flow of {name} is in the draft.</source>
        <translation>Der Ablauf aus {name} steht im Entwurf.</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>Once for each payment</source>
        <translation>Einmal für jede Zahlung</translation>
    </message>
    <message>
        <source>Once for each payer</source>
        <translation>Einmal für jeden Zahler</translation>
    </message>
    <message>
        <source>Later documents wait for it</source>
        <translation>Spätere Belege warten darauf</translation>
    </message>
    <message>
        <source>Ask again in a moment</source>
        <translation>Gleich noch einmal fragen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>What it does, in words</source>
        <translation>Was es tut, in Worten</translation>
    </message>
    <message>
        <source>What a person reads</source>
        <translation>Was ein Mensch liest</translation>
    </message>
    <message>
        <source>Fields in braces are filled in, such as {payment.amount}.</source>
        <translation>Felder in Klammern werden eingesetzt, etwa {payment.amount}.</translation>
    </message>
    <message>
        <source>Name of the cause, for grouping</source>
        <translation>Name der Ursache, zum Gruppieren</translation>
    </message>
    <message>
        <source>Purpose: tells it from others of its kind</source>
        <translation>Zweck: unterscheidet ihn von anderen seiner Art</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Posting modes it is for; none is all</source>
        <translation>Buchungsarten, für die er da ist; keine heißt alle</translation>
    </message>
    <message>
        <source>Stripe&apos;s events that call for a decision, one a line</source>
        <translation>Ereignisse von Stripe, die entschieden werden, je Zeile eines</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Into the draft</source>
        <translation>In den Entwurf</translation>
    </message>
    <message>
        <source>The template is in the draft; put it in force when it is right.</source>
        <translation>Die Vorlage steht im Entwurf; setzen Sie ihn in Kraft, wenn er stimmt.</translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>Whether all or any have to hold</source>
        <translation>Ob alle oder nur eine gelten müssen</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>Gruppe entfernen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Add a group of rows</source>
        <translation>Gruppe von Zeilen hinzufügen</translation>
    </message>
</context>
<context>
    <name>HeadCard</name>
    <message>
        <source>Read all customers</source>
        <translation>Alle Kunden lesen</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help with this page (F1)</source>
        <translation>Hilfe zu dieser Seite (F1)</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <extracomment>Scheme of a link that shows a page of the program: ``place:settings`` or ``place:settings/catalogue.enabled``. Ending of a link to another page of the help. The languages of the help; the first one serves everybody else. Height of a line, in per cent of its font&apos;s own.</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>Zeile {number}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Verify the chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Every decision, every posting and every change of a setting is written down here.</source>
        <translation>Jede Entscheidung, jede Buchung und jede geänderte Einstellung steht hier.</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Noch wurde nichts getan</translation>
    </message>
    <message>
        <source>Every row is compared with the chain.</source>
        <translation>Jede Zeile wird mit der Kette verglichen.</translation>
    </message>
    <message>
        <source>Nothing was altered: {rows} rows, {decisions} decisions, {documents} documents.</source>
        <translation>Nichts wurde verändert: {rows} Zeilen, {decisions} Entscheidungen, {documents} Belege.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are not what was written. {first}</source>
        <translation>
            <numerusform>1 Zeile ist nicht, was geschrieben wurde. {first}</numerusform>
            <numerusform>%n Zeilen sind nicht, was geschrieben wurde. {first}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <extracomment>Most tiles of the proof side by side.</extracomment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Documents posted by the hour</source>
        <translation>Gebuchte Belege je Stunde</translation>
    </message>
    <message>
        <source>Nothing is read or posted before the launch. Here it will say whether both sides agree.</source>
        <translation>Vor dem Start wird nichts gelesen und nichts gebucht. Hier wird stehen, ob beide Seiten übereinstimmen.</translation>
    </message>
    <message>
        <source>Not launched yet</source>
        <translation>Noch nicht gestartet</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Stripe is being looked at.</source>
        <translation>Stripe wird abgefragt.</translation>
    </message>
    <message>
        <source>Both sides are being compared.</source>
        <translation>Beide Seiten werden verglichen.</translation>
    </message>
</context>
<context>
    <name>HoursPicture</name>
    <message>
        <source>Documents posted by the hour</source>
        <translation>Gebuchte Belege je Stunde</translation>
    </message>
</context>
<context>
    <name>Identifier</name>
    <message>
        <source>Copy {id}</source>
        <translation>{id} kopieren</translation>
    </message>
</context>
<context>
    <name>LaunchStep</name>
    <message>
        <source>Every document waits for my approval, until I say otherwise</source>
        <translation>Jeder Beleg wartet auf meine Freigabe, bis ich etwas anderes sage</translation>
    </message>
    <message>
        <source>Documents are posted as they come</source>
        <translation>Belege werden gebucht, wie sie kommen</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Test company</source>
        <translation>Testfirma</translation>
    </message>
    <message>
        <source>Preview with this company</source>
        <translation>Vorschau mit dieser Firma</translation>
    </message>
    <message>
        <source>Posted to company {company}, which is a test.</source>
        <translation>Gebucht wird in Firma {company}, einer Testfirma.</translation>
    </message>
    <message>
        <source>Posted to company {company}.</source>
        <translation>Gebucht wird in Firma {company}.</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Heute, {day}</translation>
    </message>
    <message>
        <source>The first of this month, {day}</source>
        <translation>Der Erste dieses Monats, {day}</translation>
    </message>
    <message>
        <source>30 days ago, {day}, as previewed</source>
        <translation>Vor 30 Tagen, {day}, wie in der Vorschau</translation>
    </message>
    <message>
        <source>The first documents</source>
        <translation>Die ersten Belege</translation>
    </message>
    <message>
        <source>They appear in the work list with all that SYSPRO will get. Approve them one by one or all at once; the setting posting.approval ends the waiting.</source>
        <translation>Sie stehen in der Arbeitsliste mit allem, was SYSPRO bekommen wird. Geben Sie sie einzeln oder alle auf einmal frei; die Einstellung posting.approval beendet das Warten.</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>Ab welchem Tag</translation>
    </message>
    <message>
        <source>Payments before it are never posted by the agent.</source>
        <translation>Frühere Zahlungen bucht der Agent nie.</translation>
    </message>
    <message>
        <source>In which company</source>
        <translation>In welcher Firma</translation>
    </message>
    <message>
        <source>To try it with real payments first, name a copy of the company here. What is posted there stays there; the real company is set up beside it as a further pair.</source>
        <translation>Um es zuerst mit echten Zahlungen zu versuchen, nennen Sie hier eine Kopie der Firma. Was dort gebucht wird, bleibt dort; die echte Firma wird daneben als weiteres Paar eingerichtet.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation>SYSPRO-Schlüssel</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>SYSPRO Stripe agent</source>
        <translation>SYSPRO-Stripe-Agent</translation>
    </message>
    <message>
        <source>SYSPRO Stripe agent: demo</source>
        <extracomment>Size of a window that was never sized by hand. Smallest size in which nothing is cut off. Digits of a keyboard.</extracomment>
        <translation>SYSPRO Stripe agent: Demo</translation>
    </message>
    <message>
        <source>This is a demo: company, customers and money are invented, and nothing leaves this machine.</source>
        <translation>Das ist eine Demo: Firma, Kunden und Geld sind erfunden, und nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>No engine gives signs of life, so nothing is read or posted. What you do here is kept.</source>
        <translation>Kein Dienst gibt ein Lebenszeichen, darum wird nichts gelesen oder gebucht. Was Sie hier tun, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>Dienst starten</translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>Mapping</source>
        <extracomment>Most revisions that are shown.</extracomment>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Search a field</source>
        <translation>Ein Feld suchen</translation>
    </message>
    <message>
        <source>Fields of SYSPRO</source>
        <translation>Felder in SYSPRO</translation>
    </message>
    <message>
        <source>{title} (off)</source>
        <translation>{title} (aus)</translation>
    </message>
    <message>
        <source>Made for each: {title}.</source>
        <translation>Je Vorgang: {title}.</translation>
    </message>
    <message>
        <source>Only when {when}.</source>
        <translation>Nur wenn {when}.</translation>
    </message>
    <message>
        <source>{field} is changed in the draft; nothing is in force by it yet.</source>
        <translation>{field} ist im Entwurf geändert; dadurch gilt noch nichts.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>Navigation einklappen</translation>
    </message>
</context>
<context>
    <name>NewFlow</name>
    <message>
        <source>What it does, in words</source>
        <translation>Was es tut, in Worten</translation>
    </message>
    <message>
        <source>The flow it begins like</source>
        <translation>Der Ablauf, wie der er beginnt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Begin it</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Copy a flow</source>
        <translation>Einen Ablauf kopieren</translation>
    </message>
    <message>
        <source>A new flow</source>
        <translation>Ein neuer Ablauf</translation>
    </message>
    <message>
        <source>All its cards are copied. The copy is off: both would want the same money.</source>
        <translation>Alle Karten werden kopiert. Die Kopie ist aus: beide wollten dasselbe Geld.</translation>
    </message>
    <message>
        <source>It begins with trigger and safeguards of this one and its last document, switched off.</source>
        <translation>Er beginnt mit Auslöser und Absicherungen von diesem und dessen letztem Beleg, ausgeschaltet.</translation>
    </message>
</context>
<context>
    <name>PayoutDetail</name>
    <message>
        <source>Movements of the payout</source>
        <translation>Bewegungen der Auszahlung</translation>
    </message>
    <message>
        <source>From gross to net</source>
        <translation>Von brutto zu netto</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Company {company}</source>
        <translation>Firma {company}</translation>
    </message>
    <message>
        <source>Company {company}, in the bank {day}</source>
        <translation>Firma {company}, auf der Bank {day}</translation>
    </message>
</context>
<context>
    <name>PayoutsModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Left Stripe</source>
        <translation>Ab Stripe</translation>
    </message>
    <message>
        <source>In the bank</source>
        <translation>Auf der Bank</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Auszahlung</translation>
    </message>
</context>
<context>
    <name>PayoutsPage</name>
    <message>
        <source>Payouts</source>
        <extracomment>Payouts that are listed; older ones are found through the reports.</extracomment>
        <translation>Auszahlungen</translation>
    </message>
    <message>
        <source>All payouts</source>
        <translation>Alle Auszahlungen</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>A payout appears here when Stripe has sent money to the bank.</source>
        <translation>Eine Auszahlung steht hier, sobald Stripe Geld an die Bank geschickt hat.</translation>
    </message>
    <message>
        <source>No payouts yet</source>
        <translation>Noch keine Auszahlungen</translation>
    </message>
    <message>
        <source>The engine reads payouts while it runs.</source>
        <translation>Der Dienst liest Auszahlungen, während er läuft.</translation>
    </message>
    <message>
        <source>Nothing is known of this payout</source>
        <translation>Von dieser Auszahlung ist nichts bekannt</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Save picture…</source>
        <extracomment>How much larger than on the screen a saved picture is.</extracomment>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>The last 30 days, as though the agent had run</source>
        <translation>Die letzten 30 Tage, als hätte der Agent gearbeitet</translation>
    </message>
    <message>
        <source>What would wait for you, and why</source>
        <translation>Was auf Sie warten würde, und warum</translation>
    </message>
    <message>
        <source>What the accounts would get</source>
        <translation>Was die Konten bekämen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Stock codes written</source>
        <translation>Geschriebene Artikel</translation>
    </message>
    <message>
        <source>Read all stock codes</source>
        <translation>Alle Artikel lesen</translation>
    </message>
    <message>
        <source>Look at all products in Stripe</source>
        <translation>Alle Produkte in Stripe ansehen</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Compare now</source>
        <translation>Jetzt vergleichen</translation>
    </message>
    <message>
        <source>Open the work list</source>
        <translation>Arbeitsliste öffnen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und 1 weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Reason, for the audit</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Resolver</name>
    <message>
        <source>SYSPRO key, as SYSPRO shows it</source>
        <translation>SYSPRO-Schlüssel, wie SYSPRO ihn zeigt</translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation>SYSPRO-Schlüssel</translation>
    </message>
    <message>
        <source>This is it</source>
        <translation>Das ist er</translation>
    </message>
    <message>
        <source>Not there, post again</source>
        <translation>Nicht da, neu buchen</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>What SYSPRO shows</source>
        <translation>Was SYSPRO zeigt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>SYSPRO could not tell which record it is. Say which one, or that none is.</source>
        <translation>SYSPRO konnte nicht sagen, welcher Satz es ist. Sagen Sie, welcher, oder dass es keiner ist.</translation>
    </message>
    <message>
        <source>SYSPRO is searched again {when}. You need not do anything.</source>
        <translation>SYSPRO wird {when} wieder durchsucht. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>No record with our reference was found so far.</source>
        <translation>Bisher wurde kein Satz mit unserer Referenz gefunden.</translation>
    </message>
    <message>
        <source>{key} becomes the SYSPRO key of this document. Nothing is sent.</source>
        <translation>{key} wird der SYSPRO-Schlüssel dieses Belegs. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>It is sent once more. If SYSPRO has it after all, it is there twice. Press again to do it.</source>
        <translation>Er wird noch einmal gesendet. Hat SYSPRO ihn doch, steht er dort zweimal. Drücken Sie noch einmal, um es zu tun.</translation>
    </message>
    <message>
        <source>Look it up in SYSPRO first: choose the record, or type its key.</source>
        <translation>Sehen Sie zuerst in SYSPRO nach: Wählen Sie den Satz oder tippen Sie seinen Schlüssel ein.</translation>
    </message>
    <message>
        <source>The document is posted as {key}.</source>
        <translation>Der Beleg ist als {key} gebucht.</translation>
    </message>
    <message>
        <source>Post again now</source>
        <translation>Jetzt neu buchen</translation>
    </message>
    <message>
        <source>The document is posted again.</source>
        <translation>Der Beleg wird neu gebucht.</translation>
    </message>
</context>
<context>
    <name>ResyncBar</name>
    <message>
        <source>What is decided again</source>
        <extracomment>Most documents that the preview names; the command line has all. Effects in the order in which they are told, with the drawing and the colour of each.</extracomment>
        <translation>Was neu entschieden wird</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Neu entscheiden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A Stripe object</source>
        <translation>Ein Stripe-Objekt</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>Ein Kunde</translation>
    </message>
    <message>
        <source>A payout</source>
        <translation>Eine Auszahlung</translation>
    </message>
    <message>
        <source>A stock code</source>
        <translation>Ein Artikel</translation>
    </message>
    <message>
        <source>A stretch of time</source>
        <translation>Ein Zeitraum</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s code, or cus_…</source>
        <translation>Nummer in SYSPRO, oder cus_…</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>What is posted is never posted again: only what is missing is made, and what waits is replaced.</source>
        <translation>Was gebucht ist, wird nie wieder gebucht: nur was fehlt, entsteht, und was wartet, wird ersetzt.</translation>
    </message>
    <message>
        <source>The engine is looking; nothing is changed by it…</source>
        <translation>Der Dienst sieht nach; geändert wird dabei nichts…</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Nichts ändert sich.</translation>
    </message>
    <message>
        <source>would be made</source>
        <translation>würden entstehen</translation>
    </message>
    <message>
        <source>would be replaced</source>
        <translation>würden ersetzt</translation>
    </message>
    <message>
        <source>would be compared with Stripe</source>
        <translation>würden mit Stripe verglichen</translation>
    </message>
    <message>
        <source>would make no document</source>
        <translation>ohne Beleg</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>would stay as it waits</source>
        <translation>warten unverändert</translation>
    </message>
    <message>
        <source>is posted and stays</source>
        <translation>gebucht, bleiben</translation>
    </message>
    <message>
        <source>It is decided again with what both systems say now.</source>
        <translation>Es wird neu entschieden, mit dem, was beide Systeme jetzt sagen.</translation>
    </message>
</context>
<context>
    <name>Revisions</name>
    <message>
        <source>Revisions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Go back to this…</source>
        <translation>Zu dieser zurückgehen…</translation>
    </message>
    <message>
        <source>The first revision is made when the engine starts, or when a template is used.</source>
        <translation>Die erste Fassung entsteht, wenn die Engine startet oder eine Vorlage benutzt wird.</translation>
    </message>
    <message>
        <source>Nothing is in force yet</source>
        <translation>Noch ist nichts in Kraft</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>Fassung {number}</translation>
    </message>
    <message>
        <source>{author}, {when}</source>
        <translation>{author}, {when}</translation>
    </message>
    <message>
        <source>The oldest revision that is shown here.</source>
        <translation>Die älteste Fassung, die hier gezeigt wird.</translation>
    </message>
    <message>
        <source>It says the same as the one before.</source>
        <translation>Sie sagt dasselbe wie die vorige.</translation>
    </message>
    <message>
        <source>Flows and settings of revision {number} come into force again, as a new revision.</source>
        <translation>Abläufe und Einstellungen der Fassung {number} kommen wieder in Kraft, als neue Fassung.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Why, for those who read the revisions</source>
        <translation>Warum, für alle, die die Fassungen lesen</translation>
    </message>
    <message>
        <source>Revision {number} is in force again.</source>
        <translation>Fassung {number} ist wieder in Kraft.</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>A field</source>
        <extracomment>Deepest nesting that can be filled in; deeper ones are expressions.</extracomment>
        <translation>Ein Feld</translation>
    </message>
    <message>
        <source>Field that is compared</source>
        <translation>Feld, das verglichen wird</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>What it is compared with</source>
        <translation>Womit verglichen wird</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>a, b, c</source>
        <translation>a, b, c</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>RulePane</name>
    <message>
        <source>Close the field</source>
        <extracomment>Width of the pane, in pixels of the layout. Most suggestions that are offered for one field.</extracomment>
        <translation>Das Feld schließen</translation>
    </message>
    <message>
        <source>Nothing that is known of payments fits this field.</source>
        <translation>Nichts, was von Zahlungen bekannt ist, passt in dieses Feld.</translation>
    </message>
    <message>
        <source>How the field is filled</source>
        <translation>Womit das Feld gefüllt wird</translation>
    </message>
    <message>
        <source>What it is filled with</source>
        <translation>Der Inhalt des Feldes</translation>
    </message>
    <message>
        <source>The expression</source>
        <translation>Der Ausdruck</translation>
    </message>
    <message>
        <source>The field that is looked up in the table</source>
        <translation>Das Feld, das in der Tabelle nachgeschlagen wird</translation>
    </message>
    <message>
        <source>The field that is looked up, such as payment.amount.currency</source>
        <translation>Das nachgeschlagene Feld, etwa payment.amount.currency</translation>
    </message>
    <message>
        <source>What counts where that gives nothing</source>
        <translation>Was zählt, wo das nichts ergibt</translation>
    </message>
    <message>
        <source>Else, where that gives nothing</source>
        <translation>Sonst, wo das nichts ergibt</translation>
    </message>
    <message>
        <source>Changes of the text</source>
        <translation>Änderungen des Textes</translation>
    </message>
    <message>
        <source>Changes, such as trim, upper, truncate:10</source>
        <translation>Änderungen, etwa trim, upper, truncate:10</translation>
    </message>
    <message>
        <source>Keep in the draft</source>
        <translation>Im Entwurf behalten</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>{path}  {percent} %</source>
        <translation>{path}  {percent} %</translation>
    </message>
    <message>
        <source>A field, such as payer.name</source>
        <translation>Ein Feld, etwa payer.name</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>A text, such as Stripe {payment.reference}</source>
        <translation>Ein Text, etwa Stripe {payment.reference}</translation>
    </message>
    <message>
        <source>A table, such as site.receipts.bank</source>
        <translation>Eine Tabelle, etwa site.receipts.bank</translation>
    </message>
    <message>
        <source>For the latest one: {sample}</source>
        <translation>Für den letzten Vorgang: {sample}</translation>
    </message>
    <message>
        <source>For the latest one it gives nothing.</source>
        <translation>Für den letzten Vorgang ergibt es nichts.</translation>
    </message>
    <message>
        <source>SYSPRO needs this field.</source>
        <translation>SYSPRO braucht dieses Feld.</translation>
    </message>
    <message>
        <source>The field stays empty.</source>
        <translation>Das Feld bleibt leer.</translation>
    </message>
</context>
<context>
    <name>RunsCard</name>
    <message>
        <source>Next runs</source>
        <translation>Nächste Läufe</translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message>
        <source>Show the cards</source>
        <translation>Karten zeigen</translation>
    </message>
    <message>
        <source>Fold the cards</source>
        <translation>Karten einklappen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a card: {section}</source>
        <translation>Karte hinzufügen: {section}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Width of the fields.</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>Start with Windows, in the tray</source>
        <translation>Mit Windows starten, im Infobereich</translation>
    </message>
    <message>
        <source>This system does not offer it; it does on Windows.</source>
        <translation>Dieses System bietet das nicht; unter Windows geht es.</translation>
    </message>
    <message>
        <source>{name} is kept. The engine takes it over by itself.</source>
        <translation>{name} ist gespeichert. Der Dienst übernimmt es von selbst.</translation>
    </message>
    <message>
        <source>{name} has its default again.</source>
        <translation>{name} hat wieder die Vorgabe.</translation>
    </message>
    <message>
        <source>Windows did not allow it: {why}</source>
        <translation>Windows hat es nicht erlaubt: {why}</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Set up</source>
        <extracomment>Step -&gt; the look that it shows.</extracomment>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>Erst ausprobieren</translation>
    </message>
    <message>
        <source>Opens an invented company in this window; nothing leaves this machine.</source>
        <translation>Öffnet eine erfundene Firma in diesem Fenster; nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>The agent is launched</source>
        <translation>Der Agent ist gestartet</translation>
    </message>
    <message>
        <source>It reads Stripe and posts to SYSPRO by itself. What needs you appears in the work list.</source>
        <translation>Er liest Stripe und bucht von selbst in SYSPRO. Was Sie braucht, steht in der Arbeitsliste.</translation>
    </message>
    <message>
        <source>Open the work list</source>
        <translation>Arbeitsliste öffnen</translation>
    </message>
    <message>
        <source>Both connections are being tried…</source>
        <translation>Beide Verbindungen werden geprüft…</translation>
    </message>
    <message>
        <source>Both systems are being looked around in…</source>
        <translation>In beiden Systemen wird nachgesehen…</translation>
    </message>
    <message>
        <source>The last 30 days are being previewed; nothing is posted by it…</source>
        <translation>Die Vorschau der letzten 30 Tage entsteht; gebucht wird dabei nichts…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Test the connections</source>
        <translation>Verbindungen prüfen</translation>
    </message>
    <message>
        <source>Accept and preview</source>
        <translation>Annehmen und Vorschau</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <extracomment>Least width of a list that may stand beside the detail of one of its rows, in pixels. Milliseconds that a word about something done stays.</extracomment>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>StripeId</name>
    <message>
        <source>Open in Stripe</source>
        <translation>In Stripe öffnen</translation>
    </message>
</context>
<context>
    <name>SystemsCard</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>runs on {machine}</source>
        <translation>läuft auf {machine}</translation>
    </message>
    <message>
        <source>stopped, or silent</source>
        <translation>steht oder schweigt</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
</context>
<context>
    <name>TemplateCard</name>
    <message>
        <source>Use…</source>
        <translation>Benutzen…</translation>
    </message>
    <message>
        <source>Use {title}</source>
        <translation>{title} benutzen</translation>
    </message>
    <message>
        <source>Switches on: {flows}</source>
        <translation>Schaltet ein: {flows}</translation>
    </message>
    <message>
        <source>Asks for: {questions}</source>
        <translation>Fragt nach: {questions}</translation>
    </message>
    <message numerus="yes">
        <source>%n further answer(s) may stay as they are usual.</source>
        <translation>
            <numerusform>1 weitere Antwort kann bleiben wie üblich.</numerusform>
            <numerusform>%n weitere Antworten können bleiben wie üblich.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>{title}, and {count} more</source>
        <extracomment>How long a toast stays where the system does not decide it, in milliseconds.</extracomment>
        <translation>{title}, und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Starting…</source>
        <extracomment>Seconds of the short pause. Documents in the menu. Longest state line of the menu, in characters.</extracomment>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation>Bis auf Weiteres</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Recent documents</source>
        <translation>Letzte Belege</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>proven up to {when}</source>
        <translation>nachgewiesen bis {when}</translation>
    </message>
    <message>
        <source>paused until {when}</source>
        <translation>angehalten bis {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>1 braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <translation>
            <numerusform>1 im Zweifel</numerusform>
            <numerusform>%n im Zweifel</numerusform>
        </translation>
    </message>
    <message>
        <source>Stripe is being looked at.</source>
        <translation>Stripe wird abgefragt.</translation>
    </message>
    <message>
        <source>Paused. Nothing is read or posted.</source>
        <translation>Angehalten. Nichts wird gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>Fortgesetzt.</translation>
    </message>
</context>
<context>
    <name>WalkBar</name>
    <message>
        <source>Walk an event through it</source>
        <translation>Ein Ereignis durchgehen lassen</translation>
    </message>
    <message>
        <source>Event that walks through the flow</source>
        <translation>Ereignis, das durch den Ablauf geht</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>Nächste Karte</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Bis zum Ende</translation>
    </message>
    <message>
        <source>One card back</source>
        <translation>Eine Karte zurück</translation>
    </message>
    <message>
        <source>End the walk</source>
        <translation>Den Gang beenden</translation>
    </message>
    <message>
        <source>Nothing of this kind was decided yet, so nothing can walk.</source>
        <translation>Davon wurde noch nichts entschieden, darum kann nichts durchgehen.</translation>
    </message>
</context>
<context>
    <name>WaterfallPicture</name>
    <message>
        <source>From gross to net</source>
        <translation>Von brutto zu netto</translation>
    </message>
</context>
<context>
    <name>WireView</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What was sent, what came back</source>
        <translation>Was gesendet wurde, was zurückkam</translation>
    </message>
</context>
<context>
    <name>WorkModel</name>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation>SYSPRO-Schlüssel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Work list</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Resync…</source>
        <translation>Neu abgleichen…</translation>
    </message>
    <message>
        <source>Have a part of the books decided again, with a preview.</source>
        <translation>Einen Teil der Bücher neu entscheiden lassen, mit Vorschau.</translation>
    </message>
    <message>
        <source>Documents and everything else that waits</source>
        <translation>Belege und alles andere, was wartet</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear the search or choose another filter.</source>
        <translation>Leeren Sie die Suche oder wählen Sie einen anderen Filter.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>What Stripe tells of appears here until SYSPRO has it.</source>
        <translation>Was Stripe meldet, steht hier, bis SYSPRO es hat.</translation>
    </message>
    <message>
        <source>Nothing is posted yet</source>
        <translation>Noch ist nichts gebucht</translation>
    </message>
    <message>
        <source>What SYSPRO has taken appears here with its key.</source>
        <translation>Was SYSPRO angenommen hat, steht hier mit seinem Schlüssel.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts braucht Sie</translation>
    </message>
    <message>
        <source>What SYSPRO refuses, and what you approve, appears here.</source>
        <translation>Was SYSPRO ablehnt und was Sie freigeben, steht hier.</translation>
    </message>
    <message>
        <source>A document without an answer appears here until it is found.</source>
        <translation>Ein Beleg ohne Antwort steht hier, bis er gefunden ist.</translation>
    </message>
    <message>
        <source>Nothing is in doubt</source>
        <translation>Nichts ist im Zweifel</translation>
    </message>
    <message>
        <source>What is not posted on purpose appears here with its reason.</source>
        <translation>Was mit Absicht nicht gebucht wird, steht hier mit seinem Grund.</translation>
    </message>
    <message>
        <source>Nothing is ignored</source>
        <translation>Nichts ist ignoriert</translation>
    </message>
    <message>
        <source>All of them are decided again with what both systems say now.</source>
        <translation>Alle werden neu entschieden, nach dem jetzigen Stand beider Systeme.</translation>
    </message>
    <message>
        <source>All of them are approved, and posted as they are.</source>
        <translation>Alle sind freigegeben und werden gebucht, wie sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are never posted. The money stays in the books as ignored.</source>
        <translation>
            <numerusform>1 Vorgang wird nie gebucht. Das Geld bleibt als ignoriert in den Büchern.</numerusform>
            <numerusform>%n Vorgänge werden nie gebucht. Das Geld bleibt als ignoriert in den Büchern.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are ignored.</source>
        <translation>Alle werden ignoriert.</translation>
    </message>
    <message>
        <source>Ignore all {count}</source>
        <translation>Alle {count} ignorieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Nach {path} geschrieben.</translation>
    </message>
</context>
<context>
    <name>_StepWidget</name>
    <message>
        <source>What was sent, what came back</source>
        <translation>Was gesendet wurde, was zurückkam</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>In Stripe</source>
        <translation>In Stripe</translation>
    </message>
    <message>
        <source>To be written</source>
        <translation>Zu schreiben</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>You choose</source>
        <translation>Sie wählen</translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation>Nicht verkauft</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Metadata {key}</source>
        <translation>Metadaten {key}</translation>
    </message>
    <message>
        <source>Price in {currency}</source>
        <translation>Preis in {currency}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Steuerschlüssel</translation>
    </message>
    <message>
        <source>Unit label</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Default price</source>
        <translation>Standardpreis</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>{field}: SYSPRO has “{syspro}”, Stripe has “{stripe}”.</source>
        <translation>{field}: SYSPRO hat „{syspro}“, Stripe hat „{stripe}“.</translation>
    </message>
    <message>
        <source>The catalogue is off. Nothing is written to Stripe; this is how it stood.</source>
        <translation>Der Katalog ist aus. Nichts wird nach Stripe geschrieben; so stand es zuletzt.</translation>
    </message>
    <message>
        <source>Stock codes are being written to Stripe.</source>
        <translation>Artikel werden nach Stripe geschrieben.</translation>
    </message>
    <message>
        <source>Some stock codes wait for you; the rest is in Stripe.</source>
        <translation>Einige Artikel warten auf Sie; die übrigen sind in Stripe.</translation>
    </message>
    <message>
        <source>SYSPRO was not looked at yet.</source>
        <translation>SYSPRO wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>Stripe has what SYSPRO sells.</source>
        <translation>Stripe hat, was SYSPRO verkauft.</translation>
    </message>
    <message>
        <source>{sold} of {wanted} in Stripe</source>
        <translation>{sold} von {wanted} in Stripe</translation>
    </message>
    <message>
        <source>{done} of {total} written</source>
        <translation>{done} von {total} geschrieben</translation>
    </message>
    <message>
        <source>{done}; it goes on when the engine runs.</source>
        <translation>{done}; es geht weiter, sobald der Dienst läuft.</translation>
    </message>
    <message>
        <source>{done}, {rate} a minute; {time} left.</source>
        <translation>{done}, {rate} je Minute; noch {time}.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>SYSPRO looked at: {scanned}; read in whole: {swept}; Stripe looked at: {checked}.</source>
        <translation>SYSPRO gefragt: {scanned}; ganz gelesen: {swept}; Stripe angesehen: {checked}.</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>{field}: SYSPRO has “{syspro}”, Stripe has “{stripe}”.</source>
        <translation>{field}: SYSPRO hat „{syspro}“, Stripe hat „{stripe}“.</translation>
    </message>
    <message>
        <source>{score} %</source>
        <translation>{score} %</translation>
    </message>
    <message>
        <source>Another one is as likely.</source>
        <translation>Ein anderer ist ebenso wahrscheinlich.</translation>
    </message>
    <message>
        <source>May be one</source>
        <translation>Vielleicht derselbe</translation>
    </message>
    <message>
        <source>Not in Stripe</source>
        <translation>Nicht in Stripe</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>To be written</source>
        <translation>Zu schreiben</translation>
    </message>
    <message>
        <source>You choose</source>
        <translation>Sie wählen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Make in Stripe</source>
        <translation>In Stripe anlegen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Customers are not kept in step. Nothing is written; this is how it stood.</source>
        <translation>Kunden werden nicht gleich gehalten. Es wird nichts geschrieben; so stand es zuletzt.</translation>
    </message>
    <message>
        <source>All links agree. Some customers may be one; look when you have time.</source>
        <translation>Alle Verbindungen stimmen überein. Manche Kunden sind vielleicht derselbe; sehen Sie nach, wenn Sie Zeit haben.</translation>
    </message>
    <message>
        <source>Some customers wait for you; the rest agrees.</source>
        <translation>Manche Kunden warten auf Sie; die übrigen stimmen überein.</translation>
    </message>
    <message>
        <source>Changes are on their way.</source>
        <translation>Änderungen sind unterwegs.</translation>
    </message>
    <message>
        <source>Customers were not looked at yet.</source>
        <translation>Kunden wurden noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Customers agree on both sides.</source>
        <translation>Die Kunden stimmen auf beiden Seiten überein.</translation>
    </message>
    <message>
        <source>{linked} of {every} linked</source>
        <translation>{linked} von {every} verbunden</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>SYSPRO looked at: {scanned}, in whole {swept}; Stripe in whole {listed}.</source>
        <translation>SYSPRO angesehen: {scanned}, ganz {swept}; Stripe ganz {listed}.</translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation>SYSPRO-Schlüssel</translation>
    </message>
    <message>
        <source>SYSPRO customer</source>
        <translation>SYSPRO-Kunde</translation>
    </message>
    <message>
        <source>SYSPRO company</source>
        <translation>SYSPRO-Firma</translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation>Stripe-Id</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>flow {flow}, revision {revision}</source>
        <translation>Ablauf {flow}, Stand {revision}</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>From what Stripe says of {id}.</source>
        <translation>Nach dem, was Stripe zu {id} sagt.</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Zurückgelesen</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s own row {key} was compared with what was sent.</source>
        <translation>SYSPROs eigene Zeile {key} wurde mit dem Gesendeten verglichen.</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>SYSPRO refused it</source>
        <translation>SYSPRO hat ihn abgelehnt</translation>
    </message>
    <message>
        <source>Not delivered; it is tried again</source>
        <translation>Nicht zugestellt; es wird wieder versucht</translation>
    </message>
    <message>
        <source>No answer; SYSPRO is searched</source>
        <translation>Keine Antwort; SYSPRO wird durchsucht</translation>
    </message>
    <message>
        <source>Where each field comes from</source>
        <translation>Woher jedes Feld kommt</translation>
    </message>
    <message>
        <source>What had to be changed to fit SYSPRO</source>
        <translation>Was für SYSPRO geändert werden musste</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>Our reference</source>
        <extracomment>Fields of a body that a person compares, where a kind has them.</extracomment>
        <translation>Unsere Referenz</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Sales order</source>
        <translation>Verkaufsauftrag</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation>Stripe-Id</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <extracomment>Rows that are read at a time.</extracomment>
        <translation>{path} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation>SYSPRO-Schlüssel</translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation>Stripe-Id</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>flows</name>
    <message>
        <source>such as {example}</source>
        <extracomment>Types that one row can compare.</extracomment>
        <translation>etwa {example}</translation>
    </message>
    <message>
        <source>Not written: {why}.</source>
        <extracomment>Largest file that is read as a flow, in bytes.</extracomment>
        <translation>Nicht geschrieben: {why}.</translation>
    </message>
    <message>
        <source>it is larger than any flow</source>
        <translation>größer als jeder Ablauf</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>kein Text in UTF-8</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>No flow was taken</source>
        <translation>Kein Ablauf wurde geholt</translation>
    </message>
    <message>
        <source>A payment becomes a customer, a sales order and a receipt</source>
        <translation>Eine Zahlung wird Kunde, Auftrag und Zahlungseingang</translation>
    </message>
    <message>
        <source>A payment becomes a customer, an invoice and its receipt</source>
        <translation>Eine Zahlung wird Kunde, Rechnung und deren Zahlungseingang</translation>
    </message>
    <message>
        <source>A payment becomes a receipt that pays open invoices</source>
        <translation>Eine Zahlung wird ein Zahlungseingang, der offene Rechnungen bezahlt</translation>
    </message>
    <message>
        <source>A payment becomes a part of one journal a payout or day</source>
        <translation>Eine Zahlung wird Teil eines Journals je Auszahlung oder Tag</translation>
    </message>
    <message>
        <source>A closed day becomes one journal entry a currency</source>
        <translation>Ein abgeschlossener Tag wird eine Journalbuchung je Währung</translation>
    </message>
    <message>
        <source>A dispute becomes journal entries: withdrawn, won or lost</source>
        <translation>Ein Zahlungsstreit wird Journalbuchungen: eingezogen, gewonnen oder verloren</translation>
    </message>
    <message>
        <source>Reserves, adjustments and top-ups become journal entries</source>
        <translation>Reserven, Anpassungen und Aufladungen werden Journalbuchungen</translation>
    </message>
    <message>
        <source>A payout becomes a journal entry: bank, fees, clearing</source>
        <translation>Eine Auszahlung wird eine Journalbuchung: Bank, Gebühren, Verrechnung</translation>
    </message>
    <message>
        <source>Money on account pays the order&apos;s invoice</source>
        <translation>Geld auf dem Konto bezahlt die Rechnung des Auftrags</translation>
    </message>
    <message>
        <source>A refund takes the sale back and pays the money out</source>
        <translation>Eine Erstattung nimmt den Verkauf zurück und zahlt das Geld aus</translation>
    </message>
    <message>
        <source>Payment to sales order</source>
        <translation>Zahlung zu Auftrag</translation>
    </message>
    <message>
        <source>Payment to invoice</source>
        <translation>Zahlung zu Rechnung</translation>
    </message>
    <message>
        <source>Payment to open invoices</source>
        <translation>Zahlung zu offenen Posten</translation>
    </message>
    <message>
        <source>Payment to one journal</source>
        <translation>Zahlung zu Journal</translation>
    </message>
    <message>
        <source>Closed day to journal</source>
        <translation>Tag zu Journal</translation>
    </message>
    <message>
        <source>Dispute to journal</source>
        <translation>Zahlungsstreit zu Journal</translation>
    </message>
    <message>
        <source>Other movement to journal</source>
        <translation>Anderes zu Journal</translation>
    </message>
    <message>
        <source>Payout to bank</source>
        <translation>Auszahlung zu Bank</translation>
    </message>
    <message>
        <source>Receipt to its invoice</source>
        <translation>Eingang zu Rechnung</translation>
    </message>
    <message>
        <source>Refund to credit note</source>
        <translation>Erstattung zu Gutschrift</translation>
    </message>
    <message>
        <source>Off: it is never asked, and may be unfinished.</source>
        <translation>Aus: er wird nie gefragt, und darf unfertig sein.</translation>
    </message>
    <message>
        <source>Your own; updates of the program leave it as it is.</source>
        <translation>Ihr eigener; neue Versionen des Programms lassen ihn, wie er ist.</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Zahlungsstreit</translation>
    </message>
    <message>
        <source>A day&apos;s payments</source>
        <translation>Zahlungen eines Tages</translation>
    </message>
    <message>
        <source>Other movement</source>
        <translation>Andere Bewegung</translation>
    </message>
    <message>
        <source>Receipt and its invoice</source>
        <translation>Zahlungseingang und Rechnung</translation>
    </message>
    <message>
        <source>sales orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>open invoices</source>
        <translation>offene Rechnungen</translation>
    </message>
    <message>
        <source>summary journal</source>
        <translation>Sammeljournal</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>Ihr eigener</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>Kann nicht arbeiten</translation>
    </message>
    <message>
        <source>Stop: nothing to post</source>
        <translation>Halt: nichts zu buchen</translation>
    </message>
    <message>
        <source>Stop: wait</source>
        <translation>Halt: warten</translation>
    </message>
    <message>
        <source>Stop: ask a person</source>
        <translation>Halt: jemanden fragen</translation>
    </message>
    <message>
        <source>Documents were made</source>
        <translation>Belege wurden gemacht</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Hold for approval</source>
        <translation>Freigabe abwarten</translation>
    </message>
    <message>
        <source>Tell a person</source>
        <translation>Jemandem sagen</translation>
    </message>
    <message>
        <source>When this comes</source>
        <translation>Wenn dies kommt</translation>
    </message>
    <message>
        <source>Stop where one of these holds</source>
        <translation>Halt, wo eines davon gilt</translation>
    </message>
    <message>
        <source>Else make these documents</source>
        <translation>Sonst diese Belege machen</translation>
    </message>
    <message>
        <source>Hold them for approval where</source>
        <translation>Freigabe abwarten, wo</translation>
    </message>
    <message>
        <source>Tell a person where</source>
        <translation>Jemandem sagen, wo</translation>
    </message>
    <message>
        <source>In the posting mode {modes}</source>
        <translation>In der Buchungsart {modes}</translation>
    </message>
    <message>
        <source>In every posting mode</source>
        <translation>In jeder Buchungsart</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>ist über</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is under</source>
        <translation>ist unter</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>is yes</source>
        <translation>ist ja</translation>
    </message>
    <message>
        <source>is no</source>
        <translation>ist nein</translation>
    </message>
    <message>
        <source>is empty</source>
        <extracomment>Operators that read better where the value is an empty text.</extracomment>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>Alle davon gelten</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>Eines davon gilt</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewollt</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Nicht gewollt</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Geht weiter</translation>
    </message>
    <message>
        <source>Ends here</source>
        <translation>Endet hier</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Not made</source>
        <translation>Nicht gemacht</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>Wartet nicht</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Nicht gesagt</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>The documents are made and would be posted.</source>
        <translation>Die Belege werden gemacht und würden gebucht.</translation>
    </message>
    <message>
        <source>Nothing is posted.</source>
        <translation>Nichts wird gebucht.</translation>
    </message>
    <message>
        <source>It waits and is decided again.</source>
        <translation>Es wartet und wird wieder entschieden.</translation>
    </message>
    <message>
        <source>A person is asked before anything is made.</source>
        <translation>Jemand wird gefragt, bevor etwas gemacht wird.</translation>
    </message>
    <message>
        <source>The documents are made, and not all can be posted yet.</source>
        <translation>Die Belege werden gemacht, und nicht alle können schon gebucht werden.</translation>
    </message>
    <message>
        <source>What the flow is about. The first flow that wants an event has it.</source>
        <translation>Wovon der Ablauf handelt. Der erste Ablauf, der ein Ereignis will, bekommt es.</translation>
    </message>
    <message>
        <source>Where its condition holds, it ends here and no document is made.</source>
        <translation>Wo ihre Bedingung gilt, endet es hier, und kein Beleg wird gemacht.</translation>
    </message>
    <message>
        <source>Makes one document in SYSPRO; its fields are filled as the mapping says.</source>
        <translation>Macht einen Beleg in SYSPRO; seine Felder werden gefüllt, wie die Zuordnung sagt.</translation>
    </message>
    <message>
        <source>Where its condition holds, the documents wait for somebody&apos;s approval.</source>
        <translation>Wo ihre Bedingung gilt, warten die Belege auf eine Freigabe.</translation>
    </message>
    <message>
        <source>Puts a sentence on the work list; the money goes on.</source>
        <translation>Setzt einen Satz auf die Arbeitsliste; das Geld geht weiter.</translation>
    </message>
    <message>
        <source>It is wanted where</source>
        <translation>Gewollt, wo</translation>
    </message>
    <message>
        <source>It ends where</source>
        <translation>Es endet, wo</translation>
    </message>
    <message>
        <source>It is made where</source>
        <translation>Er wird gemacht, wo</translation>
    </message>
    <message>
        <source>They wait where</source>
        <translation>Sie warten, wo</translation>
    </message>
    <message>
        <source>It is told where</source>
        <translation>Es wird gesagt, wo</translation>
    </message>
    <message>
        <source>Amount over…</source>
        <translation>Betrag über…</translation>
    </message>
    <message>
        <source>First-time customer</source>
        <translation>Kunde zum ersten Mal</translation>
    </message>
    <message>
        <source>Stock code that SYSPRO does not have</source>
        <translation>Artikel, den SYSPRO nicht hat</translation>
    </message>
    <message>
        <source>At the weekend</source>
        <translation>Am Wochenende</translation>
    </message>
    <message>
        <source>Guest without a customer</source>
        <translation>Gast ohne Kunden</translation>
    </message>
    <message>
        <source>In a currency…</source>
        <translation>In einer Währung…</translation>
    </message>
    <message>
        <source>Only a part is given back</source>
        <translation>Nur ein Teil wird erstattet</translation>
    </message>
    <message>
        <source>{amount} is more than passes without a second look.</source>
        <translation>{amount} ist mehr, als ohne zweiten Blick durchgeht.</translation>
    </message>
    <message>
        <source>{payer.name} pays for the first time: {amount}.</source>
        <translation>{payer.name} zahlt zum ersten Mal: {amount}.</translation>
    </message>
    <message>
        <source>{amount} by {payer.name} names a stock code that SYSPRO does not have.</source>
        <translation>{amount} von {payer.name} nennt einen Artikel, den SYSPRO nicht hat.</translation>
    </message>
    <message>
        <source>{amount} by {payer.name} came at the weekend.</source>
        <translation>{amount} von {payer.name} kam am Wochenende.</translation>
    </message>
    <message>
        <source>{amount} came from a guest: {payer.name}.</source>
        <translation>{amount} kam von einem Gast: {payer.name}.</translation>
    </message>
    <message>
        <source>{amount} by {payer.name} is in another currency.</source>
        <translation>{amount} von {payer.name} ist in einer anderen Währung.</translation>
    </message>
    <message>
        <source>Only {amount} of a payment is given back.</source>
        <translation>Nur {amount} einer Zahlung wird erstattet.</translation>
    </message>
    <message>
        <source>where {condition}</source>
        <translation>wo {condition}</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>Stripe {stripe} · SYSPRO {syspro}</source>
        <extracomment>Jobs whose next run is shown, in this order. Seconds below which a rhythm is said instead of a moment.</extracomment>
        <translation>Stripe {stripe} · SYSPRO {syspro}</translation>
    </message>
    <message>
        <source>Both sides at nothing</source>
        <translation>Beide Seiten auf null</translation>
    </message>
    <message>
        <source>Nothing was compared yet. The first proof is made a minute after the engine starts.</source>
        <translation>Noch wurde nichts verglichen. Der erste Nachweis entsteht eine Minute nach dem Start des Dienstes.</translation>
    </message>
    <message>
        <source>Stripe and SYSPRO agree to the cent, up to {when}.</source>
        <translation>Stripe und SYSPRO stimmen auf den Cent überein, bis {when}.</translation>
    </message>
    <message>
        <source>Stripe and SYSPRO did not agree {when}. The work list says what is open.</source>
        <translation>Stripe und SYSPRO stimmten {when} nicht überein. Die Arbeitsliste sagt, was offen ist.</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>answered {when}</source>
        <translation>antwortete {when}</translation>
    </message>
    <message>
        <source>answers, {when}</source>
        <translation>antwortet, {when}</translation>
    </message>
    <message>
        <source>when the engine runs</source>
        <translation>sobald der Dienst läuft</translation>
    </message>
    <message>
        <source>every {pause}</source>
        <translation>alle {pause}</translation>
    </message>
    <message>
        <source>{used} of {reads} reads in 30 days</source>
        <translation>{used} von {reads} Abfragen in 30 Tagen</translation>
    </message>
</context>
<context>
    <name>mapping</name>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>always “{value}”</source>
        <translation>immer „{value}“</translation>
    </message>
    <message>
        <source>the text “{value}”</source>
        <translation>der Text „{value}“</translation>
    </message>
    <message>
        <source>what the table {value} has for {key}</source>
        <translation>was die Tabelle {value} für {key} hat</translation>
    </message>
    <message>
        <source>the expression {value}</source>
        <translation>der Ausdruck {value}</translation>
    </message>
    <message>
        <source>else “{value}”</source>
        <translation>sonst „{value}“</translation>
    </message>
    <message>
        <source>without blanks at both ends</source>
        <translation>ohne Leerzeichen an beiden Enden</translation>
    </message>
    <message>
        <source>in capitals</source>
        <translation>in Großbuchstaben</translation>
    </message>
    <message>
        <source>in small letters</source>
        <translation>in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>its digits alone</source>
        <translation>nur seine Ziffern</translation>
    </message>
    <message>
        <source>its first line</source>
        <translation>seine erste Zeile</translation>
    </message>
    <message>
        <source>its first {number} characters</source>
        <translation>seine ersten {number} Zeichen</translation>
    </message>
    <message>
        <source>with zeros to {number} digits</source>
        <translation>mit Nullen auf {number} Stellen</translation>
    </message>
    <message>
        <source>as a day</source>
        <translation>als Tag</translation>
    </message>
    <message>
        <source>as an amount without currency</source>
        <translation>als Betrag ohne Währung</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>A field of Stripe or a setting</source>
        <translation>Ein Feld von Stripe oder eine Einstellung</translation>
    </message>
    <message>
        <source>Always the same text</source>
        <translation>Immer derselbe Text</translation>
    </message>
    <message>
        <source>A text with fields in it</source>
        <translation>Ein Text mit Feldern darin</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Eine Tabelle</translation>
    </message>
    <message>
        <source>An expression</source>
        <translation>Ein Ausdruck</translation>
    </message>
    <message>
        <source>{number}. {kind}</source>
        <translation>{number}. {kind}</translation>
    </message>
    <message>
        <source>stock line</source>
        <translation>Lagerzeile</translation>
    </message>
    <message>
        <source>non-stocked line</source>
        <translation>Zeile ohne Lager</translation>
    </message>
    <message>
        <source>freight line</source>
        <translation>Frachtzeile</translation>
    </message>
    <message>
        <source>charge line</source>
        <translation>Zuschlagszeile</translation>
    </message>
    <message>
        <source>comment line</source>
        <translation>Kommentarzeile</translation>
    </message>
    <message>
        <source>text of at most {length} characters</source>
        <translation>Text mit höchstens {length} Zeichen</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>one of SYSPRO&apos;s table {table}</source>
        <translation>einer aus SYSPROs Tabelle {table}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>“{default}” where nothing fills it</source>
        <translation>„{default}“, wo nichts es füllt</translation>
    </message>
</context>
<context>
    <name>payouts</name>
    <message>
        <source>Ties</source>
        <translation>Geht auf</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Not all posted</source>
        <translation>Nicht alles gebucht</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Partly posted</source>
        <translation>Teilweise gebucht</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Zahlungsstreite</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Stripe has not said yet how much this payout is.</source>
        <translation>Stripe hat noch nicht gesagt, wie hoch diese Auszahlung ist.</translation>
    </message>
    <message>
        <source>Stripe does not say which movements make up this payout.</source>
        <translation>Stripe sagt nicht, aus welchen Bewegungen diese Auszahlung besteht.</translation>
    </message>
    <message>
        <source>The movements add up to {net}, the payout is {amount}.</source>
        <translation>Die Bewegungen ergeben {net}, die Auszahlung ist {amount}.</translation>
    </message>
    <message>
        <source>The movements add up to the payout, and all of them are in SYSPRO.</source>
        <translation>Die Bewegungen ergeben die Auszahlung, und alle sind in SYSPRO.</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Auszahlungen</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>B2B portal</source>
        <translation>B2B-Portal</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>For IT</source>
        <translation>Für die IT</translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>The window met an error of the program</source>
        <extracomment>Milliseconds between two looks at whether somebody has written; more where the status takes long to read. How many times as long as reading the status takes nothing is read, so that watching costs little at any size. Milliseconds after which the status is read again although nobody has written: an engine falls silent.</extracomment>
        <translation>Das Fenster traf auf einen Programmfehler</translation>
    </message>
    <message>
        <source>This could not be shown. Nothing was changed, and the engine goes on.</source>
        <translation>Das konnte nicht gezeigt werden. Nichts wurde verändert, und der Dienst läuft weiter.</translation>
    </message>
    <message>
        <source>Open the page again; send us the log of today if it stays.</source>
        <translation>Öffnen Sie die Seite neu; bleibt es dabei, schicken Sie uns das Protokoll von heute.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>SYSPRO</source>
        <translation>SYSPRO</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Währungen</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Bucht</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Zahlungseingänge</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Zahlungsstreite</translation>
    </message>
    <message>
        <source>Checks that learn</source>
        <translation>Lernende Prüfungen</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Auszahlungen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>B2B portal</source>
        <translation>B2B-Portal</translation>
    </message>
    <message>
        <source>Customers on both sides</source>
        <translation>Kunden auf beiden Seiten</translation>
    </message>
    <message>
        <source>Requests to pay</source>
        <translation>Zahlungsanforderungen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Perioden</translation>
    </message>
    <message>
        <source>Journals</source>
        <translation>Journale</translation>
    </message>
    <message>
        <source>Cash book</source>
        <translation>Kassenbuch</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Stripe&apos;s journal</source>
        <translation>Stripes Journal</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>Codelisten</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Access</source>
        <extracomment>The steps a person sees, in order. Most codes of a list that are named.</extracomment>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Einstellen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Launched</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Web shop with stock orders</source>
        <translation>Webshop mit Aufträgen aus dem Lager</translation>
    </message>
    <message>
        <source>Each payment becomes a sales order and a receipt; SYSPRO invoices what it ships.</source>
        <translation>Jede Zahlung wird ein Kundenauftrag und ein Zahlungseingang; SYSPRO berechnet, was es liefert.</translation>
    </message>
    <message>
        <source>Invoices to businesses, paid online</source>
        <translation>Rechnungen an Firmen, online bezahlt</translation>
    </message>
    <message>
        <source>Each payment becomes a receipt that pays the open invoices it is for.</source>
        <translation>Jede Zahlung wird ein Zahlungseingang, der die offenen Rechnungen bezahlt, für die er ist.</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Each payment becomes an invoice in receivables and the receipt that pays it.</source>
        <translation>Jede Zahlung wird eine Rechnung in den Debitoren und der Zahlungseingang, der sie bezahlt.</translation>
    </message>
    <message>
        <source>Donations, or services without stock</source>
        <translation>Spenden, oder Leistungen ohne Lager</translation>
    </message>
    <message>
        <source>All payers are one customer a currency, each payment an invoice and its receipt.</source>
        <translation>Alle Zahler sind je Währung ein Kunde, jede Zahlung eine Rechnung mit Zahlungseingang.</translation>
    </message>
    <message>
        <source>One journal for each payout</source>
        <translation>Ein Journal je Auszahlung</translation>
    </message>
    <message>
        <source>Totals in the ledger alone: no customers, no orders, no receipts.</source>
        <translation>Nur Summen im Hauptbuch: keine Kunden, keine Aufträge, keine Zahlungseingänge.</translation>
    </message>
    <message>
        <source>Bank for Stripe&apos;s balance</source>
        <translation>Bank für Stripes Saldo</translation>
    </message>
    <message>
        <source>Its ledger code</source>
        <translation>Ihr Sachkonto</translation>
    </message>
    <message>
        <source>Ledger code of the real bank</source>
        <translation>Sachkonto der echten Bank</translation>
    </message>
    <message>
        <source>Stripe&apos;s fees</source>
        <translation>Gebühren von Stripe</translation>
    </message>
    <message>
        <source>Tax on fees</source>
        <translation>Steuer auf Gebühren</translation>
    </message>
    <message>
        <source>Money that Stripe holds</source>
        <translation>Geld, das Stripe hält</translation>
    </message>
    <message>
        <source>Losses from disputes</source>
        <translation>Verluste aus Disputes</translation>
    </message>
    <message>
        <source>Exchange and rounding</source>
        <translation>Kurs und Rundung</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Erlöse</translation>
    </message>
    <message>
        <source>Refunds to customers</source>
        <translation>Erstattungen an Kunden</translation>
    </message>
    <message>
        <source>Customer for guests</source>
        <translation>Kunde für Gäste</translation>
    </message>
    <message>
        <source>A payer SYSPRO does not have</source>
        <translation>Zahler, den SYSPRO nicht hat</translation>
    </message>
    <message>
        <source>Branch of new customers</source>
        <translation>Filiale neuer Kunden</translation>
    </message>
    <message>
        <source>Class of new customers</source>
        <translation>Klasse neuer Kunden</translation>
    </message>
    <message>
        <source>Terms of new customers</source>
        <translation>Zahlungsziel neuer Kunden</translation>
    </message>
    <message>
        <source>Area of new customers</source>
        <translation>Gebiet neuer Kunden</translation>
    </message>
    <message>
        <source>Salesperson of new customers</source>
        <translation>Verkäufer neuer Kunden</translation>
    </message>
    <message>
        <source>Price code of new customers</source>
        <translation>Preiscode neuer Kunden</translation>
    </message>
    <message>
        <source>Length of invoice numbers</source>
        <translation>Länge der Rechnungsnummern</translation>
    </message>
    <message>
        <source>Warehouse that ships</source>
        <translation>Lager, das liefert</translation>
    </message>
    <message>
        <source>Product class of charges</source>
        <translation>Produktklasse von Zuschlägen</translation>
    </message>
    <message>
        <source>Percentage of tax code</source>
        <translation>Prozentsatz von Steuerschlüssel</translation>
    </message>
    <message>
        <source>Tax code for</source>
        <translation>Steuerschlüssel für</translation>
    </message>
    <message>
        <source>Product class of invoices</source>
        <translation>Produktklasse von Rechnungen</translation>
    </message>
    <message>
        <source>Product class of refunds</source>
        <translation>Produktklasse von Erstattungen</translation>
    </message>
    <message>
        <source>A payment without an open invoice</source>
        <translation>Zahlung ohne offene Rechnung</translation>
    </message>
    <message>
        <source>has to be chosen</source>
        <translation>ist zu wählen</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>as you have set it</source>
        <translation>wie eingestellt</translation>
    </message>
    <message>
        <source>its name fits</source>
        <translation>der Name passt</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>das einzige</translation>
    </message>
    <message>
        <source>as your records have it</source>
        <translation>wie in Ihren Daten</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>{missing} missing, {granted} granted.</source>
        <translation>{missing} fehlen, {granted} gewährt.</translation>
    </message>
    <message>
        <source>It works, and is stronger than it has to be ({strong}).</source>
        <translation>Sie funktioniert und ist stärker als nötig ({strong}).</translation>
    </message>
    <message>
        <source>It works: {granted} granted, nothing missing, nothing too strong.</source>
        <translation>Sie funktioniert: {granted} gewährt, nichts fehlt, nichts ist zu stark.</translation>
    </message>
    <message>
        <source>period {period} of {year}, to {day}</source>
        <translation>Periode {period} von {year}, bis {day}</translation>
    </message>
    <message>
        <source>Stripe account</source>
        <translation>Stripe-Konto</translation>
    </message>
    <message>
        <source>Currencies of its balance</source>
        <translation>Währungen seines Saldos</translation>
    </message>
    <message>
        <source>SYSPRO companies</source>
        <translation>SYSPRO-Firmen</translation>
    </message>
    <message>
        <source>Currency of the company</source>
        <translation>Währung der Firma</translation>
    </message>
    <message>
        <source>Ledger codes</source>
        <translation>Sachkonten</translation>
    </message>
    <message>
        <source>Open ledger period</source>
        <translation>Offene Periode</translation>
    </message>
    <message>
        <source>Customer codes</source>
        <translation>Kundennummern</translation>
    </message>
    <message>
        <source>Invoice numbers</source>
        <translation>Rechnungsnummern</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>Banken</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Filialen</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Zahlungsziele</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Währungen</translation>
    </message>
    <message>
        <source>Tax codes in use</source>
        <translation>Benutzte Steuerschlüssels</translation>
    </message>
    <message>
        <source>Product classes in use</source>
        <translation>Benutzte Produktklassen</translation>
    </message>
    <message>
        <source>Price codes in use</source>
        <translation>Benutzte Preiscodes</translation>
    </message>
    <message>
        <source>no record tells</source>
        <translation>kein Datensatz zeigt es</translation>
    </message>
    <message>
        <source>{length} digits, padded with zeros</source>
        <translation>{length} Ziffern, mit Nullen aufgefüllt</translation>
    </message>
    <message>
        <source>up to {length} letters and digits</source>
        <translation>bis {length} Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>Would be posted</source>
        <translation>Würde gebucht</translation>
    </message>
    <message>
        <source>Would wait for approval</source>
        <translation>Würde auf Freigabe warten</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Würde abgelehnt</translation>
    </message>
    <message>
        <source>{waiting} wait for Stripe, {ignored} move no money</source>
        <translation>{waiting} warten auf Stripe, {ignored} bewegen kein Geld</translation>
    </message>
    <message>
        <source>You would decide</source>
        <translation>Sie würden entscheiden</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Set-up needed</source>
        <extracomment>The one of them.</extracomment>
        <translation>Einrichten nötig</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Dienst steht</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>No engine is running, or it is silent; nothing is read or posted.</source>
        <translation>Kein Dienst läuft, oder er schweigt; nichts wird gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>Paused; nothing is read or posted.</source>
        <translation>Angehalten; nichts wird gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>All payments are posted; Stripe and SYSPRO agree to the cent.</source>
        <translation>Alle Zahlungen sind gebucht; Stripe und SYSPRO stimmen auf den Cent überein.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Bucht</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>Freizugeben</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Custom form</source>
        <translation>Zusatzfeld</translation>
    </message>
    <message>
        <source>Customer change</source>
        <translation>Kundenänderung</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Zu lesen</translation>
    </message>
    <message>
        <source>Sales order</source>
        <translation>Verkaufsauftrag</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Zahlungseingang</translation>
    </message>
    <message>
        <source>AR document</source>
        <translation>Debitorenbeleg</translation>
    </message>
    <message>
        <source>AR adjustment</source>
        <translation>Debitoren-Ausgleich</translation>
    </message>
    <message>
        <source>Credit of an invoice</source>
        <translation>Gutschrift zur Rechnung</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Credit note line</source>
        <translation>Gutschriftzeile</translation>
    </message>
    <message>
        <source>Order to invoice</source>
        <translation>Auftrag zu fakturieren</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Auftrag storniert</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Cash book entry</source>
        <translation>Kassenbucheintrag</translation>
    </message>
    <message>
        <source>Receipt into the bank</source>
        <translation>Eingang auf der Bank</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Stripe object</source>
        <translation>Stripe-Objekt</translation>
    </message>
    <message>
        <source>Discrepancy</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Note of a flow</source>
        <translation>Hinweis eines Ablaufs</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Read Stripe</source>
        <translation>Stripe lesen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Post to SYSPRO</source>
        <translation>In SYSPRO buchen</translation>
    </message>
    <message>
        <source>Resolve doubts</source>
        <translation>Zweifel klären</translation>
    </message>
    <message>
        <source>Read the journal</source>
        <translation>Stripes Journal lesen</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Nachweisen</translation>
    </message>
    <message>
        <source>Allocate receipts</source>
        <translation>Zahlungen zuordnen</translation>
    </message>
    <message>
        <source>Read periods</source>
        <translation>Perioden lesen</translation>
    </message>
    <message>
        <source>Watch disputes</source>
        <translation>Streite beobachten</translation>
    </message>
    <message>
        <source>Watch what is usual</source>
        <translation>Auf Übliches achten</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>Keep house</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Keep the catalogue</source>
        <translation>Katalog pflegen</translation>
    </message>
    <message>
        <source>Write to Stripe</source>
        <translation>An Stripe schreiben</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Keep customers</source>
        <translation>Kunden pflegen</translation>
    </message>
    <message>
        <source>Ask for payments</source>
        <translation>Zahlungen anfordern</translation>
    </message>
    <message>
        <source>Tell people</source>
        <translation>Meldungen senden</translation>
    </message>
    <message>
        <source>Call outside</source>
        <translation>Nach außen melden</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Sign of life</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>heute {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gestern {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>morgen {time}</translation>
    </message>
</context>
</TS>
