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
        <extracomment>Asks a question that has to be answered: title, text; true for yes. Whether the demo, or the own home, is to be shown next; ``None`` where the program ends for good.</extracomment>
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
    <name>CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
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
        <source>Read all stock codes</source>
        <extracomment>The tab of all stock codes. What is asked of the engine: to read everything in SYSPRO, to look at all products in Stripe. Code of the problem that holds what would go out of sale at once.</extracomment>
        <translation>Alle Artikel lesen</translation>
    </message>
    <message>
        <source>Look at all products in Stripe</source>
        <translation>Alle Produkte in Stripe ansehen</translation>
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
        <source>Stock codes appear here when that changes.</source>
        <translation>Artikel stehen hier, sobald sich das ändert.</translation>
    </message>
    <message>
        <source>Take them out of sale…</source>
        <translation>Aus dem Verkauf nehmen…</translation>
    </message>
    <message>
        <source>{count} stock codes go out of sale: their products and prices in Stripe are archived, and no shop can sell them until SYSPRO sells them again. Look first whether SYSPRO&apos;s database and the settings are right.</source>
        <translation>{count} Artikel gehen aus dem Verkauf: Ihre Produkte und Preise in Stripe werden archiviert, und kein Shop kann sie verkaufen, bis SYSPRO sie wieder verkauft. Sehen Sie zuerst nach, ob SYSPROs Datenbank und die Einstellungen stimmen.</translation>
    </message>
    <message>
        <source>They are being taken out of sale.</source>
        <translation>Sie werden aus dem Verkauf genommen.</translation>
    </message>
    <message>
        <source>Take them out of sale</source>
        <translation>Aus dem Verkauf nehmen</translation>
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
        <extracomment>What a command gives back: its number, those of several, or nothing where it is done at once. What takes commands back, told their numbers; runs in another thread.</extracomment>
        <translation>Notiert. Es wird ausgeführt, sobald der Dienst läuft.</translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>Es ist wieder wie zuvor.</translation>
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
        <source>The movements add up to the payout; %n of them are ignored, all others are in SYSPRO.</source>
        <translation>
            <numerusform>Die Bewegungen ergeben die Auszahlung; 1 davon ist ignoriert, alle anderen sind in SYSPRO.</numerusform>
            <numerusform>Die Bewegungen ergeben die Auszahlung; %n davon sind ignoriert, alle anderen sind in SYSPRO.</numerusform>
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
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Accept the sure ones…</source>
        <extracomment>The parts, those that want a person first. So many per cent are sure enough to be accepted together. What is asked of the engine: to read everything on both sides.</extracomment>
        <translation>Die sicheren annehmen…</translation>
    </message>
    <message>
        <source>Search customer, name, e-mail or Stripe id</source>
        <translation>Kunde, Name, E-Mail oder Stripe-ID suchen</translation>
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
        <source>Read all customers</source>
        <translation>Alle Kunden lesen</translation>
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
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Change fields of this document by hand, and have it decided again.</source>
        <translation>Felder dieses Belegs von Hand ändern und ihn neu entscheiden lassen.</translation>
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
        <source>{title} is restored.</source>
        <translation>{title} ist zurückgeholt.</translation>
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
    <message>
        <source>{title} is approved, and posted in a moment.</source>
        <translation>{title} ist freigegeben und wird gleich gebucht.</translation>
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
    <name>EditPane</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Change by hand</source>
        <translation>Von Hand ändern</translation>
    </message>
    <message>
        <source>What you change holds for this document alone, also when it is decided again, and is kept in the history. Its money and our reference stay.</source>
        <translation>Was Sie ändern, gilt nur für diesen Beleg, auch wenn er neu entschieden wird, und bleibt im Verlauf. Sein Geld und unsere Referenz bleiben.</translation>
    </message>
    <message>
        <source>Save and retry</source>
        <translation>Speichern und wiederholen</translation>
    </message>
    <message>
        <source>Changed by {who}, {when}</source>
        <translation>Geändert von {who}, {when}</translation>
    </message>
    <message>
        <source>Noted. It is carried out as soon as the engine runs.</source>
        <translation>Notiert. Es wird ausgeführt, sobald der Dienst läuft.</translation>
    </message>
    <message>
        <source>It is decided again with what you changed.</source>
        <translation>Es wird mit Ihrer Änderung neu entschieden.</translation>
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
    <name>FieldBox</name>
    <message>
        <source>As the mapping has it</source>
        <translation>Wie in der Zuordnung</translation>
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
        <source>Search customer, id, key, amount or reason</source>
        <extracomment>Milliseconds of rest after the last letter before a search begins. Days of the choices of time; 0 is for all.</extracomment>
        <translation>Kunde, Id, Schlüssel, Betrag oder Grund suchen</translation>
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
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More filters: customer, amounts, days</source>
        <translation>Weitere Filter: Kunde, Beträge, Tage</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s code, cus_… or a name</source>
        <translation>SYSPROs Code, cus_… oder ein Name</translation>
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
        <source>Amount of at most</source>
        <translation>Betrag höchstens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>From, as 2026-01-31</source>
        <translation>Von, wie 2026-01-31</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>To, as 2026-01-31</source>
        <translation>Bis, wie 2026-01-31</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Filter nothing any more</source>
        <translation>Nichts mehr filtern</translation>
    </message>
    <message>
        <source>“{text}” is no amount such as {example}.</source>
        <translation>„{text}“ ist kein Betrag wie {example}.</translation>
    </message>
    <message>
        <source>“{text}” is no day such as 2026-01-31.</source>
        <translation>„{text}“ ist kein Tag wie 2026-01-31.</translation>
    </message>
    <message>
        <source>The first day is after the last.</source>
        <translation>Der erste Tag liegt nach dem letzten.</translation>
    </message>
    <message>
        <source>The least amount is above the most.</source>
        <translation>Der kleinste Betrag liegt über dem größten.</translation>
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
        <extracomment>Scheme of a link that shows a page of the program: ``place:settings`` or ``place:settings/catalogue.enabled``. Ending of a link to another page of the help. The languages of the help; the first one serves everybody else. The one character of a paragraph that is a picture. Height of a line, in per cent of its font&apos;s own.</extracomment>
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
    <name>ListPage</name>
    <message>
        <source>Run now</source>
        <extracomment>What a page asks the engine for with its main action: to look for what changed. Tabs without whose rows all is well.</extracomment>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
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
        <source>Show its settings</source>
        <translation>Einstellungen zeigen</translation>
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
        <source>Only where {when}.</source>
        <translation>Nur wo {when}.</translation>
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
    <name>Notice</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Zurücknehmen (Strg+Z)</translation>
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
        <source>Company {company}</source>
        <translation>Firma {company}</translation>
    </message>
    <message>
        <source>Company {company}, in the bank {day}</source>
        <translation>Firma {company}, auf der Bank {day}</translation>
    </message>
    <message>
        <source>Difference in {currency}</source>
        <translation>Differenz in {currency}</translation>
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
    <name>RequestsDetail</name>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Noch einmal anfordern…</translation>
    </message>
    <message>
        <source>Invoice {invoice}</source>
        <translation>Rechnung {invoice}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Where it is paid</source>
        <translation>Wo sie bezahlt wird</translation>
    </message>
    <message>
        <source>In Stripe</source>
        <translation>In Stripe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>The link of invoice {invoice} is copied.</source>
        <translation>Der Link der Rechnung {invoice} ist kopiert.</translation>
    </message>
    <message>
        <source>Invoice {invoice} is asked for again.</source>
        <translation>Rechnung {invoice} wird noch einmal angefordert.</translation>
    </message>
    <message>
        <source>Stripe says that this was paid, and SYSPRO still shows the invoice open. Ask again only where that money will not come, as after a bank&apos;s payment that failed: the customer could pay twice.</source>
        <translation>Stripe sagt, dass dies bezahlt wurde, und SYSPRO zeigt die Rechnung noch offen. Fordern Sie nur noch einmal an, wo dieses Geld nicht kommt, etwa nach einer fehlgeschlagenen Bankzahlung: Der Kunde könnte zweimal bezahlen.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal anfordern</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Read all invoices</source>
        <extracomment>The tab of all invoices. The tabs, those that want a person first. What is asked of the engine: to read all invoices.</extracomment>
        <translation>Alle Rechnungen lesen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Invoices appear here when that changes.</source>
        <translation>Rechnungen erscheinen hier, wenn sich das ändert.</translation>
    </message>
    <message>
        <source>No invoice can be paid in Stripe</source>
        <translation>Keine Rechnung kann in Stripe bezahlt werden</translation>
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
        <source>No payment waits for SYSPRO</source>
        <translation>Keine Zahlung wartet auf SYSPRO</translation>
    </message>
    <message>
        <source>What a customer has paid stands here until SYSPRO shows it on the invoice.</source>
        <translation>Was ein Kunde bezahlt hat, steht hier, bis SYSPRO es auf der Rechnung zeigt.</translation>
    </message>
    <message>
        <source>Stripe refuses nothing</source>
        <translation>Stripe lehnt nichts ab</translation>
    </message>
    <message>
        <source>Every invoice that was looked at is asked for</source>
        <translation>Jede angesehene Rechnung wird angefordert</translation>
    </message>
    <message>
        <source>Switched on, open invoices of the customers that you choose get a payment link or an invoice in Stripe, over what SYSPRO has open. What a customer pays there is posted to that invoice, and the link is closed.</source>
        <translation>Eingeschaltet, bekommen offene Rechnungen der Kunden, die Sie auswählen, einen Zahlungslink oder eine Rechnung in Stripe, über das, was in SYSPRO offen ist. Was ein Kunde dort bezahlt, wird auf diese Rechnung gebucht, und der Link wird geschlossen.</translation>
    </message>
    <message>
        <source>Open invoices of the chosen customers appear here as soon as the engine has read them, each with the link at which it can be paid.</source>
        <translation>Offene Rechnungen der ausgewählten Kunden erscheinen hier, sobald die Engine sie gelesen hat, jede mit dem Link, unter dem sie bezahlt werden kann.</translation>
    </message>
    <message>
        <source>SYSPRO is being looked at for what changed.</source>
        <translation>SYSPRO wird nach Änderungen gefragt.</translation>
    </message>
    <message>
        <source>All invoices are being read.</source>
        <translation>Alle Rechnungen werden gelesen.</translation>
    </message>
    <message>
        <source>Requests to pay</source>
        <translation>Zahlungsanforderungen</translation>
    </message>
    <message>
        <source>Search customer or invoice</source>
        <translation>Kunde oder Rechnung suchen</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Requests to pay are off</source>
        <translation>Zahlungsanforderungen sind aus</translation>
    </message>
    <message>
        <source>No invoice was read yet</source>
        <translation>Noch keine Rechnung gelesen</translation>
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
        <source>The first day is after the last.</source>
        <translation>Der erste Tag liegt nach dem letzten.</translation>
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
    <name>RowPane</name>
    <message>
        <source>Close the detail</source>
        <extracomment>Width of the pane, in pixels of the layout.</extracomment>
        <translation>Einzelheiten schließen</translation>
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
    <name>ServiceMenu</name>
    <message>
        <source>Start the service</source>
        <translation>Dienst starten</translation>
    </message>
    <message>
        <source>Restart the service</source>
        <translation>Dienst neu starten</translation>
    </message>
    <message>
        <source>An administrator may start and restart it.</source>
        <translation>Ein Administrator darf ihn starten und neu starten.</translation>
    </message>
    <message>
        <source>The service of the engine runs.</source>
        <translation>Der Dienst läuft.</translation>
    </message>
    <message>
        <source>The service of the engine runs again.</source>
        <translation>Der Dienst läuft wieder.</translation>
    </message>
    <message>
        <source>The service is being started; what is in hand is finished first.</source>
        <translation>Der Dienst wird gestartet; was gerade gebucht wird, wird vorher beendet.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Width of the fields: as wide as there is room for, and never narrower than most of what stands in them.</extracomment>
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
        <source>It starts for everybody on this computer; Setup has seen to that.</source>
        <translation>Es startet bei allen auf diesem Rechner; dafür hat Setup gesorgt.</translation>
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
        <extracomment>Least width of a list that may stand beside the detail of one of its rows, in pixels. Milliseconds that a word about something done stays. The same where it can be taken back. Seconds that what is approved waits, so that it can be taken back as long as the word about it stands there.</extracomment>
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
    <message>
        <source>Nothing of this kind was decided yet. This event is invented, and nothing is written by it.</source>
        <translation>Dergleichen wurde noch nicht entschieden. Dieses Ereignis ist erfunden, und nichts wird dadurch geschrieben.</translation>
    </message>
</context>
<context>
    <name>WaterfallPicture</name>
    <message>
        <source>From gross to net</source>
        <translation>Von brutto zu netto</translation>
    </message>
    <message>
        <source>Drawn when the movements are known.</source>
        <translation>Wird gezeichnet, sobald die Bewegungen bekannt sind.</translation>
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
        <extracomment>Width of the page below which the list beside a detail says money and names alone, in pixels.</extracomment>
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
    <message>
        <source>All of them are approved, and posted as they are in a moment.</source>
        <translation>Alle sind freigegeben und werden gleich gebucht, wie sie sind.</translation>
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
        <translation>Ähnlich</translation>
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
        <source>In SYSPRO</source>
        <extracomment>A part of the page: suggestions of one sort, or links that stand somewhere.</extracomment>
        <translation>In SYSPRO</translation>
    </message>
    <message>
        <source>In Stripe</source>
        <translation>In Stripe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
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
    <name>deeds</name>
    <message>
        <source>Asked: {what}</source>
        <extracomment>What the action of a command begins with.</extracomment>
        <translation>Verlangt: {what}</translation>
    </message>
    <message>
        <source>Decided: documents</source>
        <translation>Entschieden: Belege</translation>
    </message>
    <message>
        <source>Decided: it waits</source>
        <translation>Entschieden: wartet</translation>
    </message>
    <message>
        <source>Decided: a person is asked</source>
        <translation>Entschieden: Sie entscheiden</translation>
    </message>
    <message>
        <source>Decided: not posted</source>
        <translation>Entschieden: nicht buchen</translation>
    </message>
    <message>
        <source>Document made</source>
        <translation>Beleg gemacht</translation>
    </message>
    <message>
        <source>Document replaced</source>
        <translation>Beleg ersetzt</translation>
    </message>
    <message>
        <source>Movements of a document</source>
        <translation>Bewegungen eines Belegs</translation>
    </message>
    <message>
        <source>Document waits</source>
        <translation>Beleg wartet</translation>
    </message>
    <message>
        <source>Being posted</source>
        <translation>Wird gebucht</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Held for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Changed by hand</source>
        <translation>Von Hand geändert</translation>
    </message>
    <message>
        <source>Customer linked</source>
        <translation>Kunde verbunden</translation>
    </message>
    <message>
        <source>Customers merged</source>
        <translation>Kunden zusammengeführt</translation>
    </message>
    <message>
        <source>Customer made in Stripe</source>
        <translation>Kunde in Stripe angelegt</translation>
    </message>
    <message>
        <source>Difference decided</source>
        <translation>Abweichung entschieden</translation>
    </message>
    <message>
        <source>Customer has another code</source>
        <translation>Kunde hat anderen Code</translation>
    </message>
    <message>
        <source>Kept out of Stripe</source>
        <translation>Nicht nach Stripe</translation>
    </message>
    <message>
        <source>Not the same customer</source>
        <translation>Nicht derselbe Kunde</translation>
    </message>
    <message>
        <source>Link closed</source>
        <translation>Verbindung beendet</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Difference accepted</source>
        <translation>Abweichung angenommen</translation>
    </message>
    <message>
        <source>Difference open again</source>
        <translation>Abweichung wieder offen</translation>
    </message>
    <message>
        <source>Note read</source>
        <translation>Hinweis gelesen</translation>
    </message>
    <message>
        <source>Note unread again</source>
        <translation>Hinweis wieder ungelesen</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>Setting as usual again</source>
        <translation>Einstellung wieder Vorgabe</translation>
    </message>
    <message>
        <source>Mapping put in force</source>
        <translation>Zuordnung in Kraft</translation>
    </message>
    <message>
        <source>Engine started</source>
        <translation>Dienst gestartet</translation>
    </message>
    <message>
        <source>Engine taken over</source>
        <translation>Dienst übernommen</translation>
    </message>
    <message>
        <source>Database put back</source>
        <translation>Datenbank zurückgespielt</translation>
    </message>
    <message>
        <source>Cash book being sent</source>
        <translation>Kassenbuch wird gesendet</translation>
    </message>
    <message>
        <source>Portal token given</source>
        <translation>Portal-Token vergeben</translation>
    </message>
    <message>
        <source>Portal token taken back</source>
        <translation>Portal-Token entzogen</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>fortsetzen</translation>
    </message>
    <message>
        <source>sync now</source>
        <translation>abgleichen</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>reconcile</source>
        <translation>abstimmen</translation>
    </message>
    <message>
        <source>take over settings</source>
        <translation>Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>take an approval back</source>
        <translation>Freigabe zurücknehmen</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>ignorieren</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>zurückholen</translation>
    </message>
    <message>
        <source>end a doubt</source>
        <translation>Zweifel klären</translation>
    </message>
    <message>
        <source>accept a difference</source>
        <translation>Abweichung annehmen</translation>
    </message>
    <message>
        <source>note read</source>
        <translation>Hinweis gelesen</translation>
    </message>
    <message>
        <source>change by hand</source>
        <translation>von Hand ändern</translation>
    </message>
    <message>
        <source>look at the catalogue</source>
        <translation>Katalog ansehen</translation>
    </message>
    <message>
        <source>look at customers</source>
        <translation>Kunden ansehen</translation>
    </message>
    <message>
        <source>link a customer</source>
        <translation>Kunde verbinden</translation>
    </message>
    <message>
        <source>look at open invoices</source>
        <translation>offene Rechnungen ansehen</translation>
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
        <source>SYSPRO&apos;s own row {key} was read and compared with what was sent: it is the same.</source>
        <translation>SYSPROs eigener Satz {key} wurde gelesen und mit dem Gesendeten verglichen: er ist gleich.</translation>
    </message>
    <message>
        <source>Read {when}.</source>
        <translation>Gelesen {when}.</translation>
    </message>
    <message>
        <source>By {who}.</source>
        <translation>Von {who}.</translation>
    </message>
    <message>
        <source>The program stopped while this was being sent.</source>
        <translation>Das Programm hielt an, während dies gesendet wurde.</translation>
    </message>
    <message>
        <source>Stripe told of it</source>
        <translation>Stripe hat es gemeldet</translation>
    </message>
    <message>
        <source>Found without an event</source>
        <translation>Ohne Ereignis gefunden</translation>
    </message>
    <message>
        <source>Asked to decide it again</source>
        <translation>Neue Entscheidung verlangt</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>From what Stripe says of {id}.</source>
        <extracomment>What is not drawn as something that came by itself.</extracomment>
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
        <source>Decided again</source>
        <translation>Neu entschieden</translation>
    </message>
    <message>
        <source>No longer made by the latest decision</source>
        <translation>Von der letzten Entscheidung nicht mehr erzeugt</translation>
    </message>
    <message>
        <source>Changed by hand</source>
        <translation>Von Hand geändert</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Zurückgeholt</translation>
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
    <name>edit</name>
    <message>
        <source>Line {number}: {field}</source>
        <translation>Zeile {number}: {field}</translation>
    </message>
    <message>
        <source>day, as 2026-01-31</source>
        <translation>Tag, wie 2026-01-31</translation>
    </message>
    <message>
        <source>up to {length} characters</source>
        <translation>bis {length} Zeichen</translation>
    </message>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>SYSPRO needs something here.</source>
        <translation>Hier braucht SYSPRO etwas.</translation>
    </message>
    <message>
        <source>This is no day such as 2026-01-31.</source>
        <translation>Das ist kein Tag wie 2026-01-31.</translation>
    </message>
    <message>
        <source>SYSPRO takes {choices} here.</source>
        <translation>SYSPRO nimmt hier {choices}.</translation>
    </message>
    <message>
        <source>There is room for {room} characters, and this is {length} long.</source>
        <translation>Es ist Platz für {room} Zeichen, dies sind {length}.</translation>
    </message>
    <message>
        <source>SYSPRO lacks some of these letters; it would read “{instead}”.</source>
        <translation>SYSPRO fehlen einige dieser Buchstaben; dort stünde „{instead}“.</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>(line {line}, column {column})</source>
        <translation>(Zeile {line}, Spalte {column})</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(nicht gesetzt)</translation>
    </message>
    <message>
        <source>(without name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>1 difference is open</source>
        <translation>1 Abweichung ist offen</translation>
    </message>
    <message>
        <source>1 document is in doubt</source>
        <translation>1 Beleg ist im Zweifel</translation>
    </message>
    <message>
        <source>1 document waits for you</source>
        <translation>1 Beleg wartet auf Sie</translation>
    </message>
    <message>
        <source>1 object of Stripe could not be read</source>
        <translation>1 Objekt von Stripe konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>1 open, 4 in warehouse, 8 ready to invoice, S suspense.</source>
        <translation>1 offen, 4 im Lager, 8 fakturierbar, S zurückgestellt.</translation>
    </message>
    <message>
        <source>1 payment waits for you</source>
        <translation>1 Zahlung wartet auf Sie</translation>
    </message>
    <message>
        <source>1 suggestion is</source>
        <translation>1 Vorschlag ist</translation>
    </message>
    <message>
        <source>1 thing is</source>
        <translation>1 Sache ist</translation>
    </message>
    <message>
        <source>A SYSPRO business object is not available</source>
        <translation>Ein Business Object von SYSPRO ist nicht verfügbar</translation>
    </message>
    <message>
        <source>A SYSPRO currency is unknown</source>
        <translation>Eine SYSPRO-Währung ist unbekannt</translation>
    </message>
    <message>
        <source>A change with --draft begins one.</source>
        <translation>Eine Änderung mit --draft beginnt einen.</translation>
    </message>
    <message>
        <source>A charity or a service with many small payments by people who are no customers: all of them go to one customer a currency, each as an invoice in receivables and the receipt that pays it.</source>
        <translation>Eine Hilfsorganisation oder Leistung mit vielen kleinen Zahlungen von Leuten, die keine Kunden sind: Alle gehen je Währung an einen Kunden, jede als Debitorenrechnung mit dem Zahlungseingang, der sie bezahlt.</translation>
    </message>
    <message>
        <source>A checkout session</source>
        <translation>Eine Checkout-Sitzung</translation>
    </message>
    <message>
        <source>A closed day&apos;s sales, refunds and disputes become one journal entry a currency</source>
        <translation>Verkäufe, Erstattungen und Zahlungsstreite eines abgeschlossenen Tages werden je Währung ein Journal</translation>
    </message>
    <message>
        <source>A company that Stripe bills for every month or year: each subscriber becomes a customer, each payment an invoice in receivables and the receipt that pays it.</source>
        <translation>Eine Firma, der Stripe monatlich oder jährlich abrechnet: Jeder Abonnent wird ein Kunde, jede Zahlung eine Debitorenrechnung mit dem Zahlungseingang, der sie bezahlt.</translation>
    </message>
    <message>
        <source>A company that invoices from SYSPRO and lets customers pay with a link: each payment becomes a receipt that pays the open invoices it is for.</source>
        <translation>Eine Firma, die aus SYSPRO fakturiert und Kunden per Link zahlen lässt: Jede Zahlung wird ein Zahlungseingang, der die offenen Rechnungen bezahlt, für die er ist.</translation>
    </message>
    <message>
        <source>A control account</source>
        <translation>Ein Sammelkonto</translation>
    </message>
    <message>
        <source>A credit note has another value</source>
        <translation>Eine Gutschrift hat einen anderen Wert</translation>
    </message>
    <message>
        <source>A customer in Stripe</source>
        <translation>Ein Kunde in Stripe</translation>
    </message>
    <message>
        <source>A customer is being made</source>
        <translation>Ein Kunde wird gerade angelegt</translation>
    </message>
    <message>
        <source>A demo</source>
        <translation>Eine Demo</translation>
    </message>
    <message>
        <source>A dispute becomes journal entries: funds withdrawn, won or lost</source>
        <translation>Ein Zahlungsstreit wird gebucht: Geld eingezogen, gewonnen oder verloren</translation>
    </message>
    <message>
        <source>A dispute cannot be read</source>
        <translation>Ein Zahlungsstreit kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>A document about it was sent while it was being decided again; it is decided once more.</source>
        <translation>Ein Beleg dazu wurde gesendet, während neu entschieden wurde; es wird noch einmal entschieden.</translation>
    </message>
    <message>
        <source>A document that is {value} cannot become {value2}.</source>
        <translation>Ein Beleg im Zustand {value} kann nicht in den Zustand {value2} übergehen.</translation>
    </message>
    <message>
        <source>A fee of {amount} ({what}), booked with the payout that settles it.</source>
        <translation>Eine Gebühr von {amount} ({what}), gebucht mit der Auszahlung, die sie abrechnet.</translation>
    </message>
    <message>
        <source>A field that the checkout or Stripe&apos;s invoice asked for, by its key</source>
        <translation>Ein Feld, nach dem der Checkout oder Stripes Rechnung fragte, nach seinem Schlüssel</translation>
    </message>
    <message>
        <source>A file cannot be used</source>
        <translation>Eine Datei kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>A finished demo; its sandboxes have ended with it.</source>
        <translation>Eine beendete Demo; ihre Sandkästen haben mit ihr geendet.</translation>
    </message>
    <message>
        <source>A flow asks you to look at 1 payment</source>
        <translation>Ein Ablauf bittet Sie, 1 Zahlung anzusehen</translation>
    </message>
    <message>
        <source>A flow asks you to look at {count} payments</source>
        <translation>Ein Ablauf bittet Sie, {count} Zahlungen anzusehen</translation>
    </message>
    <message>
        <source>A flow cannot work</source>
        <translation>Ein Ablauf kann nicht arbeiten</translation>
    </message>
    <message>
        <source>A flow is named twice in the order.</source>
        <translation>Ein Ablauf steht zweimal in der Reihenfolge.</translation>
    </message>
    <message>
        <source>A formula cannot be read</source>
        <translation>Eine Formel kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>A free-form credit note of {value} can have any of these lines, whose tax comes to the same: {named}. Which one the sale was taxed by cannot be told. Credit it by hand and ignore the refund here, {else}</source>
        <translation>Eine freie Gutschrift über {value} kann jede dieser Zeilen haben, deren Steuer auf dasselbe kommt: {named}. Womit der Verkauf besteuert wurde, ist nicht zu erkennen. Schreiben Sie von Hand gut und ignorieren Sie die Erstattung hier, {else}</translation>
    </message>
    <message>
        <source>A group has exactly one of all and any; got {value}.</source>
        <translation>Eine Gruppe hat genau eines von all und any; angegeben ist {value}.</translation>
    </message>
    <message>
        <source>A job hangs</source>
        <translation>Eine Aufgabe hängt</translation>
    </message>
    <message>
        <source>A later decision makes it no longer: it is posted only as it is.</source>
        <translation>Eine spätere Entscheidung macht ihn nicht mehr: Er wird nur gebucht, wie er ist.</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>A number fits several records of SYSPRO</source>
        <translation>Eine Nummer passt auf mehrere Datensätze in SYSPRO</translation>
    </message>
    <message>
        <source>A numeric key with zeros on the left, so long.</source>
        <translation>Ein numerischer Schlüssel mit führenden Nullen, so lang.</translation>
    </message>
    <message>
        <source>A part of its address</source>
        <translation>Ein Teil seiner Anschrift</translation>
    </message>
    <message>
        <source>A part of its delivery address</source>
        <translation>Ein Teil seiner Lieferanschrift</translation>
    </message>
    <message>
        <source>A part of the address on it</source>
        <translation>Ein Teil der Anschrift darauf</translation>
    </message>
    <message>
        <source>A part of the billing address</source>
        <translation>Ein Teil der Rechnungsanschrift</translation>
    </message>
    <message>
        <source>A part of the billing address: line1, line2, city, state, postal_code, country</source>
        <translation>Ein Teil der Rechnungsanschrift: line1, line2, city, state, postal_code, country</translation>
    </message>
    <message>
        <source>A part of the delivery address</source>
        <translation>Ein Teil der Lieferanschrift</translation>
    </message>
    <message>
        <source>A part of the delivery address, as of the billing address</source>
        <translation>Ein Teil der Lieferanschrift, wie bei der Rechnungsanschrift</translation>
    </message>
    <message>
        <source>A part of the program did not start</source>
        <translation>Ein Teil des Programms ist nicht gestartet</translation>
    </message>
    <message>
        <source>A part of the program ended</source>
        <translation>Ein Teil des Programms ist beendet</translation>
    </message>
    <message>
        <source>A payment becomes a customer, a sales order and a receipt</source>
        <translation>Eine Zahlung wird ein Kunde, ein Verkaufsauftrag und ein Zahlungseingang</translation>
    </message>
    <message>
        <source>A payment becomes a customer, an invoice in receivables and a receipt that pays it</source>
        <translation>Eine Zahlung wird ein Kunde, eine Debitorenrechnung und ein Zahlungseingang, der sie bezahlt</translation>
    </message>
    <message>
        <source>A payment becomes a part of one journal a payout or day</source>
        <translation>Eine Zahlung wird Teil eines Journals je Auszahlung oder Tag</translation>
    </message>
    <message>
        <source>A payment becomes a receipt that pays open invoices</source>
        <translation>Eine Zahlung wird ein Zahlungseingang, der offene Rechnungen bezahlt</translation>
    </message>
    <message>
        <source>A payment link in Stripe</source>
        <translation>Ein Zahlungslink in Stripe</translation>
    </message>
    <message>
        <source>A payment of an unusual amount for its customer, or for all: a warning, or held for approval.</source>
        <translation>Eine Zahlung mit einem für ihren Kunden oder überhaupt ungewöhnlichen Betrag: ein Hinweis, oder sie wartet auf Freigabe.</translation>
    </message>
    <message>
        <source>A payment stands on account more than once</source>
        <translation>Eine Zahlung steht mehr als einmal als Akontozahlung</translation>
    </message>
    <message>
        <source>A payout becomes a journal entry: bank, fees by type, clearing</source>
        <translation>Eine Auszahlung wird ein Journal: Bank, Gebühren nach Art, Verrechnung</translation>
    </message>
    <message>
        <source>A person or another start of the program has taken the lease, or an older copy of the database was put in place; this engine posts nothing more.</source>
        <translation>Jemand oder ein weiterer Start des Programms hat die Buchungserlaubnis übernommen, oder eine ältere Kopie der Datenbank wurde eingespielt; dieser Dienst bucht nichts mehr.</translation>
    </message>
    <message>
        <source>A price in Stripe</source>
        <translation>Ein Preis in Stripe</translation>
    </message>
    <message>
        <source>A price of nothing or less is probably an oversight.</source>
        <translation>Ein Preis von null oder weniger ist wohl ein Versehen.</translation>
    </message>
    <message>
        <source>A product in Stripe</source>
        <translation>Ein Produkt in Stripe</translation>
    </message>
    <message>
        <source>A refund or dispute of payment {charge} waits for a person; what is left goes to the invoice afterwards.</source>
        <translation>Eine Erstattung oder ein Zahlungsstreit zur Zahlung {charge} wartet auf jemanden; was bleibt, geht danach an die Rechnung.</translation>
    </message>
    <message>
        <source>A refund takes the sale back and pays the money out of clearing</source>
        <translation>Eine Erstattung nimmt den Verkauf zurück und zahlt das Geld aus der Verrechnung</translation>
    </message>
    <message>
        <source>A request was sent to SYSPRO&apos;s e.net service and no answer came in time.</source>
        <translation>Eine Anfrage ging an SYSPROs Dienst e.net, und es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>A restricted key begins with rk_live_ or rk_test_.</source>
        <translation>Ein eingeschränkter Schlüssel beginnt mit rk_live_ oder rk_test_.</translation>
    </message>
    <message>
        <source>A row of the audit chain vouches for every decision; the command audit verify proves that none was altered.</source>
        <translation>Für jede Entscheidung bürgt eine Zeile der Protokollkette; der Befehl audit verify beweist, dass keine geändert wurde.</translation>
    </message>
    <message>
        <source>A shop whose sales are shipped from stock: each payment becomes a sales order and a receipt, and SYSPRO invoices what it ships.</source>
        <translation>Ein Webshop, der aus dem Lager liefert: Jede Zahlung wird ein Verkaufsauftrag und ein Zahlungseingang, und SYSPRO fakturiert, was es liefert.</translation>
    </message>
    <message>
        <source>A site that wants Stripe&apos;s totals in the ledger alone: no customers, orders or receipts, one balanced journal for each payout with sales, refunds, disputes, fees and the bank.</source>
        <translation>Ein Standort, der nur Stripes Summen im Hauptbuch will: keine Kunden, Aufträge oder Zahlungseingänge, je Auszahlung ein ausgeglichenes Journal mit Verkäufen, Erstattungen, Zahlungsstreiten, Gebühren und der Bank.</translation>
    </message>
    <message>
        <source>A stock code without a code cannot be sold.</source>
        <translation>Ein Artikel ohne Nummer kann nicht verkauft werden.</translation>
    </message>
    <message>
        <source>A tax number in Stripe</source>
        <translation>Eine Steuernummer in Stripe</translation>
    </message>
    <message>
        <source>A test is on its way: {names}. `syspro-stripe alerts` says whether it was taken.</source>
        <translation>Ein Versuch ist unterwegs: {names}. `syspro-stripe alerts` sagt, ob er angenommen wurde.</translation>
    </message>
    <message>
        <source>A text in the agent&apos;s database is damaged; `syspro-stripe audit verify` says which row it is in.</source>
        <translation>Ein Text in der Datenbank des Agenten ist beschädigt; `syspro-stripe audit verify` sagt, in welcher Zeile.</translation>
    </message>
    <message>
        <source>A value does not fit SYSPRO</source>
        <translation>Ein Wert passt nicht in SYSPRO</translation>
    </message>
    <message>
        <source>A variable decides this secret</source>
        <translation>Eine Variable bestimmt dieses Geheimnis</translation>
    </message>
    <message>
        <source>A web page came back.</source>
        <translation>Zurück kam eine Webseite.</translation>
    </message>
    <message>
        <source>A weekday without payments, where there always are some.</source>
        <translation>Ein Wochentag ohne Zahlungen, an dem es sonst immer welche gibt.</translation>
    </message>
    <message>
        <source>AR period of receipts: C current, P previous, B before previous.</source>
        <translation>Debitorenperiode der Zahlungseingänge: C laufende, P vorige, B vorvorige.</translation>
    </message>
    <message>
        <source>Access lists are Windows&apos; own.</source>
        <translation>Zugriffslisten gibt es nur unter Windows.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account -&gt; ledger code: bank (bank:usd and so on where there are several), bank_charge (where SYSPRO posts bank charges), fee (where they differ fee.tax for the tax on any fee, fee.stripe_fee.own for Radar and the like, and so on), dispute, dispute_loss, reserve, refunds, sales and sales_returns (mode summary), adjustment, transfer (payouts on their way in the cash book), connect.transfer (money for connected accounts, and back), fx, rounding, or another reporting category; with :usd behind it for one currency.</source>
        <translation>Konto -&gt; Sachkonto: bank (bei mehreren bank:usd und so weiter), bank_charge (wo SYSPRO Bankspesen bucht), „fee“ (wo sie verschieden sind fee.tax für die Steuer auf jede Gebühr, fee.stripe_fee.own für Radar und dergleichen), dispute, dispute_loss, reserve, refunds, sales und sales_returns (Modus summary), adjustment, transfer (Auszahlungen unterwegs im Kassenbuch), connect.transfer (Geld für verbundene Konten und zurück), fx, rounding oder eine andere Buchungskategorie von Stripe; mit :usd dahinter für eine Währung.</translation>
    </message>
    <message>
        <source>Account at the mail server; empty sends without one.</source>
        <translation>Konto beim Mailserver; leer sendet ohne.</translation>
    </message>
    <message>
        <source>Account terms</source>
        <translation>Zahlungsziel auf Rechnung</translation>
    </message>
    <message>
        <source>Account that it is booked to</source>
        <translation>Konto, auf das sie gebucht wird</translation>
    </message>
    <message>
        <source>Accounts are Windows&apos; own.</source>
        <translation>Konten dieser Art gibt es nur unter Windows.</translation>
    </message>
    <message>
        <source>Add it to the setting currencies.to_syspro.</source>
        <translation>Tragen Sie sie in die Einstellung currencies.to_syspro ein.</translation>
    </message>
    <message>
        <source>Add the stock code in SYSPRO, or correct it in Stripe&apos;s metadata or in the mapping; then press Retry.</source>
        <translation>Legen Sie den Artikel in SYSPRO an, oder berichtigen Sie ihn in Stripes Metadaten oder in der Zuordnung; drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Add {custom_field} to syspro.customer_form_fields, in its exact spelling.</source>
        <translation>Tragen Sie {custom_field} in genau dieser Schreibweise in syspro.customer_form_fields ein.</translation>
    </message>
    <message>
        <source>Add {name} to syspro.stock_form_fields, in its exact spelling.</source>
        <translation>Tragen Sie {name} in genau dieser Schreibweise in syspro.stock_form_fields ein.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address line 1.</source>
        <translation>Adresszeile 1.</translation>
    </message>
    <message>
        <source>Address line 2.</source>
        <translation>Adresszeile 2.</translation>
    </message>
    <message>
        <source>Address line 3.</source>
        <translation>Adresszeile 3.</translation>
    </message>
    <message>
        <source>Address line 4.</source>
        <translation>Adresszeile 4.</translation>
    </message>
    <message>
        <source>Address line 5.</source>
        <translation>Adresszeile 5.</translation>
    </message>
    <message>
        <source>Address line {fitted}</source>
        <translation>Adresszeile {fitted}</translation>
    </message>
    <message>
        <source>Address lines</source>
        <translation>Adresszeilen</translation>
    </message>
    <message>
        <source>Address of Stripe&apos;s API; changed only to meet a sandbox.</source>
        <translation>Adresse von Stripes API; nur für einen Sandkasten zu ändern.</translation>
    </message>
    <message>
        <source>Address of a Slack incoming webhook.</source>
        <translation>Adresse eines eingehenden Webhooks von Slack.</translation>
    </message>
    <message>
        <source>Address of any other program, which gets each alert as JSON by POST.</source>
        <translation>Adresse irgendeines anderen Programms, das jede Meldung als JSON per POST erhält.</translation>
    </message>
    <message>
        <source>Address of the e.net REST service, such as http://server:31002/SYSPROWCFService/Rest.</source>
        <translation>Adresse des REST-Dienstes e.net, etwa http://server:31002/SYSPROWCFService/Rest.</translation>
    </message>
    <message>
        <source>Address on which the portal listens; any other than this machine&apos;s own needs portal.certificate_file.</source>
        <translation>Adresse, auf der das Portal lauscht; jede andere als die dieses Rechners braucht portal.certificate_file.</translation>
    </message>
    <message>
        <source>Address that Stripe sent the receipt to</source>
        <translation>Adresse, an die Stripe die Quittung gesandt hat</translation>
    </message>
    <message>
        <source>Address that a Microsoft Teams workflow (When a Teams webhook request is received) gave for a channel.</source>
        <translation>Adresse, die ein Workflow von Microsoft Teams („When a Teams webhook request is received“) für einen Kanal vergeben hat.</translation>
    </message>
    <message>
        <source>Address that is called (GET) while the engine does its rounds; whoever watches it notices its silence.</source>
        <translation>Adresse, die aufgerufen wird (GET), solange der Dienst seine Runden macht; wer sie beobachtet, bemerkt sein Schweigen.</translation>
    </message>
    <message>
        <source>Address that the checkout was opened with</source>
        <translation>Adresse, mit der der Checkout geöffnet wurde</translation>
    </message>
    <message>
        <source>Address that the mails come from.</source>
        <translation>Absenderadresse der Mails.</translation>
    </message>
    <message>
        <source>Addresses that alerts and the daily summary are mailed to; empty mails nothing.</source>
        <translation>Adressen, an die Meldungen und die tägliche Zusammenfassung gemailt werden; leer mailt nichts.</translation>
    </message>
    <message>
        <source>Adjustment {place} of customer {place2}: {raised} {currency} on {documents}.</source>
        <translation>Ausgleich {place} von Kunde {place2}: {raised} {currency} auf {documents}.</translation>
    </message>
    <message>
        <source>AdjustmentValue: SYSPRO takes no adjustment of zero.</source>
        <translation>AdjustmentValue: SYSPRO nimmt keinen Ausgleich über null.</translation>
    </message>
    <message>
        <source>After how long an alert about something that stays wrong is sent again.</source>
        <translation>Nach welcher Zeit eine Meldung über etwas, das falsch bleibt, noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Again after</source>
        <translation>Wieder nach</translation>
    </message>
    <message>
        <source>Alarm days</source>
        <translation>Warnung in Tagen</translation>
    </message>
    <message>
        <source>Alerts cannot be mailed</source>
        <translation>Meldungen können nicht gemailt werden</translation>
    </message>
    <message>
        <source>All invoices of order {order} are paid otherwise; {stays}.</source>
        <translation>Alle Rechnungen zum Auftrag {order} sind anders bezahlt; {stays}.</translation>
    </message>
    <message>
        <source>All payments are posted; Stripe and SYSPRO agree to the cent.</source>
        <translation>Alle Zahlungen sind gebucht; Stripe und SYSPRO stimmen auf den Cent überein.</translation>
    </message>
    <message>
        <source>All that moved before the manual payout of {amount} is read first, within an hour: what goes with it is proposed by the balance.</source>
        <translation>Erst wird alles gelesen, was sich vor der von Hand ausgelösten Auszahlung über {amount} bewegt hat, binnen einer Stunde: Was zu ihr gehört, wird nach dem Saldo vorgeschlagen.</translation>
    </message>
    <message>
        <source>Allocate</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Allocate {value} on account to {invoices}</source>
        <translation>{value} vom Guthaben den Rechnungen {invoices} zuordnen</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Zuordnung von Zahlungen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>An amount or quantity of the sale has too many digits.</source>
        <translation>Ein Betrag oder eine Menge des Verkaufs hat zu viele Stellen.</translation>
    </message>
    <message>
        <source>An amount without its currency.</source>
        <translation>Ein Betrag ohne seine Währung.</translation>
    </message>
    <message>
        <source>An authorisation of {amount} expired; no money was taken, so none is given back.</source>
        <translation>Eine Autorisierung über {amount} ist abgelaufen; es wurde kein Geld eingezogen, also wird keines zurückgegeben.</translation>
    </message>
    <message>
        <source>An engine is running already, for {home} or for the same SYSPRO company; it does the same by itself.</source>
        <translation>Es läuft schon ein Dienst, für {home} oder für dieselbe SYSPRO-Firma; er tut dasselbe von selbst.</translation>
    </message>
    <message>
        <source>An event of Stripe could not be read</source>
        <translation>Ein Ereignis von Stripe konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>An inquiry about {amount} ({reason}); no money has moved.{answer}</source>
        <translation>Eine Voranfrage zu {amount} ({reason}); es hat sich kein Geld bewegt.{answer}</translation>
    </message>
    <message>
        <source>An invoice in Stripe</source>
        <translation>Eine Rechnung in Stripe</translation>
    </message>
    <message>
        <source>An invoice number fits several documents</source>
        <translation>Eine Rechnungsnummer passt auf mehrere Belege</translation>
    </message>
    <message>
        <source>An older manifest</source>
        <translation>Ein älteres Manifest</translation>
    </message>
    <message>
        <source>An order has at most {most_lines} lines here.</source>
        <translation>Ein Auftrag hat hier höchstens {most_lines} Zeilen.</translation>
    </message>
    <message>
        <source>An order has no lines of the type {line_type}.</source>
        <translation>Ein Auftrag hat keine Zeilen der Art {line_type}.</translation>
    </message>
    <message>
        <source>And {bad} more.</source>
        <translation>Und {bad} weitere.</translation>
    </message>
    <message>
        <source>Another data folder</source>
        <translation>Ein anderer Datenordner</translation>
    </message>
    <message>
        <source>Another engine on this machine reads the Stripe account {account}: both would post its money.</source>
        <translation>Ein anderer Dienst auf diesem Rechner liest das Stripe-Konto {account}: Beide würden sein Geld buchen.</translation>
    </message>
    <message>
        <source>Another engine took over</source>
        <translation>Ein anderer Dienst hat übernommen</translation>
    </message>
    <message>
        <source>Another pair is being let in</source>
        <translation>Ein anderes Paar wird gerade aufgenommen</translation>
    </message>
    <message>
        <source>Another payer with the same e-mail address is being made a SYSPRO customer; this payment waits for it.</source>
        <translation>Ein anderer Zahler mit derselben E-Mail-Adresse wird gerade als SYSPRO-Kunde angelegt; diese Zahlung wartet darauf.</translation>
    </message>
    <message>
        <source>Another session of ours is still at work</source>
        <translation>Eine andere Sitzung von uns arbeitet noch</translation>
    </message>
    <message>
        <source>Another update of this installation is on its way.</source>
        <translation>Diese Installation wird gerade schon aktualisiert.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer it in Stripe by {due_on}.</source>
        <translation>Antworten Sie in Stripe bis zum {due_on}.</translation>
    </message>
    <message>
        <source>Answered with its key</source>
        <translation>Mit seinem Schlüssel beantwortet</translation>
    </message>
    <message>
        <source>Api base</source>
        <translation>Adresse der API</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Approve it, or ignore it and book the payout alone by hand: the rest then waits for the next payout.</source>
        <translation>Geben Sie ihn frei, oder ignorieren Sie ihn und buchen Sie die Auszahlung allein von Hand: Der Rest wartet dann auf die nächste Auszahlung.</translation>
    </message>
    <message>
        <source>ArCustomer column that holds our reference.</source>
        <translation>Spalte von ArCustomer, die unsere Referenz enthält.</translation>
    </message>
    <message>
        <source>ArCustomer column that keeps our reference from the moment a customer is created.</source>
        <translation>Spalte von ArCustomer, die unsere Referenz behält, sobald ein Kunde angelegt ist.</translation>
    </message>
    <message>
        <source>ArInvoicePay column with a receipt&apos;s value in the currency of its customer.</source>
        <translation>Spalte von ArInvoicePay mit dem Wert eines Zahlungseingangs in der Währung seines Kunden.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Area of new customers.</source>
        <translation>Gebiet neuer Kunden.</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Ask syspro</source>
        <translation>SYSPRO fragen</translation>
    </message>
    <message>
        <source>Ask whoever looks after that place. If the newer version was withdrawn, there will be a newer one yet.</source>
        <translation>Fragen Sie, wer diesen Ort betreut. Wurde die neuere Version zurückgezogen, kommt eine noch neuere.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the SYSPRO server for a new one.</source>
        <translation>Bitten Sie um ein neues, wer den SYSPRO-Server betreut.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Auf einmal</translation>
    </message>
    <message>
        <source>At the end of the month. No payout brings it unless Stripe releases it.</source>
        <translation>Am Ende des Monats. Keine Auszahlung bringt es, solange Stripe es nicht freigibt.</translation>
    </message>
    <message>
        <source>Authorised, in minor units</source>
        <translation>Autorisiert, in kleinsten Einheiten</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>Autorisieren</translation>
    </message>
    <message>
        <source>AuthorizeJournal of our journals: D as seen in use; a site that authorizes journals may need A.</source>
        <translation>AuthorizeJournal unserer Journale: D, wie im Einsatz gesehen; ein Standort, der Journale autorisiert, braucht vielleicht A.</translation>
    </message>
    <message>
        <source>Auto accept</source>
        <translation>Selbst annehmen</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Available quantity in a product&apos;s metadata, such as on_hand - allocated - allocated_to_jobs; every change costs a call. Empty writes none. Names: on_hand, allocated, allocated_to_jobs, on_order, on_back_order, in_transit, in_inspection, dispatched, minimum, safety_stock.</source>
        <translation>Verfügbare Menge in den Metadaten eines Produkts, etwa on_hand - allocated - allocated_to_jobs; jede Änderung kostet einen Aufruf. Leer schreibt keine. Namen: on_hand, allocated, allocated_to_jobs, on_order, on_back_order, in_transit, in_inspection, dispatched, minimum, safety_stock.</translation>
    </message>
    <message>
        <source>Available quantity that the portal tells; the names are those of catalogue.available.</source>
        <translation>Verfügbare Menge, die das Portal nennt; die Namen sind die von catalogue.available.</translation>
    </message>
    <message>
        <source>Back to revision {number}.</source>
        <translation>Zurück zur Fassung {number}.</translation>
    </message>
    <message>
        <source>Balance at Stripe</source>
        <translation>Guthaben bei Stripe</translation>
    </message>
    <message>
        <source>Balance transaction sources: Read</source>
        <translation>Quellen der Kontobewegungen: lesen</translation>
    </message>
    <message>
        <source>Balance: Read</source>
        <translation>Saldo: lesen</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Bank of the cash book.</source>
        <translation>Bank des Kassenbuchs.</translation>
    </message>
    <message>
        <source>Bank that the money reaches.</source>
        <translation>Bank, bei der das Geld ankommt.</translation>
    </message>
    <message>
        <source>Bank {bank}</source>
        <translation>Bank {bank}</translation>
    </message>
    <message>
        <source>BankChargeValue: {charge} is not between nothing and {value}.</source>
        <translation>BankChargeValue: {charge} liegt nicht zwischen null und {value}.</translation>
    </message>
    <message>
        <source>BankChargeValue: {charge} is not in the currency of {value}.</source>
        <translation>BankChargeValue: {charge} ist nicht in der Währung von {value}.</translation>
    </message>
    <message>
        <source>Base url</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Before invoice</source>
        <translation>Vor der Rechnung</translation>
    </message>
    <message>
        <source>Before posting</source>
        <translation>Vor dem Buchen</translation>
    </message>
    <message>
        <source>Beginnings of SYSPRO&apos;s answers to a logon that mean a wrong setting; any other refusal is tried again.</source>
        <translation>Anfänge von SYSPROs Antworten auf eine Anmeldung, die eine falsche Einstellung bedeuten; jede andere Ablehnung wird wiederholt.</translation>
    </message>
    <message>
        <source>Behind a proxy that opens TLS, set stripe.ca_file to a PEM file with the company&apos;s certificate authority.</source>
        <translation>Hinter einem Proxy, der TLS öffnet, nennen Sie in stripe.ca_file eine PEM-Datei mit der Zertifizierungsstelle der Firma.</translation>
    </message>
    <message>
        <source>Book it by hand without {parts}: that is booked as an exchange difference of its rate with the payout.</source>
        <translation>Buchen Sie von Hand ohne {parts}: Das wird mit der Auszahlung als Kursdifferenz gebucht.</translation>
    </message>
    <message>
        <source>Book the payout alone by hand: {beside} wait for the next payout.</source>
        <translation>Buchen Sie die Auszahlung allein von Hand: {beside} warten auf die nächste Auszahlung.</translation>
    </message>
    <message>
        <source>Booking money that a dispute holds, and its end.</source>
        <translation>Geld buchen, das ein Zahlungsstreit festhält, und dessen Ausgang.</translation>
    </message>
    <message>
        <source>Booking payouts to the bank, and returned ones.</source>
        <translation>Auszahlungen an die Bank buchen, auch zurückgekommene.</translation>
    </message>
    <message>
        <source>Both are about {and}.</source>
        <translation>Bei beiden geht es um {and}.</translation>
    </message>
    <message>
        <source>Both are at {shown}.</source>
        <translation>Beide stehen bei {shown}.</translation>
    </message>
    <message>
        <source>Both are called {texts}.</source>
        <translation>Beide heißen {texts}.</translation>
    </message>
    <message>
        <source>Both are of {and}.</source>
        <translation>Beide sind von {and}.</translation>
    </message>
    <message>
        <source>Both are {and}.</source>
        <translation>Beide sind {and}.</translation>
    </message>
    <message>
        <source>Both are {days} days.</source>
        <translation>Beide sind {days} Tage.</translation>
    </message>
    <message>
        <source>Both have the e-mail address {ours}, and nobody else has.</source>
        <translation>Beide haben die E-Mail-Adresse {ours}, sonst niemand.</translation>
    </message>
    <message>
        <source>Both have the e-mail address {ours}, and so have {others} more.</source>
        <translation>Beide haben die E-Mail-Adresse {ours}, und {others} weitere auch.</translation>
    </message>
    <message>
        <source>Both have the postal code {postal}.</source>
        <translation>Beide haben die Postleitzahl {postal}.</translation>
    </message>
    <message>
        <source>Both have the tax number {texts}.</source>
        <translation>Beide haben die Steuernummer {texts}.</translation>
    </message>
    <message>
        <source>Both have {owes} open.</source>
        <translation>Bei beiden sind {owes} offen.</translation>
    </message>
    <message>
        <source>Both say {words}.</source>
        <translation>Beide sagen {words}.</translation>
    </message>
    <message>
        <source>Both sides agree again, so that nothing is to be changed.</source>
        <translation>Beide Seiten stimmen wieder überein; es ist nichts zu ändern.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Filiale</translation>
    </message>
    <message>
        <source>Branch of new customers.</source>
        <translation>Filiale neuer Kunden.</translation>
    </message>
    <message>
        <source>Branch of orders; empty takes the customer&apos;s.</source>
        <translation>Filiale der Aufträge; leer nimmt die des Kunden.</translation>
    </message>
    <message>
        <source>By how much its movements differ from it; empty for nothing</source>
        <translation>Um wie viel ihre Bewegungen davon abweichen; leer für nichts</translation>
    </message>
    <message>
        <source>By which credit note: sortch or arstin</source>
        <translation>Durch welche Gutschrift: sortch oder arstin</translation>
    </message>
    <message>
        <source>C check, S cash, O other.</source>
        <translation>C Scheck, S bar, O andere.</translation>
    </message>
    <message>
        <source>C current, P previous, B before previous.</source>
        <translation>C laufende, P vorige, B vorvorige.</translation>
    </message>
    <message>
        <source>COMFND on ArCustomer+</source>
        <translation>COMFND auf ArCustomer+</translation>
    </message>
    <message>
        <source>Ca file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Cancel lines {cancels_lines} of order {order}</source>
        <translation>Zeilen {cancels_lines} des Auftrags {order} stornieren</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Cancel order {order}</source>
        <translation>Auftrag {order} stornieren</translation>
    </message>
    <message>
        <source>Cancel order {order} of the lost dispute of {amount}</source>
        <translation>Auftrag {order} zum verlorenen Zahlungsstreit über {amount} stornieren</translation>
    </message>
    <message>
        <source>Cancel reason</source>
        <translation>Stornogrund</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Frachtführer</translation>
    </message>
    <message>
        <source>Catch all</source>
        <translation>Auffangen</translation>
    </message>
    <message>
        <source>Categories of its movements that no rule knows</source>
        <translation>Kategorien ihrer Bewegungen, die keine Regel kennt</translation>
    </message>
    <message>
        <source>Category codes</source>
        <translation>Kategorieschlüssel</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Certificate key file</source>
        <translation>Schlüsseldatei des Zertifikats</translation>
    </message>
    <message>
        <source>Change it, then move the day.</source>
        <translation>Ändern Sie es, und setzen Sie dann den Tag neu.</translation>
    </message>
    <message>
        <source>Change of customer {customer} as in Stripe</source>
        <translation>Änderung von Kunde {customer} wie in Stripe</translation>
    </message>
    <message>
        <source>Change or remove {variable}.</source>
        <translation>Ändern oder entfernen Sie {variable}.</translation>
    </message>
    <message>
        <source>Charge code of a charge line.</source>
        <translation>Zuschlagsschlüssel einer Zuschlagszeile.</translation>
    </message>
    <message>
        <source>Charge product class</source>
        <translation>Produktklasse der Zuschläge</translation>
    </message>
    <message>
        <source>Charge tax code</source>
        <translation>Steuerschlüssel der Zuschläge</translation>
    </message>
    <message>
        <source>Charges and Refunds: Read</source>
        <translation>Zahlungen und Erstattungen: lesen</translation>
    </message>
    <message>
        <source>Charges and Refunds: Write</source>
        <translation>Zahlungen und Erstattungen: schreiben</translation>
    </message>
    <message>
        <source>Check alerts.smtp_host and alerts.smtp_port, and that this server may reach it.</source>
        <translation>Prüfen Sie alerts.smtp_host und alerts.smtp_port, und ob dieser Server dorthin darf.</translation>
    </message>
    <message>
        <source>Check every</source>
        <translation>Prüfen alle</translation>
    </message>
    <message>
        <source>Check that syspro.base_url names the e.net service itself.</source>
        <translation>Prüfen Sie, ob syspro.base_url den Dienst e.net selbst nennt.</translation>
    </message>
    <message>
        <source>Check that the e.net service is alive and not overloaded; syspro.timeout_s is how long it is waited for.</source>
        <translation>Prüfen Sie, ob der Dienst e.net läuft und nicht überlastet ist; syspro.timeout_s sagt, wie lange auf ihn gewartet wird.</translation>
    </message>
    <message>
        <source>Check that the e.net service is alive.</source>
        <translation>Prüfen Sie, ob der Dienst e.net läuft.</translation>
    </message>
    <message>
        <source>Check that the e.net service runs and that syspro.base_url names it.</source>
        <translation>Prüfen Sie, ob der Dienst e.net läuft und ob syspro.base_url ihn nennt.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Check the name, and run it as administrator.</source>
        <translation>Prüfen Sie den Namen, und führen Sie es als Administrator aus.</translation>
    </message>
    <message>
        <source>Check the path and the rights on its folder.</source>
        <translation>Prüfen Sie den Pfad und die Rechte an seinem Ordner.</translation>
    </message>
    <message>
        <source>Check the settings under alerts.; `syspro-stripe alerts test` sends one mail.</source>
        <translation>Prüfen Sie die Einstellungen unter alerts.; `syspro-stripe alerts test` sendet eine Mail.</translation>
    </message>
    <message>
        <source>Check this server&apos;s way out.</source>
        <translation>Prüfen Sie den Weg dieses Servers nach außen.</translation>
    </message>
    <message>
        <source>Check this server&apos;s way to Stripe: internet, firewall, stripe.proxy and stripe.api_base. The engine tries again.</source>
        <translation>Prüfen Sie den Weg dieses Servers zu Stripe: Internet, Firewall, stripe.proxy und stripe.api_base. Der Dienst versucht es wieder.</translation>
    </message>
    <message>
        <source>Check updates.place.</source>
        <translation>Prüfen Sie updates.place.</translation>
    </message>
    <message>
        <source>Check what was pasted.</source>
        <translation>Prüfen Sie, was eingefügt wurde.</translation>
    </message>
    <message>
        <source>Check which key is set as stripe.key, and which address as stripe.api_base.</source>
        <translation>Prüfen Sie, welcher Schlüssel als stripe.key und welche Adresse als stripe.api_base gesetzt ist.</translation>
    </message>
    <message>
        <source>Checkout Sessions: Read</source>
        <translation>Checkout-Sitzungen: lesen</translation>
    </message>
    <message>
        <source>Checkout Sessions: Write</source>
        <translation>Checkout-Sitzungen: schreiben</translation>
    </message>
    <message>
        <source>Choose another posting.mode, or switch requests.enabled off.</source>
        <translation>Wählen Sie einen anderen posting.mode, oder schalten Sie requests.enabled aus.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Class of new customers.</source>
        <translation>Klasse neuer Kunden.</translation>
    </message>
    <message>
        <source>Clear the customer&apos;s balance in Stripe, then ask again.</source>
        <translation>Gleichen Sie den Saldo des Kunden in Stripe aus, und fragen Sie dann wieder.</translation>
    </message>
    <message>
        <source>Clearing bank</source>
        <translation>Verrechnungsbank</translation>
    </message>
    <message>
        <source>Clearing bank of its currency</source>
        <translation>Verrechnungsbank der Währung</translation>
    </message>
    <message>
        <source>Clearing bank of the settlement currency</source>
        <translation>Verrechnungsbank der Abrechnungswährung</translation>
    </message>
    <message>
        <source>Clearing bank of the settlement currency.</source>
        <translation>Verrechnungsbank der Abrechnungswährung.</translation>
    </message>
    <message>
        <source>Clearing has moved for document {number} what it should; nothing is to adjust.</source>
        <translation>In der Verrechnung hat sich für Beleg {number} bewegt, was sollte; es ist nichts zu berichtigen.</translation>
    </message>
    <message>
        <source>Clearing ledger code of its currency</source>
        <translation>Verrechnungskonto der Währung</translation>
    </message>
    <message>
        <source>Close the credit note of {credit} against the dispute</source>
        <translation>Gutschrift über {credit} gegen den Zahlungsstreit ausgleichen</translation>
    </message>
    <message>
        <source>Close the debit note of {credit} against the dispute</source>
        <translation>Belastung über {credit} gegen den Zahlungsstreit ausgleichen</translation>
    </message>
    <message>
        <source>Code currencies</source>
        <translation>Währungen der Codes</translation>
    </message>
    <message>
        <source>Code of a free-form credit note&apos;s line, by the sale&apos;s tax code</source>
        <translation>Artikel der Zeile einer freien Gutschrift, nach dem Steuerschlüssel des Verkaufs</translation>
    </message>
    <message>
        <source>Code of the authorisation</source>
        <translation>Code der Autorisierung</translation>
    </message>
    <message>
        <source>Code of the non-stocked line of a free-form credit note; it bears no tax unless refunds.stock_codes names it, too.</source>
        <translation>Artikel der Zeile ohne Lager einer freien Gutschrift; er trägt keine Steuer, außer refunds.stock_codes nennt ihn auch.</translation>
    </message>
    <message>
        <source>Code of the non-stocked line.</source>
        <translation>Artikel der Zeile ohne Lager.</translation>
    </message>
    <message>
        <source>Code {number}</source>
        <translation>Code {number}</translation>
    </message>
    <message>
        <source>Code {number} has no code.</source>
        <translation>Code {number} hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Company code in the general ledger, where it is not the company id.</source>
        <translation>Firmenschlüssel im Hauptbuch, wo er nicht der der Firma ist.</translation>
    </message>
    <message>
        <source>Company password</source>
        <translation>Kennwort der Firma</translation>
    </message>
    <message>
        <source>Company {company}, local currency {currency}</source>
        <translation>Firma {company}, Hauswährung {currency}</translation>
    </message>
    <message>
        <source>Company, person, or e-mail address</source>
        <translation>Firma, Person oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Connect account (acct_...) to read, or empty for the key&apos;s own account.</source>
        <translation>Connect-Konto (acct_...), das gelesen wird, oder leer für das eigene Konto des Schlüssels.</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>Wartezeit auf Verbindung</translation>
    </message>
    <message>
        <source>Contact person.</source>
        <translation>Ansprechpartner.</translation>
    </message>
    <message>
        <source>Contract {named} counts as well and differs.</source>
        <translation>Der Kontrakt {named} gilt ebenso und sagt anderes.</translation>
    </message>
    <message>
        <source>Correct it in SYSPRO or in the mapping, then press Retry.</source>
        <translation>Berichtigen Sie es in SYSPRO oder in der Zuordnung, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Correct it with a new document in SYSPRO.</source>
        <translation>Berichtigen Sie es mit einem neuen Beleg in SYSPRO.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Berichtigen Sie es.</translation>
    </message>
    <message>
        <source>Correct or switch off the flow.</source>
        <translation>Berichtigen Sie den Ablauf, oder schalten Sie ihn aus.</translation>
    </message>
    <message>
        <source>Correct requests.customers.</source>
        <translation>Berichtigen Sie requests.customers.</translation>
    </message>
    <message>
        <source>Correct stripe.api_base or stripe.proxy.</source>
        <translation>Berichtigen Sie stripe.api_base oder stripe.proxy.</translation>
    </message>
    <message>
        <source>Correct stripe.ca_file.</source>
        <translation>Berichtigen Sie stripe.ca_file.</translation>
    </message>
    <message>
        <source>Correct syspro.operator, syspro.company or their passwords.</source>
        <translation>Berichtigen Sie syspro.operator, syspro.company oder deren Kennwörter.</translation>
    </message>
    <message>
        <source>Correct the date in the mapping, then press Retry.</source>
        <translation>Berichtigen Sie das Datum in der Zuordnung, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Correct the lines at the refund in Stripe, or remove them so that the amount alone is credited, and retry; or credit it by hand and ignore the refund here.</source>
        <translation>Berichtigen Sie die Zeilen an der Erstattung in Stripe, oder entfernen Sie sie, damit nur der Betrag gutgeschrieben wird, und wiederholen Sie; oder schreiben Sie von Hand gut und ignorieren Sie die Erstattung hier.</translation>
    </message>
    <message>
        <source>Correct the lines at the refund in Stripe, or remove them so that the amount is credited when the order is invoiced, and retry.</source>
        <translation>Berichtigen Sie die Zeilen an der Erstattung in Stripe, oder entfernen Sie sie, damit der Betrag gutgeschrieben wird, wenn der Auftrag fakturiert ist, und wiederholen Sie.</translation>
    </message>
    <message>
        <source>Correct the metadata in Stripe and retry, or book it by hand and ignore it here.</source>
        <translation>Berichtigen Sie die Metadaten in Stripe und wiederholen Sie, oder buchen Sie von Hand und ignorieren Sie es hier.</translation>
    </message>
    <message>
        <source>Correct the setting syspro.base_url.</source>
        <translation>Berichtigen Sie die Einstellung syspro.base_url.</translation>
    </message>
    <message>
        <source>Correct the setting syspro.ca_file.</source>
        <translation>Berichtigen Sie die Einstellung syspro.ca_file.</translation>
    </message>
    <message>
        <source>Correct the settings about keys, then press Retry.</source>
        <translation>Berichtigen Sie die Einstellungen unter keys, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Correct the value in Stripe or in the mapping, then press Retry.</source>
        <translation>Berichtigen Sie den Wert in Stripe oder in der Zuordnung, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Correct what Stripe does not take, such as a code in catalogue.tax_codes; the catalogue goes on then.</source>
        <translation>Berichtigen Sie, was Stripe nicht annimmt, etwa einen Schlüssel in catalogue.tax_codes; dann geht der Katalog weiter.</translation>
    </message>
    <message>
        <source>Correct what Stripe does not take; the requests go on when a setting changes.</source>
        <translation>Berichtigen Sie, was Stripe nicht annimmt; die Anforderungen gehen weiter, wenn sich eine Einstellung ändert.</translation>
    </message>
    <message>
        <source>Correct {name}.</source>
        <translation>Berichtigen Sie {name}.</translation>
    </message>
    <message>
        <source>Correction of {value}</source>
        <translation>Berichtigung von {value}</translation>
    </message>
    <message>
        <source>Corrections look at SYSPRO first, which is not set up.</source>
        <translation>Berichtigungen sehen zuerst in SYSPRO nach, und das ist nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Corrects {reference}</source>
        <translation>Berichtigt {reference}</translation>
    </message>
    <message>
        <source>Could not decode to UTF-8</source>
        <translation>Konnte nicht als UTF-8 gelesen werden</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Credit note for invoice {credited}</source>
        <translation>Gutschrift zur Rechnung {credited}</translation>
    </message>
    <message>
        <source>Credit note for the lost dispute of {amount}</source>
        <translation>Gutschrift zum verlorenen Zahlungsstreit über {amount}</translation>
    </message>
    <message>
        <source>Credit note of a refund: from the invoice (sortci), free-form (sortch), in receivables alone (arstin), none, or sortci where whole lines are given back and arstin elsewhere (auto).</source>
        <translation>Gutschrift einer Erstattung: aus der Rechnung (sortci), frei (sortch), nur in den Debitoren (arstin), keine (none), oder sortci, wo ganze Zeilen zurückgegeben werden, und sonst arstin (auto).</translation>
    </message>
    <message>
        <source>Credit note of {value}</source>
        <translation>Gutschrift über {value}</translation>
    </message>
    <message>
        <source>Credit note of {value} for refund {refunds}, which was before invoice {invoices}</source>
        <translation>Gutschrift über {value} für die Erstattung {refunds}, die vor der Rechnung {invoices} war</translation>
    </message>
    <message>
        <source>Credit note {credit_note} has no line {reference} in SYSPRO.</source>
        <translation>Gutschrift {credit_note} hat in SYSPRO keine Zeile {reference}.</translation>
    </message>
    <message>
        <source>Credit note {header} was cancelled in SYSPRO.</source>
        <translation>Gutschrift {header} wurde in SYSPRO storniert.</translation>
    </message>
    <message>
        <source>Credit note {number} takes back the same lines of invoice {invoice}.</source>
        <translation>Die Gutschrift {number} nimmt dieselben Zeilen der Rechnung {invoice} zurück.</translation>
    </message>
    <message>
        <source>Credit rate</source>
        <translation>Kurs der Gutschrift</translation>
    </message>
    <message>
        <source>Credit reason</source>
        <translation>Gutschriftgrund</translation>
    </message>
    <message>
        <source>Credit statuses</source>
        <translation>Bonitätsstufen</translation>
    </message>
    <message>
        <source>Credit statuses of SYSPRO (0 to 6, 9) whose customers may order on account.</source>
        <translation>Bonitätsstufen in SYSPRO (0 bis 6, 9), deren Kunden auf Rechnung bestellen dürfen.</translation>
    </message>
    <message>
        <source>CreditNoteNumber: there is no credit note to add the line to.</source>
        <translation>CreditNoteNumber: Es gibt keine Gutschrift, der die Zeile hinzuzufügen wäre.</translation>
    </message>
    <message>
        <source>Currencies in which Stripe holds a balance for us; empty takes those that Stripe&apos;s balance shows.</source>
        <translation>Währungen, in denen Stripe einen Saldo für uns führt; leer nimmt die, die Stripes Saldo zeigt.</translation>
    </message>
    <message>
        <source>Currency of ArInvoice.InvoiceBal1 for foreign customers: the invoice&apos;s, local, or unknown (unpaid: only invoices without any payment count).</source>
        <translation>Währung von ArInvoice.InvoiceBal1 bei ausländischen Kunden: die der Rechnung (invoice), die Hauswährung (local) oder unbekannt (unpaid: Nur Rechnungen ohne jede Zahlung zählen).</translation>
    </message>
    <message>
        <source>Currency of OutstOrdVal, the value of a customer&apos;s open orders: the customer&apos;s, or unsure; then who has open orders orders on account only where all open documents have the rate 1.</source>
        <translation>Währung von OutstOrdVal, dem Wert der offenen Aufträge eines Kunden: die des Kunden (customer), oder unsicher (unsure); dann bestellt auf Rechnung, wer offene Aufträge hat, nur, wo alle offenen Belege den Kurs 1 haben.</translation>
    </message>
    <message>
        <source>Currency of the balance it goes to, as Stripe writes it</source>
        <translation>Währung des Saldos, in den sie geht, wie Stripe sie schreibt</translation>
    </message>
    <message>
        <source>Currency of the balance it leaves</source>
        <translation>Währung des Saldos, aus dem sie abgeht</translation>
    </message>
    <message>
        <source>Currency tax codes</source>
        <translation>Steuerschlüssel je Währung</translation>
    </message>
    <message>
        <source>Currency that it is invoiced in</source>
        <translation>Währung, in der ihm berechnet wird</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>Zusatzfeld</translation>
    </message>
    <message>
        <source>Custom form field</source>
        <translation>Zusatzfeld</translation>
    </message>
    <message>
        <source>Custom form field of customers that chooses them as well; syspro.customer_form_fields has to name it.</source>
        <translation>Zusatzfeld der Kunden, das sie ebenfalls auswählt; syspro.customer_form_fields muss es nennen.</translation>
    </message>
    <message>
        <source>Custom form field of the stock code (column of InvMaster+) that says whether it is sold.</source>
        <translation>Zusatzfeld des Artikels (Spalte von InvMaster+), das sagt, ob er verkauft wird.</translation>
    </message>
    <message>
        <source>Custom form field that keeps the full Stripe id; empty for none.</source>
        <translation>Zusatzfeld, das die volle Stripe-Id behält; leer für keines.</translation>
    </message>
    <message>
        <source>Custom form fields of customers (columns of ArCustomer+) to read, in their exact spelling.</source>
        <translation>Zusatzfelder der Kunden (Spalten von ArCustomer+), die gelesen werden, in genauer Schreibweise.</translation>
    </message>
    <message>
        <source>Custom form fields of stock codes (columns of InvMaster+) to read, in their exact spelling.</source>
        <translation>Zusatzfelder der Artikel (Spalten von InvMaster+), die gelesen werden, in genauer Schreibweise.</translation>
    </message>
    <message>
        <source>Custom form tables</source>
        <translation>Tabellen der Zusatzfelder</translation>
    </message>
    <message>
        <source>Custom form type</source>
        <translation>Art der Zusatzfelder</translation>
    </message>
    <message>
        <source>Custom form type of customers at this site.</source>
        <translation>Art der Zusatzfelder von Kunden an diesem Standort.</translation>
    </message>
    <message>
        <source>Custom forms cannot be read through e.net here</source>
        <translation>Zusatzfelder können hier nicht über e.net gelesen werden</translation>
    </message>
    <message>
        <source>Custom values</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customer class.</source>
        <translation>Kundenklasse.</translation>
    </message>
    <message>
        <source>Customer classes</source>
        <translation>Kundenklassen</translation>
    </message>
    <message>
        <source>Customer classes whose customers&apos; invoices are asked for, beside those of requests.customers.</source>
        <translation>Kundenklassen, deren Kunden um Zahlung ihrer Rechnungen gebeten werden, neben denen aus requests.customers.</translation>
    </message>
    <message>
        <source>Customer code as stored.</source>
        <translation>Kundennummer, wie sie gespeichert ist.</translation>
    </message>
    <message>
        <source>Customer code, where SYSPRO does not number by itself.</source>
        <translation>Kundennummer, wo SYSPRO nicht selbst nummeriert.</translation>
    </message>
    <message>
        <source>Customer form fields</source>
        <translation>Zusatzfelder der Kunden</translation>
    </message>
    <message>
        <source>Customer length</source>
        <translation>Länge der Kundennummer</translation>
    </message>
    <message>
        <source>Customer numeric</source>
        <translation>Kundennummer numerisch</translation>
    </message>
    <message>
        <source>Customer of that invoice</source>
        <translation>Kunde dieser Rechnung</translation>
    </message>
    <message>
        <source>Customer of the invoice.</source>
        <translation>Kunde der Rechnung.</translation>
    </message>
    <message>
        <source>Customer of the invoices where it is another one</source>
        <translation>Kunde der Rechnungen, wo es ein anderer ist</translation>
    </message>
    <message>
        <source>Customer whose open invoices are paid</source>
        <translation>Kunde, dessen offene Rechnungen bezahlt werden</translation>
    </message>
    <message>
        <source>Customer {code} says what was sent: {elements}.</source>
        <translation>Kunde {code} sagt, was gesendet wurde: {elements}.</translation>
    </message>
    <message>
        <source>Customer {code}, {row}, {row2}, {row3}.</source>
        <translation>Kunde {code}, {row}, {row2}, {row3}.</translation>
    </message>
    <message>
        <source>Customer {customer} has several documents on account with the reference {reference} of one payment: {numbers}.</source>
        <translation>Kunde {customer} hat mehrere Belege auf Guthaben mit der Referenz {reference} einer einzigen Zahlung: {numbers}.</translation>
    </message>
    <message>
        <source>Customer {customer} is being made in Stripe; what waits for it goes on as soon as it is there.</source>
        <translation>Kunde {customer} wird gerade in Stripe angelegt; was auf ihn wartet, geht weiter, sobald er da ist.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customers are not kept</source>
        <translation>Kunden werden nicht gleich gehalten</translation>
    </message>
    <message>
        <source>Customers are not kept; `syspro-stripe config customer_links.enabled yes` switches that on.</source>
        <translation>Kunden werden nicht gleich gehalten; `syspro-stripe config customer_links.enabled yes` schaltet das ein.</translation>
    </message>
    <message>
        <source>Customers whose invoices are asked for; * stands for all. Empty chooses none by their code.</source>
        <translation>Kunden, die um Zahlung ihrer Rechnungen gebeten werden; * steht für alle. Leer wählt keine nach ihrer Nummer.</translation>
    </message>
    <message>
        <source>Customers: Read</source>
        <translation>Kunden: lesen</translation>
    </message>
    <message>
        <source>Customers: Write</source>
        <translation>Kunden: schreiben</translation>
    </message>
    <message>
        <source>D deposit, W withdrawal.</source>
        <translation>D Einzahlung, W Abhebung.</translation>
    </message>
    <message>
        <source>D, A or U, as the site needs it.</source>
        <translation>D, A oder U, wie der Standort es braucht.</translation>
    </message>
    <message>
        <source>Database cannot be used</source>
        <translation>Die Datenbank kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>Database of the company; empty asks SysproAdmin.</source>
        <translation>Datenbank der Firma; leer fragt SysproAdmin.</translation>
    </message>
    <message>
        <source>Database of the general ledger, where it is not the company&apos;s.</source>
        <translation>Datenbank des Hauptbuchs, wo es nicht die der Firma ist.</translation>
    </message>
    <message>
        <source>Database that holds SysproAdmin, the list of companies.</source>
        <translation>Datenbank mit SysproAdmin, der Liste der Firmen.</translation>
    </message>
    <message>
        <source>Day from which Stripe can pay it out</source>
        <translation>Tag, ab dem Stripe es auszahlen kann</translation>
    </message>
    <message>
        <source>Day it arrives at the bank</source>
        <translation>Tag, an dem sie bei der Bank ankommt</translation>
    </message>
    <message>
        <source>Day its money came back</source>
        <translation>Tag, an dem ihr Geld zurückkam</translation>
    </message>
    <message>
        <source>Day its money left</source>
        <translation>Tag, an dem ihr Geld abging</translation>
    </message>
    <message>
        <source>Day of an entry: of its money</source>
        <translation>Tag eines Eintrags: der seines Geldes</translation>
    </message>
    <message>
        <source>Day of the allocation</source>
        <translation>Tag der Zuordnung</translation>
    </message>
    <message>
        <source>Day of the invoice, CCYY-MM-DD.</source>
        <translation>Tag der Rechnung, JJJJ-MM-TT.</translation>
    </message>
    <message>
        <source>Day of the movement at the site</source>
        <translation>Tag der Bewegung am Standort</translation>
    </message>
    <message>
        <source>Day of the movement at the site, CCYY-MM-DD.</source>
        <translation>Tag der Bewegung am Standort, JJJJ-MM-TT.</translation>
    </message>
    <message>
        <source>Day of the payment at the site, CCYY-MM-DD.</source>
        <translation>Tag der Zahlung am Standort, JJJJ-MM-TT.</translation>
    </message>
    <message>
        <source>Day of the week at the site, 1 Monday to 7 Sunday</source>
        <translation>Wochentag am Standort, 1 Montag bis 7 Sonntag</translation>
    </message>
    <message>
        <source>Day on which the SYSPRO operator&apos;s password ends; SYSPRO does not tell it. Empty for none.</source>
        <translation>Tag, an dem das Kennwort des SYSPRO-Operators endet; SYSPRO verrät ihn nicht. Leer für keinen.</translation>
    </message>
    <message>
        <source>Day on which the Stripe key ends or is to be changed; Stripe does not tell it. Empty for none.</source>
        <translation>Tag, an dem der Stripe-Schlüssel endet oder zu wechseln ist; Stripe verrät ihn nicht. Leer für keinen.</translation>
    </message>
    <message>
        <source>Day until which Stripe waits for an answer</source>
        <translation>Tag, bis zu dem Stripe auf eine Antwort wartet</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Days on which only urgent alerts are sent: mon, tue, wed, thu, fri, sat, sun; empty for none.</source>
        <translation>Tage, an denen nur dringende Meldungen gesendet werden: mon, tue, wed, thu, fri, sat, sun; leer für keine.</translation>
    </message>
    <message>
        <source>Days until a Stripe invoice is due, from when it is made.</source>
        <translation>Tage, bis eine Stripe-Rechnung fällig ist, ab ihrer Erstellung.</translation>
    </message>
    <message>
        <source>Days until due</source>
        <translation>Tage bis zur Fälligkeit</translation>
    </message>
    <message>
        <source>Debit note</source>
        <translation>Belastung</translation>
    </message>
    <message>
        <source>Debit note for the failed refund of {amount}</source>
        <translation>Belastung zur fehlgeschlagenen Erstattung über {amount}</translation>
    </message>
    <message>
        <source>Debit note of {value}: a refund of payment {charge} failed after it was credited</source>
        <translation>Belastung über {value}: Eine Erstattung der Zahlung {charge} schlug fehl, nachdem sie gutgeschrieben war</translation>
    </message>
    <message>
        <source>Debit note: the lost dispute of {amount} was overturned</source>
        <translation>Belastung: Der verlorene Zahlungsstreit über {amount} wurde aufgehoben</translation>
    </message>
    <message>
        <source>Deciding a payment met an error of the program</source>
        <translation>Beim Entscheiden einer Zahlung trat ein Programmfehler auf</translation>
    </message>
    <message>
        <source>DefaultExchangeRateToUse: {settled} for {amount} is no rate that SYSPRO can hold.</source>
        <translation>DefaultExchangeRateToUse: {settled} für {amount} ist kein Kurs, den SYSPRO halten kann.</translation>
    </message>
    <message>
        <source>Delete the draft in Stripe, then ask again.</source>
        <translation>Löschen Sie den Entwurf in Stripe, und fragen Sie dann wieder.</translation>
    </message>
    <message>
        <source>Delivery address line 1.</source>
        <translation>Lieferadresse, Zeile 1.</translation>
    </message>
    <message>
        <source>Delivery address line 2.</source>
        <translation>Lieferadresse, Zeile 2.</translation>
    </message>
    <message>
        <source>Delivery address line 3.</source>
        <translation>Lieferadresse, Zeile 3.</translation>
    </message>
    <message>
        <source>Delivery address line 4.</source>
        <translation>Lieferadresse, Zeile 4.</translation>
    </message>
    <message>
        <source>Delivery address line 5.</source>
        <translation>Lieferadresse, Zeile 5.</translation>
    </message>
    <message>
        <source>Delivery postal code.</source>
        <translation>Postleitzahl der Lieferadresse.</translation>
    </message>
    <message>
        <source>Deposit slips</source>
        <translation>Einzahlungsbelege</translation>
    </message>
    <message>
        <source>DepositOrWithdrawal: {direction} is neither D nor W.</source>
        <translation>DepositOrWithdrawal: {direction} ist weder D noch W.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <translation>Meinten Sie {near}?</translation>
    </message>
    <message>
        <source>Difference {difference}, held {held}.</source>
        <translation>Differenz {difference}, angehalten {held}.</translation>
    </message>
    <message>
        <source>Discount on the line; nothing where there is none</source>
        <translation>Rabatt auf die Zeile; nichts, wo es keinen gibt</translation>
    </message>
    <message>
        <source>Discount on the whole line, before tax.</source>
        <translation>Rabatt auf die ganze Zeile, vor Steuer.</translation>
    </message>
    <message>
        <source>Discounts, quantity breaks or promotions may apply, which are not read from tables.</source>
        <translation>Rabatte, Mengenstaffeln oder Aktionen können gelten, die nicht aus Tabellen gelesen werden.</translation>
    </message>
    <message>
        <source>Discrepancy {number} is accepted: {reason}</source>
        <translation>Abweichung {number} ist angenommen: {reason}</translation>
    </message>
    <message>
        <source>Discrepancy {number} is open again.</source>
        <translation>Abweichung {number} ist wieder offen.</translation>
    </message>
    <message>
        <source>Dispute of</source>
        <translation>Zahlungsstreit</translation>
    </message>
    <message>
        <source>Dispute of {amount} lost</source>
        <translation>Zahlungsstreit über {amount} verloren</translation>
    </message>
    <message>
        <source>Dispute of {amount} won</source>
        <translation>Zahlungsstreit über {amount} gewonnen</translation>
    </message>
    <message>
        <source>Dispute of {amount} won in part: the rest as a loss</source>
        <translation>Zahlungsstreit über {amount} teilweise gewonnen: der Rest als Verlust</translation>
    </message>
    <message>
        <source>Dispute of {amount}: what came back at another rate</source>
        <translation>Zahlungsstreit über {amount}: was zu anderem Kurs zurückkam</translation>
    </message>
    <message>
        <source>Dispute of {amount}: {reason}</source>
        <translation>Zahlungsstreit über {amount}: {reason}</translation>
    </message>
    <message>
        <source>Disputes: Read</source>
        <translation>Zahlungsstreite: lesen</translation>
    </message>
    <message>
        <source>Document on account that holds its money</source>
        <translation>Beleg auf Guthaben, der ihr Geld hält</translation>
    </message>
    <message>
        <source>Document that the receipt was allocated to</source>
        <translation>Beleg, dem der Zahlungseingang zugeordnet wurde</translation>
    </message>
    <message>
        <source>Document {document_id}: {cause}.</source>
        <translation>Beleg {document_id}: {cause}.</translation>
    </message>
    <message>
        <source>Document {id} is {row} by now, not {value}.</source>
        <translation>Beleg {id} ist inzwischen {row}, nicht {value}.</translation>
    </message>
    <message>
        <source>Document {id} is {row}, not in doubt.</source>
        <translation>Beleg {id} ist {row}, nicht im Zweifel.</translation>
    </message>
    <message>
        <source>Document {id} moves no money of Stripe&apos;s; correct it in SYSPRO, or accept it.</source>
        <translation>Beleg {id} bewegt kein Geld von Stripe; berichtigen Sie ihn in SYSPRO, oder nehmen Sie ihn so an.</translation>
    </message>
    <message>
        <source>Document {id} was sent or looked up again since it was read.</source>
        <translation>Beleg {id} wurde gesendet oder nachgeschlagen, seit er gelesen wurde.</translation>
    </message>
    <message>
        <source>Document {id}, which is {state}, corrects it already. Look at that one.</source>
        <translation>Beleg {id} ({state}) berichtigt ihn schon. Sehen Sie sich den an.</translation>
    </message>
    <message>
        <source>Document {made} takes {value} through {code}, against {ledger_code}. It waits: `syspro-stripe approve {made2}` posts it, `syspro-stripe ignore {made3} --reason ...` gives it up.</source>
        <translation>Beleg {made} bringt {value} über {code}, Gegenkonto {ledger_code}. Er wartet: `syspro-stripe approve {made2}` bucht ihn, `syspro-stripe ignore {made3} --reason ...` verwirft ihn.</translation>
    </message>
    <message>
        <source>Document {numbers}{whose}, reference {reference}:</source>
        <translation>Beleg {numbers}{whose}, Referenz {reference}:</translation>
    </message>
    <message>
        <source>Document {number} and the {together} held with it are posted as they are.</source>
        <translation>Beleg {number} und die {together} mit ihm angehaltenen werden gebucht, wie sie sind.</translation>
    </message>
    <message>
        <source>Document {number} is decided again with what you changed: {said}.</source>
        <translation>Beleg {number} wird mit Ihrer Änderung neu entschieden: {said}.</translation>
    </message>
    <message>
        <source>Document {number} is gone from SYSPRO; it is posted again under the reference {reference}.</source>
        <translation>Beleg {number} ist in SYSPRO nicht mehr da; er wird unter der Referenz {reference} neu gebucht.</translation>
    </message>
    <message>
        <source>Document {number} is posted again.</source>
        <translation>Beleg {number} wird neu gebucht.</translation>
    </message>
    <message>
        <source>Document {number} is posted as it is.</source>
        <translation>Beleg {number} wird gebucht, wie er ist.</translation>
    </message>
    <message>
        <source>Document {number} is posted as {erp_key}.</source>
        <translation>Beleg {number} ist als {erp_key} gebucht.</translation>
    </message>
    <message>
        <source>Document {number} is {value}, not posted.</source>
        <translation>Beleg {number} ist {value}, nicht gebucht.</translation>
    </message>
    <message>
        <source>Document {number} is {value}; only what waits is decided again.</source>
        <translation>Beleg {number} ist {value}; nur was wartet, wird neu entschieden.</translation>
    </message>
    <message>
        <source>Document {number} stands as you want it already; it is decided again.</source>
        <translation>Beleg {number} steht schon, wie Sie ihn wollen; er wird neu entschieden.</translation>
    </message>
    <message>
        <source>Document {number} was approved with another.</source>
        <translation>Beleg {number} wurde mit einem anderen freigegeben.</translation>
    </message>
    <message>
        <source>Document {row}</source>
        <translation>Beleg {row}</translation>
    </message>
    <message>
        <source>Document {waiting} is over {in_local} already. Look at that one.</source>
        <translation>Beleg {waiting} geht schon über {in_local}. Sehen Sie sich den an.</translation>
    </message>
    <message>
        <source>Document {waiting} takes it off; `syspro-stripe approve {waiting2}` if it waits.</source>
        <translation>Beleg {waiting} gleicht es aus; `syspro-stripe approve {waiting2}`, falls er wartet.</translation>
    </message>
    <message>
        <source>Document {what} is cancelled: {reason}</source>
        <translation>Beleg {what} ist verworfen: {reason}</translation>
    </message>
    <message>
        <source>Document {what} is cancelled: {reason} {mind}</source>
        <translation>Beleg {what} ist verworfen: {reason} {mind}</translation>
    </message>
    <message>
        <source>Document {what} is restored: {waits}.</source>
        <translation>Beleg {what} ist wiederhergestellt: {waits}.</translation>
    </message>
    <message>
        <source>Document {what} is sent again as it is.</source>
        <translation>Beleg {what} wird noch einmal gesendet, wie er ist.</translation>
    </message>
    <message>
        <source>Document {what} waits for approval: approve it, or ignore it.</source>
        <translation>Beleg {what} wartet auf Freigabe: Geben Sie ihn frei, oder ignorieren Sie ihn.</translation>
    </message>
    <message>
        <source>Documents posted so far: {documents}.</source>
        <translation>Bisher gebuchte Belege: {documents}.</translation>
    </message>
    <message>
        <source>Documents {numbers}{whose}, reference {reference}:</source>
        <translation>Belege {numbers}{whose}, Referenz {reference}:</translation>
    </message>
    <message>
        <source>Donations, or services without stock</source>
        <translation>Spenden, oder Leistungen ohne Lager</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Duplicate hours</source>
        <translation>Stunden für Doppelte</translation>
    </message>
    <message>
        <source>E exempt, N taxable, O other.</source>
        <translation>E befreit, N steuerpflichtig, O andere.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>E-mail address of the payer</source>
        <translation>E-Mail-Adresse des Zahlers</translation>
    </message>
    <message>
        <source>E-mail address on it</source>
        <translation>E-Mail-Adresse darauf</translation>
    </message>
    <message>
        <source>E-mail address on the order.</source>
        <translation>E-Mail-Adresse am Auftrag.</translation>
    </message>
    <message>
        <source>E-mail address.</source>
        <translation>E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>ERROR: Invalid operator password</source>
        <translation>ERROR: Invalid operator password</translation>
    </message>
    <message>
        <source>Else book the debit note and the return of the money by hand, and cancel both here.</source>
        <translation>Sonst buchen Sie die Belastung und die Rückkehr des Geldes von Hand, und verwerfen Sie beide hier.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Eintrag {number}</translation>
    </message>
    <message>
        <source>EntryAmount: the line on ledger code {ledger_code} is zero.</source>
        <translation>EntryAmount: Die Zeile auf Sachkonto {ledger_code} ist null.</translation>
    </message>
    <message>
        <source>EntryAmount: the lines of a journal are in one currency.</source>
        <translation>EntryAmount: Die Zeilen eines Journals sind in einer Währung.</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Event {id} is {modes} money, but the key is for {modes2} money. Nothing was read in.</source>
        <translation>Ereignis {id} ist {modes}-Geld, der Schlüssel ist aber für {modes2}-Geld. Nichts wurde eingelesen.</translation>
    </message>
    <message>
        <source>Events: Read</source>
        <translation>Ereignisse: lesen</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Every document waits for approval as long as posting.approval is every.</source>
        <translation>Jeder Beleg wartet auf Freigabe, solange posting.approval auf „every“ steht.</translation>
    </message>
    <message>
        <source>Everything; the key is for {mode} money.</source>
        <translation>Alles; der Schlüssel ist für {mode}-Geld.</translation>
    </message>
    <message>
        <source>Example page</source>
        <translation>Beispielseite</translation>
    </message>
    <message>
        <source>Expiry days</source>
        <translation>Ablauf in Tagen</translation>
    </message>
    <message>
        <source>F ships a line only whole, B puts all to back order, A ships what there is.</source>
        <translation>F liefert eine Zeile nur ganz, B stellt alles in den Rückstand, A liefert, was da ist.</translation>
    </message>
    <message>
        <source>Failed refund of {amount}, back into clearing</source>
        <translation>Fehlgeschlagene Erstattung über {amount}, zurück in die Verrechnung</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Finish the wizard in the window, or use `syspro-stripe setup launch`.</source>
        <translation>Beenden Sie den Assistenten im Fenster, oder verwenden Sie `syspro-stripe setup launch`.</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>First day -&gt; mode from that day on, such as {&quot;2026-12-01&quot;: &quot;summary&quot;}; before it posting.mode counts. This is how a mode is changed: what happened before the day keeps its own.</source>
        <translation>Erster Tag -&gt; Modus ab diesem Tag, etwa {&quot;2026-12-01&quot;: &quot;summary&quot;}; davor gilt posting.mode. So wird ein Modus gewechselt: Was vor dem Tag geschah, behält seinen.</translation>
    </message>
    <message>
        <source>First day whose payments are posted (CCYY-MM-DD); empty starts with the day of the first run.</source>
        <translation>Erster Tag, dessen Zahlungen gebucht werden (JJJJ-MM-TT); leer beginnt mit dem Tag des ersten Laufs.</translation>
    </message>
    <message>
        <source>First tax id</source>
        <translation>Erste Steuernummer</translation>
    </message>
    <message>
        <source>First wait after something was not delivered; doubles each time.</source>
        <translation>Erste Wartezeit, nachdem etwas nicht zugestellt wurde; sie verdoppelt sich jedes Mal.</translation>
    </message>
    <message>
        <source>Flow {flow}: {place}: {message}</source>
        <translation>Ablauf {flow}: {place}: {message}</translation>
    </message>
    <message>
        <source>Flow {name}: added</source>
        <translation>Ablauf {name}: hinzugefügt</translation>
    </message>
    <message>
        <source>Flow {name}: added, switched off</source>
        <translation>Ablauf {name}: hinzugefügt, ausgeschaltet</translation>
    </message>
    <message>
        <source>Flow {name}: removed</source>
        <translation>Ablauf {name}: entfernt</translation>
    </message>
    <message>
        <source>Flow {name}: step {number} ({value})</source>
        <translation>Ablauf {name}: Schritt {number} ({value})</translation>
    </message>
    <message>
        <source>Flow {name}: {line}</source>
        <translation>Ablauf {name}: {line}</translation>
    </message>
    <message>
        <source>Flow: {value} -&gt; {value2}</source>
        <translation>Ablauf: {value} -&gt; {value2}</translation>
    </message>
    <message>
        <source>Flows and settings in force</source>
        <translation>Abläufe und Einstellungen in Kraft</translation>
    </message>
    <message>
        <source>Folder of the agent&apos;s database.</source>
        <translation>Ordner mit der Datenbank des Agenten.</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Fußzeile</translation>
    </message>
    <message>
        <source>For customer {code} SYSPRO has {what}, which stood there at its last {then} payments.</source>
        <translation>Für Kunde {code} hat SYSPRO {what}; das stand dort schon bei seinen letzten {then} Zahlungen.</translation>
    </message>
    <message>
        <source>Foreign balance</source>
        <translation>Saldo in Fremdwährung</translation>
    </message>
    <message>
        <source>Form the field is on; CUS for customers by SYSPRO&apos;s convention.</source>
        <translation>Formular, auf dem das Feld steht; nach SYSPROs Brauch CUS für Kunden.</translation>
    </message>
    <message>
        <source>Found by {row}.</source>
        <translation>Gefunden durch {row}.</translation>
    </message>
    <message>
        <source>Found {found_how}: {described}</source>
        <translation>Gefunden {found_how}: {described}</translation>
    </message>
    <message>
        <source>Free a seat, or correct syspro.operator and syspro.company.</source>
        <translation>Machen Sie einen Platz frei, oder berichtigen Sie syspro.operator und syspro.company.</translation>
    </message>
    <message>
        <source>Free some space on it.</source>
        <translation>Schaffen Sie darauf Platz.</translation>
    </message>
    <message>
        <source>Free some space on the disk.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>Fracht</translation>
    </message>
    <message>
        <source>Freight tax code</source>
        <translation>Steuerschlüssel der Fracht</translation>
    </message>
    <message>
        <source>Further condition in CEL, such as product_class != &quot;SPARE&quot; &amp;&amp; custom.WEB == &quot;Y&quot;; empty for none. Names: stock_code, description, long_description, unit, product_class, tax_code, list_price_code, price_category, warehouse, warehouses, kit_type, user_field1, on_hold, custom.</source>
        <translation>Weitere Bedingung in CEL, etwa product_class != &quot;SPARE&quot; &amp;&amp; custom.WEB == &quot;Y&quot;; leer für keine. Namen: stock_code, description, long_description, unit, product_class, tax_code, list_price_code, price_category, warehouse, warehouses, kit_type, user_field1, on_hold, custom.</translation>
    </message>
    <message>
        <source>Further fees of the payout of {amount}</source>
        <translation>Weitere Gebühren der Auszahlung über {amount}</translation>
    </message>
    <message>
        <source>Further reads that Stripe allows for each transaction of the 30 days.</source>
        <translation>Weitere Abfragen, die Stripe für jede Bewegung der 30 Tage erlaubt.</translation>
    </message>
    <message>
        <source>Geographic area.</source>
        <translation>Geografisches Gebiet.</translation>
    </message>
    <message>
        <source>Give each Stripe account clearing banks and ledger codes of its own (receipts.bank, receipts.ledger_code).</source>
        <translation>Geben Sie jedem Stripe-Konto eigene Verrechnungsbanken und Sachkonten (receipts.bank, receipts.ledger_code).</translation>
    </message>
    <message>
        <source>Give that key the right connected_account_read, or set stripe.account, for the pair {nameless}.</source>
        <translation>Geben Sie diesem Schlüssel das Recht connected_account_read, oder setzen Sie stripe.account für das Paar {nameless}.</translation>
    </message>
    <message>
        <source>Give the agent an operator of its own.</source>
        <translation>Geben Sie dem Agenten einen eigenen Operator.</translation>
    </message>
    <message>
        <source>Give the program&apos;s account access to the file.</source>
        <translation>Geben Sie dem Konto des Programms Zugriff auf die Datei.</translation>
    </message>
    <message>
        <source>Give the program&apos;s account write access.</source>
        <translation>Geben Sie dem Konto des Programms Schreibrecht.</translation>
    </message>
    <message>
        <source>Give this pair the key of another account, or remove one of the two.</source>
        <translation>Geben Sie diesem Paar den Schlüssel eines anderen Kontos, oder entfernen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Go back to the access.</source>
        <translation>Zurück zum Zugang.</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Gross amount received, in the customer&apos;s currency.</source>
        <translation>Eingegangener Bruttobetrag, in der Währung des Kunden.</translation>
    </message>
    <message>
        <source>Group of a Connect transfer</source>
        <translation>Gruppe einer Connect-Übertragung</translation>
    </message>
    <message>
        <source>Groups are nested at most {max_depth} deep.</source>
        <translation>Gruppen sind höchstens {max_depth}-fach geschachtelt.</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Have it licensed for the agent&apos;s operator, or change the setting that makes us need it.</source>
        <translation>Lassen Sie es für den Operator des Agenten lizenzieren, oder ändern Sie die Einstellung, für die wir es brauchen.</translation>
    </message>
    <message>
        <source>Heartbeat every</source>
        <translation>Lebenszeichen alle</translation>
    </message>
    <message>
        <source>Heartbeat url</source>
        <translation>Adresse des Lebenszeichens</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Hours at the site in which only urgent alerts are sent; empty for none.</source>
        <translation>Stunden am Standort, in denen nur dringende Meldungen gesendet werden; leer für keine.</translation>
    </message>
    <message>
        <source>How SYSPRO&apos;s tables are read for catalogue, customers and prices: e.net, or read-only SQL, which is faster and tells what changed.</source>
        <translation>Wie SYSPROs Tabellen für Katalog, Kunden und Preise gelesen werden: über e.net (enet) oder nur lesend per SQL (sql), was schneller ist und sagt, was sich geändert hat.</translation>
    </message>
    <message>
        <source>How a refund or dispute stands that has to end first; empty for none</source>
        <translation>Wie eine Erstattung oder ein Zahlungsstreit steht, der zuerst enden muss; leer für keinen</translation>
    </message>
    <message>
        <source>How documents are sent: in the address (get), as a large document (postld), or by size (auto).</source>
        <translation>Wie Belege gesendet werden: in der Adresse (get), als großes Dokument (postld) oder nach Größe (auto).</translation>
    </message>
    <message>
        <source>How far back a reconciliation lists Stripe&apos;s movements again and reads posted documents again.</source>
        <translation>Wie weit zurück eine Abstimmung Stripes Bewegungen neu auflistet und gebuchte Belege neu liest.</translation>
    </message>
    <message>
        <source>How far each look reaches back behind the watermark, because events appear late.</source>
        <translation>Wie weit jeder Blick hinter die Lesemarke zurückreicht, weil Ereignisse spät erscheinen.</translation>
    </message>
    <message>
        <source>How far the watermark stays behind Stripe&apos;s clock.</source>
        <translation>Wie weit die Lesemarke hinter Stripes Uhr bleibt.</translation>
    </message>
    <message>
        <source>How long an answer may be given again without asking SYSPRO.</source>
        <translation>Wie lange eine Antwort wieder gegeben werden darf, ohne SYSPRO zu fragen.</translation>
    </message>
    <message>
        <source>How long an answer may still arrive before SYSPRO is searched; longer than SYSPRO&apos;s longest posting.</source>
        <translation>Wie lange eine Antwort noch kommen darf, bevor SYSPRO durchsucht wird; länger als SYSPROs längste Buchung.</translation>
    </message>
    <message>
        <source>How long before a key, password, certificate or open month ends an alert says so.</source>
        <translation>Wie lange vor dem Ende eines Schlüssels, Kennworts, Zertifikats oder offenen Monats eine Meldung es sagt.</translation>
    </message>
    <message>
        <source>How long before its evidence is due an unanswered dispute asks for attention.</source>
        <translation>Wie lange vor der Frist für Nachweise ein unbeantworteter Zahlungsstreit um Aufmerksamkeit bittet.</translation>
    </message>
    <message>
        <source>How long finished events and attempts are kept.</source>
        <translation>Wie lange erledigte Ereignisse und Versuche aufgehoben werden.</translation>
    </message>
    <message>
        <source>How long something is wrong before an alert says so, unless it is urgent, and right before it is over.</source>
        <translation>Wie lange etwas falsch ist, bevor eine Meldung es sagt, wenn es nicht dringend ist, und wie lange richtig, bevor es vorbei ist.</translation>
    </message>
    <message>
        <source>How long to wait for a connection to SQL Server.</source>
        <translation>Wie lange auf eine Verbindung zum SQL Server gewartet wird.</translation>
    </message>
    <message>
        <source>How long to wait for a connection to Stripe.</source>
        <translation>Wie lange auf eine Verbindung zu Stripe gewartet wird.</translation>
    </message>
    <message>
        <source>How long to wait for a connection.</source>
        <translation>Wie lange auf eine Verbindung gewartet wird.</translation>
    </message>
    <message>
        <source>How long to wait for an answer of Stripe; then the call is made again.</source>
        <translation>Wie lange auf eine Antwort von Stripe gewartet wird; dann wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>How long to wait for an answer; after it a posting is in doubt.</source>
        <translation>Wie lange auf eine Antwort gewartet wird; danach ist eine Buchung im Zweifel.</translation>
    </message>
    <message>
        <source>How long to wait for one answer of SQL Server.</source>
        <translation>Wie lange auf eine Antwort des SQL Servers gewartet wird.</translation>
    </message>
    <message>
        <source>How long to wait until another session of the agent&apos;s own has ended.</source>
        <translation>Wie lange gewartet wird, bis eine andere Sitzung des Agenten beendet ist.</translation>
    </message>
    <message>
        <source>How long what was read of SYSPRO&apos;s lists counts before it is read again; a code that is missing is always looked for again.</source>
        <translation>Wie lange das aus SYSPROs Listen Gelesene gilt, bevor es neu gelesen wird; ein fehlender Schlüssel wird immer neu gesucht.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>How many characters has an invoice number, as SYSPRO stores it?</source>
        <translation>Wie viele Zeichen hat eine Rechnungsnummer, wie SYSPRO sie speichert?</translation>
    </message>
    <message>
        <source>How many movements it settles</source>
        <translation>Wie viele Bewegungen sie abrechnet</translation>
    </message>
    <message>
        <source>How many movements it sums up</source>
        <translation>Wie viele Bewegungen er zusammenfasst</translation>
    </message>
    <message>
        <source>How money on account is moved to the order&apos;s invoice once SYSPRO has one: a payment of nothing that takes from the one and gives to the other, or not at all.</source>
        <translation>Wie Guthaben an die Rechnung des Auftrags geht, sobald SYSPRO eine hat: durch eine Zahlung über null, die dem einen nimmt und dem anderen gibt, oder gar nicht.</translation>
    </message>
    <message>
        <source>How much tax is in credit note {number}, which takes back a part of the same sale, is not known, so the tax of what is left is not. {why} Press Retry when that is put right.</source>
        <translation>Wie viel Steuer in der Gutschrift {number} steckt, die einen Teil desselben Verkaufs zurücknimmt, ist nicht bekannt, also auch nicht die Steuer des Rests. {why} Drücken Sie „Wiederholen“, wenn das in Ordnung ist.</translation>
    </message>
    <message>
        <source>How much tax is in credit note {number}, which this debit note takes back, is not known. {why} Press Retry when that is put right. {else}</source>
        <translation>Wie viel Steuer in der Gutschrift {number} steckt, die diese Belastung zurücknimmt, ist nicht bekannt. {why} Drücken Sie „Wiederholen“, wenn das in Ordnung ist. {else}</translation>
    </message>
    <message>
        <source>How much tax is in invoice {credited} is not known, so no credit note can be made of a part. Read the invoice in SYSPRO, make the credit note by hand and ignore the refund here.</source>
        <translation>Wie viel Steuer in der Rechnung {credited} steckt, ist nicht bekannt; darum kann keine Gutschrift über einen Teil gemacht werden. Lesen Sie die Rechnung in SYSPRO, machen Sie die Gutschrift von Hand, und ignorieren Sie die Erstattung hier.</translation>
    </message>
    <message>
        <source>How much tax is in invoice {numbers} is not known, so {what}.</source>
        <translation>Wie viel Steuer in der Rechnung {numbers} steckt, ist nicht bekannt, darum {what}.</translation>
    </message>
    <message>
        <source>How payouts and fees are booked: one journal, the cash book of both banks, or a receipt into the bank with the fees as its bank charge (bank_charges).</source>
        <translation>Wie Auszahlungen und Gebühren gebucht werden: ein Journal (journal), das Kassenbuch beider Banken (cashbook), oder ein Eingang auf der Bank mit den Gebühren als Bankspesen (bank_charges).</translation>
    </message>
    <message>
        <source>How shortly after that is.</source>
        <translation>Wie kurz danach das ist.</translation>
    </message>
    <message>
        <source>How the money leaves clearing: a negative receipt, the cash book, or a journal.</source>
        <translation>Wie das Geld die Verrechnung verlässt: als negativer Zahlungseingang, über das Kassenbuch oder per Journal.</translation>
    </message>
    <message>
        <source>How the payment of a loss stands that has to be posted first</source>
        <translation>Wie die Zahlung eines Verlusts steht, die zuerst gebucht werden muss</translation>
    </message>
    <message>
        <source>How the way to the mail server is sealed; none only for a server on this machine, and without password.</source>
        <translation>Wie der Weg zum Mailserver gesichert ist; none nur für einen Server auf diesem Rechner und ohne Kennwort.</translation>
    </message>
    <message>
        <source>How we log on: as the Windows account that runs the engine, or with a SQL login.</source>
        <translation>Wie wir uns anmelden: als das Windows-Konto, unter dem der Dienst läuft (windows), oder mit einer SQL-Anmeldung (sql).</translation>
    </message>
    <message>
        <source>I invoice, C credit note, D debit note.</source>
        <translation>I Rechnung, C Gutschrift, D Belastung.</translation>
    </message>
    <message>
        <source>I order, C credit note.</source>
        <translation>I Auftrag, C Gutschrift.</translation>
    </message>
    <message>
        <source>Id of Stripe&apos;s customer</source>
        <translation>Id des Stripe-Kunden</translation>
    </message>
    <message>
        <source>Id of Stripe&apos;s invoice</source>
        <translation>Id der Stripe-Rechnung</translation>
    </message>
    <message>
        <source>Id of the checkout session</source>
        <translation>Id der Checkout-Sitzung</translation>
    </message>
    <message>
        <source>Id of the payment intent</source>
        <translation>Id des Payment Intents</translation>
    </message>
    <message>
        <source>Id of the payment link</source>
        <translation>Id des Zahlungslinks</translation>
    </message>
    <message>
        <source>Id of the subscription</source>
        <translation>Id des Abonnements</translation>
    </message>
    <message>
        <source>If {machine} will never post again, take over here.</source>
        <translation>Wenn {machine} nie wieder bucht, übernehmen Sie hier.</translation>
    </message>
    <message>
        <source>In SYSPRO, credit the missing {missing} by a further credit note, pay both out by hand under the reference {reference}, then press Retry: it is found by that.</source>
        <translation>Schreiben Sie in SYSPRO die fehlenden {missing} mit einer weiteren Gutschrift gut, zahlen Sie beide von Hand unter der Referenz {reference} aus, und drücken Sie dann „Wiederholen“: Daran wird es gefunden.</translation>
    </message>
    <message>
        <source>In capitals.</source>
        <translation>In Großbuchstaben.</translation>
    </message>
    <message>
        <source>In ledger</source>
        <translation>Im Hauptbuch</translation>
    </message>
    <message>
        <source>In small letters.</source>
        <translation>In Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>In the Stripe Dashboard, Developers, API keys, give this key “{label_of}”, and try again.</source>
        <translation>Geben Sie diesem Schlüssel im Stripe-Dashboard unter Developers, API keys das Recht „{label_of}“, und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Inquiry about</source>
        <translation>Voranfrage zu</translation>
    </message>
    <message>
        <source>Instead of a result came a text.</source>
        <translation>Statt eines Ergebnisses kam ein Text.</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Invoice for {name}, {amount}</source>
        <translation>Rechnung für {name}, {amount}</translation>
    </message>
    <message>
        <source>Invoice keys</source>
        <translation>Schlüssel der Rechnung</translation>
    </message>
    <message>
        <source>Invoice length</source>
        <translation>Länge der Rechnungsnummer</translation>
    </message>
    <message>
        <source>Invoice numeric</source>
        <translation>Rechnungsnummer numerisch</translation>
    </message>
    <message>
        <source>Invoice that is credited</source>
        <translation>Rechnung, die gutgeschrieben wird</translation>
    </message>
    <message>
        <source>Invoice that is credited, for people.</source>
        <translation>Rechnung, die gutgeschrieben wird, für Menschen.</translation>
    </message>
    <message>
        <source>Invoice that is credited.</source>
        <translation>Rechnung, die gutgeschrieben wird.</translation>
    </message>
    <message>
        <source>Invoice the credit note of {value}</source>
        <translation>Die Gutschrift über {value} fakturieren</translation>
    </message>
    <message>
        <source>Invoice the order of {name}, {amount}</source>
        <translation>Den Auftrag von {name} fakturieren, {amount}</translation>
    </message>
    <message>
        <source>Invoice {invoice}</source>
        <translation>Rechnung {invoice}</translation>
    </message>
    <message>
        <source>Invoice {invoice} has a comma in its number, so a payment could not name it.</source>
        <translation>Rechnung {invoice} hat ein Komma in ihrer Nummer, darum könnte eine Zahlung sie nicht nennen.</translation>
    </message>
    <message>
        <source>Invoice {invoice} has nothing open in SYSPRO.</source>
        <translation>Auf Rechnung {invoice} ist in SYSPRO nichts offen.</translation>
    </message>
    <message>
        <source>Invoice {invoice} is in a currency of which Stripe&apos;s pages say two things (currencies.ugx_hundredths).</source>
        <translation>Rechnung {invoice} ist in einer Währung, von der Stripes Seiten zweierlei sagen (currencies.ugx_hundredths).</translation>
    </message>
    <message>
        <source>Invoice {invoice} is in {currency} and partly paid, and it is not known which currency SYSPRO keeps its balance in; receipts.foreign_balance says it.</source>
        <translation>Rechnung {invoice} ist in {currency} und teilweise bezahlt, und es ist nicht bekannt, in welcher Währung SYSPRO ihren Saldo führt; receipts.foreign_balance sagt es.</translation>
    </message>
    <message>
        <source>Invoice {invoice} is in {currency}, which currencies.to_syspro does not name.</source>
        <translation>Rechnung {invoice} ist in {currency}, und currencies.to_syspro nennt diese Währung nicht.</translation>
    </message>
    <message>
        <source>Invoice {invoice} is not asked for, and no request for it was refused; or it is being written.</source>
        <translation>Um Rechnung {invoice} wird nicht gebeten, und keine Anforderung dafür wurde abgelehnt; oder sie wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>Invoice {invoice} of this order. {described}</source>
        <translation>Rechnung {invoice} zu diesem Auftrag. {described}</translation>
    </message>
    <message>
        <source>Invoice {key} is no longer in SYSPRO.</source>
        <translation>Rechnung {key} ist nicht mehr in SYSPRO.</translation>
    </message>
    <message>
        <source>Invoice {numbers} has {paid} of the payment, which is less: the rest went on account, or was given back before. Without a credit note one refund cannot come out of both: set refunds.credit and retry, or pay it back in SYSPRO by hand and ignore the refund here.</source>
        <translation>Rechnung {numbers} hat {paid} von der Zahlung, und das ist weniger: Der Rest ging ins Guthaben oder wurde schon zurückgegeben. Ohne Gutschrift kann eine Erstattung nicht aus beidem kommen: Setzen Sie refunds.credit und wiederholen Sie, oder zahlen Sie in SYSPRO von Hand zurück und ignorieren Sie die Erstattung hier.</translation>
    </message>
    <message>
        <source>Invoice {number} is open for more than one customer or kind of document: {owners}.</source>
        <translation>Rechnung {number} ist für mehr als einen Kunden oder eine Belegart offen: {owners}.</translation>
    </message>
    <message>
        <source>Invoice {row} of customer {row2} is in {row3} and partly paid, and it is not known which currency SYSPRO keeps its balance in.</source>
        <translation>Rechnung {row} von Kunde {row2} ist in {row3} und teilweise bezahlt, und es ist nicht bekannt, in welcher Währung SYSPRO ihren Saldo führt.</translation>
    </message>
    <message>
        <source>Invoice: the number of the document is not known yet.</source>
        <translation>Invoice: Die Nummer des Belegs ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>InvoiceValue: {value} is not above zero; the type says which way it goes.</source>
        <translation>InvoiceValue: {value} ist nicht über null; die Art sagt die Richtung.</translation>
    </message>
    <message>
        <source>Invoices that are paid</source>
        <translation>Rechnungen, die bezahlt werden</translation>
    </message>
    <message>
        <source>Invoices that it is set against</source>
        <translation>Rechnungen, mit denen sie verrechnet wird</translation>
    </message>
    <message>
        <source>Invoices to businesses, paid online</source>
        <translation>Rechnungen an Firmen, online bezahlt</translation>
    </message>
    <message>
        <source>Invoices: Read</source>
        <translation>Rechnungen: lesen</translation>
    </message>
    <message>
        <source>Invoices: Write</source>
        <translation>Rechnungen: schreiben</translation>
    </message>
    <message>
        <source>Isolation of our reads: snapshot where the database allows it (auto), always, or read committed.</source>
        <translation>Isolation unserer Abfragen: Snapshot, wo die Datenbank ihn erlaubt (auto), immer (snapshot), oder Read Committed (read_committed).</translation>
    </message>
    <message>
        <source>Issuing</source>
        <translation>Kartenausgabe (Issuing)</translation>
    </message>
    <message>
        <source>It answered with an error: {split}</source>
        <translation>Es antwortete mit einem Fehler: {split}</translation>
    </message>
    <message>
        <source>It came to no end because of an error of the program; the log of today says where. Nothing was changed.</source>
        <translation>Wegen eines Programmfehlers kam es zu keinem Ende; das Protokoll von heute sagt, wo. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It does not ask for {name}.</source>
        <translation>Sie fragt nicht nach {name}.</translation>
    </message>
    <message>
        <source>It does not ask for {name}; is {near} meant?</source>
        <translation>Sie fragt nicht nach {name}; ist {near} gemeint?</translation>
    </message>
    <message>
        <source>It does not fit into an address, and the service takes no large documents; nothing was done.</source>
        <translation>Es passt nicht in eine Adresse, und der Dienst nimmt keine großen Dokumente; nichts wurde getan.</translation>
    </message>
    <message>
        <source>It is about to be sent: pause first, or wait for what SYSPRO says.</source>
        <translation>Er wird gleich gesendet: Halten Sie zuerst an, oder warten Sie, was SYSPRO sagt.</translation>
    </message>
    <message>
        <source>It is being sent at this moment: wait for the outcome.</source>
        <translation>Er wird gerade gesendet: Warten Sie auf das Ergebnis.</translation>
    </message>
    <message>
        <source>It is in a foreign currency: set receipts.foreign_balance to what SYSPRO shows for it.</source>
        <translation>Sie ist in Fremdwährung: Setzen Sie receipts.foreign_balance auf das, was SYSPRO für sie zeigt.</translation>
    </message>
    <message>
        <source>It is neither a session nor an error.</source>
        <translation>Es ist weder eine Sitzung noch ein Fehler.</translation>
    </message>
    <message>
        <source>It is never rounded by itself: book it by hand, with the rest where your bookkeeper wants it, and ignore it here.</source>
        <translation>Es wird nie von selbst gerundet: Buchen Sie es von Hand, den Rest dorthin, wo Ihre Buchhaltung ihn haben will, und ignorieren Sie es hier.</translation>
    </message>
    <message>
        <source>It is over {money} in SYSPRO, with {money2} of tax, which does not go with the {value} that were paid out of it: somebody has changed it.</source>
        <translation>Sie lautet in SYSPRO über {money} mit {money2} Steuer, und das passt nicht zu den {value}, die daraus ausgezahlt wurden: Jemand hat sie geändert.</translation>
    </message>
    <message>
        <source>It is read back first.</source>
        <translation>Er wird zuerst zurückgelesen.</translation>
    </message>
    <message>
        <source>It looks again after that.</source>
        <translation>Danach sieht es wieder nach.</translation>
    </message>
    <message>
        <source>It names lines {named} of invoice {invoice}, and what those come to cannot be read in SYSPRO. {way}</source>
        <translation>Sie nennt die Zeilen {named} der Rechnung {invoice}, und worauf diese kommen, ist in SYSPRO nicht zu lesen. {way}</translation>
    </message>
    <message>
        <source>It names lines {named} of invoice {invoice}, which come to {whole} and are taken back whole; {value} are given back. {way}</source>
        <translation>Sie nennt die Zeilen {named} der Rechnung {invoice}, die auf {whole} kommen und ganz zurückgenommen werden; zurückgegeben werden {value}. {way}</translation>
    </message>
    <message>
        <source>It names lines {named} of invoice {invoice}, which has no line {missing}. {way}</source>
        <translation>Sie nennt die Zeilen {named} der Rechnung {invoice}, und die hat keine Zeile {missing}. {way}</translation>
    </message>
    <message>
        <source>It names lines {named} of order {order}</source>
        <translation>Sie nennt die Zeilen {named} des Auftrags {order}</translation>
    </message>
    <message>
        <source>It needs the {lacking}, which SYSPRO does not have: retry that first.</source>
        <translation>Dazu fehlt SYSPRO noch: {lacking}. Wiederholen Sie das zuerst.</translation>
    </message>
    <message>
        <source>It reached no movement whose fees are open, the oldest first, so none are proposed with it.</source>
        <translation>Sie erreichte keine Bewegung, deren Gebühren offen sind, die älteste zuerst; darum werden keine mit ihr vorgeschlagen.</translation>
    </message>
    <message>
        <source>It takes unusually long.</source>
        <translation>Das dauert ungewöhnlich lange.</translation>
    </message>
    <message>
        <source>It was given up: restore it first.</source>
        <translation>Er wurde aufgegeben: Stellen Sie ihn zuerst wieder her.</translation>
    </message>
    <message>
        <source>It was not sent. Correct it in SYSPRO or in the mapping, then retry.</source>
        <translation>Er wurde nicht gesendet. Berichtigen Sie es in SYSPRO oder in der Zuordnung, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>It was sent and its outcome is not known yet: wait until it was looked up in SYSPRO.</source>
        <translation>Er wurde gesendet, und das Ergebnis ist noch nicht bekannt: Warten Sie, bis in SYSPRO nachgeschlagen ist.</translation>
    </message>
    <message>
        <source>It was sent meanwhile</source>
        <translation>Er wurde inzwischen gesendet</translation>
    </message>
    <message>
        <source>Its SYSPRO key is {value}; by the audit it is {erp_key}.</source>
        <translation>Sein SYSPRO-Schlüssel ist {value}; nach dem Protokoll ist er {erp_key}.</translation>
    </message>
    <message>
        <source>Its SYSPRO order</source>
        <translation>Ihr SYSPRO-Auftrag</translation>
    </message>
    <message>
        <source>Its address is {shown}.</source>
        <translation>Seine Adresse ist {shown}.</translation>
    </message>
    <message>
        <source>Its digits alone.</source>
        <translation>Nur seine Ziffern.</translation>
    </message>
    <message>
        <source>Its first characters, so many.</source>
        <translation>Seine ersten Zeichen, so viele.</translation>
    </message>
    <message>
        <source>Its first line.</source>
        <translation>Seine erste Zeile.</translation>
    </message>
    <message>
        <source>Its name says {words}.</source>
        <translation>Sein Name sagt {words}.</translation>
    </message>
    <message>
        <source>Its password.</source>
        <translation>Das Kennwort dazu.</translation>
    </message>
    <message>
        <source>Its samples are words; the field holds one letter.</source>
        <translation>Seine Beispiele sind Wörter; das Feld fasst einen Buchstaben.</translation>
    </message>
    <message>
        <source>Its samples look like {called}.</source>
        <translation>Seine Beispiele sehen aus wie {called}.</translation>
    </message>
    <message>
        <source>Its value before tax</source>
        <translation>Ihr Wert vor Steuer</translation>
    </message>
    <message>
        <source>Journal {key}</source>
        <translation>Journal {key}</translation>
    </message>
    <message>
        <source>Journal {key} is out of balance by {difference}.</source>
        <translation>Journal {key} geht um {difference} nicht auf.</translation>
    </message>
    <message>
        <source>Journal {key} waits in SYSPRO for somebody to post it.</source>
        <translation>Journal {key} wartet in SYSPRO darauf, dass jemand es bucht.</translation>
    </message>
    <message>
        <source>Journal {key}{waits}: {entries} in local currency.</source>
        <translation>Journal {key}{waits}: {entries} in Hauswährung.</translation>
    </message>
    <message>
        <source>JournalDetails: a journal needs at least two lines, not {lines}.</source>
        <translation>JournalDetails: Ein Journal braucht mindestens zwei Zeilen, nicht {lines}.</translation>
    </message>
    <message>
        <source>JournalDetails: debits and credits differ by {rest}.</source>
        <translation>JournalDetails: Soll und Haben unterscheiden sich um {rest}.</translation>
    </message>
    <message>
        <source>Journals</source>
        <translation>Journale</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep days</source>
        <translation>Tage aufheben</translation>
    </message>
    <message>
        <source>Keep the newer version.</source>
        <translation>Behalten Sie die neuere Fassung.</translation>
    </message>
    <message>
        <source>Kept by Stripe in other balances</source>
        <translation>Bei Stripe in anderen Guthaben</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>Kept in other balances</source>
        <translation>In anderen Guthaben</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key ends on</source>
        <translation>Schlüssel endet am</translation>
    </message>
    <message>
        <source>Key of the record; the customer of the payment when empty.</source>
        <translation>Schlüssel des Datensatzes; der Kunde der Zahlung, wenn leer.</translation>
    </message>
    <message>
        <source>Key with which a portal signs whose question it asks, where its token is for any customer.</source>
        <translation>Schlüssel, mit dem ein Portal unterschreibt, wessen Frage es stellt, wo sein Token für jeden Kunden gilt.</translation>
    </message>
    <message>
        <source>Keyring of the secrets: of the account that runs the engine (account), or sealed for the whole machine (machine); auto takes the machine&apos;s where setup made one.</source>
        <translation>Schlüsselbund der Geheimnisse: der des Kontos, unter dem der Dienst läuft (account), oder versiegelt für den ganzen Rechner (machine); auto nimmt den des Rechners, wo das Einrichten einen angelegt hat.</translation>
    </message>
    <message>
        <source>Kits</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Language of the checkout</source>
        <translation>Sprache des Checkouts</translation>
    </message>
    <message>
        <source>Largest difference between the order and the charge that is rounding.</source>
        <translation>Größte Differenz zwischen Auftrag und Zahlung, die als Rundung gilt.</translation>
    </message>
    <message>
        <source>Last invoice of its order</source>
        <translation>Letzte Rechnung ihres Auftrags</translation>
    </message>
    <message>
        <source>Last invoice of that order</source>
        <translation>Letzte Rechnung dieses Auftrags</translation>
    </message>
    <message>
        <source>Last invoice of the order that is known, never sent; a later one is told.</source>
        <translation>Letzte Rechnung des Auftrags, die bekannt ist, nie gesendet; eine spätere wird gemeldet.</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Sachkonten</translation>
    </message>
    <message>
        <source>Ledger code</source>
        <translation>Sachkonto</translation>
    </message>
    <message>
        <source>Ledger code of disputes</source>
        <translation>Sachkonto der Zahlungsstreite</translation>
    </message>
    <message>
        <source>Ledger code of refunds</source>
        <translation>Sachkonto der Erstattungen</translation>
    </message>
    <message>
        <source>Ledger code that the money comes from.</source>
        <translation>Sachkonto, von dem das Geld kommt.</translation>
    </message>
    <message>
        <source>Ledger code {code}</source>
        <translation>Sachkonto {code}</translation>
    </message>
    <message>
        <source>Ledger code {code} ({description}) is a control account: its module alone may move it, so {account} was not mapped. Name a ledger code that takes journals.</source>
        <translation>Sachkonto {code} ({description}) ist ein Sammelkonto: Nur sein Modul darf es bewegen, darum wurde {account} nicht zugeordnet. Nennen Sie ein Sachkonto, das Journale nimmt.</translation>
    </message>
    <message>
        <source>Ledger code {code} stands at {ledger}, the receipts with our references add up to {receipts}{named}. The difference of {ledger2} was posted by somebody else, or the receipts went to another bank or are not in the ledger yet.</source>
        <translation>Sachkonto {code} steht auf {ledger}, die Zahlungseingänge mit unseren Referenzen ergeben {receipts}{named}. Die Differenz von {ledger2} hat jemand anderes gebucht, oder die Zahlungseingänge gingen an eine andere Bank oder sind noch nicht im Hauptbuch.</translation>
    </message>
    <message>
        <source>Ledger code {code}, the clearing account, has an entry of {value} without a reference of ours: {name}. The agent did not post it.</source>
        <translation>Das Verrechnungskonto {code} hat eine Buchung über {value} ohne Referenz von uns: {name}. Der Agent hat sie nicht gebucht.</translation>
    </message>
    <message>
        <source>Ledger code {code}, the clearing account, has {entries} entries without a reference of ours in period {period}; they add up to {sums}. The first {most} are: {named}. The agent did not post them. Reverse them in SYSPRO, or accept them where they are right.</source>
        <translation>Das Verrechnungskonto {code} hat {entries} Buchungen ohne Referenz von uns in Periode {period}; zusammen sind es {sums}. Die ersten {most} sind: {named}. Der Agent hat sie nicht gebucht. Stornieren Sie sie in SYSPRO, oder nehmen Sie sie an, wo sie richtig sind.</translation>
    </message>
    <message>
        <source>Ledger code {ledger_code} has {in_local} left of {stripe_id}, which is over (document {numbers}): SYSPRO&apos;s exchange rate, or its rounding, was not the same each time.</source>
        <translation>Auf Sachkonto {ledger_code} sind {in_local} von {stripe_id} übrig, das abgeschlossen ist (Beleg {numbers}): SYSPROs Kurs oder seine Rundung war nicht jedes Mal gleich.</translation>
    </message>
    <message>
        <source>Ledger code {ledger_code} has {in_local} left of {stripe_id}, which is over (documents {numbers}): SYSPRO&apos;s exchange rate, or its rounding, was not the same each time.</source>
        <translation>Auf Sachkonto {ledger_code} sind {in_local} von {stripe_id} übrig, das abgeschlossen ist (Belege {numbers}): SYSPROs Kurs oder seine Rundung war nicht jedes Mal gleich.</translation>
    </message>
    <message>
        <source>Ledger code.</source>
        <translation>Sachkonto.</translation>
    </message>
    <message>
        <source>Ledger company</source>
        <translation>Firma im Hauptbuch</translation>
    </message>
    <message>
        <source>Ledger period; SYSPRO&apos;s current one when empty.</source>
        <translation>Periode des Hauptbuchs; SYSPROs laufende, wenn leer.</translation>
    </message>
    <message>
        <source>Ledger year; SYSPRO&apos;s current one when empty.</source>
        <translation>Jahr des Hauptbuchs; SYSPROs laufendes, wenn leer.</translation>
    </message>
    <message>
        <source>LedgerDistribution: the lines add up to {spread}, not to {value}.</source>
        <translation>LedgerDistribution: Die Zeilen ergeben {spread}, nicht {value}.</translation>
    </message>
    <message>
        <source>LedgerValue: the line on ledger code {ledger_code} is zero.</source>
        <translation>LedgerValue: Die Zeile auf Sachkonto {ledger_code} ist null.</translation>
    </message>
    <message>
        <source>LedgerValue: {value} is not in the currency of {value2}.</source>
        <translation>LedgerValue: {value} ist nicht in der Währung von {value2}.</translation>
    </message>
    <message>
        <source>Let an administrator do it, or run it as the engine&apos;s account.</source>
        <translation>Lassen Sie es einen Administrator tun, oder führen Sie es mit dem Konto des Dienstes aus.</translation>
    </message>
    <message>
        <source>Let the agent&apos;s account write it.</source>
        <translation>Geben Sie dem Konto des Agenten Schreibrecht.</translation>
    </message>
    <message>
        <source>Let the proxy pass this server to api.stripe.com without a logon, or set another stripe.proxy.</source>
        <translation>Lassen Sie den Proxy diesen Server ohne Anmeldung zu api.stripe.com durch, oder setzen Sie einen anderen stripe.proxy.</translation>
    </message>
    <message>
        <source>Letters of ArInvoicePay.TrnType that are payments; `shadow` takes other movements for no receipts.</source>
        <translation>Buchstaben von ArInvoicePay.TrnType, die Zahlungen sind; `shadow` hält andere Bewegungen nicht für Zahlungseingänge.</translation>
    </message>
    <message>
        <source>Line of the credit note of {value}</source>
        <translation>Zeile der Gutschrift über {value}</translation>
    </message>
    <message>
        <source>Line {key} of credit note {note}: {row}, {price} before tax.</source>
        <translation>Zeile {key} der Gutschrift {note}: {row}, {price} vor Steuer.</translation>
    </message>
    <message>
        <source>Line {left} of sales order {number} is</source>
        <translation>Zeile {left} des Verkaufsauftrags {number} ist</translation>
    </message>
    <message>
        <source>Line {line} of invoice {invoice} is not on the credit note.</source>
        <translation>Zeile {line} der Rechnung {invoice} ist nicht auf der Gutschrift.</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>Lines keys</source>
        <translation>Schlüssel der Zeilen</translation>
    </message>
    <message>
        <source>Lines of the order that are cancelled; empty for none</source>
        <translation>Zeilen des Auftrags, die storniert werden; leer für keine</translation>
    </message>
    <message>
        <source>Link of the payer and a currency; empty for guests</source>
        <translation>Verbindung des Zahlers mit einer Währung; leer für Gäste</translation>
    </message>
    <message>
        <source>List every</source>
        <translation>Auflisten alle</translation>
    </message>
    <message>
        <source>Live and test money are mixed</source>
        <translation>Echtes Geld und Testgeld sind vermischt</translation>
    </message>
    <message>
        <source>Local currency for one unit of the customer&apos;s; SYSPRO&apos;s own when zero.</source>
        <translation>Hauswährung für eine Einheit der Kundenwährung; SYSPROs eigener Kurs, wenn null.</translation>
    </message>
    <message>
        <source>Logging off did not succeed: {message}</source>
        <translation>Das Abmelden gelang nicht: {message}</translation>
    </message>
    <message>
        <source>Logon refused texts</source>
        <translation>Texte abgelehnter Anmeldungen</translation>
    </message>
    <message>
        <source>Longest address that is sent with get.</source>
        <translation>Längste Adresse, die mit get gesendet wird.</translation>
    </message>
    <message>
        <source>Longest stretch of time listed and stored in one go.</source>
        <translation>Längster Zeitraum, der auf einmal aufgelistet und gespeichert wird.</translation>
    </message>
    <message>
        <source>Longest wait between two tries.</source>
        <translation>Längste Wartezeit zwischen zwei Versuchen.</translation>
    </message>
    <message>
        <source>Look at both systems first: `syspro-stripe setup discover`, or the second page of the wizard.</source>
        <translation>Sehen Sie sich zuerst auf beiden Seiten um: `syspro-stripe setup discover`, oder die zweite Seite des Assistenten.</translation>
    </message>
    <message>
        <source>Look at the dispute in the Stripe Dashboard.</source>
        <translation>Sehen Sie sich den Zahlungsstreit im Stripe-Dashboard an.</translation>
    </message>
    <message>
        <source>Look at the payment in Stripe and retry it by its id.</source>
        <translation>Sehen Sie sich die Zahlung in Stripe an, und wiederholen Sie sie mit ihrer Id.</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Look the number up in the list.</source>
        <translation>Schlagen Sie die Nummer in der Liste nach.</translation>
    </message>
    <message>
        <source>Look the object up in the Stripe Dashboard; then try again, or ignore it with a reason.</source>
        <translation>Schlagen Sie das Objekt im Stripe-Dashboard nach; versuchen Sie es dann wieder, oder ignorieren Sie es mit einem Grund.</translation>
    </message>
    <message>
        <source>Look whether SYSPRO&apos;s database and the settings of the catalogue are right; where they are, `syspro-stripe catalogue run --take-out` takes them out of sale.</source>
        <translation>Prüfen Sie, ob SYSPROs Datenbank und die Einstellungen des Katalogs stimmen; wenn ja, nimmt `syspro-stripe catalogue run --take-out` sie aus dem Verkauf.</translation>
    </message>
    <message>
        <source>Look whether SYSPRO&apos;s database is complete; where it is right, set customer_links.most_gone to 100.</source>
        <translation>Prüfen Sie, ob SYSPROs Datenbank vollständig ist; wenn ja, setzen Sie customer_links.most_gone auf 100.</translation>
    </message>
    <message>
        <source>Look whether SYSPRO&apos;s database is complete; where it is right, set requests.most_gone to 100.</source>
        <translation>Prüfen Sie, ob SYSPROs Datenbank vollständig ist; wenn ja, setzen Sie requests.most_gone auf 100.</translation>
    </message>
    <message>
        <source>Look-ups in vain, a grace time apart, until a document counts as not posted.</source>
        <translation>Vergebliche Suchen, je eine Frist auseinander, bis ein Beleg als nicht gebucht gilt.</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Lost dispute of {amount} overturned</source>
        <translation>Verlorener Zahlungsstreit über {amount} aufgehoben</translation>
    </message>
    <message>
        <source>Lost dispute of {amount} overturned: {off_account} on account again; its order stays cancelled</source>
        <translation>Verlorener Zahlungsstreit über {amount} aufgehoben: {off_account} wieder als Guthaben; der Auftrag bleibt storniert</translation>
    </message>
    <message>
        <source>Lost dispute of {amount}. {problem} Retry when its month is open, or set periods.receivables.</source>
        <translation>Verlorener Zahlungsstreit über {amount}. {problem} Wiederholen Sie, wenn der Monat offen ist, oder setzen Sie periods.receivables.</translation>
    </message>
    <message>
        <source>Lost dispute of {amount}: {off_account} off the account</source>
        <translation>Verlorener Zahlungsstreit über {amount}: {off_account} vom Guthaben</translation>
    </message>
    <message>
        <source>Lower credit note {invoice} in SYSPRO by {value} against the tax ledger code, then press Retry.</source>
        <translation>Verringern Sie die Gutschrift {invoice} in SYSPRO um {value} gegen das Sachkonto der Steuer, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Made {moment_text} ({zone}) by the SYSPRO Stripe agent</source>
        <translation>Erstellt {moment_text} ({zone}) vom SYSPRO-Stripe-Agenten</translation>
    </message>
    <message>
        <source>Mail from</source>
        <translation>Mail von</translation>
    </message>
    <message>
        <source>Mail server.</source>
        <translation>Mailserver.</translation>
    </message>
    <message>
        <source>Mail to</source>
        <translation>Mail an</translation>
    </message>
    <message>
        <source>Make a new address there and enter it: `syspro-stripe config {setting} --secret`.</source>
        <translation>Legen Sie dort eine neue Adresse an, und tragen Sie sie ein: `syspro-stripe config {setting} --secret`.</translation>
    </message>
    <message>
        <source>Make a new restricted key and enter it, then move the day.</source>
        <translation>Legen Sie einen neuen eingeschränkten Schlüssel an, tragen Sie ihn ein, und setzen Sie dann den Tag neu.</translation>
    </message>
    <message>
        <source>Make a restricted key in the Stripe Dashboard (Developers, API keys) and enter it as stripe.key.</source>
        <translation>Legen Sie im Stripe-Dashboard (Developers, API keys) einen eingeschränkten Schlüssel an, und tragen Sie ihn als stripe.key ein.</translation>
    </message>
    <message>
        <source>Making Stripe invoices for open invoices, and voiding them.</source>
        <translation>Stripe-Rechnungen für offene Rechnungen anlegen und stornieren.</translation>
    </message>
    <message>
        <source>Making payment links for open invoices, and closing them.</source>
        <translation>Zahlungslinks für offene Rechnungen anlegen und schließen.</translation>
    </message>
    <message>
        <source>Many customers are missing</source>
        <translation>Viele Kunden fehlen</translation>
    </message>
    <message>
        <source>Many invoices are missing</source>
        <translation>Viele Rechnungen fehlen</translation>
    </message>
    <message>
        <source>Many stock codes would go out of sale</source>
        <translation>Viele Artikel kämen aus dem Verkauf</translation>
    </message>
    <message>
        <source>Map a value to the element, then press Retry.</source>
        <translation>Ordnen Sie dem Element einen Wert zu, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Mapping revision {number} has left the store.</source>
        <translation>Fassung {number} der Zuordnung ist nicht mehr gespeichert.</translation>
    </message>
    <message>
        <source>Match email</source>
        <translation>E-Mail vergleichen</translation>
    </message>
    <message>
        <source>Match tax id</source>
        <translation>Steuernummer vergleichen</translation>
    </message>
    <message>
        <source>Max requests per</source>
        <translation>Höchstens Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Metadata keys</source>
        <translation>Schlüssel der Metadaten</translation>
    </message>
    <message>
        <source>Metadata keys of a price, product or line that name the stock code.</source>
        <translation>Metadatenschlüssel eines Preises, Produkts oder einer Zeile, die den Artikel nennen.</translation>
    </message>
    <message>
        <source>Metadata keys of a refund that name the invoice lines which are given back whole, such as 1, 3; they come to the refund, or it is held.</source>
        <translation>Metadatenschlüssel einer Erstattung, die die ganz zurückgegebenen Rechnungszeilen nennen, etwa 1, 3; sie ergeben die Erstattung, oder sie wird angehalten.</translation>
    </message>
    <message>
        <source>Metadata keys that name a SYSPRO customer.</source>
        <translation>Metadatenschlüssel, die einen SYSPRO-Kunden nennen.</translation>
    </message>
    <message>
        <source>Metadata keys that name an open SYSPRO invoice; several in mode open_invoices, as 1007, 1008.</source>
        <translation>Metadatenschlüssel, die eine offene SYSPRO-Rechnung nennen; im Modus open_invoices mehrere, wie 1007, 1008.</translation>
    </message>
    <message>
        <source>Metadata keys that name the customer&apos;s purchase order, whose open invoices are paid (open_invoices).</source>
        <translation>Metadatenschlüssel, die die Bestellung des Kunden nennen, deren offene Rechnungen bezahlt werden (open_invoices).</translation>
    </message>
    <message>
        <source>Metadata keys with order lines as CODE*QUANTITY@PRICE; keys line_1, line_2 hold JSON lines.</source>
        <translation>Metadatenschlüssel mit Auftragszeilen als ARTIKEL*MENGE@PREIS; die Schlüssel line_1, line_2 enthalten JSON-Zeilen.</translation>
    </message>
    <message>
        <source>Metadata of Stripe&apos;s customer</source>
        <translation>Metadaten des Stripe-Kunden</translation>
    </message>
    <message>
        <source>Metadata of Stripe&apos;s invoice</source>
        <translation>Metadaten der Stripe-Rechnung</translation>
    </message>
    <message>
        <source>Metadata of the checkout session</source>
        <translation>Metadaten der Checkout-Sitzung</translation>
    </message>
    <message>
        <source>Metadata of the line</source>
        <translation>Metadaten der Zeile</translation>
    </message>
    <message>
        <source>Metadata of the payment intent</source>
        <translation>Metadaten des Payment Intents</translation>
    </message>
    <message>
        <source>Metadata of the payment; a payment intent&apos;s is copied to it when it is made</source>
        <translation>Metadaten der Zahlung; die eines Payment Intents werden bei ihrer Entstehung hierher kopiert</translation>
    </message>
    <message>
        <source>Metadata of the payout</source>
        <translation>Metadaten der Auszahlung</translation>
    </message>
    <message>
        <source>Metadata of the refund</source>
        <translation>Metadaten der Erstattung</translation>
    </message>
    <message>
        <source>Metadata of the {root}</source>
        <translation>Metadaten zu {root}</translation>
    </message>
    <message>
        <source>Mind that our reference has its place there, by which SYSPRO is searched.</source>
        <translation>Bedenken Sie, dass dort unsere Referenz steht, nach der SYSPRO durchsucht wird.</translation>
    </message>
    <message>
        <source>MiscellaneousReceiptValue: {value} is not above zero.</source>
        <translation>MiscellaneousReceiptValue: {value} ist nicht über null.</translation>
    </message>
    <message>
        <source>Missing: set “{label}” for this key in the Stripe Dashboard (Developers, API keys).</source>
        <translation>Fehlt: Setzen Sie „{label}“ für diesen Schlüssel im Stripe-Dashboard (Developers, API keys).</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Modes from</source>
        <translation>Modi ab</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Money of a refund or dispute of payment {charge} is on its way; what is left goes to the invoice afterwards.</source>
        <translation>Geld einer Erstattung oder eines Zahlungsstreits zur Zahlung {charge} ist unterwegs; was bleibt, geht danach an die Rechnung.</translation>
    </message>
    <message>
        <source>Money on account is allocated by hand at this site.</source>
        <translation>Guthaben wird an diesem Standort von Hand zugeordnet.</translation>
    </message>
    <message>
        <source>Money on account pays the order&apos;s invoice once SYSPRO has one</source>
        <translation>Guthaben bezahlt die Rechnung des Auftrags, sobald SYSPRO eine hat</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Most customers that are compared and written in one round.</source>
        <translation>Höchstens so viele Kunden werden in einer Runde verglichen und geschrieben.</translation>
    </message>
    <message>
        <source>Most documents posted with one logon.</source>
        <translation>Höchstens so viele Belege werden mit einer Anmeldung gebucht.</translation>
    </message>
    <message>
        <source>Most gone</source>
        <translation>Höchstens verschwunden</translation>
    </message>
    <message>
        <source>Most invoices that are written to Stripe in one round.</source>
        <translation>Höchstens so viele Rechnungen werden in einer Runde nach Stripe geschrieben.</translation>
    </message>
    <message>
        <source>Most items</source>
        <translation>Höchstens Artikel</translation>
    </message>
    <message>
        <source>Most of the SYSPRO customers that may be missing at once; where more are, no link is closed, because the reading is likely to be wrong.</source>
        <translation>Höchstens dieser Anteil der SYSPRO-Kunden darf auf einmal fehlen; sind es mehr, wird keine Verbindung beendet, weil das Lesen wohl falsch war.</translation>
    </message>
    <message>
        <source>Most of the invoices that are asked for that may be missing in SYSPRO at once; where more are, no link is closed for it, because the reading is likely to be wrong.</source>
        <translation>Höchstens dieser Anteil der angeforderten Rechnungen darf in SYSPRO auf einmal fehlen; sind es mehr, wird deshalb keine geschlossen, weil das Lesen wohl falsch war.</translation>
    </message>
    <message>
        <source>Most of the sold stock codes that may go out of sale at once, whether their rows or prices are missing in SYSPRO or a rule leaves them out; where more would, none is, until `catalogue run --take-out` says so.</source>
        <translation>Höchstens dieser Anteil der verkauften Artikel darf auf einmal aus dem Verkauf gehen, ob ihre Zeilen oder Preise in SYSPRO fehlen oder eine Regel sie auslässt; wären es mehr, geht keiner, bis `catalogue run --take-out` es sagt.</translation>
    </message>
    <message>
        <source>Most requests a second that we send to Stripe.</source>
        <translation>Höchstens so viele Anfragen je Sekunde senden wir an Stripe.</translation>
    </message>
    <message>
        <source>Most requests of one token in a minute; more are refused until it has passed.</source>
        <translation>Höchstens so viele Anfragen eines Tokens in einer Minute; mehr werden abgelehnt, bis sie um ist.</translation>
    </message>
    <message>
        <source>Most requests that are worked on at once; more are refused at once instead of queueing.</source>
        <translation>Höchstens so viele Anfragen werden zugleich bearbeitet; mehr werden gleich abgelehnt, statt zu warten.</translation>
    </message>
    <message>
        <source>Most rows asked of SQL Server in one query; more are read page by page.</source>
        <translation>Höchstens so viele Zeilen in einer Abfrage an den SQL Server; mehr werden seitenweise gelesen.</translation>
    </message>
    <message>
        <source>Most rows asked of SYSPRO in one query; more are read page by page.</source>
        <translation>Höchstens so viele Zeilen in einer Abfrage an SYSPRO; mehr werden seitenweise gelesen.</translation>
    </message>
    <message>
        <source>Most stock codes of one question.</source>
        <translation>Höchstens so viele Artikel in einer Frage.</translation>
    </message>
    <message>
        <source>Most stock codes that are written to Stripe in one round.</source>
        <translation>Höchstens so viele Artikel werden in einer Runde nach Stripe geschrieben.</translation>
    </message>
    <message>
        <source>Movements of it that were not decided yet</source>
        <translation>Seine Bewegungen, die noch nicht entschieden sind</translation>
    </message>
    <message>
        <source>N warnings are errors, Y they are dropped.</source>
        <translation>N Warnungen sind Fehler, Y sie entfallen.</translation>
    </message>
    <message>
        <source>N, Y or W, as for orders.</source>
        <translation>N, Y oder W, wie bei Aufträgen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name another file, or restore it from a backup.</source>
        <translation>Nennen Sie eine andere Datei, oder stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Name at least one metadata key in customers.metadata_keys.</source>
        <translation>Nennen Sie in customers.metadata_keys mindestens einen Metadatenschlüssel.</translation>
    </message>
    <message>
        <source>Name at least one metadata key in receipts.invoice_keys.</source>
        <translation>Nennen Sie in receipts.invoice_keys mindestens einen Metadatenschlüssel.</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>Name des Unternehmens</translation>
    </message>
    <message>
        <source>Name of the custom form field.</source>
        <translation>Name des Zusatzfelds.</translation>
    </message>
    <message>
        <source>Name of the customer.</source>
        <translation>Name des Kunden.</translation>
    </message>
    <message>
        <source>Name of the day and currency</source>
        <translation>Name des Tages mit Währung</translation>
    </message>
    <message>
        <source>Name of the payer</source>
        <translation>Name des Zahlers</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>Name on it</source>
        <translation>Name darauf</translation>
    </message>
    <message>
        <source>Name on its delivery address</source>
        <translation>Name auf seiner Lieferanschrift</translation>
    </message>
    <message>
        <source>Name on the delivery address</source>
        <translation>Name auf der Lieferanschrift</translation>
    </message>
    <message>
        <source>Name on the order, for a guest customer.</source>
        <translation>Name am Auftrag, bei einem Gastkunden.</translation>
    </message>
    <message>
        <source>Name the customer of the payment in Stripe&apos;s metadata, then press Retry.</source>
        <translation>Nennen Sie den Kunden der Zahlung in Stripes Metadaten, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Name the payment itself</source>
        <translation>Nennen Sie die Zahlung selbst</translation>
    </message>
    <message>
        <source>Nationality code.</source>
        <translation>Ländercode.</translation>
    </message>
    <message>
        <source>Nights within which each posted document that is older than that is read again once: a share each night, 500 at least.</source>
        <translation>Nächte, innerhalb derer jeder gebuchte Beleg, der älter ist, einmal neu gelesen wird: jede Nacht ein Teil, mindestens 500.</translation>
    </message>
    <message>
        <source>No SYSPRO currency is set for the dispute of {amount}. Set currencies.to_syspro, then retry.</source>
        <translation>Für den Zahlungsstreit über {amount} ist keine SYSPRO-Währung gesetzt. Setzen Sie currencies.to_syspro, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No SYSPRO currency is set for the movement of {amount}. Set currencies.to_syspro, then retry.</source>
        <translation>Für die Bewegung über {amount} ist keine SYSPRO-Währung gesetzt. Setzen Sie currencies.to_syspro, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No SYSPRO currency is set for the movements of {amount} of {day}. Set currencies.to_syspro, then retry.</source>
        <translation>Für die Bewegungen über {amount} vom {day} ist keine SYSPRO-Währung gesetzt. Setzen Sie currencies.to_syspro, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No SYSPRO currency is set for the payment of {amount}. Set currencies.to_syspro, then retry.</source>
        <translation>Für die Zahlung über {amount} ist keine SYSPRO-Währung gesetzt. Setzen Sie currencies.to_syspro, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No SYSPRO currency is set for the payout of {amount}. Set currencies.to_syspro, then retry.</source>
        <translation>Für die Auszahlung über {amount} ist keine SYSPRO-Währung gesetzt. Setzen Sie currencies.to_syspro, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No SYSPRO currency is set for the refund of {amount}. Set currencies.to_syspro, then retry.</source>
        <translation>Für die Erstattung über {amount} ist keine SYSPRO-Währung gesetzt. Setzen Sie currencies.to_syspro, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No SYSPRO currency is set for {currency}, so nothing is posted in it. Set currencies.to_syspro first.</source>
        <translation>Für {currency} ist keine SYSPRO-Währung gesetzt, darum wird darin nichts gebucht. Setzen Sie zuerst currencies.to_syspro.</translation>
    </message>
    <message>
        <source>No Stripe customer was made</source>
        <translation>Kein Stripe-Kunde wurde angelegt</translation>
    </message>
    <message>
        <source>No Stripe key is set.</source>
        <translation>Kein Stripe-Schlüssel ist gesetzt.</translation>
    </message>
    <message>
        <source>No alert reaches the Event Log</source>
        <translation>Keine Meldung erreicht das Ereignisprotokoll</translation>
    </message>
    <message>
        <source>No alert reaches {name}</source>
        <translation>Keine Meldung erreicht {name}</translation>
    </message>
    <message>
        <source>No audit row vouches for the decision.</source>
        <translation>Keine Zeile des Protokolls bürgt für die Entscheidung.</translation>
    </message>
    <message>
        <source>No audit row vouches for the document.</source>
        <translation>Keine Zeile des Protokolls bürgt für den Beleg.</translation>
    </message>
    <message>
        <source>No audit row vouches for the revision.</source>
        <translation>Keine Zeile des Protokolls bürgt für die Fassung.</translation>
    </message>
    <message>
        <source>No channel is set: nobody would hear of anything. `syspro-stripe config` lists alerts.*.</source>
        <translation>Kein Kanal ist gesetzt: Niemand würde von etwas erfahren. `syspro-stripe config` listet alerts.* auf.</translation>
    </message>
    <message>
        <source>No clearing bank is set for {settles_in}. Set receipts.bank, then retry.</source>
        <translation>Für {settles_in} ist keine Verrechnungsbank gesetzt. Setzen Sie receipts.bank, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No clearing bank is set, and {stays}. Set receipts.bank, then retry.</source>
        <translation>Keine Verrechnungsbank ist gesetzt, und {stays}. Setzen Sie receipts.bank, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>No clearing ledger code or SYSPRO currency is set for {difference}.</source>
        <translation>Für {difference} ist kein Verrechnungskonto oder keine SYSPRO-Währung gesetzt.</translation>
    </message>
    <message>
        <source>No contract, price code or list price of the stock code counts for the customer.</source>
        <translation>Kein Kontrakt, Preiscode oder Listenpreis des Artikels gilt für den Kunden.</translation>
    </message>
    <message>
        <source>No credit note is to be made, and neither money on account nor a paid invoice is there to pay out of.</source>
        <translation>Es soll keine Gutschrift gemacht werden, und weder Guthaben noch eine bezahlte Rechnung ist da, aus der auszuzahlen wäre.</translation>
    </message>
    <message>
        <source>No customer code</source>
        <translation>Keine Kundennummer</translation>
    </message>
    <message>
        <source>No customer in Stripe looks like {customer}.</source>
        <translation>Kein Kunde in Stripe sieht aus wie {customer}.</translation>
    </message>
    <message>
        <source>No engine is running; nothing is read or posted.</source>
        <translation>Kein Dienst läuft; nichts wird gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>No flow made it, so nothing of it comes from the mapping: change it where it was made, or ignore it.</source>
        <translation>Kein Ablauf hat ihn gemacht, also kommt nichts davon aus der Zuordnung: Ändern Sie ihn, wo er gemacht wurde, oder ignorieren Sie ihn.</translation>
    </message>
    <message>
        <source>No flow wants this {what}.</source>
        <translation>Kein Ablauf nimmt sich dessen an: {what}.</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>No ledger code is set for {names}. Say `syspro-stripe map {first} LEDGER-CODE{option}`: that sets and releases.</source>
        <translation>Für {names} ist kein Sachkonto gesetzt. Sagen Sie `syspro-stripe map {first} SACHKONTO{option}`: Das setzt es und gibt frei.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>No manifest</source>
        <translation>Kein Manifest</translation>
    </message>
    <message>
        <source>No name for a pair</source>
        <translation>Kein Name für ein Paar</translation>
    </message>
    <message>
        <source>No open invoice of {whose} is over {amount}, and the payment names none. {correct}</source>
        <translation>Keine offene Rechnung von {whose} lautet über {amount}, und die Zahlung nennt keine. {correct}</translation>
    </message>
    <message>
        <source>No orders</source>
        <translation>Keine Aufträge</translation>
    </message>
    <message>
        <source>No payment came on {weekday}, {day}. On each of the last {counts} {weekday2}s there were some, at least {min} and {middle} in the middle. Look whether the shop takes payments.</source>
        <translation>Am {weekday}, {day}, kam keine Zahlung. An jedem der letzten {counts} Tage ({weekday2}) gab es welche, mindestens {min} und in der Mitte {middle}. Sehen Sie nach, ob der Shop Zahlungen annimmt.</translation>
    </message>
    <message>
        <source>No price of {stock_code} is known for sure; please ask.</source>
        <translation>Für {stock_code} ist kein sicherer Preis bekannt; bitte fragen Sie.</translation>
    </message>
    <message>
        <source>No room for an update</source>
        <translation>Kein Platz für eine Aktualisierung</translation>
    </message>
    <message>
        <source>No secure connection could be made to Stripe at</source>
        <translation>Keine sichere Verbindung zu Stripe kam zustande unter</translation>
    </message>
    <message>
        <source>No stock code waits to be taken out of sale.</source>
        <translation>Kein Artikel wartet darauf, aus dem Verkauf genommen zu werden.</translation>
    </message>
    <message>
        <source>No such customer</source>
        <translation>Diesen Kunden gibt es nicht</translation>
    </message>
    <message>
        <source>No such document</source>
        <translation>Diesen Beleg gibt es nicht</translation>
    </message>
    <message>
        <source>No such ledger code</source>
        <translation>Dieses Sachkonto gibt es nicht</translation>
    </message>
    <message>
        <source>No such overload</source>
        <translation>Diese Variante gibt es nicht</translation>
    </message>
    <message>
        <source>No such pair</source>
        <translation>Dieses Paar gibt es nicht</translation>
    </message>
    <message>
        <source>No such revision</source>
        <translation>Diese Fassung gibt es nicht</translation>
    </message>
    <message>
        <source>No such template</source>
        <translation>Diese Vorlage gibt es nicht</translation>
    </message>
    <message>
        <source>No warehouse holds it.</source>
        <translation>Kein Lager führt ihn.</translation>
    </message>
    <message>
        <source>No way back</source>
        <translation>Kein Weg zurück</translation>
    </message>
    <message>
        <source>Nobody has accepted a discrepancy {number}.</source>
        <translation>Niemand hat eine Abweichung {number} angenommen.</translation>
    </message>
    <message>
        <source>Nobody has ignored {what}, so there is nothing to restore.</source>
        <translation>Niemand hat {what} ignoriert, also gibt es nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>None of its samples is in SYSPRO&apos;s list {table}.</source>
        <translation>Keines seiner Beispiele steht in SYSPROs Liste {table}.</translation>
    </message>
    <message>
        <source>None of its samples looks like {called}.</source>
        <translation>Keines seiner Beispiele sieht aus wie {called}.</translation>
    </message>
    <message>
        <source>Not answered, too: {name}.</source>
        <translation>Auch nicht beantwortet: {name}.</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Nicht geändert</translation>
    </message>
    <message>
        <source>Not in SYSPRO after {looks} look-ups.</source>
        <translation>Nach {looks} Suchen nicht in SYSPRO.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Not launched yet</source>
        <translation>Noch nicht gestartet</translation>
    </message>
    <message>
        <source>Not launched yet: nothing is read or posted before the last page of the wizard.</source>
        <translation>Noch nicht gestartet: Vor der letzten Seite des Assistenten wird nichts gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not now numbers</source>
        <translation>Nummern für „nicht jetzt“</translation>
    </message>
    <message>
        <source>Not on account</source>
        <translation>Kein Guthaben</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht wiederhergestellt</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Not set up yet: {missing}.</source>
        <translation>Noch nicht eingerichtet: {missing}.</translation>
    </message>
    <message>
        <source>Not to find document {number} in SYSPRO does not prove that it is gone.</source>
        <translation>Beleg {number} in SYSPRO nicht zu finden, beweist nicht, dass er weg ist.</translation>
    </message>
    <message>
        <source>Note {number} is unread again.</source>
        <translation>Hinweis {number} ist wieder ungelesen.</translation>
    </message>
    <message>
        <source>Note {what} has been read.</source>
        <translation>Hinweis {what} ist gelesen.</translation>
    </message>
    <message>
        <source>Nothing is asked about the stock code {code}.</source>
        <translation>Zum Artikel {code} gibt es keine Frage.</translation>
    </message>
    <message>
        <source>Nothing is asked about {name} of customer {code}.</source>
        <translation>Zu {name} von Kunde {code} gibt es keine Frage.</translation>
    </message>
    <message>
        <source>Nothing is open any more to set the note against. Cancel this where it was set against something.</source>
        <translation>Es ist nichts mehr offen, wogegen sie zu verrechnen wäre. Verwerfen Sie dies, wenn sie mit etwas verrechnet wurde.</translation>
    </message>
    <message>
        <source>Nothing is open on the invoices of order {order}; more of it may be invoiced.</source>
        <translation>Auf den Rechnungen zum Auftrag {order} ist nichts offen; es wird vielleicht noch mehr fakturiert.</translation>
    </message>
    <message>
        <source>Nothing of it may be changed by hand: what money it moves, where from and to, and our reference stay.</source>
        <translation>Nichts davon darf von Hand geändert werden: Welches Geld er bewegt, woher und wohin, und unsere Referenz bleiben.</translation>
    </message>
    <message>
        <source>Nothing of payment {charge} is on account any more.</source>
        <translation>Von Zahlung {charge} ist kein Guthaben mehr da.</translation>
    </message>
    <message>
        <source>Nothing of {day} is left to book.</source>
        <translation>Vom {day} ist nichts mehr zu buchen.</translation>
    </message>
    <message>
        <source>Nothing that this agent knows belongs to it, so nothing would be decided again.</source>
        <translation>Nichts, was dieser Agent kennt, gehört dazu; darum würde nichts neu entschieden.</translation>
    </message>
    <message>
        <source>Nothing to accept</source>
        <translation>Nichts anzunehmen</translation>
    </message>
    <message>
        <source>Nothing to act on</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Nothing to correct</source>
        <translation>Nichts zu berichtigen</translation>
    </message>
    <message>
        <source>Nothing to decide again</source>
        <translation>Nichts neu zu entscheiden</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nichts zu lesen</translation>
    </message>
    <message>
        <source>Nothing to reopen</source>
        <translation>Nichts wieder zu öffnen</translation>
    </message>
    <message>
        <source>Nothing to resolve</source>
        <translation>Nichts zu klären</translation>
    </message>
    <message>
        <source>Nothing to restore</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Nothing to retry</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nichts wartet auf Sie.</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct it and try again.</source>
        <translation>Nichts wurde geändert. Berichtigen Sie es, und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Nothing was changed. `template show` lists what it asks for.</source>
        <translation>Nichts wurde geändert. `template show` listet auf, wonach sie fragt.</translation>
    </message>
    <message>
        <source>Nothing was compared because of an error of the program; the log of today says where.</source>
        <translation>Wegen eines Programmfehlers wurde nichts verglichen; das Protokoll von heute sagt, wo.</translation>
    </message>
    <message>
        <source>Noticing that anything happened.</source>
        <translation>Bemerken, dass überhaupt etwas geschah.</translation>
    </message>
    <message>
        <source>Nought in that currency</source>
        <translation>Null in dieser Währung</translation>
    </message>
    <message>
        <source>Number of SYSPRO&apos;s address line -&gt; part of the address in Stripe: line1, line2, city, state or country; a country counts where it is two letters.</source>
        <translation>Nummer von SYSPROs Adresszeile -&gt; Teil der Adresse in Stripe: line1, line2, city, state oder country; ein Land zählt, wo es zwei Buchstaben hat.</translation>
    </message>
    <message>
        <source>Number of Stripe&apos;s invoice</source>
        <translation>Nummer der Stripe-Rechnung</translation>
    </message>
    <message>
        <source>Number of the credit note.</source>
        <translation>Nummer der Gutschrift.</translation>
    </message>
    <message>
        <source>Number of the open document.</source>
        <translation>Nummer des offenen Belegs.</translation>
    </message>
    <message>
        <source>Number of the order or credit note.</source>
        <translation>Nummer des Auftrags oder der Gutschrift.</translation>
    </message>
    <message>
        <source>Number of the order.</source>
        <translation>Nummer des Auftrags.</translation>
    </message>
    <message>
        <source>Number on Stripe&apos;s receipt</source>
        <translation>Nummer auf Stripes Quittung</translation>
    </message>
    <message>
        <source>Numbering</source>
        <translation>Nummerierung</translation>
    </message>
    <message>
        <source>ODBC driver; empty takes Microsoft&apos;s ODBC Driver 18 for SQL Server, or 17.</source>
        <translation>ODBC-Treiber; leer nimmt Microsofts „ODBC Driver 18 for SQL Server“, oder 17.</translation>
    </message>
    <message>
        <source>Object that moved the money</source>
        <translation>Objekt, das das Geld bewegte</translation>
    </message>
    <message>
        <source>Of sales order {number} invoice {invoice} was made before it was cancelled.</source>
        <translation>Zum Verkaufsauftrag {number} wurde Rechnung {invoice} erstellt, bevor er storniert wurde.</translation>
    </message>
    <message>
        <source>Older nights</source>
        <translation>Nächte für ältere</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>One engine is enough</source>
        <translation>Ein Dienst genügt</translation>
    </message>
    <message>
        <source>One journal for each payout</source>
        <translation>Ein Journal je Auszahlung</translation>
    </message>
    <message>
        <source>One operator can have one session only, so this one waited and gave up; nothing was done.</source>
        <translation>Ein Operator kann nur eine Sitzung haben; diese wartete darum und gab auf; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Only the first {most_ledger_codes} of {usable} ledger codes are offered.</source>
        <translation>Nur die ersten {most_ledger_codes} von {usable} Sachkonten werden angeboten.</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Offene Aufträge</translation>
    </message>
    <message>
        <source>Open the window: Home shows the difference, and the work list what is behind it.</source>
        <translation>Öffnen Sie das Fenster: „Start“ zeigt die Differenz, die Arbeitsliste, was dahinter steht.</translation>
    </message>
    <message>
        <source>Open the window: In doubt shows what was sent and what SYSPRO has.</source>
        <translation>Öffnen Sie das Fenster: „Im Zweifel“ zeigt, was gesendet wurde und was SYSPRO hat.</translation>
    </message>
    <message>
        <source>Open the window: it shows each with its reason.</source>
        <translation>Öffnen Sie das Fenster: Es zeigt jedes mit seinem Grund.</translation>
    </message>
    <message>
        <source>Open the window: the work list shows them by cause.</source>
        <translation>Öffnen Sie das Fenster: Die Arbeitsliste zeigt sie nach Ursache.</translation>
    </message>
    <message>
        <source>Opening the page on which an order of the portal is paid.</source>
        <translation>Die Seite öffnen, auf der ein Auftrag des Portals bezahlt wird.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Operator password</source>
        <translation>Kennwort des Operators</translation>
    </message>
    <message>
        <source>Operator {values}</source>
        <translation>Operator {values}</translation>
    </message>
    <message>
        <source>Operator&apos;s profile</source>
        <translation>Profil des Operators</translation>
    </message>
    <message>
        <source>Order for {name}, {amount}</source>
        <translation>Auftrag für {name}, {amount}</translation>
    </message>
    <message>
        <source>Order lines kept with a payment.</source>
        <translation>Auftragszeilen, die mit einer Zahlung gespeichert sind.</translation>
    </message>
    <message>
        <source>Order lines of a Stripe invoice.</source>
        <translation>Auftragszeilen einer Stripe-Rechnung.</translation>
    </message>
    <message>
        <source>Order lines of a checkout.</source>
        <translation>Auftragszeilen eines Checkouts.</translation>
    </message>
    <message>
        <source>Order of the flows: {stayed} -&gt; {stayed2}</source>
        <translation>Reihenfolge der Abläufe: {stayed} -&gt; {stayed2}</translation>
    </message>
    <message>
        <source>Order of the invoice.</source>
        <translation>Auftrag der Rechnung.</translation>
    </message>
    <message>
        <source>Order on account of customer {customer}, {total}</source>
        <translation>Auftrag auf Rechnung von Kunde {customer}, {total}</translation>
    </message>
    <message>
        <source>Order type.</source>
        <translation>Auftragsart.</translation>
    </message>
    <message>
        <source>Order {order} was cancelled; {stays}.</source>
        <translation>Auftrag {order} wurde storniert; {stays}.</translation>
    </message>
    <message>
        <source>Order {order} was invoiced to customer {other_customer}; {stays}. Allocate by hand and ignore this here.</source>
        <translation>Auftrag {order} wurde an Kunde {other_customer} fakturiert; {stays}. Ordnen Sie von Hand zu, und ignorieren Sie dies hier.</translation>
    </message>
    <message>
        <source>Orders cannot be placed here.</source>
        <translation>Hier können keine Aufträge erteilt werden.</translation>
    </message>
    <message>
        <source>Orders in {currency} cannot be paid here.</source>
        <translation>Aufträge in {currency} können hier nicht bezahlt werden.</translation>
    </message>
    <message>
        <source>Orders of this customer are not taken now.</source>
        <translation>Aufträge dieses Kunden werden jetzt nicht angenommen.</translation>
    </message>
    <message>
        <source>Orders of this customer are paid when they are placed.</source>
        <translation>Aufträge dieses Kunden werden bei der Erteilung bezahlt.</translation>
    </message>
    <message>
        <source>Other rules</source>
        <translation>Andere Regeln</translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation>Unsere Referenz</translation>
    </message>
    <message>
        <source>Our reference of the invoice that is made for it</source>
        <translation>Unsere Referenz der Rechnung, die dafür gemacht wird</translation>
    </message>
    <message>
        <source>Our reference of the invoicing of its order</source>
        <translation>Unsere Referenz der Fakturierung ihres Auftrags</translation>
    </message>
    <message>
        <source>Our reference of the payer in one currency</source>
        <translation>Unsere Referenz des Zahlers in einer Währung</translation>
    </message>
    <message>
        <source>Our reference, by which SYSPRO is searched</source>
        <translation>Unsere Referenz, nach der SYSPRO durchsucht wird</translation>
    </message>
    <message>
        <source>Our reference, ending with .A or .RA; SYSPRO is searched by it.</source>
        <translation>Unsere Referenz, mit .A oder .RA am Ende; nach ihr wird SYSPRO durchsucht.</translation>
    </message>
    <message>
        <source>Our reference, for people; SORTCI keeps none.</source>
        <translation>Unsere Referenz, für Menschen; SORTCI behält keine.</translation>
    </message>
    <message>
        <source>Our reference, for people; SORTIC keeps none.</source>
        <translation>Unsere Referenz, für Menschen; SORTIC behält keine.</translation>
    </message>
    <message>
        <source>Our reference, for people; SORTOX keeps none.</source>
        <translation>Unsere Referenz, für Menschen; SORTOX behält keine.</translation>
    </message>
    <message>
        <source>Our reference, kept in the place that settings name.</source>
        <translation>Unsere Referenz, an dem Ort, den Einstellungen nennen.</translation>
    </message>
    <message>
        <source>Our reference; SYSPRO is searched by it.</source>
        <translation>Unsere Referenz; nach ihr wird SYSPRO durchsucht.</translation>
    </message>
    <message>
        <source>Our reference; the line is found by it.</source>
        <translation>Unsere Referenz; an ihr wird die Zeile gefunden.</translation>
    </message>
    <message>
        <source>Our references of its documents: credit, money, invoice, cancel and others</source>
        <translation>Unsere Referenzen ihrer Belege: credit, money, invoice, cancel und andere</translation>
    </message>
    <message>
        <source>Our references of its entries: W, I, L, C, A</source>
        <translation>Unsere Referenzen ihrer Einträge: W, I, L, C, A</translation>
    </message>
    <message>
        <source>Our references of its further entries: B, R, S, X</source>
        <translation>Unsere Referenzen ihrer weiteren Einträge: B, R, S, X</translation>
    </message>
    <message>
        <source>Our references: credit, rounding, debit, invoice, settle</source>
        <translation>Unsere Referenzen: credit, rounding, debit, invoice, settle</translation>
    </message>
    <message>
        <source>Outcome: {was} -&gt; {now}</source>
        <translation>Ausgang: {was} -&gt; {now}</translation>
    </message>
    <message>
        <source>Outgoing proxy, such as http://proxy:3128.</source>
        <translation>Proxy nach außen, etwa http://proxy:3128.</translation>
    </message>
    <message>
        <source>PEM file with the certificate authority of the e.net service, where it is the company&apos;s own.</source>
        <translation>PEM-Datei mit der Zertifizierungsstelle des Dienstes e.net, wo es die firmeneigene ist.</translation>
    </message>
    <message>
        <source>PEM file with the company&apos;s certificate authorities, for a mail server with a certificate of theirs.</source>
        <translation>PEM-Datei mit den Zertifizierungsstellen der Firma, für einen Mailserver mit einem Zertifikat von ihnen.</translation>
    </message>
    <message>
        <source>PEM file with the company&apos;s certificate authorities, for a proxy that opens TLS.</source>
        <translation>PEM-Datei mit den Zertifizierungsstellen der Firma, für einen Proxy, der TLS öffnet.</translation>
    </message>
    <message>
        <source>PEM file with the key of that certificate, where it is not in the same file.</source>
        <translation>PEM-Datei mit dem Schlüssel dieses Zertifikats, wo er nicht in derselben Datei ist.</translation>
    </message>
    <message>
        <source>PEM file with the portal&apos;s TLS certificate; empty speaks plain HTTP.</source>
        <translation>PEM-Datei mit dem TLS-Zertifikat des Portals; leer spricht einfaches HTTP.</translation>
    </message>
    <message>
        <source>Pairs have no pairs</source>
        <translation>Paare haben keine Paare</translation>
    </message>
    <message>
        <source>Password ends on</source>
        <translation>Kennwort endet am</translation>
    </message>
    <message>
        <source>Password of that account.</source>
        <translation>Kennwort dieses Kontos.</translation>
    </message>
    <message>
        <source>Pause between two calls of that address.</source>
        <translation>Pause zwischen zwei Aufrufen dieser Adresse.</translation>
    </message>
    <message>
        <source>Pause between two listings of all Stripe customers; each costs one read for 100 customers.</source>
        <translation>Pause zwischen zwei Auflistungen aller Stripe-Kunden; jede kostet eine Abfrage je 100 Kunden.</translation>
    </message>
    <message>
        <source>Pause between two looks at Stripe&apos;s events.</source>
        <translation>Pause zwischen zwei Blicken auf Stripes Ereignisse.</translation>
    </message>
    <message>
        <source>Pause between two looks at all products in Stripe for what people changed there; each costs one read for 100 products and one for 100 active prices. 0 never looks.</source>
        <translation>Pause zwischen zwei Blicken auf alle Produkte in Stripe nach dem, was dort jemand geändert hat; jeder kostet eine Abfrage je 100 Produkte und eine je 100 aktive Preise. 0 sieht nie nach.</translation>
    </message>
    <message>
        <source>Pause between two looks at the open disputes; each costs one read a dispute.</source>
        <translation>Pause zwischen zwei Blicken auf die offenen Zahlungsstreite; jeder kostet eine Abfrage je Streit.</translation>
    </message>
    <message>
        <source>Pause between two looks at which months SYSPRO has open.</source>
        <translation>Pause zwischen zwei Blicken, welche Monate SYSPRO offen hat.</translation>
    </message>
    <message>
        <source>Pause between two looks for customers that changed on either side.</source>
        <translation>Pause zwischen zwei Blicken nach Kunden, die sich auf einer Seite geändert haben.</translation>
    </message>
    <message>
        <source>Pause between two looks for invoices that changed; through e.net every look reads all of them, so that requests.sweep_every_s counts there.</source>
        <translation>Pause zwischen zwei Blicken nach geänderten Rechnungen; über e.net liest jeder Blick alle, darum gilt dort requests.sweep_every_s.</translation>
    </message>
    <message>
        <source>Pause between two looks for orders that SYSPRO has invoiced since.</source>
        <translation>Pause zwischen zwei Blicken nach Aufträgen, die SYSPRO seither fakturiert hat.</translation>
    </message>
    <message>
        <source>Pause between two looks for stock codes and prices that changed.</source>
        <translation>Pause zwischen zwei Blicken nach geänderten Artikeln und Preisen.</translation>
    </message>
    <message>
        <source>Pause between two looks of a job at the agent&apos;s own database.</source>
        <translation>Pause zwischen zwei Blicken einer Aufgabe in die eigene Datenbank des Agenten.</translation>
    </message>
    <message>
        <source>Pause between two proofs that Stripe and SYSPRO agree.</source>
        <translation>Pause zwischen zwei Nachweisen, dass Stripe und SYSPRO übereinstimmen.</translation>
    </message>
    <message>
        <source>Pause between two readings of all SYSPRO customers, which notice what was deleted.</source>
        <translation>Pause, bis wieder alle SYSPRO-Kunden gelesen werden; das bemerkt, was gelöscht wurde.</translation>
    </message>
    <message>
        <source>Pause between two readings of all invoices, which notice what was purged, and customers that changed.</source>
        <translation>Pause, bis wieder alle Rechnungen gelesen werden; das bemerkt, was bereinigt wurde und welche Kunden sich geändert haben.</translation>
    </message>
    <message>
        <source>Pause between two readings of all stock codes, which notice what was deleted.</source>
        <translation>Pause, bis wieder alle Artikel gelesen werden; das bemerkt, was gelöscht wurde.</translation>
    </message>
    <message>
        <source>Pause between two reconciliations, document by document, of Stripe, our books and SYSPRO.</source>
        <translation>Pause zwischen zwei Abstimmungen von Stripe, unseren Büchern und SYSPRO, Beleg für Beleg.</translation>
    </message>
    <message>
        <source>Pause between two searches of Stripe&apos;s balance transactions for what events missed.</source>
        <translation>Pause zwischen zwei Suchen in Stripes Kontobewegungen nach dem, was Ereignisse versäumt haben.</translation>
    </message>
    <message>
        <source>Pause first; a new decision or its refusal stops it.</source>
        <translation>Halten Sie zuerst an; eine neue Entscheidung oder deren Ablehnung hält es auf.</translation>
    </message>
    <message>
        <source>Paused until {ends} ({zone}). Nothing is read or posted until then.</source>
        <translation>Angehalten bis {ends} ({zone}). Bis dahin wird nichts gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>Paused. Nothing is read or posted until it is resumed.</source>
        <translation>Angehalten. Nichts wird gelesen oder gebucht, bis es weitergeht.</translation>
    </message>
    <message>
        <source>Paused; `syspro-stripe resume` goes on.</source>
        <translation>Angehalten; mit `syspro-stripe resume` geht es weiter.</translation>
    </message>
    <message>
        <source>Paused; nothing is read or posted.</source>
        <translation>Angehalten; nichts wird gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>Payment Links: Read</source>
        <translation>Zahlungslinks: lesen</translation>
    </message>
    <message>
        <source>Payment Links: Write</source>
        <translation>Zahlungslinks: schreiben</translation>
    </message>
    <message>
        <source>Payment by Stripe</source>
        <translation>Zahlung über Stripe</translation>
    </message>
    <message>
        <source>Payment on account {row}.</source>
        <translation>Akontozahlung {row}.</translation>
    </message>
    <message>
        <source>Payment requests are off</source>
        <translation>Zahlungsanforderungen sind aus</translation>
    </message>
    <message>
        <source>Payment requests are off; `syspro-stripe config requests.enabled yes` switches them on.</source>
        <translation>Zahlungsanforderungen sind aus; `syspro-stripe config requests.enabled yes` schaltet sie ein.</translation>
    </message>
    <message>
        <source>Payment terms.</source>
        <translation>Zahlungsbedingungen.</translation>
    </message>
    <message>
        <source>Payment that is disputed</source>
        <translation>Zahlung, die strittig ist</translation>
    </message>
    <message>
        <source>Payment that it gives back</source>
        <translation>Zahlung, die sie zurückgibt</translation>
    </message>
    <message>
        <source>Payment type</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Payment type of receipts: C check, S cash, O other; foreign ones are always O.</source>
        <translation>Zahlungsart der Zahlungseingänge: C Scheck, S bar, O andere; ausländische sind immer O.</translation>
    </message>
    <message>
        <source>Payment types</source>
        <translation>Zahlungsarten</translation>
    </message>
    <message>
        <source>Payment whose money stands on account</source>
        <translation>Zahlung, deren Geld als Guthaben steht</translation>
    </message>
    <message>
        <source>Payment {charge} is to be allocated; {stays}. {problem} Retry when the month is open, or set periods.receivables.</source>
        <translation>Zahlung {charge} ist zuzuordnen; {stays}. {problem} Wiederholen Sie, wenn der Monat offen ist, oder setzen Sie periods.receivables.</translation>
    </message>
    <message>
        <source>PaymentValue: the allocations exceed the receipt of {value} by {value2}.</source>
        <translation>PaymentValue: Die Zuordnungen übersteigen den Zahlungseingang von {value} um {value2}.</translation>
    </message>
    <message>
        <source>Payments of {payers} of {gone} are booked to {into} from now on.</source>
        <translation>Zahlungen von {payers} von {gone} werden von jetzt an auf {into} gebucht.</translation>
    </message>
    <message>
        <source>Payments of {stripe_id} are booked to another SYSPRO customer than {customer}.</source>
        <translation>Zahlungen von {stripe_id} werden auf einen anderen SYSPRO-Kunden als {customer} gebucht.</translation>
    </message>
    <message>
        <source>Payments of {stripe_id} are booked to {customer} already.</source>
        <translation>Zahlungen von {stripe_id} werden schon auf {customer} gebucht.</translation>
    </message>
    <message>
        <source>Payout of {amount}</source>
        <translation>Auszahlung über {amount}</translation>
    </message>
    <message>
        <source>Payout of {amount} and its fees, out of clearing</source>
        <translation>Auszahlung über {amount} mit ihren Gebühren, aus der Verrechnung</translation>
    </message>
    <message>
        <source>Payout of {amount} returned</source>
        <translation>Auszahlung über {amount} zurückgekommen</translation>
    </message>
    <message>
        <source>Payout of {amount} returned, back into clearing</source>
        <translation>Auszahlung über {amount} zurückgekommen, zurück in die Verrechnung</translation>
    </message>
    <message>
        <source>Payout of {amount} returned, out of the bank</source>
        <translation>Auszahlung über {amount} zurückgekommen, von der Bank</translation>
    </message>
    <message>
        <source>Payout of {amount}, into the bank</source>
        <translation>Auszahlung über {amount}, auf die Bank</translation>
    </message>
    <message>
        <source>Payout of {amount}, into the bank with its fees as bank charges</source>
        <translation>Auszahlung über {amount}, auf die Bank mit ihren Gebühren als Bankspesen</translation>
    </message>
    <message>
        <source>Payout of {amount}. {problem}</source>
        <translation>Auszahlung über {amount}. {problem}</translation>
    </message>
    <message>
        <source>Payout or day whose journal has it already</source>
        <translation>Auszahlung oder Tag, deren Journal sie schon enthält</translation>
    </message>
    <message>
        <source>Payouts: Read</source>
        <translation>Auszahlungen: lesen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Place of the line, from 1</source>
        <translation>Platz der Zeile, ab 1</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Poll every</source>
        <translation>Abfragen alle</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the mail server: usually 587 with starttls, 465 with tls.</source>
        <translation>Port des Mailservers: meist 587 mit starttls, 465 mit tls.</translation>
    </message>
    <message>
        <source>Portal token {name}</source>
        <translation>Portal-Token {name}</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Post mode</source>
        <translation>Sendeart</translation>
    </message>
    <message>
        <source>Postal code.</source>
        <translation>Postleitzahl.</translation>
    </message>
    <message>
        <source>Posting {number}</source>
        <translation>Buchung {number}</translation>
    </message>
    <message>
        <source>Posting {number} has more than {most_of_posting} sources or fields.</source>
        <translation>Buchung {number} hat mehr als {most_of_posting} Quellen oder Felder.</translation>
    </message>
    <message>
        <source>Posting {number} has no kind.</source>
        <translation>Buchung {number} hat keine Art.</translation>
    </message>
    <message>
        <source>PostingPeriod: a ledger year and a period of it come together.</source>
        <translation>PostingPeriod: Jahr und Periode des Hauptbuchs gehören zusammen.</translation>
    </message>
    <message>
        <source>Posts twice</source>
        <translation>Bucht doppelt</translation>
    </message>
    <message>
        <source>Prefix of its invoice numbers</source>
        <translation>Anfang seiner Rechnungsnummern</translation>
    </message>
    <message>
        <source>Prefunding of refunds and disputes</source>
        <translation>Vorfinanzierung von Erstattungen und Zahlungsstreiten</translation>
    </message>
    <message>
        <source>Price code -&gt; SYSPRO currency code of its prices; a list price whose currency is not here is in doubt.</source>
        <translation>Preiscode -&gt; SYSPRO-Währung seiner Preise; ein Listenpreis, dessen Währung hier fehlt, ist unsicher.</translation>
    </message>
    <message>
        <source>Price code.</source>
        <translation>Preiscode.</translation>
    </message>
    <message>
        <source>Price codes</source>
        <translation>Preiscodes</translation>
    </message>
    <message>
        <source>Price of one unit before discount and tax</source>
        <translation>Preis einer Einheit vor Rabatt und Steuer</translation>
    </message>
    <message>
        <source>Price of one unit before tax.</source>
        <translation>Preis einer Einheit vor Steuer.</translation>
    </message>
    <message>
        <source>Price policy</source>
        <translation>Preisregel</translation>
    </message>
    <message>
        <source>Prices: Read</source>
        <translation>Preise: lesen</translation>
    </message>
    <message>
        <source>Prices: Write</source>
        <translation>Preise: schreiben</translation>
    </message>
    <message>
        <source>Product class</source>
        <translation>Produktklasse</translation>
    </message>
    <message>
        <source>Product class of AR invoices (mode invoices); decides their sales ledger code.</source>
        <translation>Produktklasse der Debitorenrechnungen (Modus invoices); bestimmt ihr Erlöskonto.</translation>
    </message>
    <message>
        <source>Product class of a charge</source>
        <translation>Produktklasse eines Zuschlags</translation>
    </message>
    <message>
        <source>Product class of a charge or non-stocked line.</source>
        <translation>Produktklasse einer Zuschlagszeile oder Zeile ohne Lager.</translation>
    </message>
    <message>
        <source>Product class of charge lines (shipping, tips).</source>
        <translation>Produktklasse der Zuschlagszeilen (Versand, Trinkgeld).</translation>
    </message>
    <message>
        <source>Product class of credit notes in receivables and of free-form lines; decides their sales ledger code.</source>
        <translation>Produktklasse der Gutschriften in den Debitoren und der freien Zeilen; bestimmt ihr Erlöskonto.</translation>
    </message>
    <message>
        <source>Product class of the charge line that carries Stripe&apos;s tax.</source>
        <translation>Produktklasse der Zuschlagszeile, die Stripes Steuer trägt.</translation>
    </message>
    <message>
        <source>Product class of the charge line that carries a rounding difference; empty parks the order.</source>
        <translation>Produktklasse der Zuschlagszeile, die eine Rundungsdifferenz trägt; leer stellt den Auftrag zurück.</translation>
    </message>
    <message>
        <source>Product class of the charge line that stands for a sale without lines; empty parks such a sale.</source>
        <translation>Produktklasse der Zuschlagszeile, die für einen Verkauf ohne Zeilen steht; leer stellt so einen Verkauf zurück.</translation>
    </message>
    <message>
        <source>Product class.</source>
        <translation>Produktklasse.</translation>
    </message>
    <message>
        <source>Product class; decides the sales ledger code.</source>
        <translation>Produktklasse; bestimmt das Erlöskonto.</translation>
    </message>
    <message>
        <source>Product classes</source>
        <translation>Produktklassen</translation>
    </message>
    <message>
        <source>Product classes whose stock codes are sold; empty sells all.</source>
        <translation>Produktklassen, deren Artikel verkauft werden; leer verkauft alle.</translation>
    </message>
    <message>
        <source>Products: Read</source>
        <translation>Produkte: lesen</translation>
    </message>
    <message>
        <source>Products: Write</source>
        <translation>Produkte: schreiben</translation>
    </message>
    <message>
        <source>Proving the books to the cent, Stripe&apos;s fees, and what a payout took along.</source>
        <translation>Die Bücher auf den Cent nachweisen, Stripes Gebühren, und was eine Auszahlung mitnahm.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Public key of whoever releases (Ed25519, base64), which the manifest has to be signed with.</source>
        <translation>Öffentlicher Schlüssel des Herausgebers (Ed25519, Base64), mit dem das Manifest unterschrieben sein muss.</translation>
    </message>
    <message>
        <source>Purchase order keys</source>
        <translation>Schlüssel der Bestellung</translation>
    </message>
    <message>
        <source>Put what was off the account of {amount} back on it</source>
        <translation>Was vom Guthaben über {amount} genommen wurde, wieder gutbringen</translation>
    </message>
    <message>
        <source>Put {amount} back into receivables</source>
        <translation>{amount} in die Debitoren zurückbuchen</translation>
    </message>
    <message>
        <source>Quantity ordered.</source>
        <translation>Bestellte Menge.</translation>
    </message>
    <message>
        <source>Query operator</source>
        <translation>Abfrage-Operator</translation>
    </message>
    <message>
        <source>Query operator password</source>
        <translation>Kennwort des Abfrage-Operators</translation>
    </message>
    <message>
        <source>Query rows</source>
        <translation>Zeilen je Abfrage</translation>
    </message>
    <message>
        <source>Question {name}: {why}</source>
        <translation>Frage {name}: {why}</translation>
    </message>
    <message>
        <source>Quiet day</source>
        <translation>Stiller Tag</translation>
    </message>
    <message>
        <source>Quiet days</source>
        <translation>Stille Tage</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Stille Stunden</translation>
    </message>
    <message>
        <source>Read back out of SYSPRO.</source>
        <translation>Aus SYSPRO zurückgelesen.</translation>
    </message>
    <message>
        <source>Read floor</source>
        <translation>Mindestkontingent</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leseweg</translation>
    </message>
    <message>
        <source>Reading payers, and writing customers to Stripe.</source>
        <translation>Zahler lesen und Kunden nach Stripe schreiben.</translation>
    </message>
    <message>
        <source>Reading payments and refunds, and the payment behind a dispute.</source>
        <translation>Zahlungen und Erstattungen lesen, und die Zahlung hinter einem Zahlungsstreit.</translation>
    </message>
    <message>
        <source>Reading was granted; writing shows with the first write.</source>
        <translation>Lesen ist gewährt; Schreiben zeigt sich beim ersten Schreiben.</translation>
    </message>
    <message>
        <source>Reads per transaction</source>
        <translation>Abfragen je Bewegung</translation>
    </message>
    <message>
        <source>Reads that Stripe allows any account in 30 days.</source>
        <translation>Abfragen, die Stripe jedem Konto in 30 Tagen erlaubt.</translation>
    </message>
    <message>
        <source>Real bank of its currency</source>
        <translation>Echte Bank der Währung</translation>
    </message>
    <message>
        <source>Reason code of the site.</source>
        <translation>Grundschlüssel des Standorts.</translation>
    </message>
    <message>
        <source>Reason given: {detail}.</source>
        <translation>Angegebener Grund: {detail}.</translation>
    </message>
    <message>
        <source>Reason: {value} -&gt; {value2}</source>
        <translation>Grund: {value} -&gt; {value2}</translation>
    </message>
    <message>
        <source>Receipt from {name}, {amount}</source>
        <translation>Zahlungseingang von {name}, {amount}</translation>
    </message>
    <message>
        <source>Receipt of {day} on {row}.</source>
        <translation>Zahlungseingang vom {day} auf {row}.</translation>
    </message>
    <message>
        <source>Receipt {invoice}</source>
        <translation>Zahlungseingang {invoice}</translation>
    </message>
    <message>
        <source>Receipt {place} of customer {place2}: {total} {currency} on {invoices}.</source>
        <translation>Zahlungseingang {place} von Kunde {place2}: {total} {currency} auf {invoices}.</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>Debitoren</translation>
    </message>
    <message>
        <source>Receivables period of the money that came back</source>
        <translation>Debitorenperiode des zurückgekommenen Geldes</translation>
    </message>
    <message>
        <source>Receivables period of what came back after a loss</source>
        <translation>Debitorenperiode dessen, was nach einem Verlust zurückkam</translation>
    </message>
    <message>
        <source>Receivables period: C current, P previous, B before that</source>
        <translation>Debitorenperiode: C laufende, P vorige, B vorvorige</translation>
    </message>
    <message>
        <source>Reference field</source>
        <translation>Referenzfeld</translation>
    </message>
    <message>
        <source>Reference: {reference} does not end with .A, as those of adjustments do.</source>
        <translation>Reference: {reference} endet nicht mit .A wie die von Ausgleichen.</translation>
    </message>
    <message>
        <source>Refund of {amount}, out of clearing</source>
        <translation>Erstattung über {amount}, aus der Verrechnung</translation>
    </message>
    <message>
        <source>Refund of {amount}. {problem}</source>
        <translation>Erstattung über {amount}. {problem}</translation>
    </message>
    <message>
        <source>Refund of {amount}. {problem} {problem2} Retry when its month is open, or set periods.receivables.</source>
        <translation>Erstattung über {amount}. {problem} {problem2} Wiederholen Sie, wenn der Monat offen ist, oder setzen Sie periods.receivables.</translation>
    </message>
    <message>
        <source>Refund {refunds} gave {value} back before order {order} was invoiced. {problem} Make it by hand and ignore this here.</source>
        <translation>Erstattung {refunds} gab {value} zurück, bevor Auftrag {order} fakturiert war. {problem} Machen Sie sie von Hand, und ignorieren Sie dies hier.</translation>
    </message>
    <message>
        <source>Refunds that it is of</source>
        <translation>Erstattungen, zu denen sie gehört</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Reserves, adjustments, top-ups and other movements become journal entries</source>
        <translation>Rücklagen, Korrekturen, Aufladungen und andere Bewegungen werden Journale</translation>
    </message>
    <message>
        <source>Restore the file from a backup.</source>
        <translation>Stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Restricted API key (rk_...) with the rights that `check` lists.</source>
        <translation>Eingeschränkter API-Schlüssel (rk_...) mit den Rechten, die `check` auflistet.</translation>
    </message>
    <message>
        <source>Reverse it in SYSPRO, or accept it where it is right.</source>
        <translation>Stornieren Sie es in SYSPRO, oder nehmen Sie es an, wo es richtig ist.</translation>
    </message>
    <message>
        <source>Right again:</source>
        <translation>Wieder in Ordnung:</translation>
    </message>
    <message>
        <source>Rights of accounts are Windows&apos; own.</source>
        <translation>Rechte von Konten gibt es nur unter Windows.</translation>
    </message>
    <message>
        <source>Rounding of the credit note of {value}</source>
        <translation>Rundung der Gutschrift über {value}</translation>
    </message>
    <message>
        <source>Rounding product class</source>
        <translation>Produktklasse der Rundung</translation>
    </message>
    <message>
        <source>Rounding tolerance</source>
        <translation>Rundungstoleranz</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Rows negative</source>
        <translation>Zeilen negativ</translation>
    </message>
    <message>
        <source>Rows read { all = [{ field = &quot;payment.status&quot;, is = &quot;failed&quot; }] }, not {raw}.</source>
        <translation>Zeilen lauten { all = [{ field = &quot;payment.status&quot;, is = &quot;failed&quot; }] }, nicht {raw}.</translation>
    </message>
    <message>
        <source>Rows {number} to {id} before it are missing.</source>
        <translation>Die Zeilen {number} bis {id} davor fehlen.</translation>
    </message>
    <message>
        <source>SQL Server of SYSPRO: server, server\instance, or server,port.</source>
        <translation>SQL Server von SYSPRO: Server, Server\Instanz oder Server,Port.</translation>
    </message>
    <message>
        <source>SQL login that can only read: a member of db_datareader and db_denydatawriter.</source>
        <translation>SQL-Anmeldung, die nur lesen kann: Mitglied von db_datareader und db_denydatawriter.</translation>
    </message>
    <message>
        <source>SYSPRO</source>
        <translation>SYSPRO</translation>
    </message>
    <message>
        <source>SYSPRO Stripe agent</source>
        <translation>SYSPRO-Stripe-Agent</translation>
    </message>
    <message>
        <source>SYSPRO answered exception 100000: it is not licensed at this site, or not for this operator.</source>
        <translation>SYSPRO antwortete mit Ausnahme 100000: Es ist an diesem Standort oder für diesen Operator nicht lizenziert.</translation>
    </message>
    <message>
        <source>SYSPRO answered exception 100000: the business object is not licensed at this site; nothing was done.</source>
        <translation>SYSPRO antwortete mit Ausnahme 100000: Das Business Object ist an diesem Standort nicht lizenziert; nichts wurde getan.</translation>
    </message>
    <message>
        <source>SYSPRO answered nothing.</source>
        <translation>SYSPRO antwortete nichts.</translation>
    </message>
    <message>
        <source>SYSPRO answered the logoff with: {redacted}</source>
        <translation>SYSPRO beantwortete das Abmelden mit: {redacted}</translation>
    </message>
    <message>
        <source>SYSPRO answered with an error</source>
        <translation>SYSPRO antwortete mit einem Fehler</translation>
    </message>
    <message>
        <source>SYSPRO answered with {erp_key}, and has it as {journals}.</source>
        <translation>SYSPRO antwortete mit {erp_key} und hat es als {journals}.</translation>
    </message>
    <message>
        <source>SYSPRO cannot be asked beside the engine</source>
        <translation>SYSPRO kann neben dem Dienst nicht gefragt werden</translation>
    </message>
    <message>
        <source>SYSPRO cannot be reached</source>
        <translation>SYSPRO ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>SYSPRO cannot be searched for it.</source>
        <translation>SYSPRO kann danach nicht durchsucht werden.</translation>
    </message>
    <message>
        <source>SYSPRO company</source>
        <translation>SYSPRO-Firma</translation>
    </message>
    <message>
        <source>SYSPRO company id, 1 to 4 characters.</source>
        <translation>SYSPRO-Firma, 1 bis 4 Zeichen.</translation>
    </message>
    <message>
        <source>SYSPRO company {company} shows {total} of the {total2} customers that it had. {gone} at once are more than customer_links.most_gone allows ({most_gone} per cent), so no link was closed.</source>
        <translation>Die SYSPRO-Firma {company} zeigt {total} der {total2} Kunden, die sie hatte. {gone} auf einmal sind mehr, als customer_links.most_gone erlaubt ({most_gone} Prozent); darum wurde keine Verbindung beendet.</translation>
    </message>
    <message>
        <source>SYSPRO company {company} shows {total} of the {total2} invoices that were asked for. {gone} missing at once are more than requests.most_gone allows ({most_gone} per cent), so nothing of theirs in Stripe was closed for that.</source>
        <translation>Die SYSPRO-Firma {company} zeigt {total} der {total2} angeforderten Rechnungen. {gone} auf einmal fehlende sind mehr, als requests.most_gone erlaubt ({most_gone} Prozent); darum wurde deshalb in Stripe nichts geschlossen.</translation>
    </message>
    <message>
        <source>SYSPRO could not be asked about {ledger_code}, so {account} was not mapped. {message}</source>
        <translation>SYSPRO konnte nicht nach {ledger_code} gefragt werden, darum wurde {account} nicht zugeordnet. {message}</translation>
    </message>
    <message>
        <source>SYSPRO could not be looked at, so nothing was done. {message} {press}</source>
        <translation>In SYSPRO konnte nicht nachgesehen werden, darum wurde nichts getan. {message} {press}</translation>
    </message>
    <message>
        <source>SYSPRO currency code.</source>
        <translation>SYSPRO-Währung.</translation>
    </message>
    <message>
        <source>SYSPRO currency code; fixed for life.</source>
        <translation>SYSPRO-Währung; ein für alle Mal fest.</translation>
    </message>
    <message>
        <source>SYSPRO currency code; must be the customer&apos;s.</source>
        <translation>SYSPRO-Währung; muss die des Kunden sein.</translation>
    </message>
    <message>
        <source>SYSPRO customer of the payment</source>
        <translation>SYSPRO-Kunde der Zahlung</translation>
    </message>
    <message>
        <source>SYSPRO customer of the payment&apos;s receipt</source>
        <translation>SYSPRO-Kunde des Zahlungseingangs</translation>
    </message>
    <message>
        <source>SYSPRO customer of the receipt</source>
        <translation>SYSPRO-Kunde des Zahlungseingangs</translation>
    </message>
    <message>
        <source>SYSPRO customer; empty where one has yet to be made</source>
        <translation>SYSPRO-Kunde; leer, wo noch einer anzulegen ist</translation>
    </message>
    <message>
        <source>SYSPRO customer; the one linked to the payer when empty.</source>
        <translation>SYSPRO-Kunde; der mit dem Zahler verbundene, wenn leer.</translation>
    </message>
    <message>
        <source>SYSPRO did not always say clearly that it refused this, so {beside} count as given up, too: where they are not in SYSPRO, book them by hand with it.</source>
        <translation>SYSPRO hat nicht immer deutlich gesagt, dass es dies ablehnt; darum gelten auch {beside} als aufgegeben: Wo sie nicht in SYSPRO sind, buchen Sie sie mit von Hand.</translation>
    </message>
    <message>
        <source>SYSPRO did not answer in time</source>
        <translation>SYSPRO antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>SYSPRO did not let the agent log on; it is tried again. Perhaps no seat is free; if operator or company are wrong, SYSPRO&apos;s words say so.</source>
        <translation>SYSPRO ließ den Agenten nicht anmelden; es wird wieder versucht. Vielleicht ist kein Platz frei; sind Operator oder Firma falsch, sagen es SYSPROs Worte.</translation>
    </message>
    <message>
        <source>SYSPRO did not let us log on</source>
        <translation>SYSPRO ließ uns nicht anmelden</translation>
    </message>
    <message>
        <source>SYSPRO does not have invoice {gone} open in {currency}. {correct}</source>
        <translation>SYSPRO hat die Rechnung {gone} nicht in {currency} offen. {correct}</translation>
    </message>
    <message>
        <source>SYSPRO does not let the agent look at its ledger codes, so nobody has looked at this one.</source>
        <translation>SYSPRO lässt den Agenten seine Sachkonten nicht ansehen, darum hat niemand dieses geprüft.</translation>
    </message>
    <message>
        <source>SYSPRO does not show it on the customer&apos;s account.</source>
        <translation>SYSPRO zeigt sie nicht auf dem Konto des Kunden.</translation>
    </message>
    <message>
        <source>SYSPRO does not show the reference {reference}: it cannot be searched by it.</source>
        <translation>SYSPRO zeigt die Referenz {reference} nicht: Nach ihr kann nicht gesucht werden.</translation>
    </message>
    <message>
        <source>SYSPRO error numbers that mean not now (a closed period): the document waits instead of being parked.</source>
        <translation>SYSPRO-Fehlernummern, die „nicht jetzt“ bedeuten (eine geschlossene Periode): Der Beleg wartet, statt zurückgestellt zu werden.</translation>
    </message>
    <message>
        <source>SYSPRO gives no reason.</source>
        <translation>SYSPRO nennt keinen Grund.</translation>
    </message>
    <message>
        <source>SYSPRO has customer {customer} no more: it was deleted, or its code was changed; {there}.</source>
        <translation>SYSPRO hat Kunde {customer} nicht mehr: Er wurde gelöscht, oder seine Nummer wurde geändert; {there}.</translation>
    </message>
    <message>
        <source>SYSPRO has document {number}: {described} It is not posted again.</source>
        <translation>SYSPRO hat Beleg {number}: {described} Er wird nicht noch einmal gebucht.</translation>
    </message>
    <message>
        <source>SYSPRO has invoiced {value} of the payment ({credited}), which is less. Invoice the rest of the order and retry, or take the sale back by hand and ignore the refund here.</source>
        <translation>SYSPRO hat {value} der Zahlung fakturiert ({credited}), und das ist weniger. Fakturieren Sie den Rest des Auftrags und wiederholen Sie, oder nehmen Sie den Verkauf von Hand zurück und ignorieren Sie die Erstattung hier.</translation>
    </message>
    <message>
        <source>SYSPRO has invoiced {value} of the payment, which is less than was lost. Invoice the rest and retry, or make the credit note by hand and cancel this one.</source>
        <translation>SYSPRO hat {value} der Zahlung fakturiert, und das ist weniger, als verloren wurde. Fakturieren Sie den Rest und wiederholen Sie, oder machen Sie die Gutschrift von Hand und verwerfen Sie diese.</translation>
    </message>
    <message>
        <source>SYSPRO has it already</source>
        <translation>SYSPRO hat es schon</translation>
    </message>
    <message>
        <source>SYSPRO has it already: correct it with a new document there.</source>
        <translation>SYSPRO hat ihn schon: Berichtigen Sie ihn dort mit einem neuen Beleg.</translation>
    </message>
    <message>
        <source>SYSPRO has more than one adjustment {reference}: {keys}.</source>
        <translation>SYSPRO hat mehr als einen Ausgleich {reference}: {keys}.</translation>
    </message>
    <message>
        <source>SYSPRO has more than one credit note with {reference}: {numbers}.</source>
        <translation>SYSPRO hat mehr als eine Gutschrift mit {reference}: {numbers}.</translation>
    </message>
    <message>
        <source>SYSPRO has more than one document with the reference {reference}: {numbers}.</source>
        <translation>SYSPRO hat mehr als einen Beleg mit der Referenz {reference}: {numbers}.</translation>
    </message>
    <message>
        <source>SYSPRO has more than one line {reference}: {keys}.</source>
        <translation>SYSPRO hat mehr als eine Zeile {reference}: {keys}.</translation>
    </message>
    <message>
        <source>SYSPRO has more than one order with the customer order number {reference}: {numbers}.</source>
        <translation>SYSPRO hat mehr als einen Auftrag mit der Kundenauftragsnummer {reference}: {numbers}.</translation>
    </message>
    <message>
        <source>SYSPRO has more than one receipt with the reference {reference}: {keys}.</source>
        <translation>SYSPRO hat mehr als einen Zahlungseingang mit der Referenz {reference}: {keys}.</translation>
    </message>
    <message>
        <source>SYSPRO has more than one {what} with the reference {reference}: {keys}.</source>
        <translation>SYSPRO hat mehrere Treffer ({what}) mit der Referenz {reference}: {keys}.</translation>
    </message>
    <message>
        <source>SYSPRO has no adjustment with the reference {reference}.</source>
        <translation>SYSPRO hat keinen Ausgleich mit der Referenz {reference}.</translation>
    </message>
    <message>
        <source>SYSPRO has no credit note with the customer order number {reference}.</source>
        <translation>SYSPRO hat keine Gutschrift mit der Kundenauftragsnummer {reference}.</translation>
    </message>
    <message>
        <source>SYSPRO has no credit note {erp_key} with lines.</source>
        <translation>SYSPRO hat keine Gutschrift {erp_key} mit Zeilen.</translation>
    </message>
    <message>
        <source>SYSPRO has no customer for {name}. Create one with this e-mail address, or name one in the metadata of Stripe&apos;s customer, then retry.</source>
        <translation>SYSPRO hat keinen Kunden für {name}. Legen Sie einen mit dieser E-Mail-Adresse an, oder nennen Sie einen in den Metadaten des Stripe-Kunden, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>SYSPRO has no customer {code} without a link.</source>
        <translation>SYSPRO hat keinen Kunden {code} ohne Verbindung.</translation>
    </message>
    <message>
        <source>SYSPRO has no customer {code}.</source>
        <translation>SYSPRO hat keinen Kunden {code}.</translation>
    </message>
    <message>
        <source>SYSPRO has no customer {customer} that was read.</source>
        <translation>SYSPRO hat keinen Kunden {customer}, der gelesen wurde.</translation>
    </message>
    <message>
        <source>SYSPRO has no customer {customer}, whose invoice is open.</source>
        <translation>SYSPRO hat keinen Kunden {customer}, dessen Rechnung offen ist.</translation>
    </message>
    <message>
        <source>SYSPRO has no document of it.</source>
        <translation>SYSPRO hat davon keinen Beleg.</translation>
    </message>
    <message>
        <source>SYSPRO has no document {erp_key} of customer {customer}.</source>
        <translation>SYSPRO hat keinen Beleg {erp_key} von Kunde {customer}.</translation>
    </message>
    <message>
        <source>SYSPRO has no journal with the reference {reference}.</source>
        <translation>SYSPRO hat kein Journal mit der Referenz {reference}.</translation>
    </message>
    <message>
        <source>SYSPRO has no open invoice for purchase order {order} in {currency}. {correct}</source>
        <translation>SYSPRO hat zur Bestellung {order} keine offene Rechnung in {currency}. {correct}</translation>
    </message>
    <message>
        <source>SYSPRO has no receipt with the reference {reference}.</source>
        <translation>SYSPRO hat keinen Zahlungseingang mit der Referenz {reference}.</translation>
    </message>
    <message>
        <source>SYSPRO has no sales order with the customer order number {reference}.</source>
        <translation>SYSPRO hat keinen Verkaufsauftrag mit der Kundenauftragsnummer {reference}.</translation>
    </message>
    <message>
        <source>SYSPRO has no sales order {number}.</source>
        <translation>SYSPRO hat keinen Verkaufsauftrag {number}.</translation>
    </message>
    <message>
        <source>SYSPRO has no trace of it yet</source>
        <translation>SYSPRO hat noch keine Spur davon</translation>
    </message>
    <message>
        <source>SYSPRO has no {what} {erp_key} on any customer&apos;s account.</source>
        <translation>SYSPRO hat auf keinem Kundenkonto: {what} {erp_key}.</translation>
    </message>
    <message>
        <source>SYSPRO has not invoiced order {order} yet.</source>
        <translation>SYSPRO hat Auftrag {order} noch nicht fakturiert.</translation>
    </message>
    <message>
        <source>SYSPRO has not invoiced the credit note of this refund, so how much tax it takes back is not known. Press Retry when it is invoiced. {else}</source>
        <translation>SYSPRO hat die Gutschrift dieser Erstattung nicht fakturiert; darum ist nicht bekannt, wie viel Steuer sie zurücknimmt. Drücken Sie „Wiederholen“, wenn sie fakturiert ist. {else}</translation>
    </message>
    <message>
        <source>SYSPRO has paid it out of {taken_from} already, which this database knows nothing of, and at Stripe the money has come back since: take it back by hand as well.</source>
        <translation>SYSPRO hat es schon aus {taken_from} ausgezahlt, wovon diese Datenbank nichts weiß, und bei Stripe ist das Geld seither zurückgekommen: Nehmen Sie auch das von Hand zurück.</translation>
    </message>
    <message>
        <source>SYSPRO has refused {most_parked} allocations of money on account or more; no further ones are made.</source>
        <translation>SYSPRO hat {most_parked} oder mehr Zuordnungen von Guthaben abgelehnt; weitere werden nicht gemacht.</translation>
    </message>
    <message>
        <source>SYSPRO has the order of payment {charge} no more, nor an invoice of it; {stays}.</source>
        <translation>SYSPRO hat den Auftrag der Zahlung {charge} nicht mehr, auch keine Rechnung davon; {stays}.</translation>
    </message>
    <message>
        <source>SYSPRO has {new}{more}, which it has never sent</source>
        <translation>SYSPRO hat {new}{more}, was sie nie gesendet hat</translation>
    </message>
    <message>
        <source>SYSPRO has {sums} in clearing under the reference {reference} ({keys}), but {what}.</source>
        <translation>SYSPRO hat {sums} in der Verrechnung unter der Referenz {reference} ({keys}), aber {what}.</translation>
    </message>
    <message>
        <source>SYSPRO has {value} ({reference}), which it has never sent</source>
        <translation>SYSPRO hat {value} ({reference}), was sie nie gesendet hat</translation>
    </message>
    <message>
        <source>SYSPRO invoice that the payment names</source>
        <translation>SYSPRO-Rechnung, die die Zahlung nennt</translation>
    </message>
    <message>
        <source>SYSPRO is not set up yet, so nobody has looked whether it has this code.</source>
        <translation>SYSPRO ist noch nicht eingerichtet, darum hat niemand geprüft, ob es diesen Schlüssel hat.</translation>
    </message>
    <message>
        <source>SYSPRO key</source>
        <translation>SYSPRO-Schlüssel</translation>
    </message>
    <message>
        <source>SYSPRO lists sales orders without their customer purchase order.</source>
        <translation>SYSPRO listet Verkaufsaufträge ohne ihre Kundenbestellung auf.</translation>
    </message>
    <message>
        <source>SYSPRO number of its order or invoice</source>
        <translation>SYSPRO-Nummer ihres Auftrags oder ihrer Rechnung</translation>
    </message>
    <message>
        <source>SYSPRO operator of price questions and the portal, beside the engine&apos;s own, whose session a second logon would end; empty for none.</source>
        <translation>SYSPRO-Operator für Preisfragen und das Portal, neben dem des Dienstes, dessen Sitzung eine zweite Anmeldung beenden würde; leer für keinen.</translation>
    </message>
    <message>
        <source>SYSPRO operator of the agent&apos;s own; a person who logs on with it ends the agent&apos;s session.</source>
        <translation>Eigener SYSPRO-Operator des Agenten; wer sich mit ihm anmeldet, beendet die Sitzung des Agenten.</translation>
    </message>
    <message>
        <source>SYSPRO order of the payment</source>
        <translation>SYSPRO-Auftrag der Zahlung</translation>
    </message>
    <message>
        <source>SYSPRO refused the document</source>
        <translation>SYSPRO hat den Beleg abgelehnt</translation>
    </message>
    <message>
        <source>SYSPRO refused the document without a reason</source>
        <translation>SYSPRO hat den Beleg ohne Grund abgelehnt</translation>
    </message>
    <message>
        <source>SYSPRO refused the logon</source>
        <translation>SYSPRO hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>SYSPRO refused {value}: {value2}{number}</source>
        <translation>SYSPRO hat {value} abgelehnt: {value2}{number}</translation>
    </message>
    <message>
        <source>SYSPRO refuses to allocate</source>
        <translation>SYSPRO lehnt das Zuordnen ab</translation>
    </message>
    <message>
        <source>SYSPRO reports an error on the list of sales orders.</source>
        <translation>SYSPRO meldet einen Fehler zur Liste der Verkaufsaufträge.</translation>
    </message>
    <message>
        <source>SYSPRO reports an error on the query of {table}{words}</source>
        <translation>SYSPRO meldet einen Fehler zur Abfrage von {table}{words}</translation>
    </message>
    <message>
        <source>SYSPRO says that operator, password or company are wrong; nothing was done.</source>
        <translation>SYSPRO sagt, dass Operator, Kennwort oder Firma falsch sind; nichts wurde getan.</translation>
    </message>
    <message>
        <source>SYSPRO shows nothing with the reference {reference} where it can be searched, which does not prove that it was not posted. Look in SYSPRO, then say whether it is there.</source>
        <translation>SYSPRO zeigt, soweit es durchsucht werden kann, nichts mit der Referenz {reference}; das beweist nicht, dass nicht gebucht wurde. Sehen Sie in SYSPRO nach, und sagen Sie dann, ob es da ist.</translation>
    </message>
    <message>
        <source>SYSPRO stock code</source>
        <translation>SYSPRO-Artikel</translation>
    </message>
    <message>
        <source>SYSPRO tax code</source>
        <translation>SYSPRO-Steuerschlüssel</translation>
    </message>
    <message>
        <source>SYSPRO tax code -&gt; Stripe tax code (txcd_...); &quot;*&quot; stands for every other one. Empty leaves Stripe&apos;s default.</source>
        <translation>SYSPRO-Steuerschlüssel -&gt; Stripe-Steuerschlüssel (txcd_...); &quot;*&quot; steht für jeden anderen. Leer lässt Stripes Vorgabe.</translation>
    </message>
    <message>
        <source>SYSPRO tax code -&gt; code of a free-form credit note&apos;s line that SYSPRO taxes by it; without it, such a note of a taxed sale is held.</source>
        <translation>SYSPRO-Steuerschlüssel -&gt; Artikel der Zeile einer freien Gutschrift, den SYSPRO danach besteuert; ohne ihn wird eine solche Gutschrift zu einem besteuerten Verkauf angehalten.</translation>
    </message>
    <message>
        <source>SYSPRO tax code -&gt; percentage, to foresee what SYSPRO will compute.</source>
        <translation>SYSPRO-Steuerschlüssel -&gt; Prozentsatz, um vorherzusehen, was SYSPRO rechnet.</translation>
    </message>
    <message>
        <source>SYSPRO took it without saying its number; the number is looked up.</source>
        <translation>SYSPRO nahm ihn an, ohne seine Nummer zu sagen; die Nummer wird gesucht.</translation>
    </message>
    <message>
        <source>SYSPRO took the document without giving it a key, and no row carries our reference.</source>
        <translation>SYSPRO nahm den Beleg an, ohne ihm einen Schlüssel zu geben, und kein Datensatz trägt unsere Referenz.</translation>
    </message>
    <message>
        <source>SYSPRO was not asked: no operator of its own is set for questions (syspro.query_operator).</source>
        <translation>SYSPRO wurde nicht gefragt: Für Fragen ist kein eigener Operator gesetzt (syspro.query_operator).</translation>
    </message>
    <message>
        <source>SYSPRO was not looked at yet</source>
        <translation>SYSPRO wurde noch nicht gefragt</translation>
    </message>
    <message>
        <source>SYSPRO {what} customer {code}, as far as it was read.</source>
        <translation>SYSPRO {what} Kunde {code}, soweit es gelesen wurde.</translation>
    </message>
    <message>
        <source>SYSPRO {why} the customer code {code}.</source>
        <translation>SYSPRO {why} die Kundennummer {code}.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s address cannot be used</source>
        <translation>SYSPROs Adresse kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s answer about a price has no {counts}.</source>
        <translation>SYSPROs Antwort zu einem Preis hat kein {counts}.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s answer about a price holds a {name} that is no number.</source>
        <translation>SYSPROs Antwort zu einem Preis enthält ein {name}, das keine Zahl ist.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s answer cannot be read</source>
        <translation>SYSPROs Antwort kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s answer is too long</source>
        <translation>SYSPROs Antwort ist zu lang</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s certificate is not trusted</source>
        <translation>SYSPROs Zertifikat ist nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s code of its currency</source>
        <translation>SYSPRO-Währung dazu</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s code of the currency it settles in</source>
        <translation>SYSPRO-Währung, in der abgerechnet wird</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s code of the settlement currency</source>
        <translation>SYSPRO-Währung der Abrechnung</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s column {column} holds no date.</source>
        <translation>SYSPROs Spalte {column} enthält kein Datum.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s column {column} holds no number.</source>
        <translation>SYSPROs Spalte {column} enthält keine Zahl.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s currency {code} is in no row of the currency table.</source>
        <translation>SYSPROs Währung {code} steht in keiner Zeile der Währungstabelle.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s currency {currency} is not in currencies.to_syspro, so no journal can be made in it.</source>
        <translation>SYSPROs Währung {currency} steht nicht in currencies.to_syspro, darum kann darin kein Journal gemacht werden.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s e.net service showed a certificate that could not be verified, so nothing was sent.</source>
        <translation>SYSPROs Dienst e.net zeigte ein Zertifikat, das nicht geprüft werden konnte; darum wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s e.net service took no connection, so nothing was sent.</source>
        <translation>SYSPROs Dienst e.net nahm keine Verbindung an; darum wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s ledger control has no record of the company {company}, so open periods cannot be told.</source>
        <translation>SYSPROs Hauptbuchsteuerung hat keinen Satz für die Firma {company}; darum ist nicht zu sagen, welche Perioden offen sind.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s ledger does not know the company</source>
        <translation>SYSPROs Hauptbuch kennt die Firma nicht</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s ledger does not show {reference} yet, so it is not proven.</source>
        <translation>SYSPROs Hauptbuch zeigt {reference} noch nicht; darum ist es nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s ledger has no code {code}, so {account} was not mapped.{meant}</source>
        <translation>SYSPROs Hauptbuch hat kein Sachkonto {code}, darum wurde {account} nicht zugeordnet.{meant}</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s ledger has no entries with the reference {reference}.</source>
        <translation>SYSPROs Hauptbuch hat keine Buchungen mit der Referenz {reference}.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s order has a line that was not sent: {added}.</source>
        <translation>SYSPROs Auftrag hat eine Zeile, die nicht gesendet wurde: {added}.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s reason code for cancelled orders; may be empty.</source>
        <translation>SYSPROs Grundschlüssel für stornierte Aufträge; darf leer sein.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s reason code for credit notes; may be empty.</source>
        <translation>SYSPROs Grundschlüssel für Gutschriften; darf leer sein.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s receivables agree, its ledger</source>
        <translation>SYSPROs Debitoren stimmen, sein Hauptbuch</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s rows have no column {column}.</source>
        <translation>SYSPROs Zeilen haben keine Spalte {column}.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s rows of {table} do not come to an end.</source>
        <translation>SYSPROs Zeilen von {table} nehmen kein Ende.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s table {table}: {error}.</source>
        <translation>SYSPROs Tabelle {table}: {error}.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s tables cannot be read</source>
        <translation>SYSPROs Tabellen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s unit</source>
        <translation>SYSPRO-Einheit</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s words: {split}</source>
        <translation>SYSPROs Worte: {split}</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s {field} takes {whole} digits before the point, and {value} has more. Enter the document by hand in SYSPRO, then ignore it here.</source>
        <translation>SYSPROs {field} nimmt {whole} Stellen vor dem Komma, und {value} hat mehr. Erfassen Sie den Beleg in SYSPRO von Hand, dann ignorieren Sie ihn hier.</translation>
    </message>
    <message>
        <source>Sales order</source>
        <translation>Verkaufsauftrag</translation>
    </message>
    <message>
        <source>Sales order {header} was cancelled in SYSPRO.</source>
        <translation>Verkaufsauftrag {header} wurde in SYSPRO storniert.</translation>
    </message>
    <message>
        <source>Sales order {key} of customer {customer}, dated {day}, status {status}{cancelled}.</source>
        <translation>Verkaufsauftrag {key} von Kunde {customer} vom {day}, Status {status}{cancelled}.</translation>
    </message>
    <message>
        <source>Sales, refunds and disputes of the payout of {amount}</source>
        <translation>Verkäufe, Erstattungen und Zahlungsstreite der Auszahlung über {amount}</translation>
    </message>
    <message>
        <source>Sales, refunds and disputes of {day}, {amount}</source>
        <translation>Verkäufe, Erstattungen und Zahlungsstreite vom {day}, {amount}</translation>
    </message>
    <message>
        <source>SalesOrder: there is no order number to cancel.</source>
        <translation>SalesOrder: Es gibt keine Auftragsnummer, die zu stornieren wäre.</translation>
    </message>
    <message>
        <source>SalesOrder: there is no order number to invoice.</source>
        <translation>SalesOrder: Es gibt keine Auftragsnummer, die zu fakturieren wäre.</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Verkäufer</translation>
    </message>
    <message>
        <source>Salesperson of new customers.</source>
        <translation>Verkäufer neuer Kunden.</translation>
    </message>
    <message>
        <source>Says the day where it is booked in another period</source>
        <translation>Nennt den Tag, wo es in einer anderen Periode gebucht wird</translation>
    </message>
    <message>
        <source>Says the day&apos;s month where it is booked in another</source>
        <translation>Nennt den Monat des Tages, wo es in einem anderen gebucht wird</translation>
    </message>
    <message>
        <source>Score from which on two customers are linked without a person, where nobody else is as likely; 0 always asks.</source>
        <translation>Ab so vielen Punkten werden zwei Kunden ohne Zutun verbunden, wo niemand anderes ebenso wahrscheinlich ist; 0 fragt immer.</translation>
    </message>
    <message>
        <source>Search name.</source>
        <translation>Suchname.</translation>
    </message>
    <message>
        <source>Second reference.</source>
        <translation>Zweite Referenz.</translation>
    </message>
    <message>
        <source>See to those that are parked, or set receipts.allocate to none and allocate by hand.</source>
        <translation>Kümmern Sie sich um die zurückgestellten, oder setzen Sie receipts.allocate auf none und ordnen Sie von Hand zu.</translation>
    </message>
    <message>
        <source>Send us the log of today if it stays.</source>
        <translation>Schicken Sie uns das Protokoll von heute, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>Send us the log of today.</source>
        <translation>Schicken Sie uns das Protokoll von heute.</translation>
    </message>
    <message>
        <source>Send us the log, and go on as before.</source>
        <translation>Schicken Sie uns das Protokoll, und machen Sie weiter wie bisher.</translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation>Noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Session wait</source>
        <translation>Warten auf Sitzung</translation>
    </message>
    <message>
        <source>Set alerts.event_log to no, or look at the rights of the engine&apos;s account.</source>
        <translation>Setzen Sie alerts.event_log auf no, oder sehen Sie nach den Rechten des Dienstkontos.</translation>
    </message>
    <message>
        <source>Set alerts.smtp_security to starttls or tls, or empty alerts.smtp_user.</source>
        <translation>Setzen Sie alerts.smtp_security auf starttls oder tls, oder leeren Sie alerts.smtp_user.</translation>
    </message>
    <message>
        <source>Set receipts.foreign_balance to what SYSPRO shows for this invoice, then press Retry.</source>
        <translation>Setzen Sie receipts.foreign_balance auf das, was SYSPRO für diese Rechnung zeigt, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Set stripe.api_base to https://api.stripe.com, or to a sandbox on http://127.0.0.1.</source>
        <translation>Setzen Sie stripe.api_base auf https://api.stripe.com, oder auf einen Sandkasten unter http://127.0.0.1.</translation>
    </message>
    <message>
        <source>Set syspro.ca_file to the authority that issued it.</source>
        <translation>Setzen Sie syspro.ca_file auf die Stelle, die es ausgestellt hat.</translation>
    </message>
    <message>
        <source>Set syspro.company to {there} again, and give the second company a home of its own: `syspro-stripe pairs add NAME`.</source>
        <translation>Setzen Sie syspro.company wieder auf {there}, und geben Sie der zweiten Firma einen eigenen Ordner: `syspro-stripe pairs add NAME`.</translation>
    </message>
    <message>
        <source>Set syspro.ledger_company to the company&apos;s code in the general ledger.</source>
        <translation>Setzen Sie syspro.ledger_company auf den Schlüssel der Firma im Hauptbuch.</translation>
    </message>
    <message>
        <source>Set syspro.post_mode or syspro.url_limit to what the service allows, or enter the document by hand.</source>
        <translation>Setzen Sie syspro.post_mode oder syspro.url_limit auf das, was der Dienst erlaubt, oder erfassen Sie den Beleg von Hand.</translation>
    </message>
    <message>
        <source>Set syspro.query_operator to an operator for questions, or set syspro.reader to sql.</source>
        <translation>Setzen Sie syspro.query_operator auf einen Operator für Fragen, oder setzen Sie syspro.reader auf sql.</translation>
    </message>
    <message>
        <source>Set syspro.reader to sql, or empty the setting of the fields.</source>
        <translation>Setzen Sie syspro.reader auf sql, oder leeren Sie die Einstellung der Felder.</translation>
    </message>
    <message>
        <source>Set syspro.reader, and the server of SYSPRO&apos;s database where it is sql.</source>
        <translation>Setzen Sie syspro.reader, und bei sql den Server von SYSPROs Datenbank.</translation>
    </message>
    <message>
        <source>Set the environment variable {variable_of} for the engine instead.</source>
        <translation>Setzen Sie stattdessen die Umgebungsvariable {variable_of} für den Dienst.</translation>
    </message>
    <message>
        <source>Set the variable {home_variable} of the system to {home}, and start Setup again.</source>
        <translation>Setzen Sie die Variable {home_variable} des Systems auf {home} und starten Sie Setup noch einmal.</translation>
    </message>
    <message>
        <source>Set the {purpose} note of {value} against {invoices}</source>
        <translation>{purpose} über {value} mit {invoices} verrechnen</translation>
    </message>
    <message>
        <source>Setting {name}</source>
        <translation>Einstellung {name}</translation>
    </message>
    <message>
        <source>Setting {name}, {line}</source>
        <translation>Einstellung {name}, {line}</translation>
    </message>
    <message>
        <source>Setting {name}: {get} -&gt; {get2}</source>
        <translation>Einstellung {name}: {get} -&gt; {get2}</translation>
    </message>
    <message>
        <source>Settings or secrets are missing; nothing is posted</source>
        <translation>Einstellungen oder Geheimnisse fehlen; nichts wird gebucht</translation>
    </message>
    <message>
        <source>Settle all but one of them in SYSPRO, then press Retry.</source>
        <translation>Erledigen Sie alle bis auf einen in SYSPRO, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Settlement currencies</source>
        <translation>Abrechnungswährungen</translation>
    </message>
    <message>
        <source>Settlement currency -&gt; SYSPRO bank that stands for Stripe&apos;s balance, such as STRIPE-USD.</source>
        <translation>Abrechnungswährung -&gt; SYSPRO-Bank, die für Stripes Saldo steht, etwa STRIPE-USD.</translation>
    </message>
    <message>
        <source>Settlement currency -&gt; bank that payouts reach, for the routes cashbook and bank_charges.</source>
        <translation>Abrechnungswährung -&gt; Bank, bei der Auszahlungen ankommen, für die Wege cashbook und bank_charges.</translation>
    </message>
    <message>
        <source>Settlement currency -&gt; ledger code of that bank; read back to prove the books.</source>
        <translation>Abrechnungswährung -&gt; Sachkonto dieser Bank; zurückgelesen, um die Bücher nachzuweisen.</translation>
    </message>
    <message>
        <source>Setup Intents</source>
        <translation>Setup Intents</translation>
    </message>
    <message>
        <source>Shipping instructions.</source>
        <translation>Versandhinweise.</translation>
    </message>
    <message>
        <source>Signed manifest of releases, a file or an https address; empty looks nowhere. Nothing is ever installed by itself.</source>
        <translation>Signiertes Manifest der Versionen, eine Datei oder https-Adresse; leer sieht nirgends nach. Nie wird etwas von selbst installiert.</translation>
    </message>
    <message>
        <source>Signed: + the customer owes more; never zero.</source>
        <translation>Mit Vorzeichen: + der Kunde schuldet mehr; nie null.</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Signierschlüssel</translation>
    </message>
    <message>
        <source>Slack url</source>
        <translation>Adresse für Slack</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Zeitscheibe</translation>
    </message>
    <message>
        <source>Smtp ca file</source>
        <translation>CA-Datei des Mailservers</translation>
    </message>
    <message>
        <source>Smtp host</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Smtp password</source>
        <translation>Kennwort beim Mailserver</translation>
    </message>
    <message>
        <source>Smtp port</source>
        <translation>Port des Mailservers</translation>
    </message>
    <message>
        <source>Smtp security</source>
        <translation>Sicherung zum Mailserver</translation>
    </message>
    <message>
        <source>Smtp user</source>
        <translation>Benutzer beim Mailserver</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Somebody changed draft {found}, which asks for another amount now than is open.</source>
        <translation>Jemand hat den Entwurf {found} geändert; er fordert jetzt einen anderen Betrag, als offen ist.</translation>
    </message>
    <message>
        <source>Somebody else answered for Stripe</source>
        <translation>Jemand anderes antwortete für Stripe</translation>
    </message>
    <message>
        <source>Somebody is setting this site up, and nothing is read or posted before the launch.</source>
        <translation>Jemand richtet diesen Standort ein, und vor dem Start wird nichts gelesen oder gebucht.</translation>
    </message>
    <message>
        <source>Somebody posted it by hand or from a copy of the database; reverse it in SYSPRO, or accept it.</source>
        <translation>Jemand hat es von Hand oder aus einer Kopie der Datenbank gebucht; stornieren Sie es in SYSPRO, oder nehmen Sie es an.</translation>
    </message>
    <message>
        <source>Something else answered for SYSPRO</source>
        <translation>Etwas anderes antwortete für SYSPRO</translation>
    </message>
    <message>
        <source>Special instructions.</source>
        <translation>Besondere Hinweise.</translation>
    </message>
    <message>
        <source>Sql connect timeout</source>
        <translation>SQL: Wartezeit auf Verbindung</translation>
    </message>
    <message>
        <source>Sql database</source>
        <translation>SQL: Datenbank</translation>
    </message>
    <message>
        <source>Sql driver</source>
        <translation>SQL: Treiber</translation>
    </message>
    <message>
        <source>Sql encrypt</source>
        <translation>SQL: Verschlüsselung</translation>
    </message>
    <message>
        <source>Sql isolation</source>
        <translation>SQL: Isolation</translation>
    </message>
    <message>
        <source>Sql ledger database</source>
        <translation>SQL: Datenbank des Hauptbuchs</translation>
    </message>
    <message>
        <source>Sql login</source>
        <translation>SQL: Anmeldung</translation>
    </message>
    <message>
        <source>Sql password</source>
        <translation>SQL: Kennwort</translation>
    </message>
    <message>
        <source>Sql read only intent</source>
        <translation>SQL: nur lesende Kopie erlaubt</translation>
    </message>
    <message>
        <source>Sql rows</source>
        <translation>SQL: Zeilen</translation>
    </message>
    <message>
        <source>Sql server</source>
        <translation>SQL: Server</translation>
    </message>
    <message>
        <source>Sql system database</source>
        <translation>SQL: Systemdatenbank</translation>
    </message>
    <message>
        <source>Sql timeout</source>
        <translation>SQL: Wartezeit auf Antwort</translation>
    </message>
    <message>
        <source>Sql trust certificate</source>
        <translation>SQL: Zertifikat ungeprüft annehmen</translation>
    </message>
    <message>
        <source>Sql user</source>
        <translation>SQL: Benutzer</translation>
    </message>
    <message>
        <source>Start it all again; the log in its folder may say why it ended.</source>
        <translation>Starten Sie alles neu; das Protokoll in seinem Ordner sagt vielleicht, warum es endete.</translation>
    </message>
    <message>
        <source>Start it alone to see why.</source>
        <translation>Starten Sie ihn allein, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>Start on</source>
        <translation>Beginnen am</translation>
    </message>
    <message>
        <source>Start the engine anew.</source>
        <translation>Starten Sie den Dienst neu.</translation>
    </message>
    <message>
        <source>Started by Windows alone.</source>
        <translation>Das startet nur Windows.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status of new orders: 1 open, 4 in warehouse, 8 ready to invoice, S suspense.</source>
        <translation>Status neuer Aufträge: 1 offen, 4 im Lager, 8 fakturierbar, S zurückgestellt.</translation>
    </message>
    <message>
        <source>Still so</source>
        <translation>Noch immer so</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Stock code keys</source>
        <translation>Schlüssel des Artikels</translation>
    </message>
    <message>
        <source>Stock code {code} is compared again with Stripe.</source>
        <translation>Artikel {code} wird wieder mit Stripe verglichen.</translation>
    </message>
    <message>
        <source>Stock code {code} is on hold in SYSPRO. Release it, then retry.</source>
        <translation>Artikel {code} ist in SYSPRO gesperrt. Geben Sie ihn frei, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>Stock code.</source>
        <translation>Artikel.</translation>
    </message>
    <message>
        <source>Stock codes</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Stock codes of what was sold, and the catalogue.</source>
        <translation>Artikel des Verkauften, und der Katalog.</translation>
    </message>
    <message>
        <source>Stock codes of what was sold, and the price list.</source>
        <translation>Artikel des Verkauften, und die Preisliste.</translation>
    </message>
    <message>
        <source>Stock codes that the sale names and SYSPRO does not have</source>
        <translation>Artikel, die der Verkauf nennt und die SYSPRO nicht hat</translation>
    </message>
    <message>
        <source>Stock form fields</source>
        <translation>Zusatzfelder der Artikel</translation>
    </message>
    <message>
        <source>Stop it first, or leave it running.</source>
        <translation>Beenden Sie ihn zuerst, oder lassen Sie ihn laufen.</translation>
    </message>
    <message>
        <source>Stop the other engine, or give this one the key of another account.</source>
        <translation>Beenden Sie den anderen Dienst, oder geben Sie diesem den Schlüssel eines anderen Kontos.</translation>
    </message>
    <message>
        <source>Stop this engine.</source>
        <translation>Beenden Sie diesen Dienst.</translation>
    </message>
    <message>
        <source>Stored length of a customer code.</source>
        <translation>Gespeicherte Länge einer Kundennummer.</translation>
    </message>
    <message>
        <source>Stored length of an invoice number.</source>
        <translation>Gespeicherte Länge einer Rechnungsnummer.</translation>
    </message>
    <message>
        <source>Stripe and SYSPRO do not agree</source>
        <translation>Stripe und SYSPRO stimmen nicht überein</translation>
    </message>
    <message>
        <source>Stripe and SYSPRO do not agree: the books show the difference.</source>
        <translation>Stripe und SYSPRO stimmen nicht überein: Die Bücher zeigen die Differenz.</translation>
    </message>
    <message>
        <source>Stripe asks us to slow down</source>
        <translation>Stripe bittet uns, langsamer zu sein</translation>
    </message>
    <message>
        <source>Stripe calls the payment {status}, which no rule knows.</source>
        <translation>Stripe nennt den Zustand der Zahlung {status}, und den kennt keine Regel.</translation>
    </message>
    <message>
        <source>Stripe cannot be reached</source>
        <translation>Stripe ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>Stripe collects</source>
        <translation>Stripe zieht ein</translation>
    </message>
    <message>
        <source>Stripe converted {converted} of its balance into a payout of {amount}: the bank has another currency than the balance, so one entry cannot say both. Proposed: {amount2} into the bank, {converted2} with its fees out of clearing, the difference in SYSPRO&apos;s own currency to the exchange difference. Book it by hand and ignore it here.</source>
        <translation>Stripe hat {converted} seines Saldos in eine Auszahlung über {amount} umgewechselt: Die Bank hat eine andere Währung als der Saldo, darum kann ein Journal nicht beides sagen. Vorgeschlagen: {amount2} auf die Bank, {converted2} mit den Gebühren aus der Verrechnung, der Unterschied in SYSPROs eigener Währung in die Kursdifferenz. Buchen Sie von Hand, und ignorieren Sie es hier.</translation>
    </message>
    <message>
        <source>Stripe currency -&gt; SYSPRO currency code; SYSPRO&apos;s need not be ISO.</source>
        <translation>Stripe-Währung -&gt; SYSPRO-Währung; die von SYSPRO muss nicht nach ISO heißen.</translation>
    </message>
    <message>
        <source>Stripe currency -&gt; SYSPRO customer for payments without a customer.</source>
        <translation>Stripe-Währung -&gt; SYSPRO-Kunde für Zahlungen ohne Kunden.</translation>
    </message>
    <message>
        <source>Stripe currency -&gt; SYSPRO price code, such as {&quot;usd&quot;: &quot;A&quot;}; the first one is the default price of a product. Empty writes products without prices.</source>
        <translation>Stripe-Währung -&gt; SYSPRO-Preiscode, etwa {&quot;usd&quot;: &quot;A&quot;}; der erste ist der Standardpreis eines Produkts. Leer schreibt Produkte ohne Preise.</translation>
    </message>
    <message>
        <source>Stripe currency -&gt; price code of new customers; a price code has a currency, too.</source>
        <translation>Stripe-Währung -&gt; Preiscode neuer Kunden; auch ein Preiscode hat eine Währung.</translation>
    </message>
    <message>
        <source>Stripe currency -&gt; tax code that counts instead of a stock code&apos;s own; exempt stock stays exempt.</source>
        <translation>Stripe-Währung -&gt; Steuerschlüssel, der statt dem des Artikels gilt; befreite Artikel bleiben befreit.</translation>
    </message>
    <message>
        <source>Stripe customer</source>
        <translation>Stripe-Kunde</translation>
    </message>
    <message>
        <source>Stripe customer {customer} has a balance, which Stripe would set off against the invoice, so that less or more would be paid than is open in SYSPRO. No invoice was made.</source>
        <translation>Der Stripe-Kunde {customer} hat einen Saldo, den Stripe mit der Rechnung verrechnen würde; dann würde weniger oder mehr bezahlt, als in SYSPRO offen ist. Es wurde keine Rechnung erstellt.</translation>
    </message>
    <message>
        <source>Stripe customer {stripe_id}, which was SYSPRO customer {customer}, was deleted in Stripe.</source>
        <translation>Der Stripe-Kunde {stripe_id}, der SYSPRO-Kunde {customer} war, wurde in Stripe gelöscht.</translation>
    </message>
    <message>
        <source>Stripe did not answer in time at</source>
        <translation>Stripe antwortete nicht rechtzeitig unter</translation>
    </message>
    <message>
        <source>Stripe does not have it</source>
        <translation>Stripe hat es nicht</translation>
    </message>
    <message>
        <source>Stripe does not say which movements make up this payout of {amount}.</source>
        <translation>Stripe sagt nicht, aus welchen Bewegungen diese Auszahlung über {amount} besteht.</translation>
    </message>
    <message>
        <source>Stripe does not tell the key of {nameless} which account it is for, so two pairs could have the same.</source>
        <translation>Stripe verrät dem Schlüssel von {nameless} nicht, für welches Konto er ist; darum könnten zwei Paare dasselbe haben.</translation>
    </message>
    <message>
        <source>Stripe has moved {listed}; SYSPRO has {money} of that in clearing. Book by hand {and}</source>
        <translation>Stripe hat {listed} bewegt; SYSPRO hat davon {money} in der Verrechnung. Buchen Sie von Hand {and}</translation>
    </message>
    <message>
        <source>Stripe has no customer {stripe_id} that was read.</source>
        <translation>Stripe hat keinen Kunden {stripe_id}, der gelesen wurde.</translation>
    </message>
    <message>
        <source>Stripe has not booked the payment of {amount} yet, so its day is not known.</source>
        <translation>Stripe hat die Zahlung über {amount} noch nicht gebucht, darum ist ihr Tag nicht bekannt.</translation>
    </message>
    <message>
        <source>Stripe has not booked the payout of {amount} yet.</source>
        <translation>Stripe hat die Auszahlung über {amount} noch nicht gebucht.</translation>
    </message>
    <message>
        <source>Stripe has not moved the money of the refund of {amount} yet.</source>
        <translation>Stripe hat das Geld der Erstattung über {amount} noch nicht bewegt.</translation>
    </message>
    <message>
        <source>Stripe has not named all movements of the payout of {amount} yet.</source>
        <translation>Stripe hat noch nicht alle Bewegungen der Auszahlung über {amount} genannt.</translation>
    </message>
    <message>
        <source>Stripe has not refused the stock code {code}.</source>
        <translation>Stripe hat den Artikel {code} nicht abgelehnt.</translation>
    </message>
    <message>
        <source>Stripe has not said yet how much this payout is.</source>
        <translation>Stripe hat noch nicht gesagt, wie hoch diese Auszahlung ist.</translation>
    </message>
    <message>
        <source>Stripe has not said yet in which currency the payment of {amount} settles.</source>
        <translation>Stripe hat noch nicht gesagt, in welcher Währung die Zahlung über {amount} abgerechnet wird.</translation>
    </message>
    <message>
        <source>Stripe has not withdrawn the disputed {amount} yet.</source>
        <translation>Stripe hat die strittigen {amount} noch nicht eingezogen.</translation>
    </message>
    <message>
        <source>Stripe has trouble</source>
        <translation>Stripe hat eine Störung</translation>
    </message>
    <message>
        <source>Stripe id of customer {customer}</source>
        <translation>Stripe-Id von Kunde {customer}</translation>
    </message>
    <message>
        <source>Stripe id of {name}</source>
        <translation>Stripe-Id von {name}</translation>
    </message>
    <message>
        <source>Stripe is looked at, and invoice {invoice} is asked for over what is open in SYSPRO.</source>
        <translation>Es wird in Stripe nachgesehen, und für Rechnung {invoice} wird angefordert, was in SYSPRO offen ist.</translation>
    </message>
    <message>
        <source>Stripe moved {amounts} for the {what} {object_id}, which cannot be read. {message} Look at it in Stripe; `syspro-stripe retry {object_id2}` reads it again. Else book it by hand and ignore it.</source>
        <translation>Stripe hat {amounts} für {what} {object_id} bewegt, und das kann nicht gelesen werden. {message} Sehen Sie es sich in Stripe an; `syspro-stripe retry {object_id2}` liest es noch einmal. Sonst buchen Sie es von Hand und ignorieren es.</translation>
    </message>
    <message>
        <source>Stripe moved {amount} as {category} ({what}). {problem}</source>
        <translation>Stripe hat {amount} als {category} bewegt ({what}). {problem}</translation>
    </message>
    <message>
        <source>Stripe moved {amount} on {day} for a {unnamed} ({id}) and does not say which. Ask Stripe which one it is, book it by hand, and ignore it here; or have it booked as it is. {problem}</source>
        <translation>Stripe hat am {day} {amount} bewegt ({unnamed}, {id}) und sagt nicht, worum es im Einzelnen geht. Fragen Sie Stripe danach, buchen Sie es von Hand und ignorieren Sie es hier; oder lassen Sie es so buchen, wie es ist. {problem}</translation>
    </message>
    <message>
        <source>Stripe names no movements for a manual payout.</source>
        <translation>Bei einer von Hand ausgelösten Auszahlung nennt Stripe keine Bewegungen.</translation>
    </message>
    <message>
        <source>Stripe no longer lists the movement {id} ({category}) of {money} net, which belongs to {subject}. Nothing was undone. Ask Stripe, then correct it in SYSPRO or accept it.</source>
        <translation>Stripe listet die Bewegung {id} ({category}) über netto {money} nicht mehr auf, die zu {subject} gehört. Nichts wurde rückgängig gemacht. Fragen Sie Stripe, und berichtigen Sie es dann in SYSPRO, oder nehmen Sie es an.</translation>
    </message>
    <message>
        <source>Stripe refused a call</source>
        <translation>Stripe hat einen Aufruf abgelehnt</translation>
    </message>
    <message>
        <source>Stripe refused a card</source>
        <translation>Stripe hat eine Karte abgelehnt</translation>
    </message>
    <message>
        <source>Stripe refused a repetition</source>
        <translation>Stripe hat eine Wiederholung abgelehnt</translation>
    </message>
    <message>
        <source>Stripe refused every stock code of a round, the last one so: {message}</source>
        <translation>Stripe lehnte jeden Artikel einer Runde ab, den letzten so: {message}</translation>
    </message>
    <message>
        <source>Stripe refused in an unknown way</source>
        <translation>Stripe lehnte auf unbekannte Weise ab</translation>
    </message>
    <message>
        <source>Stripe refused it.</source>
        <translation>Stripe hat es abgelehnt.</translation>
    </message>
    <message>
        <source>Stripe refused the request for every invoice of a round, the last one so: {message}</source>
        <translation>Stripe lehnte die Anforderung für jede Rechnung einer Runde ab, die letzte so: {message}</translation>
    </message>
    <message>
        <source>Stripe refuses one request after the other</source>
        <translation>Stripe lehnt eine Anforderung nach der anderen ab</translation>
    </message>
    <message>
        <source>Stripe refuses one stock code after the other</source>
        <translation>Stripe lehnt einen Artikel nach dem anderen ab</translation>
    </message>
    <message>
        <source>Stripe refuses the key</source>
        <translation>Stripe lehnt den Schlüssel ab</translation>
    </message>
    <message>
        <source>Stripe sent an event whose form is not the documented one. It was kept as it came and set aside.</source>
        <translation>Stripe sandte ein Ereignis, dessen Form nicht die dokumentierte ist. Es wurde aufgehoben, wie es kam, und beiseitegelegt.</translation>
    </message>
    <message>
        <source>Stripe shows no movement {subject}.</source>
        <translation>Stripe zeigt keine Bewegung {subject}.</translation>
    </message>
    <message>
        <source>Stripe shows the movement {id} of {amount} ({value}), dated {written}, which was not there when that day was read. It is read now and decided like any other; accept this once you have seen what became of it.</source>
        <translation>Stripe zeigt die Bewegung {id} über {amount} ({value}) vom {written}, die nicht da war, als dieser Tag gelesen wurde. Sie ist jetzt gelesen und wird entschieden wie jede andere; nehmen Sie dies an, sobald Sie gesehen haben, was daraus wurde.</translation>
    </message>
    <message>
        <source>Stripe took no fee for a payment, where payments have one.</source>
        <translation>Stripe nahm für eine Zahlung keine Gebühr, wo Zahlungen sonst eine haben.</translation>
    </message>
    <message>
        <source>Stripe took no fee for this payment of {amount}; {charged} of the last {fees} payments in {currency} had one.</source>
        <translation>Stripe nahm für diese Zahlung über {amount} keine Gebühr; {charged} der letzten {fees} Zahlungen in {currency} hatten eine.</translation>
    </message>
    <message>
        <source>Stripe took {taken} tax, SYSPRO will take {ours}.</source>
        <translation>Stripe nahm {taken} Steuer, SYSPRO wird {ours} nehmen.</translation>
    </message>
    <message>
        <source>Stripe was busy with the same object</source>
        <translation>Stripe war mit demselben Objekt beschäftigt</translation>
    </message>
    <message>
        <source>Stripe&apos;s account</source>
        <translation>Stripes Konto</translation>
    </message>
    <message>
        <source>Stripe&apos;s answer about {dispute_id} cannot be used: {why}</source>
        <translation>Stripes Antwort zu {dispute_id} ist nicht verwendbar: {why}</translation>
    </message>
    <message>
        <source>Stripe&apos;s answer broke off</source>
        <translation>Stripes Antwort brach ab</translation>
    </message>
    <message>
        <source>Stripe&apos;s answer cannot be read</source>
        <translation>Stripes Antwort kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Stripe&apos;s answer cannot be read ({what}): {why}</source>
        <translation>Stripes Antwort kann nicht gelesen werden ({what}): {why}</translation>
    </message>
    <message>
        <source>Stripe&apos;s answer is no JSON</source>
        <translation>Stripes Antwort ist kein JSON</translation>
    </message>
    <message>
        <source>Stripe&apos;s answer is not as documented</source>
        <translation>Stripes Antwort ist nicht wie dokumentiert</translation>
    </message>
    <message>
        <source>Stripe&apos;s answer to a new price</source>
        <translation>Stripes Antwort auf einen neuen Preis</translation>
    </message>
    <message>
        <source>Stripe&apos;s balance</source>
        <translation>Stripes Saldo</translation>
    </message>
    <message>
        <source>Stripe&apos;s balance is {difference} than all its movements that we have read add up to, and the list of the last {days} days shows none that is missing. `syspro-stripe reconcile --from CCYY-MM-DD` lists earlier ones.</source>
        <translation>Stripes Saldo ist {difference}, als alle seine von uns gelesenen Bewegungen ergeben, und die Liste der letzten {days} Tage zeigt keine, die fehlt. `syspro-stripe reconcile --from JJJJ-MM-TT` listet frühere auf.</translation>
    </message>
    <message>
        <source>Stripe&apos;s certificate cannot be verified</source>
        <translation>Stripes Zertifikat kann nicht geprüft werden</translation>
    </message>
    <message>
        <source>Stripe&apos;s description</source>
        <translation>Stripes Beschreibung</translation>
    </message>
    <message>
        <source>Stripe&apos;s id of the balance transaction</source>
        <translation>Stripes Id der Kontobewegung</translation>
    </message>
    <message>
        <source>Stripe&apos;s id of the customer; empty for a guest</source>
        <translation>Stripes Id des Kunden; leer bei einem Gast</translation>
    </message>
    <message>
        <source>Stripe&apos;s id of the dispute</source>
        <translation>Stripes Id des Zahlungsstreits</translation>
    </message>
    <message>
        <source>Stripe&apos;s id of the payment</source>
        <translation>Stripes Id der Zahlung</translation>
    </message>
    <message>
        <source>Stripe&apos;s id of the payout</source>
        <translation>Stripes Id der Auszahlung</translation>
    </message>
    <message>
        <source>Stripe&apos;s id of the refund</source>
        <translation>Stripes Id der Erstattung</translation>
    </message>
    <message>
        <source>Stripe&apos;s ids are letters, digits, _ and -.</source>
        <translation>Stripes Ids sind Buchstaben, Ziffern, _ und -.</translation>
    </message>
    <message>
        <source>Stripe&apos;s list of {what}</source>
        <translation>Stripes Liste: {what}</translation>
    </message>
    <message>
        <source>Stripe&apos;s notice {object_id}</source>
        <translation>Stripes Mitteilung {object_id}</translation>
    </message>
    <message>
        <source>Stripe&apos;s own pages contradict each other on how Ugandan shillings are counted: whole, or in hundredths. Compare one payment in Stripe&apos;s dashboard with its amount here; where both are the same, set currencies.ugx_hundredths to yes and retry. Else book them by hand.</source>
        <translation>Stripes eigene Seiten widersprechen sich, wie Uganda-Schilling gezählt werden: ganz oder in Hundertsteln. Vergleichen Sie eine Zahlung in Stripes Dashboard mit ihrem Betrag hier; sind beide gleich, setzen Sie currencies.ugx_hundredths auf yes und wiederholen Sie. Sonst buchen Sie sie von Hand.</translation>
    </message>
    <message>
        <source>Stripe&apos;s reason</source>
        <translation>Stripes Grund</translation>
    </message>
    <message>
        <source>Stripe&apos;s reason, in words</source>
        <translation>Stripes Grund, in Worten</translation>
    </message>
    <message>
        <source>Stripe&apos;s reporting category</source>
        <translation>Stripes Buchungskategorie</translation>
    </message>
    <message>
        <source>Stripe&apos;s tax on the line</source>
        <translation>Stripes Steuer auf die Zeile</translation>
    </message>
    <message>
        <source>Stripe&apos;s type</source>
        <translation>Stripes Art</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Such as {such_as}.</source>
        <translation>Etwa {such_as}.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Summary at</source>
        <translation>Zusammenfassung um</translation>
    </message>
    <message>
        <source>Sweep every</source>
        <translation>Durchsuchen alle</translation>
    </message>
    <message>
        <source>TCP port on which the portal listens.</source>
        <translation>TCP-Port, auf dem das Portal lauscht.</translation>
    </message>
    <message>
        <source>Take what the credit note leaves of {amount} off the account</source>
        <translation>Was die Gutschrift von {amount} übrig lässt, vom Guthaben nehmen</translation>
    </message>
    <message>
        <source>Take {amount} out of receivables</source>
        <translation>{amount} aus den Debitoren nehmen</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Tax code change</source>
        <translation>Steuerschlüssel ändern</translation>
    </message>
    <message>
        <source>Tax code of charge lines that bear tax; empty where they bear none.</source>
        <translation>Steuerschlüssel der Zuschlagszeilen, die Steuer tragen; leer, wo sie keine tragen.</translation>
    </message>
    <message>
        <source>Tax code of shipping; empty where shipping bears no tax.</source>
        <translation>Steuerschlüssel des Versands; leer, wo der Versand keine Steuer trägt.</translation>
    </message>
    <message>
        <source>Tax code, where the site lets it be changed.</source>
        <translation>Steuerschlüssel, wo der Standort ihn ändern lässt.</translation>
    </message>
    <message>
        <source>Tax codes</source>
        <translation>Steuerschlüssel</translation>
    </message>
    <message>
        <source>Tax id</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>Tax id types</source>
        <translation>Arten von Steuernummern</translation>
    </message>
    <message>
        <source>Tax number of the payer</source>
        <translation>Steuernummer des Zahlers</translation>
    </message>
    <message>
        <source>Tax product class</source>
        <translation>Produktklasse der Steuer</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>Steuersätze</translation>
    </message>
    <message>
        <source>Tax registration number.</source>
        <translation>Steuernummer.</translation>
    </message>
    <message>
        <source>Tax status</source>
        <translation>Steuerstatus</translation>
    </message>
    <message>
        <source>Tax status of new customers: N taxable, E exempt, O other.</source>
        <translation>Steuerstatus neuer Kunden: N steuerpflichtig, E befreit, O andere.</translation>
    </message>
    <message>
        <source>Tax within the value.</source>
        <translation>Steuer innerhalb des Werts.</translation>
    </message>
    <message>
        <source>TaxValue: {tax} is no part of {value}.</source>
        <translation>TaxValue: {tax} ist kein Teil von {value}.</translation>
    </message>
    <message>
        <source>Teams url</source>
        <translation>Adresse für Teams</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Telephone number for deliveries</source>
        <translation>Telefonnummer für Lieferungen</translation>
    </message>
    <message>
        <source>Telephone number for the delivery</source>
        <translation>Telefonnummer für die Lieferung</translation>
    </message>
    <message>
        <source>Telephone number of the payer</source>
        <translation>Telefonnummer des Zahlers</translation>
    </message>
    <message>
        <source>Telephone number on it</source>
        <translation>Telefonnummer darauf</translation>
    </message>
    <message>
        <source>Telephone number.</source>
        <translation>Telefonnummer.</translation>
    </message>
    <message>
        <source>Telling what moved the balance.</source>
        <translation>Sagen, was den Saldo bewegt hat.</translation>
    </message>
    <message>
        <source>Template {get}: {why}</source>
        <translation>Vorlage {get}: {why}</translation>
    </message>
    <message>
        <source>Template {name}: no flow is about a {left}.</source>
        <translation>Vorlage {name}: Kein Ablauf betrifft {left}.</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Zahlungsziel</translation>
    </message>
    <message>
        <source>Terms codes whose customers may order on account; empty for those of all terms.</source>
        <translation>Zahlungsziele, deren Kunden auf Rechnung bestellen dürfen; leer für die aller Ziele.</translation>
    </message>
    <message>
        <source>Terms of new customers.</source>
        <translation>Zahlungsziel neuer Kunden.</translation>
    </message>
    <message>
        <source>Text of a comment line.</source>
        <translation>Text einer Kommentarzeile.</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
    <message>
        <source>Text on the entry.</source>
        <translation>Text auf dem Eintrag.</translation>
    </message>
    <message>
        <source>Text on the journal.</source>
        <translation>Text auf dem Journal.</translation>
    </message>
    <message>
        <source>Text on the ledger entry.</source>
        <translation>Text auf der Hauptbuchung.</translation>
    </message>
    <message>
        <source>Text on the payer&apos;s bank statement</source>
        <translation>Text auf dem Kontoauszug des Zahlers</translation>
    </message>
    <message>
        <source>Text on the payment.</source>
        <translation>Text auf der Zahlung.</translation>
    </message>
    <message>
        <source>That happened {times} among the {others} payments before.</source>
        <translation>Das geschah {times}-mal bei den {others} Zahlungen davor.</translation>
    </message>
    <message>
        <source>The Event Log is a part of Windows.</source>
        <translation>Das Ereignisprotokoll ist ein Teil von Windows.</translation>
    </message>
    <message>
        <source>The SYSPRO session was ended by somebody</source>
        <translation>Jemand hat die SYSPRO-Sitzung beendet</translation>
    </message>
    <message>
        <source>The Stripe accounts cannot be told apart</source>
        <translation>Die Stripe-Konten sind nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>The Stripe key</source>
        <translation>Der Stripe-Schlüssel</translation>
    </message>
    <message>
        <source>The Stripe key cannot be used</source>
        <translation>Der Stripe-Schlüssel ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The Stripe key lacks a right</source>
        <translation>Dem Stripe-Schlüssel fehlt ein Recht</translation>
    </message>
    <message>
        <source>The Stripe key lacks the right {named} ({what}).</source>
        <translation>Dem Stripe-Schlüssel fehlt das Recht {named} ({what}).</translation>
    </message>
    <message>
        <source>The Windows Event Log takes no entry ({name}).</source>
        <translation>Das Windows-Ereignisprotokoll nimmt keinen Eintrag an ({name}).</translation>
    </message>
    <message>
        <source>The access list of {folder} could not be set: {strerror}.</source>
        <translation>Die Zugriffsliste von {folder} konnte nicht gesetzt werden: {strerror}.</translation>
    </message>
    <message>
        <source>The address is not SYSPRO&apos;s e.net service</source>
        <translation>Die Adresse ist nicht SYSPROs Dienst e.net</translation>
    </message>
    <message>
        <source>The address of Stripe is not safe</source>
        <translation>Die Adresse von Stripe ist nicht sicher</translation>
    </message>
    <message>
        <source>The address of Stripe or of the proxy cannot be read</source>
        <translation>Die Adresse von Stripe oder des Proxys kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The address of the e.net service is not a web address.</source>
        <translation>Die Adresse des Dienstes e.net ist keine Webadresse.</translation>
    </message>
    <message>
        <source>The agent never uses it: take “{label}” from this key.</source>
        <translation>Der Agent verwendet es nie: Nehmen Sie „{label}“ von diesem Schlüssel.</translation>
    </message>
    <message>
        <source>The agent&apos;s database is older than what was sent from it: {sign}. It was put back from a backup, or another engine posts the same money, or somebody entered it by hand under our reference. What SYSPRO can be searched for is taken over and not posted again; cash book entries that it does not show one by one wait for you. Make sure that no other engine posts for this Stripe account, then accept this.</source>
        <translation>Die Datenbank des Agenten ist älter als das, was aus ihr gesendet wurde: {sign}. Sie wurde aus einer Sicherung zurückgespielt, oder ein anderer Dienst bucht dasselbe Geld, oder jemand hat es von Hand unter unserer Referenz erfasst. Was in SYSPRO gesucht werden kann, wird übernommen und nicht noch einmal gebucht; Kassenbucheinträge, die SYSPRO nicht einzeln zeigt, warten auf Sie. Vergewissern Sie sich, dass kein anderer Dienst für dieses Stripe-Konto bucht, und nehmen Sie dies dann an.</translation>
    </message>
    <message>
        <source>The agent&apos;s database was put back from a backup: up to {day_at} it sent what it no longer knows, and the ledger does not show cash book entries one by one, so this may have been posted already. Look at {where} for the reference {reference}. Where it is there, say `syspro-stripe resolve {id} --key KEY`; where it is not, `syspro-stripe resolve {id2} --absent` posts it.</source>
        <translation>Die Datenbank des Agenten wurde aus einer Sicherung zurückgespielt: Bis {day_at} sandte er, was er nicht mehr weiß, und das Hauptbuch zeigt Kassenbucheinträge nicht einzeln; darum ist dies vielleicht schon gebucht. Suchen Sie in {where} nach der Referenz {reference}. Ist es da, sagen Sie `syspro-stripe resolve {id} --key KEY`; ist es nicht da, bucht `syspro-stripe resolve {id2} --absent` es.</translation>
    </message>
    <message>
        <source>The agent&apos;s database {path} cannot be used: {cause}.</source>
        <translation>Die Datenbank {path} des Agenten ist nicht verwendbar: {cause}.</translation>
    </message>
    <message>
        <source>The answer about {table} counts other rows than it has.</source>
        <translation>Die Antwort zu {table} zählt andere Zeilen, als sie hat.</translation>
    </message>
    <message>
        <source>The answer brings a document type, which SYSPRO never sends.</source>
        <translation>Die Antwort bringt einen Dokumenttyp mit, und den sendet SYSPRO nie.</translation>
    </message>
    <message>
        <source>The answer came with an HTTP status that e.net never sends.</source>
        <translation>Die Antwort kam mit einem HTTP-Status, den e.net nie sendet.</translation>
    </message>
    <message>
        <source>The answer does not say that it is about {table}.</source>
        <translation>Die Antwort sagt nicht, dass sie zu {table} gehört.</translation>
    </message>
    <message>
        <source>The answer has no Date header, so Stripe&apos;s time is unknown.</source>
        <translation>Die Antwort hat keine Zeile „Date“, darum ist Stripes Zeit unbekannt.</translation>
    </message>
    <message>
        <source>The answer is a {name} document, not a {expected} one.</source>
        <translation>Die Antwort ist ein Dokument {name}, keines vom Typ {expected}.</translation>
    </message>
    <message>
        <source>The answer is about another customer order number.</source>
        <translation>Die Antwort gehört zu einer anderen Kundenauftragsnummer.</translation>
    </message>
    <message>
        <source>The answer is about {answered}.</source>
        <translation>Die Antwort gehört zu {answered}.</translation>
    </message>
    <message>
        <source>The answer is cut off or damaged, so it cannot be read.</source>
        <translation>Die Antwort ist abgeschnitten oder beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The answer is larger than any that SYSPRO sends.</source>
        <translation>Die Antwort ist größer als jede, die SYSPRO sendet.</translation>
    </message>
    <message>
        <source>The answer is longer than any that SYSPRO sends.</source>
        <translation>Die Antwort ist länger als jede, die SYSPRO sendet.</translation>
    </message>
    <message>
        <source>The answer is no JSON object.</source>
        <translation>Die Antwort ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The answer is no customer statement.</source>
        <translation>Die Antwort ist kein Kontoauszug des Kunden.</translation>
    </message>
    <message>
        <source>The answer is no list of objects.</source>
        <translation>Die Antwort ist keine Liste von Objekten.</translation>
    </message>
    <message>
        <source>The answer is no record of {table}.</source>
        <translation>Die Antwort ist kein Datensatz von {table}.</translation>
    </message>
    <message>
        <source>The answer is no sales order.</source>
        <translation>Die Antwort ist kein Verkaufsauftrag.</translation>
    </message>
    <message>
        <source>The answer is not XML.</source>
        <translation>Die Antwort ist kein XML.</translation>
    </message>
    <message>
        <source>The answer reports an error and a processed journal at once.</source>
        <translation>Die Antwort meldet zugleich einen Fehler und ein verarbeitetes Journal.</translation>
    </message>
    <message>
        <source>The answer reports an error and a success at once.</source>
        <translation>Die Antwort meldet zugleich Fehler und Erfolg.</translation>
    </message>
    <message>
        <source>The answer trickles.</source>
        <translation>Die Antwort tröpfelt.</translation>
    </message>
    <message>
        <source>The authorisation was released before anything was captured, so no money moved.</source>
        <translation>Die Autorisierung wurde freigegeben, bevor etwas eingezogen wurde; es hat sich kein Geld bewegt.</translation>
    </message>
    <message>
        <source>The balance of a foreign invoice cannot be read</source>
        <translation>Der Saldo einer Rechnung in Fremdwährung kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The bank&apos;s trace id</source>
        <translation>Die Bankreferenz</translation>
    </message>
    <message>
        <source>The batch ended by an error of the program before the outcome was known.</source>
        <translation>Der Stapel endete durch einen Programmfehler, bevor das Ergebnis bekannt war.</translation>
    </message>
    <message>
        <source>The billing address as SYSPRO&apos;s lines: line1 to line5</source>
        <translation>Die Rechnungsanschrift als SYSPROs Zeilen: line1 bis line5</translation>
    </message>
    <message>
        <source>The catalogue is off</source>
        <translation>Der Katalog ist aus</translation>
    </message>
    <message>
        <source>The catalogue is off; `syspro-stripe config catalogue.enabled yes` switches it on.</source>
        <translation>Der Katalog ist aus; `syspro-stripe config catalogue.enabled yes` schaltet ihn ein.</translation>
    </message>
    <message>
        <source>The catalogue&apos;s rules cannot be used</source>
        <translation>Die Regeln des Katalogs sind nicht verwendbar</translation>
    </message>
    <message>
        <source>The certificate file cannot be used</source>
        <translation>Die Zertifikatsdatei ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The certificate of the SYSPRO server</source>
        <translation>Das Zertifikat des SYSPRO-Servers</translation>
    </message>
    <message>
        <source>The code is the same.</source>
        <translation>Die Nummer ist dieselbe.</translation>
    </message>
    <message>
        <source>The code {code} stands in it.</source>
        <translation>Der Schlüssel {code} steht darin.</translation>
    </message>
    <message>
        <source>The connection to SYSPRO broke</source>
        <translation>Die Verbindung zu SYSPRO brach ab</translation>
    </message>
    <message>
        <source>The connection to SYSPRO&apos;s e.net service broke before the answer was complete.</source>
        <translation>Die Verbindung zu SYSPROs Dienst e.net brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>The contract has discounts, which may be taken off.</source>
        <translation>Der Kontrakt hat Rabatte, die noch abgehen können.</translation>
    </message>
    <message>
        <source>The contract has no fixed price but the method {value}, known to SYSPRO.</source>
        <translation>Der Kontrakt hat keinen festen Preis, sondern die Methode {value}, die SYSPRO kennt.</translation>
    </message>
    <message>
        <source>The contract names the price code {fixed_price_code}, which may count instead.</source>
        <translation>Der Kontrakt nennt den Preiscode {fixed_price_code}, der stattdessen gelten kann.</translation>
    </message>
    <message>
        <source>The counts in the answer are no numbers.</source>
        <translation>Die Anzahlen in der Antwort sind keine Zahlen.</translation>
    </message>
    <message>
        <source>The credit note is on its way</source>
        <translation>Die Gutschrift ist unterwegs</translation>
    </message>
    <message>
        <source>The credit note takes back line {line} of invoice {invoice}, which was not sent.</source>
        <translation>Die Gutschrift nimmt Zeile {line} der Rechnung {invoice} zurück, die nicht gesendet wurde.</translation>
    </message>
    <message>
        <source>The credit of this customer does not allow the order. Pay it when it is placed, or ask us.</source>
        <translation>Die Bonität dieses Kunden erlaubt den Auftrag nicht. Bezahlen Sie ihn bei der Erteilung, oder fragen Sie uns.</translation>
    </message>
    <message>
        <source>The currency of price code {code} is not set in prices.code_currencies.</source>
        <translation>Die Währung des Preiscodes {code} ist in prices.code_currencies nicht gesetzt.</translation>
    </message>
    <message>
        <source>The currency {currency} is not in Stripe&apos;s table.</source>
        <translation>Die Währung {currency} steht nicht in Stripes Tabelle.</translation>
    </message>
    <message>
        <source>The customer has a balance in Stripe</source>
        <translation>Der Kunde hat in Stripe einen Saldo</translation>
    </message>
    <message>
        <source>The customer is being made</source>
        <translation>Der Kunde wird gerade angelegt</translation>
    </message>
    <message>
        <source>The customer&apos;s reference</source>
        <translation>Die Referenz des Kunden</translation>
    </message>
    <message>
        <source>The customer&apos;s terms or branch in SYSPRO are others than at its payments before.</source>
        <translation>Zahlungsziel oder Filiale des Kunden in SYSPRO sind andere als bei seinen Zahlungen davor.</translation>
    </message>
    <message>
        <source>The customers&apos; rules cannot be used</source>
        <translation>Die Regeln der Kunden sind nicht verwendbar</translation>
    </message>
    <message>
        <source>The data folder {root} cannot be used: {value}.</source>
        <translation>Der Datenordner {root} ist nicht verwendbar: {value}.</translation>
    </message>
    <message>
        <source>The day at the site</source>
        <translation>Der Tag am Standort</translation>
    </message>
    <message>
        <source>The day at the site, CCYY-MM-DD, of a moment.</source>
        <translation>Der Tag am Standort, JJJJ-MM-TT, eines Zeitpunkts.</translation>
    </message>
    <message>
        <source>The decision is gone.</source>
        <translation>Die Entscheidung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The decision or its facts (row {found} of facts) are not what was decided then.</source>
        <translation>Die Entscheidung oder ihre Fakten (Zeile {found} von facts) sind nicht, was damals entschieden wurde.</translation>
    </message>
    <message>
        <source>The delivery address as SYSPRO&apos;s lines: line1 to line5</source>
        <translation>Die Lieferanschrift als SYSPROs Zeilen: line1 bis line5</translation>
    </message>
    <message>
        <source>The difference is in more than one currency; no one journal ends it.</source>
        <translation>Die Differenz ist in mehr als einer Währung; kein einzelnes Journal beendet sie.</translation>
    </message>
    <message>
        <source>The disk of {root} has {free} MB free, and an update needs {needed} MB there for copies of the databases. Nothing was changed.</source>
        <translation>Auf dem Datenträger von {root} sind {free} MB frei; eine Aktualisierung braucht dort {needed} MB für Kopien der Datenbanken. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The dispute of {amount} is won, yet of {of_that}, and does not say why. Look at it in Stripe. Proposed is {money} from the dispute account to dispute losses. Approve it, or ignore it and book by hand what became of the money.</source>
        <translation>Der Zahlungsstreit über {amount} ist gewonnen, doch von {of_that}, und es sagt nicht, warum. Sehen Sie es sich in Stripe an. Vorgeschlagen sind {money} vom Streitkonto zu den Verlusten aus Zahlungsstreiten. Geben Sie es frei, oder ignorieren Sie es und buchen Sie von Hand, was aus dem Geld wurde.</translation>
    </message>
    <message>
        <source>The engine of {pair} does not work. {message} {press}</source>
        <translation>Die Engine von {pair} arbeitet nicht. {message} {press}</translation>
    </message>
    <message>
        <source>The first of them</source>
        <translation>Die erste davon</translation>
    </message>
    <message>
        <source>The movement in words</source>
        <translation>Die Bewegung in Worten</translation>
    </message>
    <message>
        <source>The same as a sentence</source>
        <translation>Dasselbe als Satz</translation>
    </message>
    <message>
        <source>The same below zero</source>
        <translation>Dasselbe unter null</translation>
    </message>
    <message>
        <source>The same in capitals</source>
        <translation>Dasselbe in Großbuchstaben</translation>
    </message>
    <message>
        <source>The same in machine form</source>
        <translation>Dasselbe in Maschinenform</translation>
    </message>
    <message>
        <source>The same in ten characters</source>
        <translation>Dasselbe in zehn Zeichen</translation>
    </message>
    <message>
        <source>The service works for {home}, and Setup found {root}. Nothing was changed.</source>
        <translation>Der Dienst arbeitet für {home}, und Setup hat {root} gefunden. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The shop&apos;s own number of the cart</source>
        <translation>Die eigene Nummer des Shops für den Warenkorb</translation>
    </message>
    <message>
        <source>The shop&apos;s own number of the order</source>
        <translation>Die eigene Nummer des Shops für den Auftrag</translation>
    </message>
    <message>
        <source>The text that the payer&apos;s bank was given</source>
        <translation>Der Text, den die Bank des Zahlers erhielt</translation>
    </message>
    <message>
        <source>Total in minor units</source>
        <translation>Summe in kleinsten Einheiten</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Sendungsnummer</translation>
    </message>
    <message>
        <source>Updated already</source>
        <translation>Wird schon aktualisiert</translation>
    </message>
    <message>
        <source>Value of the credit before tax</source>
        <translation>Wert der Gutschrift vor Steuer</translation>
    </message>
    <message>
        <source>Value of the note, with tax</source>
        <translation>Wert der Gutschrift oder Belastung, mit Steuer</translation>
    </message>
    <message>
        <source>Version {stands} had begun to work when its update was broken off, so it stays.</source>
        <translation>Version {stands} hatte zu arbeiten begonnen, als die Aktualisierung abbrach; darum bleibt sie.</translation>
    </message>
    <message>
        <source>Version {version} of {released_on} is announced, but {seen} was announced before: somebody has put an older manifest in its place.</source>
        <translation>Angekündigt ist Version {version} vom {released_on}, doch vorher war es {seen}: Jemand hat ein älteres Manifest an seine Stelle gelegt.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>Zahlungsweise</translation>
    </message>
    <message>
        <source>What SYSPRO&apos;s tax leaves of a free-form credit note</source>
        <translation>Was SYSPROs Steuer von einer freien Gutschrift übrig lässt</translation>
    </message>
    <message>
        <source>What a person books of a dispute that was decided once more; empty for nothing</source>
        <translation>Was jemand von einem noch einmal entschiedenen Zahlungsstreit bucht; leer für nichts</translation>
    </message>
    <message>
        <source>What a summary journal is made for: payout or day</source>
        <translation>Wofür ein Summenjournal gemacht wird: payout oder day</translation>
    </message>
    <message>
        <source>What is allocated</source>
        <translation>Was zugeordnet wird</translation>
    </message>
    <message>
        <source>What is credited to the customer of a loss</source>
        <translation>Was dem Kunden von einem Verlust gutgeschrieben wird</translation>
    </message>
    <message>
        <source>What is credited, with tax</source>
        <translation>Was gutgeschrieben wird, mit Steuer</translation>
    </message>
    <message>
        <source>What is disputed</source>
        <translation>Was strittig ist</translation>
    </message>
    <message>
        <source>What is given back, in the payer&apos;s currency</source>
        <translation>Was zurückgegeben wird, in der Währung des Zahlers</translation>
    </message>
    <message>
        <source>What is left on account</source>
        <translation>Was als Guthaben bleibt</translation>
    </message>
    <message>
        <source>What it is of (payment, refund, dispute, payout) where Stripe does not say which; else empty</source>
        <translation>Wovon sie ist (Zahlung, Erstattung, Zahlungsstreit, Auszahlung), wo Stripe nicht sagt, welche es ist; sonst leer</translation>
    </message>
    <message>
        <source>What it moved</source>
        <translation>Was sie bewegt hat</translation>
    </message>
    <message>
        <source>What its movements come to</source>
        <translation>Worauf seine Bewegungen kommen</translation>
    </message>
    <message>
        <source>What keeps an entry from being posted; empty when nothing does</source>
        <translation>Was einen Eintrag am Buchen hindert; leer, wenn nichts</translation>
    </message>
    <message>
        <source>What left the balance where it is in another currency; empty where it is not</source>
        <translation>Was aus dem Saldo abging, wo er in anderer Währung ist; leer, wo nicht</translation>
    </message>
    <message>
        <source>What of a loss is taken off the account, because it was never sold</source>
        <translation>Was von einem Verlust vom Guthaben genommen wird, weil es nie verkauft wurde</translation>
    </message>
    <message>
        <source>What stays on account, as a sentence</source>
        <translation>Was als Guthaben bleibt, als Satz</translation>
    </message>
    <message>
        <source>What the bank and Stripe&apos;s checks said, by name</source>
        <translation>Was die Bank und Stripes Prüfungen sagten, nach Namen</translation>
    </message>
    <message>
        <source>What the payer entered: name, email, phone, business_name</source>
        <translation>Was der Zahler eingab: name, email, phone, business_name</translation>
    </message>
    <message>
        <source>What was given back and is not credited by setting</source>
        <translation>Was zurückgegeben wurde und nach Einstellung nicht gutgeschrieben ist</translation>
    </message>
    <message>
        <source>What was paid for it before tax, after discount</source>
        <translation>Was dafür vor Steuer bezahlt wurde, nach Rabatt</translation>
    </message>
    <message>
        <source>What was paid out</source>
        <translation>Was ausgezahlt wurde</translation>
    </message>
    <message>
        <source>What was paid, gross, in the payer&apos;s currency</source>
        <translation>Was bezahlt wurde, brutto, in der Währung des Zahlers</translation>
    </message>
    <message>
        <source>When it is due, Unix seconds UTC</source>
        <translation>Wann sie fällig ist, Unix-Sekunden UTC</translation>
    </message>
    <message>
        <source>When it was made, Unix seconds UTC</source>
        <translation>Wann es entstand, Unix-Sekunden UTC</translation>
    </message>
    <message>
        <source>When its period begins, Unix seconds UTC</source>
        <translation>Wann ihr Zeitraum beginnt, Unix-Sekunden UTC</translation>
    </message>
    <message>
        <source>When its period ends, Unix seconds UTC</source>
        <translation>Wann ihr Zeitraum endet, Unix-Sekunden UTC</translation>
    </message>
    <message>
        <source>Where the lines come from: session, invoice, intent, metadata or catch_all</source>
        <translation>Woher die Zeilen kommen: session, invoice, intent, metadata oder catch_all</translation>
    </message>
    <message>
        <source>Whether SYSPRO computes no tax on it</source>
        <translation>Ob SYSPRO darauf keine Steuer rechnet</translation>
    </message>
    <message>
        <source>Whether Stripe has booked it in the balance</source>
        <translation>Ob Stripe sie im Saldo gebucht hat</translation>
    </message>
    <message>
        <source>Whether Stripe made it by itself, and names its movements</source>
        <translation>Ob Stripe sie von selbst machte und ihre Bewegungen nennt</translation>
    </message>
    <message>
        <source>Whether Stripe waits for an answer</source>
        <translation>Ob Stripe auf eine Antwort wartet</translation>
    </message>
    <message>
        <source>Whether a document of it was sent before</source>
        <translation>Ob davor schon ein Beleg dazu gesendet wurde</translation>
    </message>
    <message>
        <source>Whether a loss cancels the order</source>
        <translation>Ob ein Verlust den Auftrag storniert</translation>
    </message>
    <message>
        <source>Whether a loss is booked</source>
        <translation>Ob ein Verlust gebucht wird</translation>
    </message>
    <message>
        <source>Whether a loss is credited to the customer</source>
        <translation>Ob ein Verlust dem Kunden gutgeschrieben wird</translation>
    </message>
    <message>
        <source>Whether a part comes off the account as well</source>
        <translation>Ob auch ein Teil vom Guthaben abgeht</translation>
    </message>
    <message>
        <source>Whether alerts are written to the Windows Event Log, for the monitoring of the server; auto writes them where setup installed the engine as a service.</source>
        <translation>Ob Meldungen ins Windows-Ereignisprotokoll geschrieben werden, für die Überwachung des Servers; auto schreibt sie, wo Setup die Engine als Dienst eingerichtet hat.</translation>
    </message>
    <message>
        <source>Whether all of it was given back</source>
        <translation>Ob alles davon zurückgegeben wurde</translation>
    </message>
    <message>
        <source>Whether all of its movements are known</source>
        <translation>Ob alle ihre Bewegungen bekannt sind</translation>
    </message>
    <message>
        <source>Whether all that moved before a manual payout was read</source>
        <translation>Ob alles gelesen ist, was sich vor einer von Hand ausgelösten Auszahlung bewegt hat</translation>
    </message>
    <message>
        <source>Whether an entry has no lines</source>
        <translation>Ob ein Eintrag keine Zeilen hat</translation>
    </message>
    <message>
        <source>Whether an invoice is open</source>
        <translation>Ob eine Rechnung offen ist</translation>
    </message>
    <message>
        <source>Whether any of it is invoiced</source>
        <translation>Ob etwas davon fakturiert ist</translation>
    </message>
    <message>
        <source>Whether it alone gives all of the payment back</source>
        <translation>Ob sie allein die ganze Zahlung zurückgibt</translation>
    </message>
    <message>
        <source>Whether it belongs to a Connect platform</source>
        <translation>Ob sie zu einer Connect-Plattform gehört</translation>
    </message>
    <message>
        <source>Whether it came back since the first day that is posted</source>
        <translation>Ob sie seit dem ersten gebuchten Tag zurückkam</translation>
    </message>
    <message>
        <source>Whether it failed or was cancelled</source>
        <translation>Ob sie fehlschlug oder abgebrochen wurde</translation>
    </message>
    <message>
        <source>Whether it has moved money</source>
        <translation>Ob sie Geld bewegt hat</translation>
    </message>
    <message>
        <source>Whether it is an inquiry, which takes no money yet</source>
        <translation>Ob es eine Voranfrage ist, die noch kein Geld nimmt</translation>
    </message>
    <message>
        <source>Whether it is booked with its payout</source>
        <translation>Ob sie mit ihrer Auszahlung gebucht wird</translation>
    </message>
    <message>
        <source>Whether it is known at which rate the payment was booked</source>
        <translation>Ob bekannt ist, zu welchem Kurs die Zahlung gebucht wurde</translation>
    </message>
    <message>
        <source>Whether it is lost</source>
        <translation>Ob er verloren ist</translation>
    </message>
    <message>
        <source>Whether it is open in the payment&apos;s currency</source>
        <translation>Ob sie in der Währung der Zahlung offen ist</translation>
    </message>
    <message>
        <source>Whether it is real money</source>
        <translation>Ob es echtes Geld ist</translation>
    </message>
    <message>
        <source>Whether it is the account that guests share</source>
        <translation>Ob es das Konto ist, das sich Gäste teilen</translation>
    </message>
    <message>
        <source>Whether it is the reserve&apos;s own side of a movement</source>
        <translation>Ob es die Gegenseite der Rücklage zu einer Bewegung ist</translation>
    </message>
    <message>
        <source>Whether it is won although less came back of it than was taken</source>
        <translation>Ob er gewonnen ist, obwohl weniger zurückkam, als genommen wurde</translation>
    </message>
    <message>
        <source>Whether it settles in SYSPRO&apos;s own currency</source>
        <translation>Ob in SYSPROs eigener Währung abgerechnet wird</translation>
    </message>
    <message>
        <source>Whether it settles in another currency</source>
        <translation>Ob in einer anderen Währung abgerechnet wird</translation>
    </message>
    <message>
        <source>Whether it was before the first day that is posted</source>
        <translation>Ob es vor dem ersten gebuchten Tag war</translation>
    </message>
    <message>
        <source>Whether it was decided once more after its money had come back</source>
        <translation>Ob er noch einmal entschieden wurde, nachdem sein Geld zurück war</translation>
    </message>
    <message>
        <source>Whether its latest invoice is overdue</source>
        <translation>Ob seine letzte Rechnung überfällig ist</translation>
    </message>
    <message>
        <source>Whether its money has come back</source>
        <translation>Ob ihr Geld zurückgekommen ist</translation>
    </message>
    <message>
        <source>Whether its money has left Stripe&apos;s balance</source>
        <translation>Ob ihr Geld Stripes Saldo verlassen hat</translation>
    </message>
    <message>
        <source>Whether its money moves at another time than it was made</source>
        <translation>Ob ihr Geld sich zu anderer Zeit bewegt, als sie entstand</translation>
    </message>
    <message>
        <source>Whether less was captured than authorised</source>
        <translation>Ob weniger eingezogen als autorisiert wurde</translation>
    </message>
    <message>
        <source>Whether metadata names it for SYSPRO</source>
        <translation>Ob Metadaten sie für SYSPRO nennen</translation>
    </message>
    <message>
        <source>Whether money came back after it was lost</source>
        <translation>Ob Geld zurückkam, nachdem er verloren war</translation>
    </message>
    <message>
        <source>Whether money was given back</source>
        <translation>Ob Geld zurückgegeben wurde</translation>
    </message>
    <message>
        <source>Whether money was taken</source>
        <translation>Ob Geld genommen wurde</translation>
    </message>
    <message>
        <source>Whether nothing is left to do</source>
        <translation>Ob nichts mehr zu tun ist</translation>
    </message>
    <message>
        <source>Whether the customer is made in SYSPRO</source>
        <translation>Ob der Kunde in SYSPRO angelegt wird</translation>
    </message>
    <message>
        <source>Whether the money may be posted by posting.when</source>
        <translation>Ob das Geld nach posting.when gebucht werden darf</translation>
    </message>
    <message>
        <source>Whether the money was taken, not only authorised</source>
        <translation>Ob das Geld eingezogen wurde, nicht nur autorisiert</translation>
    </message>
    <message>
        <source>Whether the order is cancelled</source>
        <translation>Ob der Auftrag storniert ist</translation>
    </message>
    <message>
        <source>Whether the order is complete</source>
        <translation>Ob der Auftrag vollständig ist</translation>
    </message>
    <message>
        <source>Whether the order is invoiced</source>
        <translation>Ob der Auftrag fakturiert ist</translation>
    </message>
    <message>
        <source>Whether the payer was linked to no SYSPRO customer so far; no for guests</source>
        <translation>Ob der Zahler bisher mit keinem SYSPRO-Kunden verbunden war; nein bei Gästen</translation>
    </message>
    <message>
        <source>Whether the payer&apos;s bank disputed it before it was decided</source>
        <translation>Ob die Bank des Zahlers sie bestritt, bevor sie entschieden wurde</translation>
    </message>
    <message>
        <source>Whether the payer&apos;s bank has yet to confirm it</source>
        <translation>Ob die Bank des Zahlers sie noch bestätigen muss</translation>
    </message>
    <message>
        <source>Whether this payment paid it already</source>
        <translation>Ob diese Zahlung sie schon bezahlt hat</translation>
    </message>
    <message>
        <source>Whether what came back of it is worth more or less than what was taken</source>
        <translation>Ob das Zurückgekommene mehr oder weniger wert ist als das Genommene</translation>
    </message>
    <message>
        <source>Which prices the portal asks of SYSPRO (SORRSL): those that its tables leave in doubt (unsure), all (always), or none (never; what is in doubt is then not told). The command price always asks, and shows both.</source>
        <translation>Nach welchen Preisen das Portal SYSPRO fragt (SORRSL): denen, die seine Tabellen offenlassen (unsure), allen (always), oder keinen (never; Unsicheres wird dann nicht genannt). Der Befehl price fragt immer und zeigt beides.</translation>
    </message>
    <message>
        <source>Why it cannot be decided; empty when it can</source>
        <translation>Warum es nicht entschieden werden kann; leer, wenn doch</translation>
    </message>
    <message>
        <source>Why it is not sure which invoices are paid; empty when it is</source>
        <translation>Warum nicht sicher ist, welche Rechnungen bezahlt werden; leer, wenn doch</translation>
    </message>
    <message>
        <source>Why its month cannot be posted to; empty when it can</source>
        <translation>Warum in ihren Monat nicht gebucht werden kann; leer, wenn doch</translation>
    </message>
    <message>
        <source>Why the lines do not make an order; empty when all is well</source>
        <translation>Warum die Zeilen keinen Auftrag ergeben; leer, wenn alles gut ist</translation>
    </message>
    <message>
        <source>Why there is no account; empty when all is well</source>
        <translation>Warum es kein Konto gibt; leer, wenn alles gut ist</translation>
    </message>
    <message>
        <source>automatic, automatic_async or manual</source>
        <translation>automatic, automatic_async oder manual</translation>
    </message>
    <message>
        <source>dispute decided</source>
        <translation>Zahlungsstreit entschieden</translation>
    </message>
    <message>
        <source>{difference} more than left</source>
        <translation>{difference} mehr, als abging</translation>
    </message>
    <message>
        <source>{what} from before the audit kept decisions, which nothing vouches for.</source>
        <translation>{what} aus der Zeit, bevor das Protokoll Entscheidungen aufhob; dafür bürgt nichts.</translation>
    </message>
    <message>
        <source>{what} {subject} cannot be written to SYSPRO.</source>
        <translation>{what} {subject} lässt sich nicht in SYSPRO schreiben.</translation>
    </message>
    <message>
        <source>{what} {subject} of {name} cannot be written to SYSPRO.</source>
        <translation>{what} {subject} von {name} lässt sich nicht in SYSPRO schreiben.</translation>
    </message>
    <message>
        <source>charge failure</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>charge_automatically or send_invoice</source>
        <translation>charge_automatically oder send_invoice</translation>
    </message>
    <message>
        <source>connect reserved funds</source>
        <translation>Connect-Rücklage</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>credit or debit where a note is due for what was given back before the invoice; else empty</source>
        <translation>credit oder debit, wo für vor der Rechnung Zurückgegebenes etwas fällig ist; sonst leer</translation>
    </message>
    <message>
        <source>credit, on_account or invoice</source>
        <translation>credit, on_account oder invoice</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>Zahlungsstreit</translation>
    </message>
    <message>
        <source>dispute reversal</source>
        <translation>Zahlungsstreit zurückgenommen</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>flow {name}</source>
        <translation>Ablauf {name}</translation>
    </message>
    <message>
        <source>in_doubt</source>
        <translation>im Zweifel</translation>
    </message>
    <message>
        <source>its digest is no SHA-256</source>
        <translation>seine Prüfsumme ist kein SHA-256</translation>
    </message>
    <message>
        <source>journal or cashbook</source>
        <translation>journal oder cashbook</translation>
    </message>
    <message>
        <source>manual, subscription_create, subscription_cycle and others</source>
        <translation>manual, subscription_create, subscription_cycle und andere</translation>
    </message>
    <message>
        <source>needs_response, under_review, won, lost and others</source>
        <translation>needs_response, under_review, won, lost und andere</translation>
    </message>
    <message>
        <source>network cost</source>
        <translation>Netzwerkkosten</translation>
    </message>
    <message>
        <source>none, exempt or reverse</source>
        <translation>none, exempt oder reverse</translation>
    </message>
    <message>
        <source>orders, invoices, open_invoices or summary</source>
        <translation>orders, invoices, open_invoices oder summary</translation>
    </message>
    <message>
        <source>other adjustment</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>paid, pending, in_transit, canceled or failed</source>
        <translation>paid, pending, in_transit, canceled oder failed</translation>
    </message>
    <message>
        <source>partial capture reversal</source>
        <translation>Rest nicht eingezogen</translation>
    </message>
    <message>
        <source>payment or subscription</source>
        <translation>payment oder subscription</translation>
    </message>
    <message>
        <source>payout minimum balance hold</source>
        <translation>Mindestsaldo einbehalten</translation>
    </message>
    <message>
        <source>payout minimum balance release</source>
        <translation>Mindestsaldo freigegeben</translation>
    </message>
    <message>
        <source>payout reversal</source>
        <translation>Auszahlung zurückgekommen</translation>
    </message>
    <message>
        <source>pending, requires_action, succeeded, failed or canceled</source>
        <translation>pending, requires_action, succeeded, failed oder canceled</translation>
    </message>
    <message>
        <source>posted, moving, stopped, not_available, summary or none</source>
        <translation>posted, moving, stopped, not_available, summary oder none</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>refund failure</source>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>requests.customers names what no customer code of SYSPRO can be. {error}</source>
        <translation>requests.customers nennt, was in SYSPRO keine Kundennummer sein kann. {error}</translation>
    </message>
    <message>
        <source>The dispute of {amount} was decided once more after its money had come back, which Stripe does not describe. {by_hand}, then ignore it here.</source>
        <translation>Der Zahlungsstreit über {amount} wurde noch einmal entschieden, nachdem sein Geld zurück war; das beschreibt Stripe nicht. {by_hand}, und ignorieren Sie es dann hier.</translation>
    </message>
    <message>
        <source>A free-form credit note with the line {stock_code} comes to {value} in SYSPRO, and {value2} are given back: {left} differ. The sale has {tax} tax in that, SYSPRO would take {tax2}. Name a code that SYSPRO taxes as the sale in refunds.stock_codes. A sale at several tax rates, such as shipping without tax beside taxed goods, has no such code: credit it by hand and ignore the refund here, {else}</source>
        <translation>Eine freie Gutschrift mit der Zeile {stock_code} kommt in SYSPRO auf {value}, zurückgegeben werden {value2}: {left} Unterschied. Im Verkauf stecken darin {tax} Steuer, SYSPRO nähme {tax2}. Nennen Sie in refunds.stock_codes einen Artikel, den SYSPRO wie den Verkauf besteuert. Für einen Verkauf zu mehreren Steuersätzen, etwa Versand ohne Steuer neben besteuerter Ware, gibt es keinen: Schreiben Sie von Hand gut und ignorieren Sie die Erstattung hier, {else}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>Adjustment {key}</source>
        <translation>Ausgleich {key}</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>All movements without the payout</source>
        <translation>Alle Bewegungen ohne die Auszahlung</translation>
    </message>
    <message>
        <source>All that is open now.</source>
        <translation>Alles, was jetzt offen ist.</translation>
    </message>
    <message>
        <source>An amount is the whole document&apos;s: a payout&apos;s journal takes its fees out of clearing together with it.</source>
        <translation>Ein Betrag ist der des ganzen Belegs: Das Journal einer Auszahlung nimmt deren Gebühren mit aus der Verrechnung.</translation>
    </message>
    <message>
        <source>Ar document</source>
        <translation>Debitorenbeleg</translation>
    </message>
    <message>
        <source>Ar document {key}</source>
        <translation>Debitorenbeleg {key}</translation>
    </message>
    <message>
        <source>As compared on {when}: Stripe&apos;s balance and SYSPRO&apos;s of that moment.</source>
        <translation>Wie am {when} verglichen: Stripes Saldo und der von SYSPRO in diesem Augenblick.</translation>
    </message>
    <message>
        <source>At the end of the month.</source>
        <translation>Am Ende des Monats.</translation>
    </message>
    <message>
        <source>Audit row</source>
        <translation>Protokollzeile</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Prüfpfad</translation>
    </message>
    <message>
        <source>Balance transaction</source>
        <translation>Kontobewegung</translation>
    </message>
    <message>
        <source>Bank receipt</source>
        <translation>Eingang auf der Bank</translation>
    </message>
    <message>
        <source>Bank receipt {key}</source>
        <translation>Eingang auf der Bank {key}</translation>
    </message>
    <message>
        <source>Bank reference</source>
        <translation>Bankreferenz</translation>
    </message>
    <message>
        <source>Before start</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cash entry</source>
        <translation>Kassenbucheintrag</translation>
    </message>
    <message>
        <source>Cash entry {key}</source>
        <translation>Kassenbucheintrag {key}</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Endsaldo</translation>
    </message>
    <message>
        <source>Credit note line</source>
        <translation>Gutschriftzeile</translation>
    </message>
    <message>
        <source>Credit note line {key}</source>
        <translation>Gutschriftzeile {key}</translation>
    </message>
    <message>
        <source>Credit note {key}</source>
        <translation>Gutschrift {key}</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Custom form</source>
        <translation>Zusatzfeld</translation>
    </message>
    <message>
        <source>Custom form {key}</source>
        <translation>Zusatzfeld {key}</translation>
    </message>
    <message>
        <source>Customer change</source>
        <translation>Kundenänderung</translation>
    </message>
    <message>
        <source>Customer change {key}</source>
        <translation>Kundenänderung {key}</translation>
    </message>
    <message>
        <source>Customer {key}</source>
        <translation>Kunde {key}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Day at the bank</source>
        <translation>Tag bei der Bank</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Zahlungsstreite</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Document key</source>
        <translation>Belegschlüssel</translation>
    </message>
    <message>
        <source>Document {unseen} was posted over it, and the ledger does not show that: look for its journal in SYSPRO, and post it there.</source>
        <translation>Darüber wurde Beleg {unseen} gebucht, und das Hauptbuch zeigt ihn nicht: Suchen Sie sein Journal in SYSPRO, und buchen Sie es dort.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Kursdifferenzen</translation>
    </message>
    <message>
        <source>Exchange difference of what is over</source>
        <translation>Kursdifferenz von Abgeschlossenem</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Fees of payments, of refunds and of the payout itself are counted under Fees.</source>
        <translation>Gebühren von Zahlungen, Erstattungen und der Auszahlung selbst zählen unter Gebühren.</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>From SYSPRO to Stripe</source>
        <translation>Von SYSPRO zu Stripe</translation>
    </message>
    <message>
        <source>From Stripe to SYSPRO</source>
        <translation>Von Stripe zu SYSPRO</translation>
    </message>
    <message>
        <source>From gross to net</source>
        <translation>Von brutto zu netto</translation>
    </message>
    <message>
        <source>From the first to the last second of the month, in the site&apos;s time zone.</source>
        <translation>Von der ersten bis zur letzten Sekunde des Monats, in der Zeitzone des Standorts.</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>In SYSPRO</source>
        <translation>In SYSPRO</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>In transit to the bank</source>
        <translation>Unterwegs zur Bank</translation>
    </message>
    <message>
        <source>Install the program&apos;s extra &apos;meaning&apos; again, or leave the model out with --no-model.</source>
        <translation>Installieren Sie das Extra &apos;meaning&apos; des Programms neu, oder lassen Sie das Modell mit --no-model weg.</translation>
    </message>
    <message>
        <source>Invoice credit</source>
        <translation>Gutschrift zur Rechnung</translation>
    </message>
    <message>
        <source>Invoice credit {key}</source>
        <translation>Gutschrift zur Rechnung {key}</translation>
    </message>
    <message>
        <source>It is similar in meaning to &quot;{says}&quot; ({alike} percent).</source>
        <translation>Es ähnelt in der Bedeutung „{says}“ ({alike} Prozent).</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the reports: payout statements, month-end packs, audit trails.</source>
        <translation>Sprache der Berichte: Auszahlungsabrechnungen, Monatsabschlüsse, Prüfpfade.</translation>
    </message>
    <message>
        <source>Left Stripe</source>
        <translation>Ab Stripe</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Month-end pack</source>
        <translation>Monatsabschluss</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Nearest are {nearest}.</source>
        <translation>Am nächsten kommen {nearest}.</translation>
    </message>
    <message>
        <source>Nearest is {said_together}.</source>
        <translation>Am nächsten kommt {said_together}.</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Not compared yet.</source>
        <translation>Noch nicht verglichen.</translation>
    </message>
    <message>
        <source>Not paid out</source>
        <translation>Nicht ausgezahlt</translation>
    </message>
    <message>
        <source>Not yet paid out</source>
        <translation>Noch nicht ausgezahlt</translation>
    </message>
    <message>
        <source>Nothing has moved.</source>
        <translation>Nichts hat sich bewegt.</translation>
    </message>
    <message>
        <source>Nothing in SYSPRO uses {called} {code} yet.{nearest_said}</source>
        <translation>In SYSPRO verwendet noch nichts {called} {code}.{nearest_said}</translation>
    </message>
    <message>
        <source>Nothing is known of it: neither Stripe&apos;s ids nor SYSPRO&apos;s keys here have this name.</source>
        <translation>Davon ist nichts bekannt: Weder Stripes Ids noch SYSPROs Schlüssel heißen hier so.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
    <message>
        <source>Nothing was decided about it.</source>
        <translation>Darüber wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Anfangssaldo</translation>
    </message>
    <message>
        <source>Order cancel</source>
        <translation>Auftrag storniert</translation>
    </message>
    <message>
        <source>Order cancel {key}</source>
        <translation>Auftrag storniert {key}</translation>
    </message>
    <message>
        <source>Order invoice</source>
        <translation>Auftrag fakturiert</translation>
    </message>
    <message>
        <source>Order invoice {key}</source>
        <translation>Auftrag fakturiert {key}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>Seite {number} von {pages}</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Payout statement</source>
        <translation>Auszahlungsabrechnung</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Proof of the clearing account</source>
        <translation>Nachweis des Verrechnungskontos</translation>
    </message>
    <message>
        <source>Proposed with it: {parts} that it reached, the oldest first.</source>
        <translation>Mit ihr vorgeschlagen: {parts}, die sie erreichte, die älteste zuerst.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Zahlungseingang</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>SYSPRO has it in {said_together}.</source>
        <translation>SYSPRO hat es in {said_together}.</translation>
    </message>
    <message>
        <source>SYSPRO&apos;s open periods were not read lately</source>
        <translation>SYSPROs offene Perioden wurden länger nicht gelesen</translation>
    </message>
    <message>
        <source>Sales order {key}</source>
        <translation>Verkaufsauftrag {key}</translation>
    </message>
    <message>
        <source>Sales order {number} is</source>
        <translation>Verkaufsauftrag {number} ist</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>State and evidence</source>
        <translation>Zustand und Nachweis</translation>
    </message>
    <message>
        <source>Status at Stripe</source>
        <translation>Status bei Stripe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stock code {code}</source>
        <translation>Artikel {code}</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Stripe has named no movement of this payout.</source>
        <translation>Stripe hat keine Bewegung dieser Auszahlung genannt.</translation>
    </message>
    <message>
        <source>Stripe id</source>
        <translation>Stripe-Id</translation>
    </message>
    <message>
        <source>Stripe object</source>
        <translation>Stripe-Objekt</translation>
    </message>
    <message>
        <source>The books have not been compared yet, so the month is not proven.</source>
        <translation>Die Bücher wurden noch nicht verglichen, darum ist der Monat nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>The books were compared last before the month ended, so the month as a whole is not proven yet.</source>
        <translation>Die Bücher wurden zuletzt vor dem Ende des Monats verglichen, darum ist der Monat als Ganzes noch nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>The clearing account agrees to the cent, and nothing is open.</source>
        <translation>Das Verrechnungskonto stimmt auf den Cent, und nichts ist offen.</translation>
    </message>
    <message>
        <source>The clearing account agrees. {open_now}</source>
        <translation>Das Verrechnungskonto stimmt. {open_now}</translation>
    </message>
    <message>
        <source>The clearing account does not agree; see the proof.</source>
        <translation>Das Verrechnungskonto stimmt nicht; siehe den Nachweis.</translation>
    </message>
    <message>
        <source>The dispute of {amount} was lost. Its payment {charge} is on its way to SYSPRO; the loss follows it by itself.</source>
        <translation>Der Zahlungsstreit über {amount} ging verloren. Seine Zahlung {charge} ist auf dem Weg zu SYSPRO; der Verlust folgt ihr von selbst.</translation>
    </message>
    <message>
        <source>The dispute of {amount} was lost. Its payment {charge} is posted when its money is available at Stripe; the loss follows it.</source>
        <translation>Der Zahlungsstreit über {amount} ging verloren. Seine Zahlung {charge} wird gebucht, wenn ihr Geld bei Stripe verfügbar ist; der Verlust folgt ihr.</translation>
    </message>
    <message>
        <source>The dispute of {amount} was lost. Payment {charge}, or a document of it, waits for a person: settle that, and the loss follows by itself.</source>
        <translation>Der Zahlungsstreit über {amount} ging verloren. Zahlung {charge} oder einer ihrer Belege wartet auf jemanden: Klären Sie das, und der Verlust folgt von selbst.</translation>
    </message>
    <message>
        <source>The disputed {amount} left before the first day that is posted.</source>
        <translation>Die strittigen {amount} gingen vor dem ersten Tag ab, der gebucht wird.</translation>
    </message>
    <message>
        <source>The document is too large for this SYSPRO service</source>
        <translation>Der Beleg ist zu groß für diesen SYSPRO-Dienst</translation>
    </message>
    <message>
        <source>The document is {row}; by the audit it is {state}.</source>
        <translation>Der Beleg ist {row}; nach dem Protokoll ist er {state}.</translation>
    </message>
    <message>
        <source>The document, or what it posts of Stripe&apos;s movements, is not what was decided then.</source>
        <translation>Der Beleg, oder was er von Stripes Bewegungen bucht, ist nicht, was damals entschieden wurde.</translation>
    </message>
    <message>
        <source>The draft was changed</source>
        <translation>Der Entwurf wurde geändert</translation>
    </message>
    <message>
        <source>The engine does not start</source>
        <translation>Der Dienst startet nicht</translation>
    </message>
    <message>
        <source>The engine ended by itself; its log says why.</source>
        <translation>Der Dienst endete von selbst; sein Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The engine has stopped; what was in hand is finished.</source>
        <translation>Der Dienst ist beendet; was in Arbeit war, ist fertig.</translation>
    </message>
    <message>
        <source>The engine is busy</source>
        <translation>Der Dienst ist beschäftigt</translation>
    </message>
    <message>
        <source>The engine is starting for {root}. Its log is {log}.</source>
        <translation>Der Dienst startet für {root}. Sein Protokoll ist {log}.</translation>
    </message>
    <message>
        <source>The engine of the new version does not start.</source>
        <translation>Der Dienst der neuen Version startet nicht.</translation>
    </message>
    <message>
        <source>The engine of {name} is still at work; it stays. Try again later.</source>
        <translation>Der Dienst von {name} arbeitet noch; er bleibt. Versuchen Sie es später wieder.</translation>
    </message>
    <message>
        <source>The engine on {machine} posts to SYSPRO company {company} from this database; a second one on {machine2} would post everything twice, so it does not start.</source>
        <translation>Der Dienst auf {machine} bucht aus dieser Datenbank in die SYSPRO-Firma {company}; ein zweiter auf {machine2} würde alles doppelt buchen, darum startet er nicht.</translation>
    </message>
    <message>
        <source>The engine runs and uses SYSPRO&apos;s operator; a second logon of that operator would end its session.</source>
        <translation>Der Dienst läuft und verwendet SYSPROs Operator; eine zweite Anmeldung dieses Operators würde seine Sitzung beenden.</translation>
    </message>
    <message>
        <source>The engine starts anew</source>
        <translation>Der Dienst startet neu</translation>
    </message>
    <message>
        <source>The engine starts anew with the settings of now.</source>
        <translation>Der Dienst startet mit den jetzigen Einstellungen neu.</translation>
    </message>
    <message>
        <source>The environment variable {variable} decides {name}, so a value in the keyring would not count.</source>
        <translation>Die Umgebungsvariable {variable} bestimmt {name}, darum würde ein Wert im Schlüsselbund nicht zählen.</translation>
    </message>
    <message>
        <source>The field {field_name} cannot be read at this site, so it is not proven.</source>
        <translation>Das Feld {field_name} kann an diesem Standort nicht gelesen werden, darum ist es nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>The field {field_name} of {key_field} holds {value}.</source>
        <translation>Das Feld {field_name} von {key_field} enthält {value}.</translation>
    </message>
    <message>
        <source>The fields of {table} are set to be read, but syspro.custom_form_tables says that SYSPRO&apos;s queries do not read custom form tables at this site.</source>
        <translation>Die Felder von {table} sollen gelesen werden, aber syspro.custom_form_tables sagt, dass SYSPROs Abfragen an diesem Standort keine Tabellen der Zusatzfelder lesen.</translation>
    </message>
    <message>
        <source>The file of lists</source>
        <translation>Die Datei der Listen</translation>
    </message>
    <message>
        <source>The file {ca_file} holds no certificates that can be read.</source>
        <translation>Die Datei {ca_file} enthält keine lesbaren Zertifikate.</translation>
    </message>
    <message>
        <source>The flow is no TOML: {error}.</source>
        <translation>Der Ablauf ist kein TOML: {error}.</translation>
    </message>
    <message>
        <source>The flow {flow} has no such step or line.</source>
        <translation>Der Ablauf {flow} hat keinen solchen Schritt und keine solche Zeile.</translation>
    </message>
    <message>
        <source>The flows {name} and {name2} are two posting modes for the same money: both want each {subject} in {shared}. Say in their triggers which modes each is for (mode = [&quot;orders&quot;]), or remove one.</source>
        <translation>Die Abläufe {name} und {name2} sind zwei Buchungsmodi für dasselbe Geld: Beide wollen jedes {subject} in {shared}. Sagen Sie in ihren Auslösern, für welche Modi jeder ist (mode = [&quot;orders&quot;]), oder entfernen Sie einen.</translation>
    </message>
    <message>
        <source>The id {object_id}</source>
        <translation>Die Id {object_id}</translation>
    </message>
    <message>
        <source>The invoices that {amount} pay belong to several customers: {owners}. {correct}</source>
        <translation>Die Rechnungen, die {amount} bezahlen, gehören mehreren Kunden: {owners}. {correct}</translation>
    </message>
    <message>
        <source>The job {hanging} has not run for far too long, so nobody outside is told that all is well.</source>
        <translation>Die Aufgabe {hanging} lief viel zu lange nicht mehr, darum wird niemandem draußen gesagt, dass alles gut ist.</translation>
    </message>
    <message>
        <source>The job {name} met an error of the program</source>
        <translation>Die Aufgabe {name} traf auf einen Programmfehler</translation>
    </message>
    <message>
        <source>The key {key} is longer than {length} characters.</source>
        <translation>Der Schlüssel {key} ist länger als {length} Zeichen.</translation>
    </message>
    <message>
        <source>The keyring did not open for {name} ({name2}).</source>
        <translation>Der Schlüsselbund öffnete sich nicht für {name} ({name2}).</translation>
    </message>
    <message>
        <source>The keyring does not open</source>
        <translation>Der Schlüsselbund öffnet sich nicht</translation>
    </message>
    <message>
        <source>The line {plain} of a free-form credit note bears another tax than the sale may have. Name a code for the sale&apos;s tax code in refunds.stock_codes, and its rate in orders.tax_rates, {else}</source>
        <translation>Die Zeile {plain} einer freien Gutschrift trägt eine andere Steuer, als der Verkauf haben kann. Nennen Sie in refunds.stock_codes einen Artikel für den Steuerschlüssel des Verkaufs und in orders.tax_rates seinen Satz, {else}</translation>
    </message>
    <message>
        <source>The lines of invoice {invoice} cannot be read, so its credit is not proven.</source>
        <translation>Die Zeilen der Rechnung {invoice} können nicht gelesen werden, darum ist ihre Gutschrift nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>The list does not move on.</source>
        <translation>Die Liste rückt nicht weiter.</translation>
    </message>
    <message>
        <source>The list has more than {most_pages} pages.</source>
        <translation>Die Liste hat mehr als {most_pages} Seiten.</translation>
    </message>
    <message>
        <source>The list of codes</source>
        <translation>Die Liste der Schlüssel</translation>
    </message>
    <message>
        <source>The list of postings</source>
        <translation>Die Liste der Buchungen</translation>
    </message>
    <message>
        <source>The list of sources</source>
        <translation>Die Liste der Quellen</translation>
    </message>
    <message>
        <source>The list of sources has {entries} entries, more than {most_sources}.</source>
        <translation>Die Liste der Quellen hat {entries} Einträge, mehr als {most_sources}.</translation>
    </message>
    <message>
        <source>The list {table}</source>
        <translation>Die Liste {table}</translation>
    </message>
    <message>
        <source>The look met an error of the program</source>
        <translation>Das Nachsehen traf auf einen Programmfehler</translation>
    </message>
    <message>
        <source>The machine GUID is in the Windows registry.</source>
        <translation>Die Maschinen-GUID steht in der Windows-Registrierung.</translation>
    </message>
    <message>
        <source>The mail server cannot be reached</source>
        <translation>Der Mailserver ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>The mail server {host} cannot be reached ({why}). Mail is kept and sent later.</source>
        <translation>Der Mailserver {host} ist nicht zu erreichen ({why}). Mails werden aufgehoben und später gesendet.</translation>
    </message>
    <message>
        <source>The mail server {host} does not take our mail: {why}. It is kept, and tried again every hour.</source>
        <translation>Der Mailserver {host} nimmt unsere Mail nicht an: {why}. Sie wird aufgehoben und stündlich wieder versucht.</translation>
    </message>
    <message>
        <source>The manifest of releases cannot be read: {why}.</source>
        <translation>Das Manifest der Versionen kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>The mapping cannot work</source>
        <translation>Die Zuordnung kann nicht arbeiten</translation>
    </message>
    <message>
        <source>The mapping revision is not what was put in force then.</source>
        <translation>Die Fassung der Zuordnung ist nicht, was damals in Kraft gesetzt wurde.</translation>
    </message>
    <message>
        <source>The meaning of {element} names {min}, which is no concept.</source>
        <translation>Die Bedeutung von {element} nennt {min}, und das ist kein Begriff.</translation>
    </message>
    <message>
        <source>The metadata in Stripe names {customer}.</source>
        <translation>Die Metadaten in Stripe nennen {customer}.</translation>
    </message>
    <message>
        <source>The model of meaning is another one</source>
        <translation>Das Bedeutungsmodell ist ein anderes</translation>
    </message>
    <message>
        <source>The moment of the movement is {at}, which no calendar has.</source>
        <translation>Der Zeitpunkt der Bewegung ist {at}, und den hat kein Kalender.</translation>
    </message>
    <message>
        <source>The month is not over yet; so far the clearing account agrees. {so_far}</source>
        <translation>Der Monat ist noch nicht vorbei; bisher stimmt das Verrechnungskonto. {so_far}</translation>
    </message>
    <message>
        <source>The movement moves nothing, or its account is the clearing account itself.</source>
        <translation>Die Bewegung bewegt nichts, oder ihr Konto ist das Verrechnungskonto selbst.</translation>
    </message>
    <message>
        <source>The movement of {amount} was before the first day that is posted.</source>
        <translation>Die Bewegung über {amount} war vor dem ersten Tag, der gebucht wird.</translation>
    </message>
    <message>
        <source>The movement {id} ({category}) of {money} net has no outcome yet. {subject} is decided next; `syspro-stripe retry {subject2}` asks for it now.</source>
        <translation>Die Bewegung {id} ({category}) über netto {money} hat noch kein Ergebnis. {subject} wird als Nächstes entschieden; `syspro-stripe retry {subject2}` verlangt es jetzt.</translation>
    </message>
    <message>
        <source>The movements add up to the payout, and all of them are in SYSPRO.</source>
        <translation>Die Bewegungen ergeben die Auszahlung, und alle sind in SYSPRO.</translation>
    </message>
    <message>
        <source>The movements add up to the payout. {what} ignored, for the reason named there; all others are in SYSPRO.</source>
        <translation>Die Bewegungen ergeben die Auszahlung. {what} ignoriert, mit dem Grund, der dort steht; alle anderen sind in SYSPRO.</translation>
    </message>
    <message>
        <source>The movements add up to the payout. {what} not wholly in SYSPRO yet.</source>
        <translation>Die Bewegungen ergeben die Auszahlung. {what} noch nicht ganz in SYSPRO.</translation>
    </message>
    <message>
        <source>The movements add up to {net}, the payout is {amount}: {difference} is unexplained.</source>
        <translation>Die Bewegungen ergeben {net}, die Auszahlung ist {amount}: {difference} sind ungeklärt.</translation>
    </message>
    <message>
        <source>The movements of {written}, before the first day that is posted, add up to {more_or_less} than when they were first read: {which}. It is counted to the opening balance now; book it by hand if it is not in SYSPRO, then accept this.</source>
        <translation>Die Bewegungen vom {written}, vor dem ersten Tag, der gebucht wird, ergeben {more_or_less}, als sie zuerst gelesen wurden: {which}. Es zählt jetzt zum Anfangssaldo; buchen Sie es von Hand, wenn es nicht in SYSPRO ist, und nehmen Sie dies dann an.</translation>
    </message>
    <message>
        <source>The new checkout session</source>
        <translation>Die neue Checkout-Sitzung</translation>
    </message>
    <message>
        <source>The new customer</source>
        <translation>Der neue Kunde</translation>
    </message>
    <message>
        <source>The number {key} is stored in several ways: {stored}.</source>
        <translation>Die Nummer {key} ist auf mehrere Arten gespeichert: {stored}.</translation>
    </message>
    <message>
        <source>The order cannot be placed</source>
        <translation>Der Auftrag kann nicht erteilt werden</translation>
    </message>
    <message>
        <source>The order comes to {foreseen} in SYSPRO, the payment is {paid}: {paid2} differ.</source>
        <translation>Der Auftrag kommt in SYSPRO auf {foreseen}, die Zahlung ist {paid}: {paid2} Unterschied.</translation>
    </message>
    <message>
        <source>The order is</source>
        <translation>Der Auftrag ist</translation>
    </message>
    <message>
        <source>The order line {part} in the metadata does not read CODE*QUANTITY@PRICE.</source>
        <translation>Die Auftragszeile {part} in den Metadaten lautet nicht ARTIKEL*MENGE@PREIS.</translation>
    </message>
    <message>
        <source>The order was not taken</source>
        <translation>Der Auftrag wurde nicht angenommen</translation>
    </message>
    <message>
        <source>The order was not taken: {why}</source>
        <translation>Der Auftrag wurde nicht angenommen: {why}</translation>
    </message>
    <message>
        <source>The order was taken back. Ask us.</source>
        <translation>Der Auftrag wurde zurückgenommen. Fragen Sie uns.</translation>
    </message>
    <message>
        <source>The order, or a line of it, comes to nothing.</source>
        <translation>Der Auftrag oder eine seiner Zeilen kommt auf nichts.</translation>
    </message>
    <message>
        <source>The other side of a reserve: {amount} that the reserve account shows already.</source>
        <translation>Die Gegenseite einer Rücklage: {amount}, die das Rücklagenkonto schon zeigt.</translation>
    </message>
    <message>
        <source>The page of this order is closed and was not paid. Place the order under another key.</source>
        <translation>Die Seite dieses Auftrags ist geschlossen und wurde nicht bezahlt. Erteilen Sie den Auftrag unter einem anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The pair is being removed</source>
        <translation>Das Paar wird gerade entfernt</translation>
    </message>
    <message>
        <source>The pair is there</source>
        <translation>Das Paar ist schon da</translation>
    </message>
    <message>
        <source>The pair main is the installation&apos;s own folder; it cannot be removed.</source>
        <translation>Das Paar main ist der eigene Ordner der Installation; es kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The pair {name} is being removed, so no engine starts for it.</source>
        <translation>Das Paar {name} wird gerade entfernt, darum startet kein Dienst dafür.</translation>
    </message>
    <message>
        <source>The pair {pair} has the Stripe account {account}; {pair2} would post its money twice.</source>
        <translation>Das Paar {pair} hat das Stripe-Konto {account}; {pair2} würde sein Geld doppelt buchen.</translation>
    </message>
    <message>
        <source>The pair {pair} posts to the same SYSPRO company with {shared}, too.</source>
        <translation>Auch das Paar {pair} bucht in dieselbe SYSPRO-Firma mit {shared}.</translation>
    </message>
    <message>
        <source>The password for {host} would go over the network in the open, so nothing is sent.</source>
        <translation>Das Kennwort für {host} ginge offen durchs Netz, darum wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The password of the SYSPRO operator</source>
        <translation>Das Kennwort des SYSPRO-Operators</translation>
    </message>
    <message>
        <source>The payer has no SYSPRO customer yet: its customer document was not posted.</source>
        <translation>Der Zahler hat noch keinen SYSPRO-Kunden: Sein Kundenbeleg wurde nicht gebucht.</translation>
    </message>
    <message>
        <source>The payer is customer {code}, and invoice {numbers} is customer {owners}&apos;s. {correct}</source>
        <translation>Der Zahler ist Kunde {code}, und Rechnung {numbers} gehört Kunde {owners}. {correct}</translation>
    </message>
    <message>
        <source>The payer was found to be a customer that SYSPRO has, so none has to be made.</source>
        <translation>Der Zahler erwies sich als Kunde, den SYSPRO hat; darum muss keiner angelegt werden.</translation>
    </message>
    <message>
        <source>The payer&apos;s bank has not confirmed the payment yet.</source>
        <translation>Die Bank des Zahlers hat die Zahlung noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>The payer&apos;s bank has not confirmed the refund of {amount} yet.</source>
        <translation>Die Bank des Zahlers hat die Erstattung über {amount} noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>The payer&apos;s bank took the payment of {amount} back after Stripe had booked it. Book both by hand and ignore them here, or leave them.</source>
        <translation>Die Bank des Zahlers hat die Zahlung über {amount} zurückgenommen, nachdem Stripe sie gebucht hatte. Buchen Sie beides von Hand und ignorieren Sie es hier, oder lassen Sie es.</translation>
    </message>
    <message>
        <source>The payer&apos;s bank took the payment of {amount} by {name} back after Stripe had booked it. Book both by hand and ignore them here, or leave them.</source>
        <translation>Die Bank des Zahlers hat die Zahlung über {amount} von {name} zurückgenommen, nachdem Stripe sie gebucht hatte. Buchen Sie beides von Hand und ignorieren Sie es hier, oder lassen Sie es.</translation>
    </message>
    <message>
        <source>The payment could not be decided because of an error of the program; it is tried again.</source>
        <translation>Die Zahlung konnte wegen eines Programmfehlers nicht entschieden werden; es wird wieder versucht.</translation>
    </message>
    <message>
        <source>The payment failed, so no money moved.</source>
        <translation>Die Zahlung schlug fehl, also hat sich kein Geld bewegt.</translation>
    </message>
    <message>
        <source>The payment is authorised but not captured, so no money moved yet.</source>
        <translation>Die Zahlung ist autorisiert, aber nicht eingezogen; noch hat sich kein Geld bewegt.</translation>
    </message>
    <message>
        <source>The payment names customer {customer}, and invoice {numbers} is customer {others}&apos;s. {correct}</source>
        <translation>Die Zahlung nennt Kunde {customer}, und Rechnung {numbers} gehört Kunde {others}. {correct}</translation>
    </message>
    <message>
        <source>The payment of {amount} belongs to a Connect platform (fee, transfer or other account).</source>
        <translation>Die Zahlung über {amount} gehört zu einer Connect-Plattform (Gebühr, Übertragung oder anderes Konto).</translation>
    </message>
    <message>
        <source>The payment of {amount} by {name} settles in {settles_in}, which is not SYSPRO&apos;s own currency, so no rate can say what it is worth. Book it by hand and ignore it here, or leave it.</source>
        <translation>Die Zahlung über {amount} von {name} wird in {settles_in} abgerechnet, und das ist nicht SYSPROs eigene Währung; darum sagt kein Kurs, was sie wert ist. Buchen Sie sie von Hand und ignorieren Sie sie hier, oder lassen Sie sie.</translation>
    </message>
    <message>
        <source>The payment of {amount} is posted when its money is available at Stripe, on {available_on}.</source>
        <translation>Die Zahlung über {amount} wird gebucht, wenn ihr Geld bei Stripe verfügbar ist, am {available_on}.</translation>
    </message>
    <message>
        <source>The payment of {amount} was made before the first day that is posted.</source>
        <translation>Die Zahlung über {amount} war vor dem ersten Tag, der gebucht wird.</translation>
    </message>
    <message>
        <source>The payment over {amount} is not above zero.</source>
        <translation>Die Zahlung über {amount} ist nicht über null.</translation>
    </message>
    <message>
        <source>The payment paid several invoices, and one adjustment cannot open all of these again: {numbers}. Adjust them in SYSPRO by hand and cancel this one; the money follows then.</source>
        <translation>Die Zahlung bezahlte mehrere Rechnungen, und ein Ausgleich kann diese nicht alle wieder öffnen: {numbers}. Gleichen Sie sie in SYSPRO von Hand aus, und verwerfen Sie diesen; das Geld folgt dann.</translation>
    </message>
    <message>
        <source>The payment that {amount} of are given back is posted when its money is available at Stripe; the refund is posted after it.</source>
        <translation>Die Zahlung, von der {amount} zurückgegeben werden, wird gebucht, wenn ihr Geld bei Stripe verfügbar ist; die Erstattung wird danach gebucht.</translation>
    </message>
    <message>
        <source>The payment was decided again, and the new decision does not make this document.</source>
        <translation>Die Zahlung wurde neu entschieden, und die neue Entscheidung macht diesen Beleg nicht.</translation>
    </message>
    <message>
        <source>The payment&apos;s invoice was not known when the dispute was decided. Retry it once SYSPRO has the invoice.</source>
        <translation>Die Rechnung der Zahlung war nicht bekannt, als der Zahlungsstreit entschieden wurde. Wiederholen Sie es, sobald SYSPRO die Rechnung hat.</translation>
    </message>
    <message>
        <source>The payout and its fees add up to nothing, which no cash book entry can say.</source>
        <translation>Auszahlung und Gebühren ergeben zusammen nichts, und das kann kein Kassenbucheintrag sagen.</translation>
    </message>
    <message>
        <source>The payout of {amount} failed; Stripe has not booked its return yet.</source>
        <translation>Die Auszahlung über {amount} schlug fehl; Stripe hat ihre Rückkehr noch nicht gebucht.</translation>
    </message>
    <message>
        <source>The payout of {amount} goes into the bank with its fees as bank charges, and no bank is set for its currency. Set payouts.bank, then retry.</source>
        <translation>Die Auszahlung über {amount} geht mit ihren Gebühren als Bankspesen auf die Bank, und für ihre Währung ist keine Bank gesetzt. Setzen Sie payouts.bank, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>The payout of {amount} goes through the cash book, and no bank is set for its currency. Set payouts.bank and receipts.bank, then retry.</source>
        <translation>Die Auszahlung über {amount} geht durchs Kassenbuch, und für ihre Währung ist keine Bank gesetzt. Setzen Sie payouts.bank und receipts.bank, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>The payout of {amount} left before the first day that is posted, and its money came back on {returned_on}. Book its return by hand and ignore it here.</source>
        <translation>Die Auszahlung über {amount} ging vor dem ersten Tag ab, der gebucht wird, und ihr Geld kam am {returned_on} zurück. Buchen Sie die Rückkehr von Hand, und ignorieren Sie sie hier.</translation>
    </message>
    <message>
        <source>The payout of {amount} left before the first day that is posted.</source>
        <translation>Die Auszahlung über {amount} ging vor dem ersten Tag ab, der gebucht wird.</translation>
    </message>
    <message>
        <source>The payout of {amount} settles movements without a ledger code: {unknown}. Say `syspro-stripe map {first_unknown} LEDGER-CODE`: that sets and releases.</source>
        <translation>Die Auszahlung über {amount} rechnet Bewegungen ohne Sachkonto ab: {unknown}. Sagen Sie `syspro-stripe map {first_unknown} SACHKONTO`: Das setzt es und gibt frei.</translation>
    </message>
    <message>
        <source>The payout of {amount} would go to whatever bank SYSPRO&apos;s operator has: SYSPRO takes the bank that a receipt names only where A/R set-up requires bank deposit slips. Where it does, set receipts.deposit_slips to yes, else another payouts.route; then retry.</source>
        <translation>Die Auszahlung über {amount} ginge an irgendeine Bank von SYSPROs Operator: SYSPRO nimmt die Bank, die ein Zahlungseingang nennt, nur, wo die Debitoreneinrichtung Einzahlungsbelege verlangt. Verlangt sie diese, setzen Sie receipts.deposit_slips auf yes, sonst einen anderen Weg in payouts.route; wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>The portal is off</source>
        <translation>Das Portal ist aus</translation>
    </message>
    <message>
        <source>The portal is off, as it is until somebody wants it.</source>
        <translation>Das Portal ist aus, wie es ist, bis jemand es will.</translation>
    </message>
    <message>
        <source>The posting mode of this site changes by day ({modes_from}); say from which day this one counts.</source>
        <translation>Der Buchungsmodus dieses Standorts wechselt nach Tagen ({modes_from}); sagen Sie, ab welchem Tag dieser zählt.</translation>
    </message>
    <message>
        <source>The preview came to no end</source>
        <translation>Die Vorschau kam zu keinem Ende</translation>
    </message>
    <message>
        <source>The preview met an error of the program</source>
        <translation>Die Vorschau traf auf einen Programmfehler</translation>
    </message>
    <message>
        <source>The preview was stopped because something in it is decided again and again.</source>
        <translation>Die Vorschau wurde beendet, weil etwas darin immer wieder entschieden wird.</translation>
    </message>
    <message>
        <source>The price category has the price code {price_code} with another price; see prices.category_codes.</source>
        <translation>Die Preiskategorie hat den Preiscode {price_code} mit einem anderen Preis; siehe prices.category_codes.</translation>
    </message>
    <message>
        <source>The price is for one {value}, not for one {stock_uom}.</source>
        <translation>Der Preis gilt je {value}, nicht je {stock_uom}.</translation>
    </message>
    <message>
        <source>The program met an error of its own; nothing may have been done. The log of today says where.</source>
        <translation>Das Programm traf auf einen eigenen Fehler; vielleicht wurde nichts getan. Das Protokoll von heute sagt, wo.</translation>
    </message>
    <message>
        <source>The program ships {name}; it can be switched off, not removed.</source>
        <translation>{name} gehört zum Programm; er kann ausgeschaltet, nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The program stopped while this was being sent.</source>
        <translation>Das Programm endete, während dies gesendet wurde.</translation>
    </message>
    <message>
        <source>The proxy did not let us through to Stripe at</source>
        <translation>Der Proxy ließ uns nicht zu Stripe durch unter</translation>
    </message>
    <message>
        <source>The proxy wants a logon</source>
        <translation>Der Proxy will eine Anmeldung</translation>
    </message>
    <message>
        <source>The questions are</source>
        <translation>Die Fragen sind</translation>
    </message>
    <message>
        <source>The reconciliation met an error of the program</source>
        <translation>Die Abstimmung traf auf einen Programmfehler</translation>
    </message>
    <message>
        <source>The refund names the invoice lines {shown}, which are no line numbers such as 1, 3.</source>
        <translation>Die Erstattung nennt die Rechnungszeilen {shown}; das sind keine Zeilennummern wie 1, 3.</translation>
    </message>
    <message>
        <source>The refund of {amount} failed before any money moved.</source>
        <translation>Die Erstattung über {amount} schlug fehl, bevor sich Geld bewegte.</translation>
    </message>
    <message>
        <source>The refund of {amount} failed before it was posted; its money left and came back.</source>
        <translation>Die Erstattung über {amount} schlug fehl, bevor sie gebucht war; ihr Geld ging ab und kam zurück.</translation>
    </message>
    <message>
        <source>The refund of {amount} failed; Stripe has not booked its return yet.</source>
        <translation>Die Erstattung über {amount} schlug fehl; Stripe hat ihre Rückkehr noch nicht gebucht.</translation>
    </message>
    <message>
        <source>The refund of {amount} of payment {charge} left before the first day that is posted, and its money came back on {returned_on}. Book its return by hand and ignore it here.</source>
        <translation>Die Erstattung über {amount} zur Zahlung {charge} ging vor dem ersten Tag ab, der gebucht wird, und ihr Geld kam am {returned_on} zurück. Buchen Sie die Rückkehr von Hand, und ignorieren Sie sie hier.</translation>
    </message>
    <message>
        <source>The refund of {amount} settles in {settles_in}. It can be booked into SYSPRO&apos;s own currency alone, and by cash book or journal only where the rate of what it closes is known: money on account, or a credit note in receivables whose rate may be said (refunds.credit_rate). Book it by hand and ignore it here, or leave it.</source>
        <translation>Die Erstattung über {amount} wird in {settles_in} abgerechnet. Sie kann nur in SYSPROs eigene Währung gebucht werden, und über Kassenbuch oder Journal nur, wo der Kurs dessen bekannt ist, was sie schließt: Guthaben, oder eine Gutschrift in den Debitoren, deren Kurs genannt werden darf (refunds.credit_rate). Buchen Sie sie von Hand und ignorieren Sie sie hier, oder lassen Sie sie.</translation>
    </message>
    <message>
        <source>The refund of {amount} was before the first day that is posted.</source>
        <translation>Die Erstattung über {amount} war vor dem ersten Tag, der gebucht wird.</translation>
    </message>
    <message>
        <source>The refund&apos;s money came back; it is booked when its credit note is in SYSPRO.</source>
        <translation>Das Geld der Erstattung kam zurück; es wird gebucht, wenn ihre Gutschrift in SYSPRO ist.</translation>
    </message>
    <message>
        <source>The row, or the hash of the row before it, is not what was written then.</source>
        <translation>Die Zeile, oder die Prüfsumme der Zeile davor, ist nicht, was damals geschrieben wurde.</translation>
    </message>
    <message>
        <source>The rules of payment requests cannot be used</source>
        <translation>Die Regeln der Zahlungsanforderungen sind nicht verwendbar</translation>
    </message>
    <message>
        <source>The same customer paid {amount} {ago} before, too ({id}).{habit}</source>
        <translation>Derselbe Kunde hat {ago} davor auch {amount} bezahlt ({id}).{habit}</translation>
    </message>
    <message>
        <source>The same customer pays the same amount again shortly after: a warning, or held for approval.</source>
        <translation>Derselbe Kunde zahlt denselben Betrag kurz darauf noch einmal: ein Hinweis, oder sie wartet auf Freigabe.</translation>
    </message>
    <message>
        <source>The secret is not for this account</source>
        <translation>Das Geheimnis ist nicht für dieses Konto</translation>
    </message>
    <message>
        <source>The secret is too long</source>
        <translation>Das Geheimnis ist zu lang</translation>
    </message>
    <message>
        <source>The server refused or redirected the call, which e.net never does.</source>
        <translation>Der Server lehnte den Aufruf ab oder leitete ihn um, was e.net nie tut.</translation>
    </message>
    <message>
        <source>The session had been ended by somebody while a document was being posted.</source>
        <translation>Jemand hatte die Sitzung beendet, während ein Beleg gebucht wurde.</translation>
    </message>
    <message>
        <source>The session had been ended by somebody; the agent logged on again.</source>
        <translation>Jemand hatte die Sitzung beendet; der Agent hat sich neu angemeldet.</translation>
    </message>
    <message>
        <source>The session had ended: most likely somebody logged on with the agent&apos;s operator, or it timed out.</source>
        <translation>Die Sitzung war beendet: Höchstwahrscheinlich hat sich jemand mit dem Operator des Agenten angemeldet, oder sie lief ab.</translation>
    </message>
    <message>
        <source>The setting portal.available cannot be used: {error}</source>
        <translation>Die Einstellung portal.available ist nicht verwendbar: {error}</translation>
    </message>
    <message>
        <source>The status was {status} from {shown}.</source>
        <translation>Der Status war {status} von {shown}.</translation>
    </message>
    <message>
        <source>The stock code {stock_code} is not sold.</source>
        <translation>Der Artikel {stock_code} wird nicht verkauft.</translation>
    </message>
    <message>
        <source>The stock code&apos;s prices follow the method {value}, known to SYSPRO.</source>
        <translation>Die Preise des Artikels folgen der Methode {value}, die SYSPRO kennt.</translation>
    </message>
    <message>
        <source>The tax of {stock_code} is not known here; please ask.</source>
        <translation>Die Steuer von {stock_code} ist hier nicht bekannt; bitte fragen Sie.</translation>
    </message>
    <message>
        <source>The template cannot be used</source>
        <translation>Die Vorlage ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The template is</source>
        <translation>Die Vorlage ist</translation>
    </message>
    <message>
        <source>The text to keep.</source>
        <translation>Der Text, der aufgehoben wird.</translation>
    </message>
    <message>
        <source>The thesaurus has format {get}, not {format}.</source>
        <translation>Der Thesaurus hat das Format {get}, nicht {format}.</translation>
    </message>
    <message>
        <source>The thesaurus is no TOML: {error}.</source>
        <translation>Der Thesaurus ist kein TOML: {error}.</translation>
    </message>
    <message>
        <source>The update from {before} to {after} was broken off. Start its setup program again: it finishes the update, or puts it back.</source>
        <translation>Die Aktualisierung von {before} auf {after} wurde abgebrochen. Starten Sie ihr Setup noch einmal: Es bringt sie zu Ende oder nimmt sie zurück.</translation>
    </message>
    <message>
        <source>The update to {after} did not succeed. Version {before} and its data are back.</source>
        <translation>Die Aktualisierung auf {after} gelang nicht. Version {before} und ihre Daten sind zurück.</translation>
    </message>
    <message>
        <source>The update to {after} did not succeed: {why} Version {before} and its data are back.</source>
        <translation>Die Aktualisierung auf {after} gelang nicht: {why} Version {before} und ihre Daten sind zurück.</translation>
    </message>
    <message>
        <source>The update was put back</source>
        <translation>Die Aktualisierung wurde zurückgenommen</translation>
    </message>
    <message>
        <source>The way to the mail server is open</source>
        <translation>Der Weg zum Mailserver ist offen</translation>
    </message>
    <message>
        <source>The words of values are no TOML: {error}.</source>
        <translation>Die Wörter der Werte sind kein TOML: {error}.</translation>
    </message>
    <message>
        <source>The words of values have another format than {format}.</source>
        <translation>Die Wörter der Werte haben ein anderes Format als {format}.</translation>
    </message>
    <message>
        <source>The {parts} movements of {day}. {problem}</source>
        <translation>Die {parts} Bewegungen vom {day}. {problem}</translation>
    </message>
    <message>
        <source>The {parts} movements that Stripe names for the payout of {amount} add up to {difference}. Press Retry, which reads Stripe&apos;s list again: it may have changed while it was read. If that does not help, `syspro-stripe reconcile --payout {id}` lists them; ask Stripe about the difference.</source>
        <translation>Die {parts} Bewegungen, die Stripe zur Auszahlung über {amount} nennt, ergeben {difference}. Drücken Sie „Wiederholen“, dann wird Stripes Liste neu gelesen: Sie kann sich geändert haben, während sie gelesen wurde. Hilft das nicht, listet `syspro-stripe reconcile --payout {id}` sie auf; fragen Sie Stripe nach der Differenz.</translation>
    </message>
    <message>
        <source>The {where} is in {currency}, the charge in {currency2}.</source>
        <translation>In {currency} ist: {where}; die Zahlung ist in {currency2}.</translation>
    </message>
    <message>
        <source>The {words} of {name} fits more than one SYSPRO customer: {codes}. Name the right one in the metadata of Stripe&apos;s customer, then retry.</source>
        <translation>Auf mehr als einen SYSPRO-Kunden passt bei {name}: {words} ({codes}). Nennen Sie den richtigen in den Metadaten des Stripe-Kunden, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>There is a flow {new} already.</source>
        <translation>Einen Ablauf {new} gibt es schon.</translation>
    </message>
    <message>
        <source>There is a pair {name} already.</source>
        <translation>Ein Paar {name} gibt es schon.</translation>
    </message>
    <message>
        <source>There is no connection to Stripe at</source>
        <translation>Es gibt keine Verbindung zu Stripe unter</translation>
    </message>
    <message>
        <source>There is no document {number}.</source>
        <translation>Es gibt keinen Beleg {number}.</translation>
    </message>
    <message>
        <source>There is no draft</source>
        <translation>Es gibt keinen Entwurf</translation>
    </message>
    <message>
        <source>There is no draft of the mapping.</source>
        <translation>Es gibt keinen Entwurf der Zuordnung.</translation>
    </message>
    <message>
        <source>There is no flow {name}; there are {value}.</source>
        <translation>Es gibt keinen Ablauf {name}; es gibt {value}.</translation>
    </message>
    <message>
        <source>There is no mapping revision {number}.</source>
        <translation>Es gibt keine Fassung {number} der Zuordnung.</translation>
    </message>
    <message>
        <source>There is no note {number} that somebody has read.</source>
        <translation>Es gibt keinen Hinweis {number}, den jemand gelesen hat.</translation>
    </message>
    <message>
        <source>There is no note {what} that nobody has read.</source>
        <translation>Es gibt keinen ungelesenen Hinweis {what}.</translation>
    </message>
    <message>
        <source>There is no open discrepancy {number}.</source>
        <translation>Es gibt keine offene Abweichung {number}.</translation>
    </message>
    <message>
        <source>There is no pair {name} in {root}; there are: {names}.</source>
        <translation>In {root} gibt es kein Paar {name}; es gibt: {names}.</translation>
    </message>
    <message>
        <source>There is no setting {shortened}.{meant} `syspro-stripe config` lists them all.</source>
        <translation>Es gibt keine Einstellung {shortened}.{meant} `syspro-stripe config` listet alle auf.</translation>
    </message>
    <message>
        <source>There is no template {name}; there are {found}.</source>
        <translation>Es gibt keine Vorlage {name}; es gibt {found}.</translation>
    </message>
    <message>
        <source>These are more than {most_subjects} movements; choose a shorter stretch of time.</source>
        <translation>Das sind mehr als {most_subjects} Bewegungen; wählen Sie einen kürzeren Zeitraum.</translation>
    </message>
    <message>
        <source>They are of {and}.</source>
        <translation>Sie sind von {and}.</translation>
    </message>
    <message>
        <source>This database belongs to another machine</source>
        <translation>Diese Datenbank gehört einem anderen Rechner</translation>
    </message>
    <message>
        <source>This engine knows no command {name}; it may be older than the program that gave it.</source>
        <translation>Dieser Dienst kennt keinen Auftrag {name}; er ist vielleicht älter als das Programm, das ihn gab.</translation>
    </message>
    <message>
        <source>This folder belongs to a demo, and only the demo itself can ask its two sandboxes.</source>
        <translation>Dieser Ordner gehört zu einer Demo, und nur die Demo selbst kann ihre beiden Sandboxen fragen.</translation>
    </message>
    <message>
        <source>This home belongs to another company</source>
        <translation>Dieser Ordner gehört einer anderen Firma</translation>
    </message>
    <message>
        <source>This is a secret key (sk_): whoever gets hold of it can refund, pay out and change everything. A restricted key (rk_) with the rights below is enough.</source>
        <translation>Das ist ein geheimer Schlüssel (sk_): Wer ihn in die Hand bekommt, kann erstatten, auszahlen und alles ändern. Ein eingeschränkter Schlüssel (rk_) mit den Rechten unten genügt.</translation>
    </message>
    <message>
        <source>This is a test. Alerts will arrive here.</source>
        <translation>Das ist ein Versuch. Meldungen kommen hier an.</translation>
    </message>
    <message>
        <source>This key was used for an order whose page is not known. Look at your orders; place it under another key where it is not among them.</source>
        <translation>Dieser Schlüssel gehörte zu einem Auftrag, dessen Seite nicht bekannt ist. Sehen Sie in Ihre Aufträge; ist er nicht darunter, erteilen Sie ihn unter einem anderen Schlüssel.</translation>
    </message>
    <message>
        <source>This machine has no keyring, so {name} cannot be kept.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, darum kann {name} nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>This order is paid already, or its payment is under way.</source>
        <translation>Dieser Auftrag ist schon bezahlt, oder seine Zahlung läuft.</translation>
    </message>
    <message>
        <source>This program decides it otherwise with the same mapping: {was} -&gt; {now}</source>
        <translation>Dieses Programm entscheidet es mit derselben Zuordnung anders: {was} -&gt; {now}</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Time zone whose calendar day a movement of money belongs to.</source>
        <translation>Zeitzone, zu deren Kalendertag eine Geldbewegung gehört.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Wartezeit auf Antwort</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To posted</source>
        <translation>Zu Gebuchtem</translation>
    </message>
    <message>
        <source>To syspro</source>
        <translation>Nach SYSPRO</translation>
    </message>
    <message>
        <source>Too much at once</source>
        <translation>Zu viel auf einmal</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total {value}</source>
        <translation>Summe {value}</translation>
    </message>
    <message>
        <source>TransactionType: a document cannot be of the type {transaction_type}.</source>
        <translation>TransactionType: Ein Beleg kann nicht von der Art {transaction_type} sein.</translation>
    </message>
    <message>
        <source>TransactionValue: {value} is not above zero.</source>
        <translation>TransactionValue: {value} ist nicht über null.</translation>
    </message>
    <message>
        <source>Try again; send us the log of today if it stays.</source>
        <translation>Versuchen Sie es wieder; schicken Sie uns das Protokoll von heute, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>Two Stripe accounts in one clearing account</source>
        <translation>Zwei Stripe-Konten in einem Verrechnungskonto</translation>
    </message>
    <message>
        <source>Two flows have the same name.</source>
        <translation>Zwei Abläufe heißen gleich.</translation>
    </message>
    <message>
        <source>Two letters of the country in SYSPRO&apos;s address, or &quot;*&quot; for all others -&gt; Stripe&apos;s type of its tax numbers, such as {&quot;GB&quot;: &quot;gb_vat&quot;, &quot;US&quot;: &quot;us_ein&quot;, &quot;*&quot;: &quot;eu_vat&quot;}. Where there is none, none is written.</source>
        <translation>Zwei Buchstaben des Landes in SYSPROs Adresse, oder &quot;*&quot; für alle anderen -&gt; Stripes Art der dortigen Steuernummern, etwa {&quot;GB&quot;: &quot;gb_vat&quot;, &quot;US&quot;: &quot;us_ein&quot;, &quot;*&quot;: &quot;eu_vat&quot;}. Wo es keine gibt, wird keine geschrieben.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Type of orders; may be empty.</source>
        <translation>Art der Aufträge; darf leer sein.</translation>
    </message>
    <message>
        <source>Type of the document: I invoice, C credit note, D debit note.</source>
        <translation>Art des Belegs: I Rechnung, C Gutschrift, D Belastung.</translation>
    </message>
    <message>
        <source>Ugx hundredths</source>
        <translation>UGX in Hundertsteln</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Unit label</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unit of the quantity and the price.</source>
        <translation>Einheit der Menge und des Preises.</translation>
    </message>
    <message>
        <source>Unknown command</source>
        <translation>Unbekannter Auftrag</translation>
    </message>
    <message>
        <source>Unknown stock code</source>
        <translation>Unbekannter Artikel</translation>
    </message>
    <message>
        <source>Unlock the keyring of the engine&apos;s account, or set the environment variable {variable_of}.</source>
        <translation>Schließen Sie den Schlüsselbund des Dienstkontos auf, oder setzen Sie die Umgebungsvariable {variable_of}.</translation>
    </message>
    <message>
        <source>Unmatched</source>
        <translation>Ohne Rechnung</translation>
    </message>
    <message>
        <source>Url limit</source>
        <translation>Längste Adresse</translation>
    </message>
    <message>
        <source>Value before the charge, above zero.</source>
        <translation>Wert vor den Spesen, über null.</translation>
    </message>
    <message>
        <source>Value column</source>
        <translation>Wertspalte</translation>
    </message>
    <message>
        <source>Value in the bank&apos;s currency, in the direction of the entry.</source>
        <translation>Wert in der Währung der Bank, in der Richtung des Eintrags.</translation>
    </message>
    <message>
        <source>Value in the journal&apos;s currency: + debit, - credit.</source>
        <translation>Wert in der Währung des Journals: + Soll, - Haben.</translation>
    </message>
    <message>
        <source>Value of a charge line, before tax.</source>
        <translation>Wert einer Zuschlagszeile, vor Steuer.</translation>
    </message>
    <message>
        <source>Value of a freight line, before tax.</source>
        <translation>Wert einer Frachtzeile, vor Steuer.</translation>
    </message>
    <message>
        <source>Value with tax, above zero, in the customer&apos;s currency.</source>
        <translation>Wert mit Steuer, über null, in der Währung des Kunden.</translation>
    </message>
    <message>
        <source>Value, above zero, in the bank&apos;s currency.</source>
        <translation>Wert, über null, in der Währung der Bank.</translation>
    </message>
    <message>
        <source>Values of that field with which a stock code is sold; empty takes any that is filled in.</source>
        <translation>Werte dieses Felds, mit denen ein Artikel verkauft wird; leer nimmt jeden, der ausgefüllt ist.</translation>
    </message>
    <message>
        <source>Version {before} is installed, which is newer than {after}; an older program cannot use its database.</source>
        <translation>Version {before} ist installiert, und die ist neuer als {after}; ein älteres Programm kann ihre Datenbank nicht verwenden.</translation>
    </message>
    <message>
        <source>Version {before} was updated to {after}. The databases of before are kept.</source>
        <translation>Version {before} wurde auf {after} aktualisiert. Die vorigen Datenbanken sind aufgehoben.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Wait for a licence, seat, period or session.</source>
        <translation>Warten Sie auf Lizenz, Platz, Periode oder Sitzung.</translation>
    </message>
    <message>
        <source>Wait for the outcome.</source>
        <translation>Warten Sie auf das Ergebnis.</translation>
    </message>
    <message>
        <source>Wait until it was looked up in SYSPRO.</source>
        <translation>Warten Sie, bis in SYSPRO nachgeschlagen ist.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Warehouse of orders.</source>
        <translation>Lager der Aufträge.</translation>
    </message>
    <message>
        <source>Warehouse of the order.</source>
        <translation>Lager des Auftrags.</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Warehouses that count: only what one of them stocks is sold, and their quantities are added up; empty counts all and asks for none.</source>
        <translation>Lager, die zählen: Nur was eines davon führt, wird verkauft, und ihre Mengen werden addiert; leer zählt alle und verlangt keines.</translation>
    </message>
    <message>
        <source>Warehouses whose quantities the portal adds up; empty adds up all.</source>
        <translation>Lager, deren Mengen das Portal addiert; leer addiert alle.</translation>
    </message>
    <message>
        <source>Web shop with stock orders</source>
        <translation>Webshop mit Aufträgen aus dem Lager</translation>
    </message>
    <message>
        <source>Webhook Endpoints</source>
        <translation>Webhook-Endpunkte</translation>
    </message>
    <message>
        <source>Webhook url</source>
        <translation>Adresse für Webhook</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What SYSPRO has is not known yet, so nothing can be suggested.</source>
        <translation>Was SYSPRO hat, ist noch nicht bekannt; darum kann nichts vorgeschlagen werden.</translation>
    </message>
    <message>
        <source>What a credit limit of 0 means at this site: nothing on account, or no limit.</source>
        <translation>Was ein Kreditlimit von 0 an diesem Standort bedeutet: nichts auf Rechnung (nothing), oder keine Grenze (no limit).</translation>
    </message>
    <message>
        <source>What a lost dispute becomes: a loss by journal, or a credit note against the sale.</source>
        <translation>Was ein verlorener Zahlungsstreit wird: ein Verlust per Journal, oder eine Gutschrift gegen den Verkauf.</translation>
    </message>
    <message>
        <source>What a payment becomes: sales order and receipt (orders), AR invoice and receipt (invoices), receipt against open invoices (open_invoices), or a part of one journal a payout or day (summary).</source>
        <translation>Was eine Zahlung wird: Verkaufsauftrag und Zahlungseingang (orders), Debitorenrechnung und Zahlungseingang (invoices), Zahlungseingang auf offene Rechnungen (open_invoices), oder Teil eines Journals je Auszahlung oder Tag (summary).</translation>
    </message>
    <message>
        <source>What a price of 0 means: no price, or free of charge.</source>
        <translation>Was ein Preis von 0 bedeutet: kein Preis, oder kostenlos.</translation>
    </message>
    <message>
        <source>What a product is called; the next of these where it is empty.</source>
        <translation>Wie ein Produkt heißt; wo dies leer ist, das nächste davon.</translation>
    </message>
    <message>
        <source>What an open invoice becomes in Stripe: a payment link, which anybody with its address can pay, or an invoice of the Stripe customer, who is made where none is linked. A change closes the ones and makes the others. The key needs the right to write payment links, or invoices.</source>
        <translation>Was eine offene Rechnung in Stripe wird: ein Zahlungslink, den jeder mit seiner Adresse bezahlen kann, oder eine Rechnung des Stripe-Kunden, der angelegt wird, wo keiner verbunden ist. Ein Wechsel schließt die einen und macht die anderen. Der Schlüssel braucht das Recht, Zahlungslinks oder Rechnungen zu schreiben.</translation>
    </message>
    <message>
        <source>What answers at this address is not SYSPRO&apos;s e.net service.</source>
        <translation>Was unter dieser Adresse antwortet, ist nicht SYSPROs Dienst e.net.</translation>
    </message>
    <message>
        <source>What becomes of a document that names a code which SYSPRO&apos;s lists do not have, or a control account: it is set aside before it is sent (hold), sent with a remark (warn), or not looked at (off).</source>
        <translation>Was aus einem Beleg wird, der einen Schlüssel nennt, den SYSPROs Listen nicht haben, oder ein Sammelkonto: Er wird vor dem Senden zurückgestellt (hold), mit einer Bemerkung gesendet (warn), oder nicht geprüft (off).</translation>
    </message>
    <message>
        <source>What becomes of a payment in mode open_invoices that fits no open invoice.</source>
        <translation>Was aus einer Zahlung im Modus open_invoices wird, die auf keine offene Rechnung passt.</translation>
    </message>
    <message>
        <source>What becomes of a payment that fits no open invoice: a person decides (hold), or it goes on the customer&apos;s account (on_account)?</source>
        <translation>Was wird aus einer Zahlung, die auf keine offene Rechnung passt: Entscheidet jemand (hold), oder kommt sie als Guthaben aufs Kundenkonto (on_account)?</translation>
    </message>
    <message>
        <source>What becomes of kits: stock codes whose kit type is set and not N.</source>
        <translation>Was aus Sets wird: Artikeln, deren Set-Art gesetzt und nicht N ist.</translation>
    </message>
    <message>
        <source>What becomes of order lines that a refund names before SYSPRO has invoiced the order: credit_later invoices and then credits them; cancel_lines cancels them, where they come to the refund, else it is held.</source>
        <translation>Was aus Auftragszeilen wird, die eine Erstattung nennt, bevor SYSPRO den Auftrag fakturiert hat: credit_later fakturiert sie und schreibt sie dann gut; cancel_lines storniert sie, wo sie die Erstattung ergeben, sonst wird sie angehalten.</translation>
    </message>
    <message>
        <source>What becomes of stock codes that are on hold, in full or for sales.</source>
        <translation>Was aus Artikeln wird, die gesperrt sind, ganz oder für den Verkauf.</translation>
    </message>
    <message>
        <source>What came back is not what e.net documents.</source>
        <translation>Was zurückkam, ist nicht, was e.net dokumentiert.</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Was hereinkam</translation>
    </message>
    <message>
        <source>What is credited, before tax.</source>
        <translation>Was gutgeschrieben wird, vor Steuer.</translation>
    </message>
    <message>
        <source>What is decided and posted here belongs to SYSPRO company {there}, so company {value} cannot use it: it would take for posted what only the other one has.</source>
        <translation>Was hier entschieden und gebucht wird, gehört zur SYSPRO-Firma {there}, darum kann Firma {value} es nicht verwenden: Sie hielte für gebucht, was nur die andere hat.</translation>
    </message>
    <message>
        <source>What is done with a payer that SYSPRO does not have: a new customer (create), the customer for guests (guest), or a person decides (park)?</source>
        <translation>Was geschieht mit einem Zahler, den SYSPRO nicht hat: ein neuer Kunde (create), der Kunde für Gäste (guest), oder entscheidet jemand (park)?</translation>
    </message>
    <message>
        <source>What is left of the payment is on account in several documents, {numbers}, and an adjustment takes out of one alone. Pay {amount} back by hand and ignore the refund here.</source>
        <translation>Was von der Zahlung bleibt, steht als Guthaben auf mehreren Belegen, {numbers}, und ein Ausgleich nimmt nur aus einem. Zahlen Sie {amount} von Hand zurück, und ignorieren Sie die Erstattung hier.</translation>
    </message>
    <message>
        <source>What is open on invoice {invoice} is less than Stripe&apos;s smallest unit.</source>
        <translation>Was auf Rechnung {invoice} offen ist, ist weniger als Stripes kleinste Einheit.</translation>
    </message>
    <message>
        <source>What is said about a product beside its name.</source>
        <translation>Was neben seinem Namen über ein Produkt gesagt wird.</translation>
    </message>
    <message>
        <source>What is said to {name} is not taken (status {status}). It is kept, and tried again every hour.</source>
        <translation>Was {name} gesagt wird, wird nicht angenommen (Status {status}). Es wird aufgehoben und stündlich wieder versucht.</translation>
    </message>
    <message>
        <source>What of the value the bank keeps.</source>
        <translation>Was die Bank vom Wert behält.</translation>
    </message>
    <message>
        <source>What people posted stands in SYSPRO&apos;s tables, and no way to them is set up.</source>
        <translation>Was Menschen gebucht haben, steht in SYSPROs Tabellen, und kein Weg dorthin ist eingerichtet.</translation>
    </message>
    <message>
        <source>What requests.custom_field says of a customer whose invoices are asked for.</source>
        <translation>Was requests.custom_field bei einem Kunden sagt, der um Zahlung seiner Rechnungen gebeten wird.</translation>
    </message>
    <message>
        <source>What starts at log-on is in the Windows registry.</source>
        <translation>Was beim Anmelden startet, steht in der Windows-Registrierung.</translation>
    </message>
    <message>
        <source>What the payer reads before the invoice number.</source>
        <translation>Was der Zahler vor der Rechnungsnummer liest.</translation>
    </message>
    <message>
        <source>What to do with a line whose stock code SYSPRO does not have.</source>
        <translation>Was mit einer Zeile geschieht, deren Artikel SYSPRO nicht hat.</translation>
    </message>
    <message>
        <source>What to do with a payer that SYSPRO does not have.</source>
        <translation>Was mit einem Zahler geschieht, den SYSPRO nicht hat.</translation>
    </message>
    <message>
        <source>What was paid is</source>
        <translation>Was bezahlt wurde, ist</translation>
    </message>
    <message>
        <source>What was posted stands in SYSPRO&apos;s tables, and no way to them is set up.</source>
        <translation>Was gebucht wurde, steht in SYSPROs Tabellen, und kein Weg dorthin ist eingerichtet.</translation>
    </message>
    <message>
        <source>What was sold comes to {whole}, the payment is {paid}, so how much tax is in it is not known. Enter the invoice by hand and ignore the payment here, or correct it and retry.</source>
        <translation>Was verkauft wurde, kommt auf {whole}, die Zahlung ist {paid}; darum ist nicht bekannt, wie viel Steuer darin steckt. Erfassen Sie die Rechnung von Hand und ignorieren Sie die Zahlung hier, oder berichtigen Sie sie und wiederholen Sie.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When the daily summary is mailed, at the site; empty mails none.</source>
        <translation>Wann am Standort die tägliche Zusammenfassung gemailt wird; leer mailt keine.</translation>
    </message>
    <message>
        <source>Where a journal goes whose day is in another ledger period than the open one: the open period, its own, or to a person.</source>
        <translation>Wohin ein Journal geht, dessen Tag in einer anderen als der offenen Hauptbuchperiode liegt: in die offene, in seine eigene, oder zu jemandem.</translation>
    </message>
    <message>
        <source>Where it has another code now, accept that one with --stripe {value}</source>
        <translation>Hat er jetzt eine andere Nummer, nehmen Sie diese mit --stripe {value} an</translation>
    </message>
    <message>
        <source>Where receipts, credit notes and cash book entries of a month that is not open go: the period of receipts.period, their own as far as SYSPRO reaches two months back, or to a person.</source>
        <translation>Wohin Zahlungseingänge, Gutschriften und Kassenbucheinträge eines nicht offenen Monats gehen: in die Periode aus receipts.period, in ihre eigene, soweit SYSPRO zwei Monate zurückreicht, oder zu jemandem.</translation>
    </message>
    <message>
        <source>Whether A/R set-up requires bank deposit slips; only then SYSPRO takes the bank that a receipt names, which the route bank_charges of payouts needs.</source>
        <translation>Ob die Debitoreneinrichtung Einzahlungsbelege verlangt; nur dann nimmt SYSPRO die Bank, die ein Zahlungseingang nennt, und das braucht der Weg bank_charges der Auszahlungen.</translation>
    </message>
    <message>
        <source>Whether SYSPRO computes no tax on the line.</source>
        <translation>Ob SYSPRO auf der Zeile keine Steuer rechnet.</translation>
    </message>
    <message>
        <source>Whether SYSPRO is asked to invoice an order as soon as it is made (its status is 8 then), or never.</source>
        <translation>Ob SYSPRO gebeten wird, einen Auftrag zu fakturieren, sobald er angelegt ist (sein Status ist dann 8), oder nie.</translation>
    </message>
    <message>
        <source>Whether SYSPRO posts it; else it waits there for a review.</source>
        <translation>Ob SYSPRO es bucht; sonst wartet es dort auf eine Durchsicht.</translation>
    </message>
    <message>
        <source>Whether SYSPRO posts our journals at once; else they wait in SYSPRO until somebody has reviewed them.</source>
        <translation>Ob SYSPRO unsere Journale sofort bucht; sonst warten sie in SYSPRO, bis jemand sie durchgesehen hat.</translation>
    </message>
    <message>
        <source>Whether SYSPRO&apos;s ArInvoicePay shows money received as negative values at this site.</source>
        <translation>Ob SYSPROs ArInvoicePay an diesem Standort erhaltenes Geld als negative Werte zeigt.</translation>
    </message>
    <message>
        <source>Whether SYSPRO&apos;s and Stripe&apos;s customers are matched and kept in step; the key needs the right to write customers then.</source>
        <translation>Ob die Kunden von SYSPRO und Stripe einander zugeordnet und gleich gehalten werden; der Schlüssel braucht dann das Recht, Kunden zu schreiben.</translation>
    </message>
    <message>
        <source>Whether SYSPRO&apos;s numbers are written to the metadata of payments and refunds; the key needs the right to write charges and refunds then.</source>
        <translation>Ob SYSPROs Nummern in die Metadaten von Zahlungen und Erstattungen geschrieben werden; der Schlüssel braucht dann das Recht, Zahlungen und Erstattungen zu schreiben.</translation>
    </message>
    <message>
        <source>Whether SYSPRO&apos;s queries read custom form tables such as ArCustomer+ at this site.</source>
        <translation>Ob SYSPROs Abfragen an diesem Standort Tabellen der Zusatzfelder wie ArCustomer+ lesen.</translation>
    </message>
    <message>
        <source>Whether Sales Orders set-up lets an order change tax codes; if not, SYSPRO&apos;s own codes are foreseen.</source>
        <translation>Ob die Auftragseinrichtung einen Auftrag Steuerschlüssel ändern lässt; wenn nicht, werden SYSPROs eigene vorhergesehen.</translation>
    </message>
    <message>
        <source>Whether Stripe counts Ugandan shillings in hundredths, as its list of special cases says; its list of currencies without decimals says otherwise, so they are held until this is confirmed with one payment.</source>
        <translation>Ob Stripe Uganda-Schilling in Hundertsteln zählt, wie seine Liste der Sonderfälle sagt; seine Liste der Währungen ohne Nachkommastellen sagt anderes, darum werden sie angehalten, bis eine Zahlung es bestätigt.</translation>
    </message>
    <message>
        <source>Whether Stripe goes on with these invoices by itself: sends and reminds by e-mail, as the account&apos;s settings in Stripe say. Else the agent makes them, and the site sends their links.</source>
        <translation>Ob Stripe mit diesen Rechnungen selbst weitermacht: sie per E-Mail sendet und mahnt, wie die Einstellungen des Kontos in Stripe sagen. Sonst legt der Agent sie an, und der Standort sendet ihre Links.</translation>
    </message>
    <message>
        <source>Whether `syspro-stripe portal` answers B2B shops: prices, stock, orders, invoices of their customers.</source>
        <translation>Ob `syspro-stripe portal` B2B-Shops antwortet: Preise, Bestand, Aufträge, Rechnungen ihrer Kunden.</translation>
    </message>
    <message>
        <source>Whether a certificate of the server that nobody vouches for is accepted.</source>
        <translation>Ob ein Zertifikat des Servers angenommen wird, für das niemand bürgt.</translation>
    </message>
    <message>
        <source>Whether a payment is posted when it is charged, or when its money is available.</source>
        <translation>Ob eine Zahlung gebucht wird, wenn sie eingezogen ist (charge), oder wenn ihr Geld verfügbar ist (available).</translation>
    </message>
    <message>
        <source>Whether a product&apos;s unit label in Stripe is the stocking unit.</source>
        <translation>Ob die Einheit eines Produkts in Stripe die Lagereinheit ist.</translation>
    </message>
    <message>
        <source>Whether a read-only copy of an availability group may answer (ApplicationIntent=ReadOnly); such a copy cannot tell what changed.</source>
        <translation>Ob eine nur lesende Kopie einer Verfügbarkeitsgruppe antworten darf (ApplicationIntent=ReadOnly); eine solche Kopie kann nicht sagen, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Whether a refund whose money has left is posted before the payer&apos;s bank has confirmed it.</source>
        <translation>Ob eine Erstattung, deren Geld abgegangen ist, gebucht wird, bevor die Bank des Zahlers sie bestätigt hat.</translation>
    </message>
    <message>
        <source>Whether alerts say what is wrong and how often (short), or also give an example with customer and amount (full), which then leaves the building with them.</source>
        <translation>Ob Meldungen sagen, was falsch ist und wie oft (short), oder auch ein Beispiel mit Kunde und Betrag nennen (full), das dann mit ihnen das Haus verlässt.</translation>
    </message>
    <message>
        <source>Whether an order that is not invoiced is cancelled when all of its payment is given back.</source>
        <translation>Ob ein nicht fakturierter Auftrag storniert wird, wenn seine ganze Zahlung zurückgegeben ist.</translation>
    </message>
    <message>
        <source>Whether cash book entries stand in the ledger one by one as soon as they are posted; if not, one that is not found there is not taken to be absent.</source>
        <translation>Ob Kassenbucheinträge einzeln im Hauptbuch stehen, sobald sie gebucht sind; wenn nicht, gilt ein dort nicht gefundener nicht als fehlend.</translation>
    </message>
    <message>
        <source>Whether credit notes in receivables may say the rate of a converted refund: local currency for one unit of the customer&apos;s. Else such refunds by cash book or journal are held once they are invoiced.</source>
        <translation>Ob Gutschriften in den Debitoren den Kurs einer umgerechneten Erstattung nennen dürfen: Hauswährung für eine Einheit der Kundenwährung. Sonst werden solche Erstattungen über Kassenbuch oder Journal angehalten, sobald sie fakturiert sind.</translation>
    </message>
    <message>
        <source>Whether customer codes are numbers padded with zeros.</source>
        <translation>Ob Kundennummern mit Nullen aufgefüllte Zahlen sind.</translation>
    </message>
    <message>
        <source>Whether customers whose credit allows it may order in the portal without paying at once; SYSPRO gets such an order as soon as it is placed, and checks the credit once more.</source>
        <translation>Ob Kunden, deren Bonität es erlaubt, im Portal bestellen dürfen, ohne gleich zu bezahlen; SYSPRO erhält einen solchen Auftrag, sobald er erteilt ist, und prüft die Bonität noch einmal.</translation>
    </message>
    <message>
        <source>Whether discount codes, quantity breaks, promotions or a pricing engine may change a price; then the tables alone are never sure.</source>
        <translation>Ob Rabattschlüssel, Mengenstaffeln, Aktionen oder eine Preisfindung einen Preis ändern können; dann sind die Tabellen allein nie sicher.</translation>
    </message>
    <message>
        <source>Whether each receipt stands in the ledger with its own reference as soon as it is posted (A/R integrated in detail, at once); reconciliation then compares it there, too.</source>
        <translation>Ob jeder Zahlungseingang mit eigener Referenz im Hauptbuch steht, sobald er gebucht ist (Debitoren im Einzelnen und sofort integriert); dann vergleicht die Abstimmung ihn auch dort.</translation>
    </message>
    <message>
        <source>Whether every document waits for a person&apos;s approval, as long as a site is new (every), or only what a flow holds (no). What waits when it is switched off is approved in the work list.</source>
        <translation>Ob jeder Beleg auf Freigabe wartet, solange ein Standort neu ist (every), oder nur, was ein Ablauf anhält (no). Was beim Ausschalten wartet, wird in der Arbeitsliste freigegeben.</translation>
    </message>
    <message>
        <source>Whether invoice numbers are numbers padded with zeros.</source>
        <translation>Ob Rechnungsnummern mit Nullen aufgefüllte Zahlen sind.</translation>
    </message>
    <message>
        <source>Whether it was carried out is not known; SYSPRO is searched for our reference before anything is sent again.</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt; SYSPRO wird nach unserer Referenz durchsucht, bevor etwas noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Whether one SYSPRO customer with exactly the payer&apos;s e-mail address is the payer.</source>
        <translation>Ob ein SYSPRO-Kunde mit genau der E-Mail-Adresse des Zahlers der Zahler ist.</translation>
    </message>
    <message>
        <source>Whether one SYSPRO customer with exactly the payer&apos;s tax number is the payer.</source>
        <translation>Ob ein SYSPRO-Kunde mit genau der Steuernummer des Zahlers der Zahler ist.</translation>
    </message>
    <message>
        <source>Whether open invoices of chosen customers get a payment link or an invoice in Stripe (requests.as), closed as soon as SYSPRO has nothing open on them. Not with the posting mode summary, which pays no invoice.</source>
        <translation>Ob offene Rechnungen gewählter Kunden einen Zahlungslink oder eine Rechnung in Stripe erhalten (requests.as), geschlossen, sobald SYSPRO darauf nichts mehr offen hat. Nicht im Buchungsmodus summary, der keine Rechnung bezahlt.</translation>
    </message>
    <message>
        <source>Whether shipping is a freight line or a charge line.</source>
        <translation>Ob der Versand eine Fracht- oder eine Zuschlagszeile ist.</translation>
    </message>
    <message>
        <source>Whether stock codes and their prices are written to Stripe as products and prices; the key needs the rights to write products and prices then.</source>
        <translation>Ob Artikel und ihre Preise als Produkte und Preise nach Stripe geschrieben werden; der Schlüssel braucht dann die Rechte, Produkte und Preise zu schreiben.</translation>
    </message>
    <message>
        <source>Whether summary journals are made for each payout, or for each day and currency.</source>
        <translation>Ob Summenjournale je Auszahlung oder je Tag und Währung gemacht werden.</translation>
    </message>
    <message>
        <source>Whether the connection is encrypted; strict needs ODBC Driver 18 and SQL Server 2022.</source>
        <translation>Ob die Verbindung verschlüsselt ist; strict braucht ODBC Driver 18 und SQL Server 2022.</translation>
    </message>
    <message>
        <source>Whether the credit of this customer allows the order cannot be told. Pay it now, or ask us.</source>
        <translation>Ob die Bonität dieses Kunden den Auftrag erlaubt, ist nicht zu sagen. Bezahlen Sie ihn jetzt, oder fragen Sie uns.</translation>
    </message>
    <message>
        <source>Whether the portal also serves its example page, on which a customer with a token sees prices, stock, orders and invoices, and orders.</source>
        <translation>Ob das Portal auch seine Beispielseite anbietet, auf der ein Kunde mit Token Preise, Bestand, Aufträge und Rechnungen sieht und bestellt.</translation>
    </message>
    <message>
        <source>Whether the price code of a stock code&apos;s price category counts before the customer&apos;s own price code, after it, or never; unsure takes the own one and doubts where they differ.</source>
        <translation>Ob der Preiscode der Preiskategorie eines Artikels vor dem eigenen Preiscode des Kunden zählt, danach, oder nie; unsure nimmt den eigenen und zweifelt, wo sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>Which SYSPRO bank stands for Stripe&apos;s balance, for each currency that Stripe pays out?</source>
        <translation>Welche SYSPRO-Bank steht für Stripes Saldo, für jede Währung, die Stripe auszahlt?</translation>
    </message>
    <message>
        <source>Which SYSPRO customer takes payments by payers without an account of their own, for each currency?</source>
        <translation>Welcher SYSPRO-Kunde nimmt Zahlungen von Zahlern ohne eigenes Konto, für jede Währung?</translation>
    </message>
    <message>
        <source>Which area do new customers belong to?</source>
        <translation>Zu welchem Gebiet gehören neue Kunden?</translation>
    </message>
    <message>
        <source>Which branch do new customers belong to?</source>
        <translation>Zu welcher Filiale gehören neue Kunden?</translation>
    </message>
    <message>
        <source>Which class do new customers get?</source>
        <translation>Welche Klasse bekommen neue Kunden?</translation>
    </message>
    <message>
        <source>Which ledger code does that bank have, for each currency?</source>
        <translation>Welches Sachkonto hat diese Bank, für jede Währung?</translation>
    </message>
    <message>
        <source>Which ledger code has the real bank that payouts reach? With several currencies, one for each.</source>
        <translation>Welches Sachkonto hat die echte Bank, bei der Auszahlungen ankommen? Bei mehreren Währungen eines für jede.</translation>
    </message>
    <message>
        <source>Which ledger code takes Stripe&apos;s fees?</source>
        <translation>Welches Sachkonto nimmt Stripes Gebühren auf?</translation>
    </message>
    <message>
        <source>Which ledger code takes adjustments by Stripe, exchange differences and rounding?</source>
        <translation>Welches Sachkonto nimmt Korrekturen von Stripe, Kursdifferenzen und Rundungen auf?</translation>
    </message>
    <message>
        <source>Which ledger code takes money that Stripe holds back or that is on its way: disputes, reserves, transfers, refunds by journal?</source>
        <translation>Welches Sachkonto nimmt Geld auf, das Stripe zurückhält oder das unterwegs ist: Zahlungsstreite, Rücklagen, Übertragungen, Erstattungen per Journal?</translation>
    </message>
    <message>
        <source>Which ledger code takes refunds to customers?</source>
        <translation>Welches Sachkonto nimmt Erstattungen an Kunden auf?</translation>
    </message>
    <message>
        <source>Which ledger code takes the sales?</source>
        <translation>Welches Sachkonto nimmt die Erlöse auf?</translation>
    </message>
    <message>
        <source>Which ledger code takes the tax on fees, where it can be reclaimed? Without one it goes with the fees.</source>
        <translation>Welches Sachkonto nimmt die Steuer auf Gebühren auf, wo sie erstattet werden kann? Ohne eines geht sie mit den Gebühren.</translation>
    </message>
    <message>
        <source>Which ledger code takes what a lost dispute costs?</source>
        <translation>Welches Sachkonto nimmt auf, was ein verlorener Zahlungsstreit kostet?</translation>
    </message>
    <message>
        <source>Which of the two prices in SYSPRO&apos;s answer (SORRSL) is the one that it charges.</source>
        <translation>Welcher der zwei Preise in SYSPROs Antwort (SORRSL) der berechnete ist.</translation>
    </message>
    <message>
        <source>Which percentage does each of SYSPRO&apos;s tax codes have? Without them no tax is foreseen.</source>
        <translation>Welchen Prozentsatz hat jeder von SYSPROs Steuerschlüsseln? Ohne sie wird keine Steuer vorhergesehen.</translation>
    </message>
    <message>
        <source>Which price code do new customers get, for each currency?</source>
        <translation>Welchen Preiscode bekommen neue Kunden, für jede Währung?</translation>
    </message>
    <message>
        <source>Which product class carries what is no stock: shipping, tips, rounding, and a sale whose lines Stripe does not know?</source>
        <translation>Welche Produktklasse trägt, was kein Lagerartikel ist: Versand, Trinkgeld, Rundung, und einen Verkauf, dessen Zeilen Stripe nicht kennt?</translation>
    </message>
    <message>
        <source>Which product class do credit notes of refunds have? It decides their ledger code.</source>
        <translation>Welche Produktklasse haben Gutschriften zu Erstattungen? Sie bestimmt ihr Sachkonto.</translation>
    </message>
    <message>
        <source>Which product class do invoices have? It decides the sales ledger code.</source>
        <translation>Welche Produktklasse haben Rechnungen? Sie bestimmt das Erlöskonto.</translation>
    </message>
    <message>
        <source>Which salesperson do new customers get?</source>
        <translation>Welchen Verkäufer bekommen neue Kunden?</translation>
    </message>
    <message>
        <source>Which tax code counts instead of the stock code&apos;s own, for customers of a currency?</source>
        <translation>Welcher Steuerschlüssel zählt statt dem des Artikels, für Kunden einer Währung?</translation>
    </message>
    <message>
        <source>Which terms code do new customers get? They have paid already.</source>
        <translation>Welches Zahlungsziel bekommen neue Kunden? Sie haben schon bezahlt.</translation>
    </message>
    <message>
        <source>Which warehouse ships what is sold?</source>
        <translation>Welches Lager liefert, was verkauft wird?</translation>
    </message>
    <message>
        <source>Who books what SYSPRO&apos;s exchange rates left of a dispute or refund that is over: a person, whom a discrepancy tells, or the reconciliation by itself, to the account fx of accounts.ledger.</source>
        <translation>Wer bucht, was SYSPROs Kurse von einem abgeschlossenen Zahlungsstreit oder einer Erstattung übrig ließen: jemand, dem eine Abweichung es sagt (by_person), oder die Abstimmung von selbst (by_itself), auf das Konto fx aus accounts.ledger.</translation>
    </message>
    <message>
        <source>Who computes tax: SYSPRO from its codes, or Stripe&apos;s amount as a charge line.</source>
        <translation>Wer die Steuer rechnet: SYSPRO aus seinen Schlüsseln, oder Stripes Betrag als Zuschlagszeile.</translation>
    </message>
    <message>
        <source>Who numbers new customers: SYSPRO (auto), or a short form of the Stripe id.</source>
        <translation>Wer neue Kunden nummeriert: SYSPRO (auto), oder eine Kurzform der Stripe-Id.</translation>
    </message>
    <message>
        <source>Who says what a customer is called; both: whoever changed it last, and a person where both did.</source>
        <translation>Wer sagt, wie ein Kunde heißt; both: wer es zuletzt geändert hat, und jemand, wo beide es taten.</translation>
    </message>
    <message>
        <source>Who says what the address is: SYSPRO&apos;s sold-to lines and postal code, as a whole.</source>
        <translation>Wer sagt, wie die Adresse lautet: SYSPROs Rechnungsadresse mit Postleitzahl, als Ganzes.</translation>
    </message>
    <message>
        <source>Who says what the e-mail address is.</source>
        <translation>Wer sagt, wie die E-Mail-Adresse lautet.</translation>
    </message>
    <message>
        <source>Who says what the tax number is; Stripe gets it only where customer_links.tax_id_types says its type.</source>
        <translation>Wer sagt, wie die Steuernummer lautet; Stripe erhält sie nur, wo customer_links.tax_id_types ihre Art sagt.</translation>
    </message>
    <message>
        <source>Who says what the telephone number is.</source>
        <translation>Wer sagt, wie die Telefonnummer lautet.</translation>
    </message>
    <message>
        <source>Who wins where somebody changed a product in Stripe: SYSPRO, Stripe, or a person is asked.</source>
        <translation>Wer gewinnt, wo jemand ein Produkt in Stripe geändert hat: SYSPRO, Stripe, oder jemand wird gefragt.</translation>
    </message>
    <message>
        <source>Whose money</source>
        <translation>Wessen Geld</translation>
    </message>
    <message>
        <source>Whose price stands on the order: the one the payer saw, or SYSPRO&apos;s own.</source>
        <translation>Wessen Preis auf dem Auftrag steht: der, den der Zahler sah, oder SYSPROs eigener.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Windows knows no account {account}.</source>
        <translation>Windows kennt kein Konto {account}.</translation>
    </message>
    <message>
        <source>Windows refuses</source>
        <translation>Windows lehnt ab</translation>
    </message>
    <message>
        <source>With a SYSPRO key</source>
        <translation>Mit SYSPRO-Schlüssel</translation>
    </message>
    <message>
        <source>Without blanks at both ends.</source>
        <translation>Ohne Leerzeichen an beiden Enden.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Write back</source>
        <translation>Zurückschreiben</translation>
    </message>
    <message>
        <source>Writing SYSPRO&apos;s numbers to payments and refunds.</source>
        <translation>SYSPROs Nummern an Zahlungen und Erstattungen schreiben.</translation>
    </message>
    <message>
        <source>Wrong tokens from one address in a minute until it is told to wait.</source>
        <translation>Falsche Tokens von einer Adresse in einer Minute, bis sie warten muss.</translation>
    </message>
    <message>
        <source>Wrong tokens per minute</source>
        <translation>Falsche Tokens je Minute</translation>
    </message>
    <message>
        <source>Yesterday {movements} movements, {total}; in SYSPRO {posted}.</source>
        <translation>Gestern {movements} Bewegungen, {total}; in SYSPRO {posted}.</translation>
    </message>
    <message>
        <source>Zero price</source>
        <translation>Nullpreis</translation>
    </message>
    <message>
        <source>`mapping history` lists them.</source>
        <translation>`mapping history` listet sie auf.</translation>
    </message>
    <message>
        <source>`status`, `documents`, `report` and `audit` show what it left.</source>
        <translation>`status`, `documents`, `report` und `audit` zeigen, was sie hinterlassen hat.</translation>
    </message>
    <message>
        <source>`syspro-stripe adjust {number} --to LEDGER-CODE --reason ...` prepares a journal over the difference.</source>
        <translation>`syspro-stripe adjust {number} --to SACHKONTO --reason ...` bereitet ein Journal über die Differenz vor.</translation>
    </message>
    <message>
        <source>`syspro-stripe adjust {number} --to {code} --reason ...` prepares a journal that takes it to the exchange differences.</source>
        <translation>`syspro-stripe adjust {number} --to {code} --reason ...` bereitet ein Journal vor, das sie in die Kursdifferenzen bringt.</translation>
    </message>
    <message>
        <source>`syspro-stripe config portal.enabled yes` turns it on.</source>
        <translation>`syspro-stripe config portal.enabled yes` schaltet es ein.</translation>
    </message>
    <message>
        <source>`syspro-stripe pairs` lists them.</source>
        <translation>`syspro-stripe pairs` listet sie auf.</translation>
    </message>
    <message>
        <source>`syspro-stripe periods` lists them. Release them before it is closed.</source>
        <translation>`syspro-stripe periods` listet sie auf. Geben Sie sie frei, bevor er geschlossen wird.</translation>
    </message>
    <message>
        <source>`syspro-stripe post-again {number} --reason ...` posts it as a new document.</source>
        <translation>`syspro-stripe post-again {number} --reason ...` bucht ihn als neuen Beleg.</translation>
    </message>
    <message>
        <source>`syspro-stripe retry {stripe_id}` sets what is on account now against them anew; then accept this.</source>
        <translation>`syspro-stripe retry {stripe_id}` ordnet ihnen neu zu, was jetzt an Guthaben da ist; nehmen Sie dies dann an.</translation>
    </message>
    <message>
        <source>`syspro-stripe status` names them.</source>
        <translation>`syspro-stripe status` nennt sie.</translation>
    </message>
    <message>
        <source>`syspro-stripe {name}` ended before it was ready.</source>
        <translation>`syspro-stripe {name}` endete, bevor es bereit war.</translation>
    </message>
    <message>
        <source>`syspro-stripe {name}` ended by itself (exit code {code}), and nothing goes on without it.</source>
        <translation>`syspro-stripe {name}` endete von selbst (Rückgabewert {code}), und ohne es geht nichts weiter.</translation>
    </message>
    <message>
        <source>`template list` shows them.</source>
        <translation>`template list` zeigt sie.</translation>
    </message>
    <message>
        <source>a blank {element}</source>
        <translation>ein Leerwert für {element}</translation>
    </message>
    <message>
        <source>a code</source>
        <translation>ein Schlüssel</translation>
    </message>
    <message>
        <source>a country</source>
        <translation>ein Land</translation>
    </message>
    <message>
        <source>a currency</source>
        <translation>eine Währung</translation>
    </message>
    <message>
        <source>a customer not named</source>
        <translation>einem nicht genannten Kunden</translation>
    </message>
    <message>
        <source>a customer that is being made</source>
        <translation>einen Kunden, der gerade angelegt wird</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>a day (the transform date makes one of a moment)</source>
        <translation>ein Tag (die Umformung date macht einen aus einem Zeitpunkt)</translation>
    </message>
    <message>
        <source>a field that we store has a wrong type.</source>
        <translation>ein Feld, das wir speichern, hat eine falsche Art.</translation>
    </message>
    <message>
        <source>a key made by a machine</source>
        <translation>einen von einer Maschine gemachten Schlüssel</translation>
    </message>
    <message>
        <source>a later decision makes it no longer. It stays ignored.</source>
        <translation>eine spätere Entscheidung macht ihn nicht mehr. Er bleibt ignoriert.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a new customer</source>
        <translation>einen neuen Kunden</translation>
    </message>
    <message>
        <source>a new customer in Stripe</source>
        <translation>ein neuer Kunde in Stripe</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number of more than 18 digits</source>
        <translation>eine Zahl mit mehr als 18 Ziffern</translation>
    </message>
    <message>
        <source>a pattern is written out: matches(&quot;...&quot;), never taken from a value.</source>
        <translation>ein Muster wird ausgeschrieben: matches(&quot;...&quot;), nie aus einem Wert genommen.</translation>
    </message>
    <message>
        <source>a pattern of more than {max_pattern} characters or {max_repeats} repetitions</source>
        <translation>ein Muster mit mehr als {max_pattern} Zeichen oder {max_repeats} Wiederholungen</translation>
    </message>
    <message>
        <source>a postal code</source>
        <translation>eine Postleitzahl</translation>
    </message>
    <message>
        <source>a reference</source>
        <translation>eine Referenz</translation>
    </message>
    <message>
        <source>a structure, not one value</source>
        <translation>eine Struktur, kein einzelner Wert</translation>
    </message>
    <message>
        <source>a tax number</source>
        <translation>eine Steuernummer</translation>
    </message>
    <message>
        <source>a telephone number</source>
        <translation>eine Telefonnummer</translation>
    </message>
    <message>
        <source>a test</source>
        <translation>eine Bedingung</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text (the transform money makes one of an amount)</source>
        <translation>ein Text (die Umformung money macht einen aus einem Betrag)</translation>
    </message>
    <message>
        <source>a unit without a name</source>
        <translation>eine Einheit ohne Namen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>a yes or no</source>
        <translation>ein Ja oder Nein</translation>
    </message>
    <message>
        <source>a yes/no</source>
        <translation>ein Ja/Nein</translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation>der Zugriff ist verweigert</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>adjustment</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>after</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>after the answer was lost</source>
        <translation>nach der verlorenen Antwort</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>an address of a computer</source>
        <translation>eine Adresse eines Rechners</translation>
    </message>
    <message>
        <source>an address of the web</source>
        <translation>eine Webadresse</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>ein Betrag</translation>
    </message>
    <message>
        <source>an amount with its currency, so the path of one</source>
        <translation>ein Betrag mit seiner Währung, also deren Pfad</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>an error of the program</source>
        <translation>ein Programmfehler</translation>
    </message>
    <message>
        <source>an expression has at most {max_length} characters; this one has {expression}.</source>
        <translation>ein Ausdruck hat höchstens {max_length} Zeichen; dieser hat {expression}.</translation>
    </message>
    <message>
        <source>an id of Stripe</source>
        <translation>eine Id von Stripe</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an operation does not fit the types of its values, such as a text compared with a number</source>
        <translation>eine Rechenart passt nicht zu ihren Werten, etwa ein Text, der mit einer Zahl verglichen wird</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>another document posts its money by now. It stays ignored.</source>
        <translation>ein anderer Beleg bucht inzwischen sein Geld. Er bleibt ignoriert.</translation>
    </message>
    <message>
        <source>another program keeps it locked</source>
        <translation>ein anderes Programm hält sie gesperrt</translation>
    </message>
    <message>
        <source>any, signed</source>
        <translation>jeder, mit Vorzeichen</translation>
    </message>
    <message>
        <source>ar document</source>
        <translation>Debitorenbeleg</translation>
    </message>
    <message>
        <source>arstin</source>
        <translation>arstin</translation>
    </message>
    <message>
        <source>as the program ships it</source>
        <translation>wie das Programm ihn mitbringt</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>fragen</translation>
    </message>
    <message>
        <source>asked again soon</source>
        <translation>bald wieder gefragt</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>audit row {audit_row}</source>
        <translation>Protokollzeile {audit_row}</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>selbsttätig</translation>
    </message>
    <message>
        <source>available quantities</source>
        <translation>verfügbare Mengen</translation>
    </message>
    <message>
        <source>balance transaction</source>
        <translation>Kontobewegung</translation>
    </message>
    <message>
        <source>balance transaction {matching}</source>
        <translation>Kontobewegung {matching}</translation>
    </message>
    <message>
        <source>bank charges</source>
        <translation>Bankspesen</translation>
    </message>
    <message>
        <source>bank receipt</source>
        <translation>Eingang auf der Bank</translation>
    </message>
    <message>
        <source>bank_account: payouts in {currency} have no ledger code; with several currencies, each has its own.</source>
        <translation>bank_account: Auszahlungen in {currency} haben kein Sachkonto; bei mehreren Währungen hat jede ihr eigenes.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>before sending</source>
        <translation>vor dem Senden</translation>
    </message>
    <message>
        <source>belongs to ledger period {own} of {own2}</source>
        <translation>gehört zur Hauptbuchperiode {own} von {own2}</translation>
    </message>
    <message>
        <source>belongs to no ledger period that is known</source>
        <translation>gehört zu keiner bekannten Hauptbuchperiode</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>by customer and amount</source>
        <translation>nach Kunde und Betrag</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>by periods.journals the site keeps several periods open</source>
        <translation>nach periods.journals hält der Standort mehrere Perioden offen</translation>
    </message>
    <message>
        <source>by person</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>by the amount alone</source>
        <translation>nach dem Betrag allein</translation>
    </message>
    <message>
        <source>by the customer, with an amount that looks like a slip</source>
        <translation>nach dem Kunden, mit einem Betrag wie ein Tippfehler</translation>
    </message>
    <message>
        <source>by what was typed as reference</source>
        <translation>nach dem, was als Referenz eingetippt wurde</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>calendar day</source>
        <translation>Kalendertag</translation>
    </message>
    <message>
        <source>cancel lines</source>
        <translation>Zeilen stornieren</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>cash book entries</source>
        <translation>Kassenbucheinträge</translation>
    </message>
    <message>
        <source>cash book entry</source>
        <translation>Kassenbucheintrag</translation>
    </message>
    <message>
        <source>cash entry</source>
        <translation>Kassenbucheintrag</translation>
    </message>
    <message>
        <source>cashbook</source>
        <translation>Kassenbuch</translation>
    </message>
    <message>
        <source>catalogue.custom_field is {name}, which is not read: syspro.stock_form_fields does not name it.</source>
        <translation>catalogue.custom_field ist {name}, und das wird nicht gelesen: syspro.stock_form_fields nennt es nicht.</translation>
    </message>
    <message>
        <source>catalogue.price_codes: {currency} is no currency that Stripe has, such as usd.</source>
        <translation>catalogue.price_codes: {currency} ist keine Währung, die Stripe hat, wie etwa usd.</translation>
    </message>
    <message>
        <source>catch all</source>
        <translation>Auffangposten</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>charge line</source>
        <translation>Zuschlagszeile</translation>
    </message>
    <message>
        <source>checkout session</source>
        <translation>Checkout-Sitzung</translation>
    </message>
    <message>
        <source>checkout session {session_id}</source>
        <translation>Checkout-Sitzung {session_id}</translation>
    </message>
    <message>
        <source>clearing should have moved {sums}</source>
        <translation>in der Verrechnung sollten sich {sums} bewegt haben</translation>
    </message>
    <message>
        <source>clearing_account: the bank of {currency} has no ledger code.</source>
        <translation>clearing_account: Die Bank für {currency} hat kein Sachkonto.</translation>
    </message>
    <message>
        <source>contract of a buying group</source>
        <translation>Kontrakt einer Einkaufsgruppe</translation>
    </message>
    <message>
        <source>contract of the customer</source>
        <translation>Kontrakt des Kunden</translation>
    </message>
    <message>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>credit later</source>
        <translation>später gutschreiben</translation>
    </message>
    <message>
        <source>credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>credit note line</source>
        <translation>Gutschriftzeile</translation>
    </message>
    <message>
        <source>current</source>
        <translation>laufende</translation>
    </message>
    <message>
        <source>custom form</source>
        <translation>Zusatzfeld</translation>
    </message>
    <message>
        <source>custom form values</source>
        <translation>Werte der Zusatzfelder</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>customer change</source>
        <translation>Kundenänderung</translation>
    </message>
    <message>
        <source>customer class</source>
        <translation>Kundenklasse</translation>
    </message>
    <message>
        <source>customer code</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>customer {named}, which SYSPRO does not have in {currency}</source>
        <translation>Kunde {named}, den SYSPRO in {currency} nicht hat</translation>
    </message>
    <message>
        <source>customer {row} stays in Stripe</source>
        <translation>Kunde {row} bleibt in Stripe</translation>
    </message>
    <message>
        <source>customer&apos;s link</source>
        <translation>Verbindung des Kunden</translation>
    </message>
    <message>
        <source>customer_links.address_lines says {wrong}; lines are 1 to {syspro_lines}, parts of the</source>
        <translation>customer_links.address_lines sagt {wrong}; Zeilen sind 1 bis {syspro_lines}, Teile der</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>de</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>decision {column} on facts {column2}, {by}, mapping revision {column3}{code}</source>
        <translation>Entscheidung {column} nach den Fakten {column2}, {by}, Zuordnung in Fassung {column3}{code}</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>dispute at another rate</source>
        <translation>Zahlungsstreit zu anderem Kurs</translation>
    </message>
    <message>
        <source>dispute lost</source>
        <translation>Zahlungsstreit verloren</translation>
    </message>
    <message>
        <source>dispute lost and overturned</source>
        <translation>Zahlungsstreit verloren und aufgehoben</translation>
    </message>
    <message>
        <source>dispute won</source>
        <translation>Zahlungsstreit gewonnen</translation>
    </message>
    <message>
        <source>dispute won in part</source>
        <translation>Zahlungsstreit teilweise gewonnen</translation>
    </message>
    <message>
        <source>disputes</source>
        <translation>Zahlungsstreite</translation>
    </message>
    <message>
        <source>document {document}</source>
        <translation>Beleg {document}</translation>
    </message>
    <message>
        <source>document {numbers}{whose} is {state}</source>
        <translation>Beleg {numbers}{whose} ist {state}</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>does not have</source>
        <translation>hat nicht den</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>en</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>ends on {day}</source>
        <translation>endet am {day}</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>endet heute</translation>
    </message>
    <message>
        <source>enet</source>
        <translation>e.net</translation>
    </message>
    <message>
        <source>every</source>
        <translation>jeder</translation>
    </message>
    <message>
        <source>every mode</source>
        <translation>jedem Modus</translation>
    </message>
    <message>
        <source>exception has</source>
        <translation>Ausnahme ist</translation>
    </message>
    <message>
        <source>exceptions have</source>
        <translation>Ausnahmen sind</translation>
    </message>
    <message>
        <source>exchange differences of rates</source>
        <translation>die Kursdifferenzen aus Umrechnungskursen</translation>
    </message>
    <message>
        <source>fee of {what}</source>
        <translation>Gebühr für {what}</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>fees of disputes</source>
        <translation>Gebühren für Zahlungsstreite</translation>
    </message>
    <message>
        <source>finding orders where COMFND is not licensed</source>
        <translation>Aufträge finden, wo COMFND nicht lizenziert ist</translation>
    </message>
    <message>
        <source>finding receipts where COMFND is not licensed</source>
        <translation>Zahlungseingänge finden, wo COMFND nicht lizenziert ist</translation>
    </message>
    <message>
        <source>finding, reading back and matching</source>
        <translation>finden, zurücklesen und abgleichen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>freight</source>
        <translation>Fracht</translation>
    </message>
    <message>
        <source>full</source>
        <translation>ausführlich</translation>
    </message>
    <message>
        <source>get</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>has ended on {day}</source>
        <translation>endete am {day}</translation>
    </message>
    <message>
        <source>has no</source>
        <translation>hat keinen</translation>
    </message>
    <message>
        <source>has several customers that fit</source>
        <translation>hat mehrere passende Kunden</translation>
    </message>
    <message>
        <source>has {length} characters; the template&apos;s own text has {written_length}.</source>
        <translation>hat {length} Zeichen; der eigene Text der Vorlage hat {written_length}.</translation>
    </message>
    <message>
        <source>has {length} characters; {text} has {text2}.</source>
        <translation>hat {length} Zeichen; {text} hat {text2}.</translation>
    </message>
    <message>
        <source>has {whole} digits before the point; {text} has more.</source>
        <translation>hat {whole} Stellen vor dem Komma; {text} hat mehr.</translation>
    </message>
    <message>
        <source>held</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>holds our reference, by which SYSPRO is searched before anything is sent again. Another value could let one payment be taken for another, so it takes a reference of ours as it is, such as payment.reference.</source>
        <translation>enthält unsere Referenz, nach der SYSPRO durchsucht wird, bevor etwas noch einmal gesendet wird. Mit einem anderen Wert könnte eine Zahlung für eine andere gehalten werden; darum nimmt es eine Referenz von uns, wie sie ist, etwa payment.reference.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>nichts tun</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>in SYSPRO</source>
        <translation>in SYSPRO</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>im Zweifel</translation>
    </message>
    <message>
        <source>in minor units</source>
        <translation>in kleinsten Einheiten</translation>
    </message>
    <message>
        <source>in warehouse {warehouse}, nor in any other</source>
        <translation>in Lager {warehouse} nicht, und in keinem anderen</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>invoice credit</source>
        <translation>Gutschrift zur Rechnung</translation>
    </message>
    <message>
        <source>invoice payment</source>
        <translation>Rechnungszahlung</translation>
    </message>
    <message>
        <source>invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>invoices and credit notes without an order</source>
        <translation>Rechnungen und Gutschriften ohne Auftrag</translation>
    </message>
    <message>
        <source>invoices of the customer and what is open on them</source>
        <translation>Rechnungen des Kunden und was darauf offen ist</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is for {currency}, a currency that Stripe does not have.</source>
        <translation>ist für {currency}, eine Währung, die Stripe nicht hat.</translation>
    </message>
    <message>
        <source>is given by the mapping again</source>
        <translation>kommt wieder aus der Zuordnung</translation>
    </message>
    <message>
        <source>is in a currency of which Stripe&apos;s pages say two things (currencies.ugx_hundredths).</source>
        <translation>ist in einer Währung, von der Stripes Seiten zweierlei sagen (currencies.ugx_hundredths).</translation>
    </message>
    <message>
        <source>is {like} meant?</source>
        <translation>ist {like} gemeint?</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>sie kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>it cannot be written to</source>
        <translation>in sie kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>it does not offer what alerts.smtp_security and alerts.smtp_user need</source>
        <translation>er bietet nicht, was alerts.smtp_security und alerts.smtp_user brauchen</translation>
    </message>
    <message>
        <source>it is about to be sent</source>
        <translation>er wird gleich gesendet</translation>
    </message>
    <message>
        <source>it is being sent at this moment</source>
        <translation>er wird gerade gesendet</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is no database</source>
        <translation>es ist keine Datenbank</translation>
    </message>
    <message>
        <source>it is {value}, neither true nor false.</source>
        <translation>es ist {value}, weder wahr noch falsch.</translation>
    </message>
    <message>
        <source>it refused</source>
        <translation>er lehnte ab</translation>
    </message>
    <message>
        <source>it waits for approval</source>
        <translation>er wartet auf Freigabe</translation>
    </message>
    <message>
        <source>it waits until it is retried or ignored</source>
        <translation>er wartet, bis er wiederholt oder ignoriert wird</translation>
    </message>
    <message>
        <source>it was cancelled already</source>
        <translation>er wurde schon verworfen</translation>
    </message>
    <message>
        <source>it was not given up, so there is nothing to take back.</source>
        <translation>er wurde nicht aufgegeben, also ist nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>it was sent and its outcome is not known yet</source>
        <translation>er wurde gesendet, und das Ergebnis ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>its certificate is not trusted; alerts.smtp_ca_file names the company&apos;s authorities</source>
        <translation>sein Zertifikat ist nicht vertrauenswürdig; alerts.smtp_ca_file nennt die Stellen der Firma</translation>
    </message>
    <message>
        <source>its currency, as Stripe writes it</source>
        <translation>seine Währung, wie Stripe sie schreibt</translation>
    </message>
    <message>
        <source>its key was used for another order, or its prices have changed since.</source>
        <translation>sein Schlüssel gehörte zu einem anderen Auftrag, oder seine Preise haben sich seither geändert.</translation>
    </message>
    <message>
        <source>its payout was decided without what the exchange rate leaves of it. It stays ignored: book it by hand.</source>
        <translation>seine Auszahlung wurde ohne das entschieden, was der Wechselkurs davon übrig lässt. Er bleibt ignoriert: Buchen Sie ihn von Hand.</translation>
    </message>
    <message>
        <source>its text has more than {max_result} characters.</source>
        <translation>sein Text hat mehr als {max_result} Zeichen.</translation>
    </message>
    <message>
        <source>its text, which says the same</source>
        <translation>sein Text, der dasselbe sagt</translation>
    </message>
    <message>
        <source>jobs that follow not woken</source>
        <translation>folgende Aufgaben nicht geweckt</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>leads to no payment</source>
        <translation>führt zu keiner Zahlung</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>ledger code</source>
        <translation>Sachkonto</translation>
    </message>
    <message>
        <source>ledger codes</source>
        <translation>Sachkonten</translation>
    </message>
    <message>
        <source>ledger period</source>
        <translation>Hauptbuchperiode</translation>
    </message>
    <message>
        <source>line items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>local</source>
        <translation>Hauswährung</translation>
    </message>
    <message>
        <source>long description</source>
        <translation>Langbeschreibung</translation>
    </message>
    <message>
        <source>look-ups</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>looking at one order</source>
        <translation>einen Auftrag ansehen</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>main stays</source>
        <translation>main bleibt</translation>
    </message>
    <message>
        <source>makes the same document as step {earlier}; give it another purpose, or a condition to one.</source>
        <translation>macht denselben Beleg wie Schritt {earlier}; geben Sie ihm einen anderen Zweck, oder einem von beiden eine Bedingung.</translation>
    </message>
    <message>
        <source>mapping revision {revision}</source>
        <translation>Fassung {revision} der Zuordnung</translation>
    </message>
    <message>
        <source>metadata {key} has no price that SYSPRO can hold.</source>
        <translation>Metadaten {key} haben keinen Preis, den SYSPRO halten kann.</translation>
    </message>
    <message>
        <source>metadata {key} is no JSON object.</source>
        <translation>Metadaten {key} sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>metadata {key} is no line that was agreed to.</source>
        <translation>Metadaten {key} sind keine Zeile, der zugestimmt wurde.</translation>
    </message>
    <message>
        <source>minor units</source>
        <translation>kleinste Einheiten</translation>
    </message>
    <message>
        <source>more than once ({keys})</source>
        <translation>mehr als einmal ({keys})</translation>
    </message>
    <message>
        <source>more than one of map, filter, all and exists</source>
        <translation>mehr als eines von map, filter, all und exists</translation>
    </message>
    <message>
        <source>more than {max_depth} brackets within brackets</source>
        <translation>mehr als {max_depth} Klammern ineinander</translation>
    </message>
    <message>
        <source>more than {max_patterns} patterns</source>
        <translation>mehr als {max_patterns} Muster</translation>
    </message>
    <message>
        <source>more than {max_sums} additions</source>
        <translation>mehr als {max_sums} Additionen</translation>
    </message>
    <message>
        <source>movement is</source>
        <translation>Bewegung ist</translation>
    </message>
    <message>
        <source>movements are</source>
        <translation>Bewegungen sind</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>new customers</source>
        <translation>neue Kunden</translation>
    </message>
    <message>
        <source>nights</source>
        <translation>Nächte</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no amount</source>
        <translation>kein Betrag</translation>
    </message>
    <message>
        <source>no document of ours carries it</source>
        <translation>kein Beleg von uns trägt sie</translation>
    </message>
    <message>
        <source>no flow</source>
        <translation>kein Ablauf</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>no reason was given.</source>
        <translation>es wurde kein Grund angegeben.</translation>
    </message>
    <message>
        <source>no recipient was accepted</source>
        <translation>kein Empfänger wurde angenommen</translation>
    </message>
    <message>
        <source>no reference</source>
        <translation>keine Referenz</translation>
    </message>
    <message>
        <source>no {purpose} note of {value} can be made of it</source>
        <translation>kann keine {purpose} über {value} daraus gemacht werden</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none was made in Stripe</source>
        <translation>in Stripe wurde keiner angelegt</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>noch nicht entschieden</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>not posted yet</source>
        <translation>noch nicht gebucht</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing of payment {charge_id} is on account</source>
        <translation>von Zahlung {charge_id} ist kein Guthaben da</translation>
    </message>
    <message>
        <source>of the catalogue wait for you: stock codes that Stripe refused or that differ</source>
        <translation>aus dem Katalog warten auf Sie: Artikel, die Stripe abgelehnt hat oder die abweichen</translation>
    </message>
    <message>
        <source>of this customer</source>
        <translation>dieses Kunden</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on account</source>
        <translation>auf Rechnung</translation>
    </message>
    <message>
        <source>on_hand - allocated - allocated_to_jobs</source>
        <translation>on_hand - allocated - allocated_to_jobs</translation>
    </message>
    <message>
        <source>one flow has to want payments in mode {mode}; there are {which}.</source>
        <translation>ein Ablauf muss Zahlungen im Modus {mode} wollen; es sind {which}.</translation>
    </message>
    <message>
        <source>one or more of its {of_day} movements</source>
        <translation>eine oder mehrere seiner {of_day} Bewegungen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>open invoices</source>
        <translation>offene Rechnungen</translation>
    </message>
    <message>
        <source>open ledger periods</source>
        <translation>offene Hauptbuchperioden</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>order cancel</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>order invoice</source>
        <translation>Auftrag fakturieren</translation>
    </message>
    <message>
        <source>order line {part}</source>
        <translation>Auftragszeile {part}</translation>
    </message>
    <message>
        <source>order of the gates</source>
        <translation>Reihenfolge der Schranken</translation>
    </message>
    <message>
        <source>order of the steps</source>
        <translation>Reihenfolge der Schritte</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>orders of the customer</source>
        <translation>Aufträge des Kunden</translation>
    </message>
    <message>
        <source>orders on account, as far as credit allows; needs place_orders as well</source>
        <translation>Aufträge auf Rechnung, soweit die Bonität reicht; braucht auch place_orders</translation>
    </message>
    <message>
        <source>orders that the customer places and pays</source>
        <translation>Aufträge, die der Kunde erteilt und bezahlt</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>park</source>
        <translation>zurückstellen</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>payer</source>
        <translation>Zahler</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>payment intent</source>
        <translation>Payment Intent</translation>
    </message>
    <message>
        <source>payment intent line items</source>
        <translation>Positionen des Payment Intents</translation>
    </message>
    <message>
        <source>payment link</source>
        <translation>Zahlungslink</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>payments of invoice {invoice_id}</source>
        <translation>Zahlungen der Rechnung {invoice_id}</translation>
    </message>
    <message>
        <source>payout</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>payout and fees</source>
        <translation>Auszahlung und Gebühren</translation>
    </message>
    <message>
        <source>payout returned</source>
        <translation>Auszahlung zurückgekommen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>portal token {name}</source>
        <translation>Portal-Token {name}</translation>
    </message>
    <message>
        <source>post</source>
        <translation>buchen</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>posting</source>
        <translation>wird gebucht</translation>
    </message>
    <message>
        <source>posting.mode is summary, which posts journals alone: a payment would leave its invoice open.</source>
        <translation>posting.mode ist summary und bucht nur Journale: Eine Zahlung ließe ihre Rechnung offen.</translation>
    </message>
    <message>
        <source>postld</source>
        <translation>großes Dokument</translation>
    </message>
    <message>
        <source>price code</source>
        <translation>Preiscode</translation>
    </message>
    <message>
        <source>price codes in use</source>
        <translation>benutzte Preiscodes</translation>
    </message>
    <message>
        <source>prices that SYSPRO&apos;s tables leave in doubt</source>
        <translation>Preise, die SYSPROs Tabellen offenlassen</translation>
    </message>
    <message>
        <source>product class</source>
        <translation>Produktklasse</translation>
    </message>
    <message>
        <source>proving custom form values</source>
        <translation>Werte der Zusatzfelder nachweisen</translation>
    </message>
    <message>
        <source>read committed</source>
        <translation>Read Committed</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>reads in 30 days</source>
        <translation>Abfragen in 30 Tagen</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Zahlungseingang</translation>
    </message>
    <message>
        <source>receipts.invoice_keys is empty, so a payment could not name its invoice to SYSPRO.</source>
        <translation>receipts.invoice_keys ist leer, darum könnte eine Zahlung SYSPRO ihre Rechnung nicht nennen.</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>refund returned</source>
        <translation>Erstattung zurückgekommen</translation>
    </message>
    <message>
        <source>refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>report of a job not kept</source>
        <translation>Bericht einer Aufgabe nicht aufgehoben</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>requests.as is invoice, and customers.metadata_keys is empty, so a Stripe customer could not be made.</source>
        <translation>requests.as ist invoice, und customers.metadata_keys ist leer; darum könnte kein Stripe-Kunde angelegt werden.</translation>
    </message>
    <message>
        <source>requests.custom_field is {custom_field}, which syspro.customer_form_fields does not name.</source>
        <translation>requests.custom_field ist {custom_field}, und syspro.customer_form_fields nennt es nicht.</translation>
    </message>
    <message>
        <source>reserved funds</source>
        <translation>Rücklage</translation>
    </message>
    <message>
        <source>right again: {title}</source>
        <translation>wieder in Ordnung: {title}</translation>
    </message>
    <message>
        <source>risk reserved funds</source>
        <translation>Risikorücklage</translation>
    </message>
    <message>
        <source>rounding of rates</source>
        <translation>Rundung der Kurse</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>rows of SYSPRO</source>
        <translation>Zeilen von SYSPRO</translation>
    </message>
    <message>
        <source>sales order</source>
        <translation>Verkaufsauftrag</translation>
    </message>
    <message>
        <source>sales orders</source>
        <translation>Verkaufsaufträge</translation>
    </message>
    <message>
        <source>samples of {name}</source>
        <translation>Beispiele von {name}</translation>
    </message>
    <message>
        <source>sat, sun</source>
        <translation>sat, sun</translation>
    </message>
    <message>
        <source>says 0 (catalogue.zero_price can make it free of charge).</source>
        <translation>sagt 0 (catalogue.zero_price kann es kostenlos machen).</translation>
    </message>
    <message>
        <source>says nothing for it.</source>
        <translation>sagt für ihn nichts.</translation>
    </message>
    <message>
        <source>says {value}, and Stripe keeps {most_decimals} decimals.</source>
        <translation>sagt {value}, und Stripe hält {most_decimals} Nachkommastellen.</translation>
    </message>
    <message>
        <source>says {value}, and a price cannot be negative.</source>
        <translation>sagt {value}, und ein Preis kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>says {value}, which is no number.</source>
        <translation>sagt {value}, und das ist keine Zahl.</translation>
    </message>
    <message>
        <source>scopes {scopes}; customers {value}</source>
        <translation>Bereiche {scopes}; Kunden {value}</translation>
    </message>
    <message>
        <source>sealed {seal}</source>
        <translation>versiegelt {seal}</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>verkaufen</translation>
    </message>
    <message>
        <source>set refunds.credit to auto, then retry.</source>
        <translation>oder setzen Sie refunds.credit auf auto, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>settlement</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kurz</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>something was decided since that takes it for given up. It stays ignored: book it by hand.</source>
        <translation>seither wurde etwas entschieden, das ihn für aufgegeben hält. Er bleibt ignoriert: Buchen Sie ihn von Hand.</translation>
    </message>
    <message>
        <source>sortch</source>
        <translation>sortch</translation>
    </message>
    <message>
        <source>sortci</source>
        <translation>sortci</translation>
    </message>
    <message>
        <source>sortci, sortch, arstin or none</source>
        <translation>sortci, sortch, arstin oder none</translation>
    </message>
    <message>
        <source>sql</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>starttls</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>step is</source>
        <translation>Schritt ist</translation>
    </message>
    <message>
        <source>step {name}, about</source>
        <translation>Schritt {name}, about</translation>
    </message>
    <message>
        <source>step {name}, blocks</source>
        <translation>Schritt {name}, blocks</translation>
    </message>
    <message>
        <source>step {name}, title</source>
        <translation>Schritt {name}, title</translation>
    </message>
    <message>
        <source>step {name}, when</source>
        <translation>Schritt {name}, when</translation>
    </message>
    <message>
        <source>step {name}, {kind} line, {element}</source>
        <translation>Schritt {name}, {kind}-Zeile, {element}</translation>
    </message>
    <message>
        <source>steps are</source>
        <translation>Schritte sind</translation>
    </message>
    <message>
        <source>still has</source>
        <translation>hat noch den</translation>
    </message>
    <message>
        <source>stock code</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>stock codes</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>stock, freight or charge</source>
        <translation>stock, freight oder charge</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>streng</translation>
    </message>
    <message>
        <source>stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>stripe id</source>
        <translation>Stripe-Id</translation>
    </message>
    <message>
        <source>succeeded, pending or failed</source>
        <translation>succeeded, pending oder failed</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>syspro</source>
        <translation>SYSPRO</translation>
    </message>
    <message>
        <source>syspro-stripe service host</source>
        <translation>syspro-stripe service host</translation>
    </message>
    <message>
        <source>table by day</source>
        <translation>Tabelle nach Tag</translation>
    </message>
    <message>
        <source>table of percentages</source>
        <translation>Tabelle von Prozentsätzen</translation>
    </message>
    <message>
        <source>table {value} by {key}</source>
        <translation>Tabelle {value} nach {key}</translation>
    </message>
    <message>
        <source>takes {needs} (true or false); {value} is neither.</source>
        <translation>nimmt {needs} (true oder false); {value} ist keines davon.</translation>
    </message>
    <message>
        <source>takes {needs}; {sentence} gives none.</source>
        <translation>nimmt {needs}; {sentence} gibt keinen.</translation>
    </message>
    <message>
        <source>takes {needs}; {sentence} gives {value}.</source>
        <translation>nimmt {needs}; {sentence} gibt {value}.</translation>
    </message>
    <message>
        <source>takes {needs}; {text} is none.</source>
        <translation>nimmt {needs}; {text} ist keiner.</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>tax code</source>
        <translation>Steuerschlüssel</translation>
    </message>
    <message>
        <source>tax codes in use</source>
        <translation>benutzte Steuerschlüssel</translation>
    </message>
    <message>
        <source>tax id</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>tax on {what}</source>
        <translation>Steuer auf {what}</translation>
    </message>
    <message>
        <source>terms code</source>
        <translation>Zahlungsziel</translation>
    </message>
    <message>
        <source>text, or one for each currency</source>
        <translation>Text, oder einer je Währung</translation>
    </message>
    <message>
        <source>the account or password was not accepted ({smtp_code})</source>
        <translation>Konto oder Kennwort wurde nicht angenommen ({smtp_code})</translation>
    </message>
    <message>
        <source>the address of the heartbeat</source>
        <translation>die Adresse des Lebenszeichens</translation>
    </message>
    <message>
        <source>the agent has no sure way to read its list</source>
        <translation>der Agent hat keinen sicheren Weg, dessen Liste zu lesen</translation>
    </message>
    <message>
        <source>the agent has no way to SYSPRO&apos;s tables</source>
        <translation>der Agent hat keinen Weg zu SYSPROs Tabellen</translation>
    </message>
    <message>
        <source>the answer broke off ({name}).</source>
        <translation>die Antwort brach ab ({name}).</translation>
    </message>
    <message>
        <source>the answer is longer than {most_answer_bytes} bytes.</source>
        <translation>die Antwort ist länger als {most_answer_bytes} Bytes.</translation>
    </message>
    <message>
        <source>the answer is not one of Stripe&apos;s.</source>
        <translation>die Antwort ist keine von Stripe.</translation>
    </message>
    <message>
        <source>the business object</source>
        <translation>das Business Object</translation>
    </message>
    <message>
        <source>the customer&apos;s own prices</source>
        <translation>die eigenen Preise des Kunden</translation>
    </message>
    <message>
        <source>the disk gave an error</source>
        <translation>der Datenträger meldete einen Fehler</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>der Beleg</translation>
    </message>
    <message>
        <source>the entries of somebody else that are named one by one to {others}</source>
        <translation>und die einzeln genannten Buchungen von anderen {others}</translation>
    </message>
    <message>
        <source>the fees of {money}</source>
        <translation>die Gebühren von {money}</translation>
    </message>
    <message>
        <source>the fees, {fees}, of {counted}</source>
        <translation>die Gebühren, {fees}, von {counted}</translation>
    </message>
    <message>
        <source>the files beside it tell of entries in the cash book that it does not know of</source>
        <translation>die Dateien daneben erzählen von Kassenbucheinträgen, die sie nicht kennt</translation>
    </message>
    <message>
        <source>the flow</source>
        <translation>der Ablauf</translation>
    </message>
    <message>
        <source>the list of {what}</source>
        <translation>die Liste: {what}</translation>
    </message>
    <message>
        <source>the local currency</source>
        <translation>die Hauswährung</translation>
    </message>
    <message>
        <source>the manifest</source>
        <translation>das Manifest</translation>
    </message>
    <message>
        <source>the new price</source>
        <translation>der neue Preis</translation>
    </message>
    <message>
        <source>the payer</source>
        <translation>dem Zahler</translation>
    </message>
    <message>
        <source>the site&apos;s own</source>
        <translation>der des Standorts</translation>
    </message>
    <message>
        <source>the webhook</source>
        <translation>der Webhook</translation>
    </message>
    <message>
        <source>the {amount} that it took Stripe has given back {came} by the exchange rate that it names</source>
        <translation>den {amount}, die er nahm, hat Stripe nach dem Kurs, den es nennt, {came} zurückgegeben</translation>
    </message>
    <message>
        <source>the {name} {shown} instead of {shown2}</source>
        <translation>{name}: {shown} statt {shown2}</translation>
    </message>
    <message>
        <source>there is no subject {subject}; there are {rows}.</source>
        <translation>es gibt keinen Gegenstand {subject}; es gibt {rows}.</translation>
    </message>
    <message>
        <source>there is no such document</source>
        <translation>es gibt keinen solchen Beleg</translation>
    </message>
    <message>
        <source>there is no {first}; there are {names}.</source>
        <translation>{first} gibt es nicht; es gibt {names}.</translation>
    </message>
    <message>
        <source>there is no {part}.</source>
        <translation>{part} gibt es nicht.</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>tls</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>topup</source>
        <translation>Aufladung</translation>
    </message>
    <message>
        <source>topup reversal</source>
        <translation>Aufladung zurückgenommen</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>transfer reversal</source>
        <translation>Übertragung zurückgenommen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown unit</source>
        <translation>unbekannte Einheit</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>unbezahlt</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>wait for you: customers that Stripe refused or that differ</source>
        <translation>warten auf Sie: Kunden, die Stripe abgelehnt hat oder die abweichen</translation>
    </message>
    <message>
        <source>wait for you: invoices whose payment request Stripe refused</source>
        <translation>warten auf Sie: Rechnungen, deren Zahlungsanforderung Stripe abgelehnt hat</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>warnen</translation>
    </message>
    <message>
        <source>was ignored by a person</source>
        <translation>wurde von jemandem ignoriert</translation>
    </message>
    <message>
        <source>what it proposed beside its payout goes with the next payout by now. Book it by hand.</source>
        <translation>was er neben seiner Auszahlung vorschlug, geht inzwischen mit der nächsten Auszahlung. Buchen Sie ihn von Hand.</translation>
    </message>
    <message>
        <source>where it was merged into another, `customers merge {customer} OTHER` books its payments there</source>
        <translation>wurde er mit einem anderen zusammengelegt, bucht `customers merge {customer} ANDERER` seine Zahlungen dorthin</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>zero payment</source>
        <translation>Nullzahlung</translation>
    </message>
    <message>
        <source>{account} could not get the right to log on as a service: {strerror}.</source>
        <translation>{account} konnte das Recht zur Anmeldung als Dienst nicht erhalten: {strerror}.</translation>
    </message>
    <message>
        <source>{account} in {currency} is {ledger_code}.{unchecked}</source>
        <translation>{account} in {currency} ist {ledger_code}.{unchecked}</translation>
    </message>
    <message>
        <source>{actor}, flow {flow}</source>
        <translation>{actor}, Ablauf {flow}</translation>
    </message>
    <message>
        <source>{address} has no TLS, so the Stripe key would travel in the clear.</source>
        <translation>{address} hat kein TLS, der Stripe-Schlüssel ginge also offen durchs Netz.</translation>
    </message>
    <message>
        <source>{agreed} of {seen} {plural} of this site had its value in {element}.</source>
        <translation>{agreed} von {seen} hatten den Wert in {element} ({plural} dieses Standorts).</translation>
    </message>
    <message>
        <source>{agreed} of {seen} {plural} with {by} {of} had {element} {value}.</source>
        <translation>{agreed} von {seen} mit {by} {of} hatten {element} {value} ({plural}).</translation>
    </message>
    <message>
        <source>{agreed} of {seen} {plural} with {value} had {element} {code}.</source>
        <translation>{agreed} von {seen} mit {value} hatten {element} {code} ({plural}).</translation>
    </message>
    <message>
        <source>{amount} are disputed ({reason}), booked by one journal with the others of their {summary}.{answer}</source>
        <translation>{amount} sind strittig ({reason}), gebucht in einem Journal mit den anderen: {summary}.{answer}</translation>
    </message>
    <message>
        <source>{amount} are disputed ({reason}). {problem}</source>
        <translation>{amount} sind strittig ({reason}). {problem}</translation>
    </message>
    <message>
        <source>{amount} fits several open invoices of customer {code}: {numbers}. {correct}</source>
        <translation>{amount} passen auf mehrere offene Rechnungen von Kunde {code}: {numbers}. {correct}</translation>
    </message>
    <message>
        <source>{amount} given back, booked by one journal with the others of their {summary}.</source>
        <translation>{amount} zurückgegeben, gebucht in einem Journal mit den anderen: {summary}.</translation>
    </message>
    <message>
        <source>{amount} is an unusual amount: {usual} of the last {values} payments {whose} were {limit}, and half of them up to {money}.</source>
        <translation>{amount} ist ein ungewöhnlicher Betrag: {usual} der letzten {values} Zahlungen {whose} waren {limit}, und die Hälfte davon höchstens {money}.</translation>
    </message>
    <message>
        <source>{amount} of payment {charge} were given back, and this agent has not posted the payment. Retry the refund when it has, or book it by hand and ignore it here.</source>
        <translation>{amount} der Zahlung {charge} wurden zurückgegeben, und dieser Agent hat die Zahlung nicht gebucht. Wiederholen Sie die Erstattung, wenn er es hat, oder buchen Sie von Hand und ignorieren Sie sie hier.</translation>
    </message>
    <message>
        <source>{amount} of payment {charge} were given back. The payment is on its way to SYSPRO; the refund follows it by itself.</source>
        <translation>{amount} der Zahlung {charge} wurden zurückgegeben. Die Zahlung ist auf dem Weg zu SYSPRO; die Erstattung folgt ihr von selbst.</translation>
    </message>
    <message>
        <source>{amount} of payment {charge} were given back. The payment, or a document of it, waits for a person: settle that, and the refund follows by itself.</source>
        <translation>{amount} der Zahlung {charge} wurden zurückgegeben. Die Zahlung oder einer ihrer Belege wartet auf jemanden: Klären Sie das, und die Erstattung folgt von selbst.</translation>
    </message>
    <message>
        <source>{amount} that are booked by one journal with the others of their {summary}.</source>
        <translation>{amount}, gebucht in einem Journal mit den anderen: {summary}.</translation>
    </message>
    <message>
        <source>{amount} were given back, and Stripe does not say of which payment. Book it by hand and ignore it here.</source>
        <translation>{amount} wurden zurückgegeben, und Stripe sagt nicht, von welcher Zahlung. Buchen Sie von Hand, und ignorieren Sie es hier.</translation>
    </message>
    <message>
        <source>{author} asked for it: {reason}</source>
        <translation>{author} hat darum gebeten: {reason}</translation>
    </message>
    <message>
        <source>{author} did not find it in SYSPRO.</source>
        <translation>{author} hat es in SYSPRO nicht gefunden.</translation>
    </message>
    <message>
        <source>{author} found it in SYSPRO.</source>
        <translation>{author} hat es in SYSPRO gefunden.</translation>
    </message>
    <message>
        <source>{author} had document {number} posted again: {reason}</source>
        <translation>{author} ließ Beleg {number} neu buchen: {reason}</translation>
    </message>
    <message>
        <source>{available} were available before it, {available2} with it.</source>
        <translation>{available} waren davor verfügbar, {available2} mit ihr.</translation>
    </message>
    <message>
        <source>{available} were available before it, {left} left with it, {available2} stayed.</source>
        <translation>{available} waren davor verfügbar, {left} gingen mit ihr ab, {available2} blieben.</translation>
    </message>
    <message>
        <source>{bad} of Stripe&apos;s balance transactions</source>
        <translation>{bad} von Stripes Kontobewegungen</translation>
    </message>
    <message>
        <source>{bad} of Stripe&apos;s customers</source>
        <translation>{bad} von Stripes Kunden</translation>
    </message>
    <message>
        <source>{by} changed it by hand to {text}</source>
        <translation>{by} hat es von Hand geändert in {text}</translation>
    </message>
    <message>
        <source>{by} changed {place_of} to {text}, which cannot stand there: the document has no such field any more, or SYSPRO has no such code. Edit it again, or take the change back.</source>
        <translation>{by} hat {place_of} in {text} geändert, und das kann dort nicht stehen: Der Beleg hat das Feld nicht mehr, oder SYSPRO hat den Schlüssel nicht. Bearbeiten Sie es neu, oder nehmen Sie die Änderung zurück.</translation>
    </message>
    <message>
        <source>{ca_file} is no readable PEM file with certificates ({name}).</source>
        <translation>{ca_file} ist keine lesbare PEM-Datei mit Zertifikaten ({name}).</translation>
    </message>
    <message>
        <source>{capitalize} could not be read: {message}</source>
        <translation>Nicht gelesen werden konnte: {capitalize}. {message}</translation>
    </message>
    <message>
        <source>{code} and {stripe_id} are never suggested as one customer again.</source>
        <translation>{code} und {stripe_id} werden nie wieder als derselbe Kunde vorgeschlagen.</translation>
    </message>
    <message>
        <source>{code} and {stripe_id} are one customer from now on.</source>
        <translation>{code} und {stripe_id} sind ab jetzt ein Kunde.</translation>
    </message>
    <message>
        <source>{code} becomes a new customer in Stripe.</source>
        <translation>{code} wird ein neuer Kunde in Stripe.</translation>
    </message>
    <message>
        <source>{code} does not fulfil catalogue.only.</source>
        <translation>{code} erfüllt catalogue.only nicht.</translation>
    </message>
    <message>
        <source>{code} has no link.</source>
        <translation>{code} hat keine Verbindung.</translation>
    </message>
    <message>
        <source>{code} has no name in SYSPRO.</source>
        <translation>{code} hat in SYSPRO keinen Namen.</translation>
    </message>
    <message>
        <source>{code} is a kit (kit type {kit_type}).</source>
        <translation>{code} ist ein Set (Set-Art {kit_type}).</translation>
    </message>
    <message>
        <source>{code} is compared again.</source>
        <translation>{code} wird wieder verglichen.</translation>
    </message>
    <message>
        <source>{code} is in currency {value}, which is not one of currencies.to_syspro.</source>
        <translation>{code} ist in der Währung {value}, und die ist keine aus currencies.to_syspro.</translation>
    </message>
    <message>
        <source>{code} is in product class {value}, which is not sold.</source>
        <translation>{code} ist in Produktklasse {value}, und die wird nicht verkauft.</translation>
    </message>
    <message>
        <source>{code} is no longer in SYSPRO.</source>
        <translation>{code} ist nicht mehr in SYSPRO.</translation>
    </message>
    <message>
        <source>{code} is on hold in SYSPRO.</source>
        <translation>{code} ist in SYSPRO gesperrt.</translation>
    </message>
    <message>
        <source>{code} is stocked in none of the warehouses {warehouses}.</source>
        <translation>{code} liegt in keinem der Lager {warehouses}.</translation>
    </message>
    <message>
        <source>{code} is the customer that all guests share.</source>
        <translation>{code} ist der Kunde, den sich alle Gäste teilen.</translation>
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
        <source>{code} may not buy (SalesAllowed).</source>
        <translation>{code} darf nicht kaufen (SalesAllowed).</translation>
    </message>
    <message>
        <source>{code} stays in Stripe as people made it, until it is changed there again.</source>
        <translation>{code} bleibt in Stripe, wie es dort jemand gemacht hat, bis es dort wieder geändert wird.</translation>
    </message>
    <message>
        <source>{code} stays out of Stripe.</source>
        <translation>{code} kommt nicht nach Stripe.</translation>
    </message>
    <message>
        <source>{code}: catalogue.only cannot be told for it: {error}</source>
        <translation>{code}: catalogue.only ist dafür nicht zu sagen: {error}</translation>
    </message>
    <message>
        <source>{column}: it cannot keep the reference {reference}.</source>
        <translation>{column}: Dort kann die Referenz {reference} nicht stehen.</translation>
    </message>
    <message>
        <source>{counted} to be settled.</source>
        <translation>{counted} noch zu erledigen.</translation>
    </message>
    <message>
        <source>{count} differences are open</source>
        <translation>{count} Abweichungen sind offen</translation>
    </message>
    <message>
        <source>{count} documents are in doubt</source>
        <translation>{count} Belege sind im Zweifel</translation>
    </message>
    <message>
        <source>{count} documents wait for you</source>
        <translation>{count} Belege warten auf Sie</translation>
    </message>
    <message>
        <source>{count} movement</source>
        <translation>{count} Bewegung</translation>
    </message>
    <message>
        <source>{count} movements</source>
        <translation>{count} Bewegungen</translation>
    </message>
    <message>
        <source>{count} objects of Stripe could not be read</source>
        <translation>{count} Objekte von Stripe konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>{count} of {recipients} recipients were not accepted</source>
        <translation>{count} von {recipients} Empfängern wurden nicht angenommen</translation>
    </message>
    <message>
        <source>{count} payments wait for you</source>
        <translation>{count} Zahlungen warten auf Sie</translation>
    </message>
    <message>
        <source>{count} payout</source>
        <translation>{count} Auszahlung</translation>
    </message>
    <message>
        <source>{count} payouts</source>
        <translation>{count} Auszahlungen</translation>
    </message>
    <message>
        <source>{count} things are</source>
        <translation>{count} Sachen sind</translation>
    </message>
    <message>
        <source>{count} will not fit into the month that SYSPRO has open until {last}</source>
        <translation>{count} passen nicht mehr in den Monat, den SYSPRO bis {last} offen hat</translation>
    </message>
    <message>
        <source>{customer} is linked to {value} already.</source>
        <translation>{customer} ist schon mit {value} verbunden.</translation>
    </message>
    <message>
        <source>{day} is in another month than {is_open}, which SYSPRO&apos;s receivables have open.</source>
        <translation>{day} liegt in einem anderen Monat als {is_open}, den SYSPROs Debitoren offen haben.</translation>
    </message>
    <message>
        <source>{day} {where}, and period {ledger_period} of {ledger_year} is open in SYSPRO.</source>
        <translation>{day} {where}, und Periode {ledger_period} von {ledger_year} ist in SYSPRO offen.</translation>
    </message>
    <message>
        <source>{detail}: SYSPRO key {erp_key}</source>
        <translation>{detail}: SYSPRO-Schlüssel {erp_key}</translation>
    </message>
    <message>
        <source>{detail}; SYSPRO key {erp_key}</source>
        <translation>{detail}; SYSPRO-Schlüssel {erp_key}</translation>
    </message>
    <message>
        <source>{done} suggestions are</source>
        <translation>{done} Vorschläge sind</translation>
    </message>
    <message>
        <source>{element} has room for {length} characters, and this is {text} long.</source>
        <translation>{element} hat Platz für {length} Zeichen, und dies sind {text}.</translation>
    </message>
    <message>
        <source>{element} is a day such as 2026-01-31, not {text}.</source>
        <translation>{element} ist ein Tag wie 2026-01-31, nicht {text}.</translation>
    </message>
    <message>
        <source>{element} is empty, and SYSPRO needs it.</source>
        <translation>{element} ist leer, und SYSPRO braucht es.</translation>
    </message>
    <message>
        <source>{element} is one of {choices}, not {text}.</source>
        <translation>{element} ist eines von {choices}, nicht {text}.</translation>
    </message>
    <message>
        <source>{element} must not be empty: SYSPRO needs it.</source>
        <translation>{element} darf nicht leer sein: SYSPRO braucht es.</translation>
    </message>
    <message>
        <source>{element} of line {line}</source>
        <translation>{element} von Zeile {line}</translation>
    </message>
    <message>
        <source>{element} would stand in SYSPRO as {fitted}: it lacks some of these letters.</source>
        <translation>{element} stünde in SYSPRO als {fitted}: Ihm fehlen einige dieser Buchstaben.</translation>
    </message>
    <message>
        <source>{element}: the line has no value.</source>
        <translation>{element}: Die Zeile hat keinen Wert.</translation>
    </message>
    <message>
        <source>{element}: {text} is longer than {length} characters; a part of it would name something else.</source>
        <translation>{element}: {text} ist länger als {length} Zeichen; ein Teil davon würde etwas anderes benennen.</translation>
    </message>
    <message>
        <source>{element}: {value} is no amount with a currency.</source>
        <translation>{element}: {value} ist kein Betrag mit Währung.</translation>
    </message>
    <message>
        <source>{element}: {value} is no number.</source>
        <translation>{element}: {value} ist keine Zahl.</translation>
    </message>
    <message>
        <source>{error} is missing</source>
        <translation>{error} fehlt</translation>
    </message>
    <message>
        <source>{error} is missing.</source>
        <translation>{error} fehlt.</translation>
    </message>
    <message>
        <source>{fees} that were proposed with it</source>
        <translation>{fees}, die mit ihr vorgeschlagen wurden</translation>
    </message>
    <message>
        <source>{field} is no field such as payment.amount.minor.</source>
        <translation>{field} ist kein Feld wie payment.amount.minor.</translation>
    </message>
    <message>
        <source>{field}: a lookup needs the key it looks up.</source>
        <translation>{field}: Eine Tabelle braucht den Schlüssel, nach dem sie sucht.</translation>
    </message>
    <message>
        <source>{field}: a rule has exactly one of path, constant, template, lookup and cel; got {raw}.</source>
        <translation>{field}: Eine Regel hat genau eines von path, constant, template, lookup und cel; angegeben ist {raw}.</translation>
    </message>
    <message>
        <source>{field}: a rule reads { path = &quot;...&quot; } or the like, not {raw}.</source>
        <translation>{field}: Eine Regel lautet { path = &quot;...&quot; } oder dergleichen, nicht {raw}.</translation>
    </message>
    <message>
        <source>{field}: the transform reads {shown}, not {written}.</source>
        <translation>{field}: Die Umformung lautet {shown}, nicht {written}.</translation>
    </message>
    <message>
        <source>{field}: there is no transform {name}; there are {transforms}.</source>
        <translation>{field}: Eine Umformung {name} gibt es nicht; es gibt {transforms}.</translation>
    </message>
    <message>
        <source>{field}: {source} is a text, not {value}.</source>
        <translation>{field}: {source} ist ein Text, nicht {value}.</translation>
    </message>
    <message>
        <source>{field}: {value} does not go with {value2}.</source>
        <translation>{field}: {value} passt nicht zu {value2}.</translation>
    </message>
    <message>
        <source>{formula} cannot be read from {text} on; on_hand - allocated can.</source>
        <translation>{formula} kann ab {text} nicht gelesen werden; on_hand - allocated kann es.</translation>
    </message>
    <message>
        <source>{formula} names {found}; there are {quantities}.</source>
        <translation>{formula} nennt {found}; es gibt {quantities}.</translation>
    </message>
    <message>
        <source>{get}: is needed where customers.policy is {chosen}.</source>
        <translation>{get}: wird gebraucht, wo customers.policy auf {chosen} steht.</translation>
    </message>
    <message>
        <source>{head} SYSPRO has {sums} as it should ({keys}).</source>
        <translation>{head} SYSPRO hat {sums}, wie es soll ({keys}).</translation>
    </message>
    <message>
        <source>{head} it set money on account against invoices, and SYSPRO has no row of it any more (posted as {keys}).</source>
        <translation>{head} er ordnete Guthaben Rechnungen zu, und SYSPRO hat keine Zeile mehr davon (gebucht als {keys}).</translation>
    </message>
    <message>
        <source>{head} {should}, and SYSPRO has no row of it (posted as {keys}).</source>
        <translation>{head} {should}, und SYSPRO hat keine Zeile davon (gebucht als {keys}).</translation>
    </message>
    <message>
        <source>{head} {should}, {book} has {sums}{more}; the difference is {sums2}.</source>
        <translation>{head} {should}, {book} hat {sums}{more}; die Differenz ist {sums2}.</translation>
    </message>
    <message>
        <source>{held} held for it are decided again with the settings of now.</source>
        <translation>{held} dafür angehaltene werden mit den jetzigen Einstellungen neu entschieden.</translation>
    </message>
    <message>
        <source>{held} held for it is decided again with the settings of now.</source>
        <translation>{held} dafür angehaltene wird mit den jetzigen Einstellungen neu entschieden.</translation>
    </message>
    <message>
        <source>{hits} of {samples} samples are in SYSPRO&apos;s list {table}.</source>
        <translation>{hits} von {samples} Beispielen stehen in SYSPROs Liste {table}.</translation>
    </message>
    <message>
        <source>{hits} of {samples} samples look like {called}.</source>
        <translation>{hits} von {samples} Beispielen sehen aus wie {called}.</translation>
    </message>
    <message>
        <source>{invoice} of customer {customer}</source>
        <translation>{invoice} von Kunde {customer}</translation>
    </message>
    <message>
        <source>{key} (amount)</source>
        <translation>{key} (Betrag)</translation>
    </message>
    <message>
        <source>{key} (fees)</source>
        <translation>{key} (Gebühren)</translation>
    </message>
    <message>
        <source>{key} (rest)</source>
        <translation>{key} (Rest)</translation>
    </message>
    <message>
        <source>{key} was decided differently after it was {when}. It was {when2} with {value} (SYSPRO key {value2}); now it would be {value3}. Fields that differ: {fields}.</source>
        <translation>{key} wurde anders entschieden, nachdem es {when} war. Es war {when2} mit {value} (SYSPRO-Schlüssel {value2}); jetzt wäre es {value3}. Abweichende Felder: {fields}.</translation>
    </message>
    <message>
        <source>{leaving} of the {sold} stock codes that Stripe sells for SYSPRO company {company} would go out of sale at once, more than catalogue.most_gone allows ({most_gone} per cent), so none of them was taken out. One of them: {example}</source>
        <translation>{leaving} der {sold} Artikel, die Stripe für die SYSPRO-Firma {company} verkauft, kämen auf einmal aus dem Verkauf, mehr als catalogue.most_gone erlaubt ({most_gone} Prozent); darum wurde keiner herausgenommen. Einer davon: {example}</translation>
    </message>
    <message>
        <source>{leaving} stock codes are taken out of sale.</source>
        <translation>{leaving} Artikel werden aus dem Verkauf genommen.</translation>
    </message>
    <message>
        <source>{leaving} stock codes would go out of sale by now, not {int}. Look again.</source>
        <translation>Inzwischen kämen {leaving} Artikel aus dem Verkauf, nicht {int}. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>{left} could not be, and stay for you.</source>
        <translation>{left} gingen nicht und bleiben für Sie.</translation>
    </message>
    <message>
        <source>{left} left with it, but the movements that are known make only {available} available: see why first.</source>
        <translation>{left} gingen mit ihr ab, aber die bekannten Bewegungen machen nur {available} verfügbar: Sehen Sie zuerst, warum.</translation>
    </message>
    <message>
        <source>{left} of payment {charge_id} stay on account of customer {customer}</source>
        <translation>{left} der Zahlung {charge_id} bleiben Guthaben von Kunde {customer}</translation>
    </message>
    <message>
        <source>{long} of {samples} samples are longer than the {most} characters of the field.</source>
        <translation>{long} von {samples} Beispielen sind länger als die {most} Zeichen des Felds.</translation>
    </message>
    <message>
        <source>{match} has a list of rows and groups.</source>
        <translation>{match} hat eine Liste von Zeilen und Gruppen.</translation>
    </message>
    <message>
        <source>{money} back from dispute losses</source>
        <translation>{money} zurück aus den Verlusten aus Zahlungsstreiten</translation>
    </message>
    <message>
        <source>{money} back from exchange differences</source>
        <translation>{money} zurück aus den Kursdifferenzen</translation>
    </message>
    <message>
        <source>{money} from the dispute account to dispute losses</source>
        <translation>{money} vom Streitkonto zu den Verlusten aus Zahlungsstreiten</translation>
    </message>
    <message>
        <source>{money} from the dispute account to exchange differences</source>
        <translation>{money} vom Streitkonto zu den Kursdifferenzen</translation>
    </message>
    <message>
        <source>{money} into clearing from the dispute account</source>
        <translation>{money} vom Streitkonto in die Verrechnung</translation>
    </message>
    <message>
        <source>{money} out of clearing to the dispute account</source>
        <translation>{money} aus der Verrechnung zum Streitkonto</translation>
    </message>
    <message>
        <source>{money} that it took Stripe has given back {money2}</source>
        <translation>{money}, die er nahm, hat Stripe {money2} zurückgegeben</translation>
    </message>
    <message>
        <source>{money} with payout {row}</source>
        <translation>{money} mit Auszahlung {row}</translation>
    </message>
    <message>
        <source>{movements} movements; difference in minor units: {value}</source>
        <translation>{movements} Bewegungen; Differenz in kleinsten Einheiten: {value}</translation>
    </message>
    <message>
        <source>{name} (no tax)</source>
        <translation>{name} (ohne Steuer)</translation>
    </message>
    <message>
        <source>{name} (tax code {code})</source>
        <translation>{name} (Steuerschlüssel {code})</translation>
    </message>
    <message>
        <source>{name} (what is set there no longer fits)</source>
        <translation>{name} (was dort gesetzt ist, passt nicht mehr)</translation>
    </message>
    <message>
        <source>{name} at another rate</source>
        <translation>{name} zu anderem Kurs</translation>
    </message>
    <message>
        <source>{name} in {where}. The job runs again at its next time; nothing is sent twice.</source>
        <translation>{name} in {where}. Die Aufgabe läuft zu ihrer nächsten Zeit wieder; nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>{name} is a secret: it is kept in the keyring, never in the database.</source>
        <translation>{name} ist ein Geheimnis: Es wird im Schlüsselbund aufbewahrt, nie in der Datenbank.</translation>
    </message>
    <message>
        <source>{name} is customer {code}, but paid {amount} for invoice {number} of customer {customer}. Correct the number in Stripe&apos;s metadata and retry, or book it by hand and ignore it here.</source>
        <translation>{name} ist Kunde {code}, hat aber {amount} für Rechnung {number} von Kunde {customer} bezahlt. Berichtigen Sie die Nummer in Stripes Metadaten und wiederholen Sie, oder buchen Sie von Hand und ignorieren Sie es hier.</translation>
    </message>
    <message>
        <source>{name} is customer {named} by Stripe&apos;s metadata, and SYSPRO has no such customer in {currency}. Correct the metadata or the customer, then retry.</source>
        <translation>{name} ist nach Stripes Metadaten Kunde {named}, und SYSPRO hat keinen solchen Kunden in {currency}. Berichtigen Sie die Metadaten oder den Kunden, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>{name} is kept for the engine&apos;s account and administrators; this account may not use it.</source>
        <translation>{name} ist für das Konto des Dienstes und Administratoren aufbewahrt; dieses Konto darf es nicht verwenden.</translation>
    </message>
    <message>
        <source>{name} is no field of this document that can be changed; those are {names}.</source>
        <translation>{name} ist kein Feld dieses Belegs, das geändert werden kann; das sind {names}.</translation>
    </message>
    <message>
        <source>{name} is no name for a pair: a to z, 0 to 9 and -, at most 40; {main} is the installation&apos;s own.</source>
        <translation>{name} ist kein Name für ein Paar: a bis z, 0 bis 9 und -, höchstens 40; {main} ist das der Installation.</translation>
    </message>
    <message>
        <source>{name} is not answered. {ask}{example}</source>
        <translation>{name} ist nicht beantwortet. {ask}{example}</translation>
    </message>
    <message>
        <source>{name} may have at most {most} characters, which is what Windows keeps; this has {size}.</source>
        <translation>{name} darf höchstens {most} Zeichen haben, so viel bewahrt Windows auf; dieses hat {size}.</translation>
    </message>
    <message>
        <source>{name} of {code} becomes what SYSPRO says.</source>
        <translation>{name} von {code} wird, was SYSPRO sagt.</translation>
    </message>
    <message>
        <source>{name} of {code} becomes what Stripe says.</source>
        <translation>{name} von {code} wird, was Stripe sagt.</translation>
    </message>
    <message>
        <source>{name} paid an order of customer {named}, and its payer at Stripe is linked to customer {erp_key}. Correct the customer in the payment&apos;s metadata or the link, then retry.</source>
        <translation>{name} hat einen Auftrag von Kunde {named} bezahlt, und der Zahler ist in Stripe mit Kunde {erp_key} verbunden. Berichtigen Sie den Kunden in den Metadaten der Zahlung oder die Verbindung, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>{name} paid an order that was agreed to in the portal, of {whose}. Name the customer in the payment&apos;s metadata in Stripe, then retry.</source>
        <translation>{name} hat einen im Portal vereinbarten Auftrag bezahlt, von {whose}. Nennen Sie den Kunden in den Metadaten der Zahlung in Stripe, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>{name} paid in {currency}, and no guest customer is set for that currency. Set customers.guest, then retry.</source>
        <translation>{name} hat in {currency} bezahlt, und für diese Währung ist kein Gastkunde gesetzt. Setzen Sie customers.guest, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>{name} paid {amount} for invoice {number}, which SYSPRO does not have open in that currency. Correct the number in Stripe&apos;s metadata, then retry.</source>
        <translation>{name} hat {amount} für Rechnung {number} bezahlt, die SYSPRO in dieser Währung nicht offen hat. Berichtigen Sie die Nummer in Stripes Metadaten, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>{name} paid {amount}. {problem}</source>
        <translation>{name} hat {amount} bezahlt. {problem}</translation>
    </message>
    <message>
        <source>{name} paid {amount}. {problem} Retry when its month is open, or set periods.receivables.</source>
        <translation>{name} hat {amount} bezahlt. {problem} Wiederholen Sie, wenn der Monat offen ist, oder setzen Sie periods.receivables.</translation>
    </message>
    <message>
        <source>{name} {invoice} of customer {customer}.</source>
        <translation>{name} {invoice} von Kunde {customer}.</translation>
    </message>
    <message>
        <source>{name}: SYSPRO cannot store the character {wrong} of {value}.</source>
        <translation>{name}: SYSPRO kann das Zeichen {wrong} von {value} nicht speichern.</translation>
    </message>
    <message>
        <source>{name}: made as well ({title})</source>
        <translation>{name}: auch gemacht ({title})</translation>
    </message>
    <message>
        <source>{name}: no more made</source>
        <translation>{name}: nicht mehr gemacht</translation>
    </message>
    <message>
        <source>{name}: the text {value} has control characters.</source>
        <translation>{name}: Der Text {value} hat Steuerzeichen.</translation>
    </message>
    <message>
        <source>{name}: {amount} has more than {value_places} decimals.</source>
        <translation>{name}: {amount} hat mehr als {value_places} Nachkommastellen.</translation>
    </message>
    <message>
        <source>{name}: {value} is not a number.</source>
        <translation>{name}: {value} ist keine Zahl.</translation>
    </message>
    <message>
        <source>{name}{name2} cannot be reached ({why}). What is said is kept and sent later.</source>
        <translation>{name}{name2} ist nicht zu erreichen ({why}). Was gesagt wird, wird aufgehoben und später gesendet.</translation>
    </message>
    <message>
        <source>{new} is no name for a flow; one reads big-orders, in small letters and digits.</source>
        <translation>{new} ist kein Name für einen Ablauf; einer lautet big-orders, in kleinen Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>{notes_problem} Else make the credit note by hand and cancel this one.</source>
        <translation>{notes_problem} Sonst machen Sie die Gutschrift von Hand und verwerfen diese.</translation>
    </message>
    <message>
        <source>{notes_problem} Else make the credit note by hand and ignore the refund here.</source>
        <translation>{notes_problem} Sonst machen Sie die Gutschrift von Hand und ignorieren die Erstattung hier.</translation>
    </message>
    <message>
        <source>{others} fit as well.</source>
        <translation>{others} passen ebenso.</translation>
    </message>
    <message>
        <source>{over} Nothing to do.</source>
        <translation>{over} Nichts zu tun.</translation>
    </message>
    <message>
        <source>{path} (line {line}, column {column})</source>
        <translation>{path} (Zeile {line}, Spalte {column})</translation>
    </message>
    <message>
        <source>{path} cannot be used: {why}. It says what was sent to the cash book, so nothing is sent there meanwhile.</source>
        <translation>{path} ist nicht verwendbar: {why}. Sie sagt, was ins Kassenbuch gesendet wurde; darum wird dorthin inzwischen nichts gesendet.</translation>
    </message>
    <message>
        <source>{path} is not the file that was measured, so no suggestion is made with it.</source>
        <translation>{path} ist nicht die Datei, an der gemessen wurde; darum wird damit nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>{place} was sent as {sent}, SYSPRO has {kept}.</source>
        <translation>{place} wurde als {sent} gesendet, SYSPRO hat {kept}.</translation>
    </message>
    <message>
        <source>{raw}: a row has exactly one operator, of {shown}; got {operators}.</source>
        <translation>{raw}: Eine Zeile hat genau einen Operator, von {shown}; angegeben ist {operators}.</translation>
    </message>
    <message>
        <source>{refused} of {accepted} suggestions for this reason were refused.</source>
        <translation>{refused} von {accepted} Vorschlägen aus diesem Grund wurden abgelehnt.</translation>
    </message>
    <message>
        <source>{rests} of exchange difference that SYSPRO&apos;s rates left over</source>
        <translation>{rests} Kursdifferenz, die SYSPROs Kurse übrig ließen</translation>
    </message>
    <message>
        <source>{root} is a pair itself; pairs are added to the installation&apos;s own folder, {parent}.</source>
        <translation>{root} ist selbst ein Paar; Paare kommen in den Ordner der Installation, {parent}.</translation>
    </message>
    <message>
        <source>{said} Add it, or correct stock_code in Stripe, then retry.</source>
        <translation>{said} Legen Sie ihn an, oder berichtigen Sie stock_code in Stripe, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>{said} Correct what is wrong and retry, or enter the order by hand and ignore it here.</source>
        <translation>{said} Berichtigen Sie, was falsch ist, und wiederholen Sie, oder erfassen Sie den Auftrag von Hand und ignorieren Sie es hier.</translation>
    </message>
    <message>
        <source>{self} and {other} cannot be added.</source>
        <translation>{self} und {other} können nicht addiert werden.</translation>
    </message>
    <message>
        <source>{setup} is no name of a setup program</source>
        <translation>{setup} ist kein Name eines Setup-Programms</translation>
    </message>
    <message>
        <source>{side} of posting {number}</source>
        <translation>{side} der Buchung {number}</translation>
    </message>
    <message>
        <source>{some} in doubt; SYSPRO is searched.</source>
        <translation>{some} im Zweifel; SYSPRO wird durchsucht.</translation>
    </message>
    <message>
        <source>{some} on the way.</source>
        <translation>{some} unterwegs.</translation>
    </message>
    <message>
        <source>{some} waiting for you.</source>
        <translation>{some} warten auf Sie.</translation>
    </message>
    <message>
        <source>{stock_code} has no price in {currency}: price code {price_code}</source>
        <translation>{stock_code} hat keinen Preis in {currency}: Preiscode {price_code}</translation>
    </message>
    <message>
        <source>{stock_code} has no price in {currency}: price code {price_code} is per {value}, and it is sold per {stock_uom}.</source>
        <translation>{stock_code} hat keinen Preis in {currency}: Preiscode {price_code} gilt je {value}, und verkauft wird je {stock_uom}.</translation>
    </message>
    <message>
        <source>{stock_code}: its custom form field {custom_field} {said}.</source>
        <translation>{stock_code}: Sein Zusatzfeld {custom_field} {said}.</translation>
    </message>
    <message>
        <source>{stripe_id} is linked to SYSPRO customer {other} already.</source>
        <translation>{stripe_id} ist schon mit SYSPRO-Kunde {other} verbunden.</translation>
    </message>
    <message>
        <source>{stripe_id} is linked to another SYSPRO customer already, and {erp_key} stands for it too.</source>
        <translation>{stripe_id} ist schon mit einem anderen SYSPRO-Kunden verbunden, und auch {erp_key} steht dafür.</translation>
    </message>
    <message>
        <source>{stripe_id} is neither a document number nor a Stripe id that starts with {known}.</source>
        <translation>{stripe_id} ist weder eine Belegnummer noch eine Stripe-Id, die mit {known} beginnt.</translation>
    </message>
    <message>
        <source>{stripe_id} leads to a payment; ignore that by its own id, ch_... or py_...</source>
        <translation>{stripe_id} führt zu einer Zahlung; ignorieren Sie diese mit ihrer eigenen Id, ch_... oder py_...</translation>
    </message>
    <message>
        <source>{subjects} decided again with what Stripe and SYSPRO say now.</source>
        <translation>{subjects} werden neu entschieden, nach dem jetzigen Stand von Stripe und SYSPRO.</translation>
    </message>
    <message>
        <source>{subject} names a day that no calendar has.</source>
        <translation>{subject} nennt einen Tag, den kein Kalender hat.</translation>
    </message>
    <message>
        <source>{subject} names no day and currency such as day_2026-11-20_usd.</source>
        <translation>{subject} nennt keinen Tag mit Währung wie day_2026-11-20_usd.</translation>
    </message>
    <message>
        <source>{sums}, proven up to {proven}</source>
        <translation>{sums}, nachgewiesen bis {proven}</translation>
    </message>
    <message>
        <source>{texts} and {texts2} are alike.</source>
        <translation>{texts} und {texts2} ähneln sich.</translation>
    </message>
    <message>
        <source>{text} is no day such as 2026-11-20.</source>
        <translation>{text} ist kein Tag wie 2026-11-20.</translation>
    </message>
    <message>
        <source>{text} with patterns, more than {max_macro_sums} additions or {max_macro_length} characters</source>
        <translation>{text} mit Mustern, mehr als {max_macro_sums} Additionen oder {max_macro_length} Zeichen</translation>
    </message>
    <message>
        <source>{the} ({name}) is a control account: its module alone may move it. Name a ledger code that takes journals.</source>
        <translation>{the} ({name}) ist ein Sammelkonto: Nur sein Modul darf es bewegen. Nennen Sie ein Sachkonto, das Journale nimmt.</translation>
    </message>
    <message>
        <source>{the} does not exist in warehouse {warehouse}.{where}</source>
        <translation>{the} gibt es in Lager {warehouse} nicht.{where}</translation>
    </message>
    <message>
        <source>{the} is a control account: its module alone may move it. Name a ledger code that takes journals.</source>
        <translation>{the} ist ein Sammelkonto: Nur sein Modul darf es bewegen. Nennen Sie ein Sachkonto, das Journale nimmt.</translation>
    </message>
    <message>
        <source>{the} is not open in SYSPRO; open is {opened}.</source>
        <translation>{the} ist in SYSPRO nicht offen; offen ist {opened}.</translation>
    </message>
    <message>
        <source>{the} is written {same} in SYSPRO.</source>
        <translation>{the} heißt in SYSPRO {same}.</translation>
    </message>
    <message>
        <source>{the} was not checked: {why}.</source>
        <translation>{the} wurde nicht geprüft: {why}.</translation>
    </message>
    <message>
        <source>{title} cannot be restored: {why}</source>
        <translation>{title} kann nicht wiederhergestellt werden: {why}</translation>
    </message>
    <message>
        <source>{title}, and {count} more</source>
        <translation>{title}, und {count} weitere</translation>
    </message>
    <message>
        <source>{title}, posted again</source>
        <translation>{title}, neu gebucht</translation>
    </message>
    <message>
        <source>{uncredited} of invoice {invoices} stay open: refund {refunds} gave them back before order {order} was invoiced, and refunds.credit is none. Credit them by hand and ignore this here, or set refunds.credit and retry.</source>
        <translation>{uncredited} der Rechnung {invoices} bleiben offen: Erstattung {refunds} gab sie zurück, bevor Auftrag {order} fakturiert war, und refunds.credit steht auf none. Schreiben Sie sie von Hand gut und ignorieren Sie dies hier, oder setzen Sie refunds.credit und wiederholen Sie.</translation>
    </message>
    <message>
        <source>{undecided} movements of {day} are decided first: they may be booked with it.</source>
        <translation>{undecided} Bewegungen vom {day} werden zuerst entschieden: Sie werden vielleicht mit ihm gebucht.</translation>
    </message>
    <message>
        <source>{undecided} of the movements of the payout of {amount} are decided first: they may be booked with it.</source>
        <translation>{undecided} der Bewegungen der Auszahlung über {amount} werden zuerst entschieden: Sie werden vielleicht mit ihr gebucht.</translation>
    </message>
    <message>
        <source>{value} cannot be {done}: {cause}</source>
        <translation>{value} kann nicht {done} werden: {cause}</translation>
    </message>
    <message>
        <source>{value} has more than the two decimals that SYSPRO keeps. {by_hand}</source>
        <translation>{value} hat mehr als die zwei Nachkommastellen, die SYSPRO führt. {by_hand}</translation>
    </message>
    <message>
        <source>{value} has no stock code. Set stock_code on the product in Stripe, then retry.</source>
        <translation>{value} hat keinen Artikel. Setzen Sie stock_code am Produkt in Stripe, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>{value} is more than SYSPRO takes in one amount, which is {syspro_value_limit} at most. Book it by hand in several parts, then ignore it here.</source>
        <translation>{value} ist mehr, als SYSPRO in einem Betrag annimmt: höchstens {syspro_value_limit}. Buchen Sie es von Hand in mehreren Teilen, dann ignorieren Sie es hier.</translation>
    </message>
    <message>
        <source>{value} less than left</source>
        <translation>{value} weniger, als abging</translation>
    </message>
    <message>
        <source>{value}, asked again soon</source>
        <translation>{value}, bald wieder gefragt</translation>
    </message>
    <message>
        <source>{version} is no version</source>
        <translation>{version} ist keine Version</translation>
    </message>
    <message>
        <source>{way} For later ones name the line that SYSPRO taxes as the sale was in refunds.stock_codes, or set refunds.credit to auto.</source>
        <translation>{way} Für spätere nennen Sie in refunds.stock_codes die Zeile, die SYSPRO wie den Verkauf besteuert, oder setzen Sie refunds.credit auf auto.</translation>
    </message>
    <message>
        <source>{what} cannot be used: {shortened}</source>
        <translation>{what} ist nicht verwendbar: {shortened}</translation>
    </message>
    <message>
        <source>{what} does not exist{where}.{nearest_said}</source>
        <translation>{what} gibt es nicht{where}.{nearest_said}</translation>
    </message>
    <message>
        <source>{what} is decided again with what Stripe and SYSPRO say now.</source>
        <translation>{what} wird neu entschieden, nach dem jetzigen Stand von Stripe und SYSPRO.</translation>
    </message>
    <message>
        <source>{what} is ignored: {reason}</source>
        <translation>{what} wird ignoriert: {reason}</translation>
    </message>
    <message>
        <source>{what} is no JSON list.</source>
        <translation>{what} ist keine JSON-Liste.</translation>
    </message>
    <message>
        <source>{what} is no JSON object.</source>
        <translation>{what} ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>{what} is restored: it is decided again with what Stripe and SYSPRO say now.</source>
        <translation>{what} ist wiederhergestellt: Es wird neu entschieden, nach dem jetzigen Stand von Stripe und SYSPRO.</translation>
    </message>
    <message>
        <source>{what} no TOML: {error}.</source>
        <translation>{what} kein TOML: {error}.</translation>
    </message>
    <message>
        <source>{what} not cancelled in SYSPRO, its status is {status}.</source>
        <translation>{what} in SYSPRO nicht storniert, der Status ist {status}.</translation>
    </message>
    <message>
        <source>{what} not invoiced, and of the payment {there} is left on account, less than {amount}. Somebody has used the money for another document: free it in SYSPRO and retry, or pay back by hand and ignore the refund here.</source>
        <translation>{what} nicht fakturiert, und von der Zahlung sind {there} Guthaben übrig, weniger als {amount}. Jemand hat das Geld für einen anderen Beleg verwendet: Geben Sie es in SYSPRO frei und wiederholen Sie, oder zahlen Sie von Hand zurück und ignorieren Sie die Erstattung hier.</translation>
    </message>
    <message>
        <source>{what} takes too long.</source>
        <translation>{what} dauert zu lange.</translation>
    </message>
    <message>
        <source>{what} {amount} ({reason}), {whose}: evidence is due by {day_at}. Answer it in the Stripe Dashboard (Payments, Disputes) by submitting evidence, or accept it there.</source>
        <translation>{what} {amount} ({reason}), {whose}: Nachweise sind bis {day_at} fällig. Antworten Sie im Stripe-Dashboard (Payments, Disputes) mit Nachweisen, oder nehmen Sie ihn dort an.</translation>
    </message>
    <message>
        <source>{what} {number} of customer {customer}, dated {day}, status {row}{end}.</source>
        <translation>{what} {number} von Kunde {customer} vom {day}, Status {row}{end}.</translation>
    </message>
    <message>
        <source>{what}, and how SYSPRO taxes them is not known: orders.tax_rates has no rate of their tax code. {way}</source>
        <translation>{what}, und wie SYSPRO sie besteuert, ist nicht bekannt: orders.tax_rates hat keinen Satz für ihren Steuerschlüssel. {way}</translation>
    </message>
    <message>
        <source>{what}, and what those come to cannot be read in SYSPRO. {way}</source>
        <translation>{what}, und worauf diese kommen, ist in SYSPRO nicht zu lesen. {way}</translation>
    </message>
    <message>
        <source>{what}, which come to {whole} and are cancelled whole; {amount} are given back. {way}</source>
        <translation>{what}, die auf {whole} kommen und ganz storniert werden; zurückgegeben werden {amount}. {way}</translation>
    </message>
    <message>
        <source>{what}, which has no open line {missing}. {way}</source>
        <translation>{what}, und der hat keine offene Zeile {missing}. {way}</translation>
    </message>
    <message>
        <source>{where} ({named}) is not on SYSPRO&apos;s order.</source>
        <translation>{where} ({named}) ist nicht auf SYSPROs Auftrag.</translation>
    </message>
    <message>
        <source>{where} has a name of more than {most_name} characters.</source>
        <translation>{where} hat einen Namen mit mehr als {most_name} Zeichen.</translation>
    </message>
    <message>
        <source>{where} is another object.</source>
        <translation>{where} ist ein anderes Objekt.</translation>
    </message>
    <message>
        <source>{where} is {kind}, not an object.</source>
        <translation>{where} ist {kind}, kein Objekt.</translation>
    </message>
    <message>
        <source>{where} is {quantity}, not a quantity between {least_quantity} and {quantity_limit}.</source>
        <translation>{where} ist {quantity}, keine Menge zwischen {least_quantity} und {quantity_limit}.</translation>
    </message>
    <message>
        <source>{where} of the sources has no name.</source>
        <translation>{where} der Quellen hat keinen Namen.</translation>
    </message>
    <message>
        <source>{where}.currency is {code}, which is not in Stripe&apos;s table.</source>
        <translation>{where}.currency ist {code}, und das steht nicht in Stripes Tabelle.</translation>
    </message>
    <message>
        <source>{where}.exchange_rate is {text}, not a rate.</source>
        <translation>{where}.exchange_rate ist {text}, kein Kurs.</translation>
    </message>
    <message>
        <source>{where}.fee_details do not add up to its fee.</source>
        <translation>{where}.fee_details ergeben nicht seine Gebühr.</translation>
    </message>
    <message>
        <source>{where}.id is {found}, no id of Stripe&apos;s.</source>
        <translation>{where}.id ist {found}, keine Id von Stripe.</translation>
    </message>
    <message>
        <source>{where}.net is not its amount less its fee.</source>
        <translation>{where}.net ist nicht sein Betrag minus Gebühr.</translation>
    </message>
    <message>
        <source>{where}.unit_amount_decimal is {exact}, not a number.</source>
        <translation>{where}.unit_amount_decimal ist {exact}, keine Zahl.</translation>
    </message>
    <message>
        <source>{where}.{name} is a yes/no, not a whole number.</source>
        <translation>{where}.{name} ist ein Ja/Nein, keine ganze Zahl.</translation>
    </message>
    <message>
        <source>{where}.{name} is missing, not {words}.</source>
        <translation>{where}.{name} fehlt, keine {words}.</translation>
    </message>
    <message>
        <source>{where}.{name} is {digits}, more than Stripe can move.</source>
        <translation>{where}.{name} ist {digits}, mehr als Stripe bewegen kann.</translation>
    </message>
    <message>
        <source>{where}.{name} is {digits}, not a moment.</source>
        <translation>{where}.{name} ist {digits}, kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>{where}.{name} is {kind}, not a list.</source>
        <translation>{where}.{name} ist {kind}, keine Liste.</translation>
    </message>
    <message>
        <source>{where}.{name} is {kind}, not {words}.</source>
        <translation>{where}.{name} ist {kind}, nicht {words}.</translation>
    </message>
    <message>
        <source>{where}.{name} is {reader}, not one of Stripe&apos;s names.</source>
        <translation>{where}.{name} ist {reader}, keiner von Stripes Namen.</translation>
    </message>
    <message>
        <source>{where}.{name} is {value}, not a quantity.</source>
        <translation>{where}.{name} ist {value}, keine Menge.</translation>
    </message>
    <message>
        <source>{whose}: credit note {invoice} is over {value} in SYSPRO and not over {value2}, because SYSPRO reckons its tax by its own codes, or somebody has changed it.</source>
        <translation>{whose}: Gutschrift {invoice} lautet in SYSPRO über {value} und nicht über {value2}, weil SYSPRO ihre Steuer nach eigenen Schlüsseln rechnet, oder weil jemand sie geändert hat.</translation>
    </message>
    <message>
        <source>{why} The link is closed. {press}; {merged}.</source>
        <translation>{why} Die Verbindung ist beendet. {press}; {merged}.</translation>
    </message>
    <message>
        <source>{why} The link is closed; a new suggestion is made.</source>
        <translation>{why} Die Verbindung ist beendet; eine neue wird vorgeschlagen.</translation>
    </message>
    <message>
        <source>A flow has at least one step. Switch the flow off, or remove all of it.</source>
        <translation>Ein Ablauf hat mindestens einen Schritt. Schalten Sie den Ablauf aus, oder entfernen Sie ihn ganz.</translation>
    </message>
    <message>
        <source>Choose another document.</source>
        <translation>Wählen Sie einen anderen Beleg.</translation>
    </message>
    <message>
        <source>It cannot be undone any more</source>
        <translation>Es lässt sich nicht mehr rückgängig machen</translation>
    </message>
    <message>
        <source>No flow about a {subject} makes a {value}.</source>
        <translation>Kein Ablauf zu {subject} macht {value}.</translation>
    </message>
    <message>
        <source>No such step</source>
        <translation>Kein solcher Schritt</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct the row.</source>
        <translation>Nichts wurde geändert. Berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>Nothing was changed. Discard the draft, or change it back by hand.</source>
        <translation>Nichts wurde geändert. Verwerfen Sie den Entwurf, oder ändern Sie ihn von Hand zurück.</translation>
    </message>
    <message>
        <source>The card {number} of {value} is another one.</source>
        <translation>Die Karte {number} von {value} ist eine andere.</translation>
    </message>
    <message>
        <source>The draft was changed since, so this would undo more than you see.</source>
        <translation>Der Entwurf wurde seitdem geändert, darum ginge mehr zurück, als Sie sehen.</translation>
    </message>
    <message>
        <source>The row cannot work</source>
        <translation>Die Zeile kann nicht arbeiten</translation>
    </message>
    <message>
        <source>There is no card {number} among the {value}.</source>
        <translation>Es gibt keine Karte {number} unter {value}.</translation>
    </message>
    <message>
        <source>There is no place {to} among the {value}.</source>
        <translation>Es gibt keinen Platz {to} unter {value}.</translation>
    </message>
    <message>
        <source>has no condition; say when it holds.</source>
        <translation>hat keine Bedingung; sagen Sie, wann sie gilt.</translation>
    </message>
    <message>
        <source>order of the holds</source>
        <translation>Reihenfolge der Freigaben</translation>
    </message>
    <message>
        <source>The flow {name} has its {value} not as [[{value2}]], so that cards cannot change them.</source>
        <translation>Der Ablauf {name} hat {value} nicht als [[{value2}]], darum können Karten das nicht ändern.</translation>
    </message>
    <message>
        <source>step {name}, switched off</source>
        <translation>Schritt {name}, ausgeschaltet</translation>
    </message>
    <message>
        <source>there is no field {value}.</source>
        <translation>es gibt kein Feld {value}.</translation>
    </message>
    <message>
        <source>there is no field {value}; is {like} meant?</source>
        <translation>es gibt kein Feld {value}; ist {like} gemeint?</translation>
    </message>
    <message>
        <source>{what} {code}, switched off</source>
        <translation>{what} {code}, ausgeschaltet</translation>
    </message>
    <message>
        <source>Document {number} is being decided again, because a person asked for that. Approve what comes of it.</source>
        <translation>Beleg {number} wird gerade neu entschieden, weil jemand darum gebeten hat. Genehmigen Sie, was dabei herauskommt.</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>Noch nicht genehmigt</translation>
    </message>
    <message>
        <source>Approval taken back.</source>
        <translation>Freigabe zurückgenommen.</translation>
    </message>
    <message>
        <source>Document {number} and the {count} approved with it wait for approval again.</source>
        <translation>Beleg {number} und die {count} mit ihm freigegebenen warten wieder auf Freigabe.</translation>
    </message>
    <message>
        <source>Document {number} waits for approval again with another.</source>
        <translation>Beleg {number} wartet mit einem anderen wieder auf Freigabe.</translation>
    </message>
    <message>
        <source>Document {number} waits for approval again.</source>
        <translation>Beleg {number} wartet wieder auf Freigabe.</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Nicht zurückgenommen</translation>
    </message>
    <message>
        <source>The approval of {title} cannot be taken back: {why}</source>
        <translation>Die Freigabe von {title} lässt sich nicht zurücknehmen: {why}</translation>
    </message>
    <message>
        <source>it is being posted, or something that was approved with it. Correct it in SYSPRO once it is there.</source>
        <translation>Er wird gerade gebucht, oder etwas, das mit ihm freigegeben wurde. Berichtigen Sie ihn in SYSPRO, sobald er dort ist.</translation>
    </message>
    <message>
        <source>nothing waits to be posted on an approval.</source>
        <translation>Nichts wartet nach einer Freigabe auf das Buchen.</translation>
    </message>
    <message>
        <source>SYSPRO has {rows} records with the reference {reference}. Say which one it is. {candidates}</source>
        <translation>SYSPRO hat {rows} Datensätze mit der Referenz {reference}. Sagen Sie, welcher es ist. {candidates}</translation>
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
        <source>last answer {when}</source>
        <translation>letzte Antwort {when}</translation>
    </message>
    <message>
        <source>answered {when}</source>
        <translation>antwortete {when}</translation>
    </message>
    <message>
        <source>in {last}, usually {usual}</source>
        <translation>in {last}, sonst {usual}</translation>
    </message>
    <message>
        <source>answers, {when}</source>
        <translation>antwortet, {when}</translation>
    </message>
    <message>
        <source>its service is stopped</source>
        <translation>sein Windows-Dienst steht</translation>
    </message>
    <message>
        <source>its service is starting</source>
        <translation>sein Windows-Dienst startet</translation>
    </message>
    <message>
        <source>its service runs</source>
        <translation>sein Windows-Dienst läuft</translation>
    </message>
    <message>
        <source>its service is stopping</source>
        <translation>sein Windows-Dienst hält an</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
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
        <source>The payout failed: nothing reached the bank.</source>
        <translation>Die Auszahlung ist fehlgeschlagen: Bei der Bank ist nichts angekommen.</translation>
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
        <source>Requests to pay</source>
        <translation>Anforderungen</translation>
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
    <message>
        <source>Roll-out and backup</source>
        <translation>Verteilen und sichern</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Abläufe</translation>
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
    <name>requests</name>
    <message>
        <source>State</source>
        <extracomment>Most customers that a sentence names.</extracomment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Link or reason</source>
        <translation>Link oder Grund</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Can be paid</source>
        <translation>Zahlbar</translation>
    </message>
    <message>
        <source>To be written</source>
        <translation>Zu schreiben</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not asked for</source>
        <translation>Nicht angefordert</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Requests to pay are off. What stands in Stripe stays; this is how it stood.</source>
        <translation>Zahlungsanforderungen sind aus. Was in Stripe steht, bleibt; so stand es.</translation>
    </message>
    <message>
        <source>The settings choose no customer, so no invoice is asked for.</source>
        <translation>Die Einstellungen wählen keinen Kunden, also wird keine Rechnung angefordert.</translation>
    </message>
    <message>
        <source>Stripe refused some requests; the other invoices can be paid.</source>
        <translation>Stripe hat einige Anforderungen abgelehnt; die anderen Rechnungen können bezahlt werden.</translation>
    </message>
    <message>
        <source>Requests are on their way.</source>
        <translation>Anforderungen sind unterwegs.</translation>
    </message>
    <message>
        <source>SYSPRO was not looked at yet.</source>
        <translation>SYSPRO wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>Every open invoice that is asked for can be paid in Stripe.</source>
        <translation>Jede offene Rechnung, die angefordert wird, kann in Stripe bezahlt werden.</translation>
    </message>
    <message>
        <source>The chosen customers have no open invoice.</source>
        <translation>Die gewählten Kunden haben keine offene Rechnung.</translation>
    </message>
    <message>
        <source>The settings name customers that SYSPRO does not have: {codes} and {count} more.</source>
        <translation>Die Einstellungen nennen Kunden, die SYSPRO nicht hat: {codes} und {count} weitere.</translation>
    </message>
    <message>
        <source>The settings name customers that SYSPRO does not have: {codes}.</source>
        <translation>Die Einstellungen nennen Kunden, die SYSPRO nicht hat: {codes}.</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu bezahlen</translation>
    </message>
    <message>
        <source>{open} of {wanted} can be paid</source>
        <translation>{open} von {wanted} können bezahlt werden</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>SYSPRO looked at: {scanned}; read in whole: {swept}.</source>
        <translation>SYSPRO angesehen: {scanned}; ganz gelesen: {swept}.</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>Service: stopped</source>
        <translation>Dienst: angehalten</translation>
    </message>
    <message>
        <source>Service: is starting</source>
        <translation>Dienst: startet</translation>
    </message>
    <message>
        <source>Service: runs</source>
        <translation>Dienst: läuft</translation>
    </message>
    <message>
        <source>Service: is stopping</source>
        <translation>Dienst: hält an</translation>
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
        <translation>Buchen</translation>
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
        <source>Reports</source>
        <translation>Berichte</translation>
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
        <translation>Verluste aus Zahlungsstreiten</translation>
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
        <translation>Fehlend: {missing}, gewährt: {granted}.</translation>
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
        <translation>Benutzte Steuerschlüssel</translation>
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
    <message>
        <source>receivables</source>
        <translation>Debitoren</translation>
    </message>
    <message>
        <source>bank {code}</source>
        <translation>Bank {code}</translation>
    </message>
    <message>
        <source>sales {code}</source>
        <translation>Erlöse {code}</translation>
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
        <source>Restore</source>
        <translation>Zurückholen</translation>
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
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Part of a payment not captured</source>
        <translation>Nicht eingezogener Teil einer Zahlung</translation>
    </message>
    <message>
        <source>Failed payment</source>
        <translation>Fehlgeschlagene Zahlung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Failed refund</source>
        <translation>Fehlgeschlagene Erstattung</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Zahlungsstreit</translation>
    </message>
    <message>
        <source>Dispute, given back</source>
        <translation>Zahlungsstreit, zurückgegeben</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Cost of the card network</source>
        <translation>Kosten des Kartennetzes</translation>
    </message>
    <message>
        <source>Tax on fees</source>
        <translation>Steuer auf Gebühren</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Payout, come back</source>
        <translation>Auszahlung, zurückgekommen</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>Aufladung</translation>
    </message>
    <message>
        <source>Top-up, reversed</source>
        <translation>Aufladung, rückgängig</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Transfer, reversed</source>
        <translation>Übertragung, rückgängig</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Reserve for connected accounts</source>
        <translation>Reserve für verbundene Konten</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Smallest balance, kept back</source>
        <translation>Mindestguthaben, einbehalten</translation>
    </message>
    <message>
        <source>Smallest balance, released</source>
        <translation>Mindestguthaben, freigegeben</translation>
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
