<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>ALCD</name>
    <message>
      <source>"{}" is not the address of a PyTorch index.</source>
      <translation>„{}“ ist nicht die Adresse eines PyTorch-Index.</translation>
    </message>
    <message>
      <source>({} messages left out)</source>
      <translation>({} Meldungen ausgelassen)</translation>
    </message>
    <message>
      <source>, {} of them since the last round.</source>
      <translation>, davon {} seit der letzten Runde.</translation>
    </message>
    <message>
      <source>A job is running in ALCD's Python environment.</source>
      <translation>In der Python-Umgebung von ALCD läuft eine Aufgabe.</translation>
    </message>
    <message>
      <source>A model trained elsewhere: another campaign's folder, or one of its models/round-NNN; by default this campaign's latest model</source>
      <translation>Ein anderswo trainiertes Modell: der Ordner einer anderen Kampagne oder eines ihrer models/round-NNN; sonst das neueste Modell dieser Kampagne</translation>
    </message>
    <message>
      <source>A pixel has no data if all its bands have this value; by default the rasters' own nodata values</source>
      <translation>Ein Pixel hat keine Daten, wenn alle seine Bänder diesen Wert haben; sonst gelten die NoData-Werte der Raster</translation>
    </message>
    <message>
      <source>A rectangle as the area of interest.</source>
      <translation>Ein Rechteck als Untersuchungsgebiet.</translation>
    </message>
    <message>
      <source>ALCD Tutorial</source>
      <translation>ALCD-Anleitung</translation>
    </message>
    <message>
      <source>ALCD review: accept as a change</source>
      <translation>ALCD-Prüfung: als Änderung annehmen</translation>
    </message>
    <message>
      <source>ALCD review: accept as altered</source>
      <translation>ALCD-Prüfung: als verändert annehmen</translation>
    </message>
    <message>
      <source>ALCD review: accept as built</source>
      <translation>ALCD-Prüfung: als gebaut annehmen</translation>
    </message>
    <message>
      <source>ALCD review: accept as torn down</source>
      <translation>ALCD-Prüfung: als abgerissen annehmen</translation>
    </message>
    <message>
      <source>ALCD review: edit the shape with the vertex tool; press again to keep it</source>
      <translation>ALCD-Prüfung: Form mit dem Stützpunktwerkzeug bearbeiten; nochmals drücken, um sie zu behalten</translation>
    </message>
    <message>
      <source>ALCD review: next polygon</source>
      <translation>ALCD-Durchsicht: nächstes Polygon</translation>
    </message>
    <message>
      <source>ALCD review: previous polygon</source>
      <translation>ALCD-Durchsicht: voriges Polygon</translation>
    </message>
    <message>
      <source>ALCD review: reject, not a change</source>
      <translation>ALCD-Prüfung: ablehnen, keine Änderung</translation>
    </message>
    <message>
      <source>ALCD's Python environment is being changed.</source>
      <translation>Die Python-Umgebung von ALCD wird gerade geändert.</translation>
    </message>
    <message>
      <source>ALCD's Python environment is damaged.</source>
      <translation>Die Python-Umgebung von ALCD ist beschädigt.</translation>
    </message>
    <message>
      <source>ALCD's Python environment is not set up yet.</source>
      <translation>Die Python-Umgebung von ALCD ist noch nicht eingerichtet.</translation>
    </message>
    <message>
      <source>ALCD's Python environment was created for other settings, or for another QGIS or ALCD.</source>
      <translation>ALCDs Python-Umgebung wurde für andere Einstellungen oder für ein anderes QGIS oder ALCD erstellt.</translation>
    </message>
    <message>
      <source>ALCD: accept the proposed polygons</source>
      <translation>ALCD: vorgeschlagene Polygone annehmen</translation>
    </message>
    <message>
      <source>ALCD: blink between before and after</source>
      <translation>ALCD: zwischen vorher und nachher blinken</translation>
    </message>
    <message>
      <source>ALCD: correct polygons with the vertex tool</source>
      <translation>ALCD: Polygone mit dem Stützpunktwerkzeug korrigieren</translation>
    </message>
    <message>
      <source>ALCD: draw a change</source>
      <translation>ALCD: Änderung zeichnen</translation>
    </message>
    <message>
      <source>ALCD: draw an area to ignore</source>
      <translation>ALCD: Fläche zum Ignorieren zeichnen</translation>
    </message>
    <message>
      <source>ALCD: finish the tile as drawn</source>
      <translation>ALCD: Kachel wie gezeichnet abschließen</translation>
    </message>
    <message>
      <source>ALCD: go to Campaign</source>
      <translation>ALCD: zur Seite Kampagne</translation>
    </message>
    <message>
      <source>ALCD: go to Label</source>
      <translation>ALCD: zur Seite Beschriften</translation>
    </message>
    <message>
      <source>ALCD: go to Learn</source>
      <translation>ALCD: zur Seite Lernen</translation>
    </message>
    <message>
      <source>ALCD: go to Results</source>
      <translation>ALCD: zur Seite Ergebnisse</translation>
    </message>
    <message>
      <source>ALCD: next tile</source>
      <translation>ALCD: nächste Kachel</translation>
    </message>
    <message>
      <source>ALCD: no change in this tile</source>
      <translation>ALCD: keine Änderung in dieser Kachel</translation>
    </message>
    <message>
      <source>ALCD: previous tile</source>
      <translation>ALCD: vorige Kachel</translation>
    </message>
    <message>
      <source>ALCD: skip this tile</source>
      <translation>ALCD: diese Kachel überspringen</translation>
    </message>
    <message>
      <source>AUC</source>
      <translation>AUC</translation>
    </message>
    <message>
      <source>About {} GB are needed in {}; {} GB are free. Free some space, or choose another folder.</source>
      <translation>Etwa {} GB werden in {} gebraucht; {} GB sind frei. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>About {} GB will be installed.</source>
      <translation>Etwa {} GB werden installiert.</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Accepted only</source>
      <translation>Nur angenommene</translation>
    </message>
    <message>
      <source>Acquisition</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>Acquisitions</source>
      <translation>Auswahlverfahren</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Add one to the project first.</source>
      <translation>Fügen Sie zuerst einen zum Projekt hinzu.</translation>
    </message>
    <message>
      <source>Address of the cluster's scheduler, such as tls://HOST:8786</source>
      <translation>Adresse des Schedulers des Clusters, etwa tls://HOST:8786</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>After, new location</source>
      <translation>Nachher, neuer Ort</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All except rejected</source>
      <translation>Alle außer abgelehnten</translation>
    </message>
    <message>
      <source>All other packages will be downloaded from PyPI, or from the registry that pip is set to use.</source>
      <translation>Alle anderen Pakete werden von PyPI heruntergeladen oder von dem Paketverzeichnis, das für pip eingestellt ist.</translation>
    </message>
    <message>
      <source>All packages will be downloaded from PyPI, or from the registry that pip is set to use.</source>
      <translation>Alle Pakete werden von PyPI heruntergeladen oder von dem Paketverzeichnis, das für pip eingestellt ist.</translation>
    </message>
    <message>
      <source>All tiles are done. Continue on the page Learn, or review them with the arrow keys.</source>
      <translation>Alle Kacheln sind fertig. Weiter auf der Seite Lernen, oder sehen Sie sie mit den Pfeiltasten noch einmal durch.</translation>
    </message>
    <message>
      <source>All tiles, equal steps: MCBN on every tile with as many training steps as all rounds together</source>
      <translation>Alle Kacheln, gleich viele Schritte: MCBN auf jeder Kachel mit so vielen Trainingsschritten wie alle Runden zusammen</translation>
    </message>
    <message>
      <source>All tiles, for training</source>
      <translation>Alle Kacheln, zum Trainieren</translation>
    </message>
    <message>
      <source>Allow the ImageNet weights to be downloaded if they are not on this machine yet</source>
      <translation>ImageNet-Gewichte herunterladen lassen, wenn sie noch nicht auf diesem Rechner sind</translation>
    </message>
    <message>
      <source>Allow unencrypted connections</source>
      <translation>Unverschlüsselte Verbindungen erlauben</translation>
    </message>
    <message>
      <source>Alpha: only by the alpha band or mask</source>
      <translation>Alpha: nur nach Alphaband oder Maske</translation>
    </message>
    <message>
      <source>Also count whole buildings: which were found, missed and wrongly marked, by size</source>
      <translation>Auch ganze Gebäude zählen: welche gefunden, übersehen und zu Unrecht markiert wurden, nach Größe</translation>
    </message>
    <message>
      <source>Also learn with the dates exchanged</source>
      <translation>Auch mit vertauschten Zeitpunkten lernen</translation>
    </message>
    <message>
      <source>Also write a table with a row for each change polygon (.csv)</source>
      <translation>Auch eine Tabelle mit einer Zeile je Änderungspolygon schreiben (.csv)</translation>
    </message>
    <message>
      <source>Altered</source>
      <translation>Verändert</translation>
    </message>
    <message>
      <source>Annotations</source>
      <translation>Annotationen</translation>
    </message>
    <message>
      <source>Another QGIS is changing the worker's environment.</source>
      <translation>Ein anderes QGIS ändert gerade die Python-Umgebung.</translation>
    </message>
    <message>
      <source>Another program, perhaps a virus scanner, has a file open. Try again, or exclude {} from scanning.</source>
      <translation>Ein anderes Programm, vielleicht ein Virenscanner, hat eine Datei geöffnet. Versuchen Sie es noch einmal oder nehmen Sie {} von der Prüfung aus.</translation>
    </message>
    <message>
      <source>Another round hardly pays for what it finds: the model expects {finds} changed tiles among the {tiles} that it queried. Draw an audit to learn what it does not expect.</source>
      <translation>Eine weitere Runde lohnt sich kaum für das, was sie findet: Unter den {tiles} Kacheln, die das Modell ausgewählt hat, erwartet es {finds} veränderte. Was es nicht erwartet, zeigt eine Prüfstichprobe.</translation>
    </message>
    <message>
      <source>Another round hardly pays: by the audit the map surely has {low} % of the changed tiles.</source>
      <translation>Eine weitere Runde lohnt sich kaum: Laut Prüfstichprobe enthält die Karte sicher {low} % der veränderten Kacheln.</translation>
    </message>
    <message>
      <source>Another round may pay: the audit found none missing, but up to {high} changed tiles could be. Label a larger audit to know.</source>
      <translation>Eine weitere Runde könnte sich lohnen: In der Prüfstichprobe fehlte keine, doch bis zu {high} veränderte Kacheln könnten fehlen. Gewissheit gibt eine größere Prüfstichprobe.</translation>
    </message>
    <message>
      <source>Another round pays: by the audit about {missed} changed tiles are missing from the map ({low} to {high}), and the model expects {finds} among the {tiles} that it queried.</source>
      <translation>Eine weitere Runde lohnt sich: Laut Prüfstichprobe fehlen der Karte etwa {missed} veränderte Kacheln ({low} bis {high}), und unter den {tiles} ausgewählten erwartet das Modell {finds}.</translation>
    </message>
    <message>
      <source>Another round pays: the model expects about {finds} changed tiles among the {tiles} that it queried.</source>
      <translation>Eine weitere Runde lohnt sich: Unter den {tiles} Kacheln, die das Modell ausgewählt hat, erwartet es etwa {finds} veränderte.</translation>
    </message>
    <message>
      <source>Apple GPU (MPS)</source>
      <translation>Apple-GPU (MPS)</translation>
    </message>
    <message>
      <source>Area covered by both dates</source>
      <translation>Von beiden Zeitpunkten abgedeckte Fläche</translation>
    </message>
    <message>
      <source>Area of change</source>
      <translation>Fläche der Änderungen</translation>
    </message>
    <message>
      <source>Area of change (m2)</source>
      <translation>Fläche der Änderung (m2)</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Untersuchungsgebiet</translation>
    </message>
    <message>
      <source>Area under the ROC curve (true against false positives), 0.5 to 1: how well change ranks above the rest.</source>
      <translation>Fläche unter der ROC-Kurve (richtig gegen falsch positive), 0,5 bis 1: wie gut Änderungen vor dem Rest eingestuft werden.</translation>
    </message>
    <message>
      <source>Area under the precision-recall curve, 0 to 1; hard to raise by chance.</source>
      <translation>Fläche unter der Precision-Recall-Kurve, 0 bis 1; durch Zufall kaum zu erhöhen.</translation>
    </message>
    <message>
      <source>As layers</source>
      <translation>Als Layer</translation>
    </message>
    <message>
      <source>Ask your administrator to enable long paths in Windows, then try again.</source>
      <translation>Bitten Sie Ihren Administrator, in Windows lange Pfade zu erlauben, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Assess against a reference</source>
      <translation>Mit einer Referenz prüfen</translation>
    </message>
    <message>
      <source>Audit {} is done: {} tiles labelled, {} skipped. It can check the maps of all rounds.</source>
      <translation>Prüfstichprobe {} ist fertig: {} Kacheln beschriftet, {} übersprungen. Sie kann die Karten aller Runden prüfen.</translation>
    </message>
    <message>
      <source>Audit {} is spent: its tiles were opened to training. To check later maps, draw a new one.</source>
      <translation>Prüfstichprobe {} ist verbraucht: Ihre Kacheln wurden für das Training freigegeben. Ziehen Sie für spätere Karten eine neue.</translation>
    </message>
    <message>
      <source>Audit {}: {} of {} tiles are done.</source>
      <translation>Prüfstichprobe {}: {} von {} Kacheln sind fertig.</translation>
    </message>
    <message>
      <source>Audit {}: {} tiles drawn by chance, {} labelled before, {} in all.</source>
      <translation>Prüfstichprobe {}: {} Kacheln zufällig gezogen, {} vorher beschriftet, {} insgesamt.</translation>
    </message>
    <message>
      <source>Audit: {} of {} tiles done.</source>
      <translation>Prüfstichprobe: {} von {} Kacheln fertig.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Automatic: a usable graphics card, or else the processor</source>
      <translation>Automatisch: eine verwendbare Grafikkarte, sonst der Prozessor</translation>
    </message>
    <message>
      <source>Average precision</source>
      <translation>Mittlere Präzision</translation>
    </message>
    <message>
      <source>Average precision on the test tiles: {}.</source>
      <translation>Mittlere Präzision auf den Testkacheln: {}.</translation>
    </message>
    <message>
      <source>Bands after</source>
      <translation>Kanäle nachher</translation>
    </message>
    <message>
      <source>Bands before</source>
      <translation>Kanäle vorher</translation>
    </message>
    <message>
      <source>Bands of both dates</source>
      <translation>Bänder beider Zeitpunkte</translation>
    </message>
    <message>
      <source>Bands of both orthophotos, counted from 1, as in 1,2,3; by default all</source>
      <translation>Kanäle beider Orthofotos, ab 1 gezählt, etwa 1,2,3; sonst alle</translation>
    </message>
    <message>
      <source>Bands of the first date only, if the dates differ</source>
      <translation>Bänder nur des ersten Zeitpunkts, falls sich die Zeitpunkte unterscheiden</translation>
    </message>
    <message>
      <source>Bands of the second date only, if the dates differ</source>
      <translation>Bänder nur des zweiten Zeitpunkts, falls sich die Zeitpunkte unterscheiden</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Stapelgröße</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Before, new location</source>
      <translation>Vorher, neuer Ort</translation>
    </message>
    <message>
      <source>Both building maps are the same layer.</source>
      <translation>Beide Gebäudekarten sind derselbe Layer.</translation>
    </message>
    <message>
      <source>Both dates use the same layer.</source>
      <translation>Beide Zeitpunkte verwenden denselben Layer.</translation>
    </message>
    <message>
      <source>Building map</source>
      <translation>Gebäudekarte</translation>
    </message>
    <message>
      <source>Building map before</source>
      <translation>Gebäudekarte vorher</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>Gebäude</translation>
    </message>
    <message>
      <source>Buildings after</source>
      <translation>Gebäude nachher</translation>
    </message>
    <message>
      <source>Buildings before</source>
      <translation>Gebäude vorher</translation>
    </message>
    <message>
      <source>Buildings found, missed and false</source>
      <translation>Gefundene, übersehene und falsche Gebäude</translation>
    </message>
    <message>
      <source>Built</source>
      <translation>Gebaut</translation>
    </message>
    <message>
      <source>By score</source>
      <translation>Nach Bewertung</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>Nach Status</translation>
    </message>
    <message>
      <source>CPU only, from the index below</source>
      <translation>Nur CPU, vom Index unten</translation>
    </message>
    <message>
      <source>Calculating…</source>
      <translation>Wird berechnet…</translation>
    </message>
    <message>
      <source>Calibration error</source>
      <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
      <source>Campaign</source>
      <translation>Kampagne</translation>
    </message>
    <message>
      <source>Campaign folder</source>
      <translation>Kampagnenordner</translation>
    </message>
    <message>
      <source>Campaign to read</source>
      <translation>Zu lesende Kampagne</translation>
    </message>
    <message>
      <source>Cancelling…</source>
      <translation>Wird abgebrochen…</translation>
    </message>
    <message>
      <source>Change detection (ALCD)</source>
      <translation>Änderungen finden (ALCD)</translation>
    </message>
    <message>
      <source>Change polygons</source>
      <translation>Änderungspolygone</translation>
    </message>
    <message>
      <source>Change polygons (.gpkg or .geojson)</source>
      <translation>Änderungspolygone (.gpkg oder .geojson)</translation>
    </message>
    <message>
      <source>Change probability: the tiles most likely to be changed, to find the remaining changes</source>
      <translation>Änderungswahrscheinlichkeit: die am wahrscheinlichsten geänderten Kacheln, um die übrigen Änderungen zu finden</translation>
    </message>
    <message>
      <source>Change table</source>
      <translation>Änderungstabelle</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Verändert</translation>
    </message>
    <message>
      <source>Changed tiles</source>
      <translation>Geänderte Kacheln</translation>
    </message>
    <message>
      <source>Changed tiles at the start</source>
      <translation>Geänderte Kacheln am Anfang</translation>
    </message>
    <message>
      <source>Changed tiles at the start, and as many unchanged ones; a suggested start has as many in all; by default 5 with quick, 25 with paper</source>
      <translation>Geänderte Kacheln am Anfang, und ebenso viele ungeänderte; ein vorgeschlagener Anfang hat insgesamt ebenso viele; ohne Angabe 5 mit quick, 25 mit paper</translation>
    </message>
    <message>
      <source>Changed tiles missing from the map of round {}, as audit {} estimates: {} ({} to {}).</source>
      <translation>Veränderte Kacheln, die der Karte von Runde {} fehlen, geschätzt aus Prüfstichprobe {}: {} ({} bis {}).</translation>
    </message>
    <message>
      <source>Changed tiles that are known beforehand, for example from building permits; labelled in the first round</source>
      <translation>Im Voraus bekannte geänderte Kacheln, etwa aus Baugenehmigungen; in der ersten Runde beschriftet</translation>
    </message>
    <message>
      <source>Check its filter and selection.</source>
      <translation>Prüfen Sie Filter und Auswahl.</translation>
    </message>
    <message>
      <source>Check the file.</source>
      <translation>Prüfen Sie die Datei.</translation>
    </message>
    <message>
      <source>Check the internet connection and QGIS's proxy settings, or use a folder of wheels.</source>
      <translation>Prüfen Sie die Internetverbindung und die Proxy-Einstellungen von QGIS, oder nehmen Sie einen Ordner mit Wheels.</translation>
    </message>
    <message>
      <source>Choose a Folder for the Example Town</source>
      <translation>Ordner für den Beispielort wählen</translation>
    </message>
    <message>
      <source>Choose a polygon layer.</source>
      <translation>Wählen Sie einen Polygonlayer.</translation>
    </message>
    <message>
      <source>Choose an Orthophoto</source>
      <translation>Orthofoto wählen</translation>
    </message>
    <message>
      <source>Choose an orthophoto for each date.</source>
      <translation>Wählen Sie für jeden Zeitpunkt ein Orthofoto.</translation>
    </message>
    <message>
      <source>Choose another field.</source>
      <translation>Wählen Sie ein anderes Feld.</translation>
    </message>
    <message>
      <source>Choose another folder.</source>
      <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>Choose either an area of interest or an extent, not both.</source>
      <translation>Wählen Sie entweder ein Untersuchungsgebiet oder eine Ausdehnung, nicht beides.</translation>
    </message>
    <message>
      <source>Choose it as an existing Python, or choose the Python that it was created from.</source>
      <translation>Wählen Sie es als vorhandenes Python, oder wählen Sie das Python, aus dem es erstellt wurde.</translation>
    </message>
    <message>
      <source>Choose one with user name and password, or give GDAL_HTTP_HEADERS.</source>
      <translation>Wählen Sie eine mit Benutzername und Passwort, oder setzen Sie GDAL_HTTP_HEADERS.</translation>
    </message>
    <message>
      <source>Choose one.</source>
      <translation>Wählen Sie eines.</translation>
    </message>
    <message>
      <source>Choose other encoder weights in ALCD's settings, or choose the encoder that they belong to on the page Learn, under Advanced.</source>
      <translation>Wählen Sie andere Encodergewichte in den Einstellungen von ALCD, oder auf der Seite Lernen unter Erweitert den Encoder, zu dem sie gehören.</translation>
    </message>
    <message>
      <source>Choose the folder in which to create the campaign.</source>
      <translation>Wählen Sie den Ordner, in dem die Kampagne angelegt wird.</translation>
    </message>
    <message>
      <source>Choose two different layers.</source>
      <translation>Wählen Sie zwei verschiedene Layer.</translation>
    </message>
    <message>
      <source>Cleaning up</source>
      <translation>Wird aufgeräumt</translation>
    </message>
    <message>
      <source>Close other programs, or use a smaller batch size, fewer members or a smaller encoder.</source>
      <translation>Schließen Sie andere Programme, oder nehmen Sie kleinere Stapel, weniger Mitglieder oder einen kleineren Encoder.</translation>
    </message>
    <message>
      <source>Combining the dates</source>
      <translation>Verknüpfung der Zeitpunkte</translation>
    </message>
    <message>
      <source>Comparing the two dates…</source>
      <translation>Die beiden Zeitpunkte werden verglichen…</translation>
    </message>
    <message>
      <source>Comparisons</source>
      <translation>Vergleiche</translation>
    </message>
    <message>
      <source>Completeness by area</source>
      <translation>Vollständigkeit nach Fläche</translation>
    </message>
    <message>
      <source>Completeness in buildings</source>
      <translation>Vollständigkeit in Gebäuden</translation>
    </message>
    <message>
      <source>Completeness in tiles</source>
      <translation>Vollständigkeit in Kacheln</translation>
    </message>
    <message>
      <source>Compute for a Dask cluster until interrupted: one worker, which does one piece of work at a time. Start one per processor core, or one per graphics card.</source>
      <translation>Für einen Dask-Cluster rechnen, bis abgebrochen wird: ein Worker, der eine Aufgabe nach der anderen erledigt. Je Prozessorkern oder je Grafikkarte einen starten.</translation>
    </message>
    <message>
      <source>Compute in this many processes of this computer, with one thread or one graphics card each</source>
      <translation>In so vielen Prozessen dieses Computers rechnen, mit je einem Thread oder einer Grafikkarte</translation>
    </message>
    <message>
      <source>Compute on the workers of a Dask cluster: the address of its scheduler, such as tls://HOST:8786</source>
      <translation>Auf den Workern eines Dask-Clusters rechnen: die Adresse seines Schedulers, etwa tls://HOST:8786</translation>
    </message>
    <message>
      <source>Concatenation: both dates side by side, as in the publication</source>
      <translation>Verkettung: beide Zeitpunkte nebeneinander, wie in der Veröffentlichung</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Vertrauensniveau</translation>
    </message>
    <message>
      <source>Confusion map</source>
      <translation>Konfusionskarte</translation>
    </message>
    <message>
      <source>Connect to the cluster without encryption, which allows anyone on the network to run programs on all its computers</source>
      <translation>Unverschlüsselt mit dem Cluster verbinden; damit kann jeder im Netz auf allen seinen Computern Programme ausführen</translation>
    </message>
    <message>
      <source>Continue from a trained model: a campaign's folder, or one of its models/round-NNN</source>
      <translation>Von einem trainierten Modell aus weitertrainieren: Ordner einer Kampagne oder eines ihrer models/round-NNN</translation>
    </message>
    <message>
      <source>Coordinate reference system</source>
      <translation>Koordinatenbezugssystem</translation>
    </message>
    <message>
      <source>Coordinate reference system of the grid (EPSG:N); by default the coarser orthophoto's if it is projected, otherwise the other's, otherwise the UTM zone</source>
      <translation>Koordinatenbezugssystem des Gitters (EPSG:N); sonst das des gröberen Orthofotos, falls es projiziert ist, sonst das des anderen, sonst die UTM-Zone</translation>
    </message>
    <message>
      <source>Copied {} of {} features of the layer {}.</source>
      <translation>{} von {} Objekten des Layers {} kopiert.</translation>
    </message>
    <message>
      <source>Copying the layer {}</source>
      <translation>Der Layer {} wird kopiert</translation>
    </message>
    <message>
      <source>Correctness by area</source>
      <translation>Richtigkeit nach Fläche</translation>
    </message>
    <message>
      <source>Correctness in buildings</source>
      <translation>Korrektheit in Gebäuden</translation>
    </message>
    <message>
      <source>Correctness in tiles</source>
      <translation>Richtigkeit in Kacheln</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Count buildings</source>
      <translation>Gebäude zählen</translation>
    </message>
    <message>
      <source>Create a campaign from two orthophotos of one region: the common grid, its tiles, and the record of the work. No resampled copy is written; the rasters may differ in CRS, resolution, extent, data type and bands.</source>
      <translation>Eine Kampagne aus zwei Orthofotos einer Region anlegen: das gemeinsame Gitter, seine Kacheln und die Aufzeichnung der Arbeit. Es wird keine umgerechnete Kopie geschrieben; die Raster dürfen sich in KBS, Auflösung, Ausdehnung, Datentyp und Bändern unterscheiden.</translation>
    </message>
    <message>
      <source>Create campaign</source>
      <translation>Kampagne anlegen</translation>
    </message>
    <message>
      <source>Creating the environment</source>
      <translation>Umgebung wird erstellt</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask-Scheduler</translation>
    </message>
    <message>
      <source>Date after</source>
      <translation>Datum nachher</translation>
    </message>
    <message>
      <source>Date before</source>
      <translation>Datum vorher</translation>
    </message>
    <message>
      <source>Demo</source>
      <translation>Demo</translation>
    </message>
    <message>
      <source>Describe campaign</source>
      <translation>Kampagne beschreiben</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Difference between the dates: fewer weights to train</source>
      <translation>Differenz der Zeitpunkte: weniger Gewichte zu trainieren</translation>
    </message>
    <message>
      <source>Differences between buildings and orthophotos up to this width do not count; by default measured</source>
      <translation>Abweichungen zwischen Gebäuden und Orthofotos bis zu dieser Breite zählen nicht; standardmäßig gemessen</translation>
    </message>
    <message>
      <source>Differences between the two building maps that are nowhere wider do not count; by default 1.5 m</source>
      <translation>Unterschiede zwischen den beiden Gebäudekarten, die nirgends breiter sind, zählen nicht; Vorgabe 1,5 m</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Herunterladen</translation>
    </message>
    <message>
      <source>Download and install them now?</source>
      <translation>Jetzt herunterladen und installieren?</translation>
    </message>
    <message>
      <source>Download the ImageNet weights if they are missing</source>
      <translation>ImageNet-Gewichte herunterladen, falls sie fehlen</translation>
    </message>
    <message>
      <source>Download the pretrained weights (about 85 MB, once)</source>
      <translation>Vortrainierte Gewichte herunterladen (etwa 85 MB, einmalig)</translation>
    </message>
    <message>
      <source>Download them now (about 85 MB, once)? They are the better choice. Without an internet connection you can start from the small network that comes with ALCD.</source>
      <translation>Jetzt herunterladen (etwa 85 MB, einmalig)? Sie sind die bessere Wahl. Ohne Internetverbindung können Sie mit dem kleinen Netz beginnen, das mit ALCD kommt.</translation>
    </message>
    <message>
      <source>Downloading {}</source>
      <translation>{} wird heruntergeladen</translation>
    </message>
    <message>
      <source>Downloading {} ({} of {} MB)</source>
      <translation>{} wird heruntergeladen ({} von {} MB)</translation>
    </message>
    <message>
      <source>Draw audit</source>
      <translation>Prüfstichprobe ziehen</translation>
    </message>
    <message>
      <source>Draw buildings with right angles in their own main direction; walls shared by neighbours stay shared. An outline that right angles do not fit, of a curved or slanted building for example, stays as it is</source>
      <translation>Gebäude mit rechten Winkeln in ihrer eigenen Hauptrichtung zeichnen; gemeinsame Wände von Nachbarn bleiben gemeinsam. Ein Umriss, zu dem rechte Winkel nicht passen, etwa der eines runden oder schrägen Gebäudes, bleibt, wie er ist</translation>
    </message>
    <message>
      <source>Draw it on the map, over the raster.</source>
      <translation>Zeichnen Sie sie auf der Karte über dem Raster.</translation>
    </message>
    <message>
      <source>Draw it on the map.</source>
      <translation>Zeichnen Sie sie in der Karte.</translation>
    </message>
    <message>
      <source>Draw nothing; end the last audit instead and open its tiles to training: no later map can be checked with it</source>
      <translation>Nichts ziehen, sondern die letzte Prüfstichprobe beenden und ihre Kacheln für das Training freigeben: Keine spätere Karte kann mit ihr geprüft werden</translation>
    </message>
    <message>
      <source>Draw tiles by chance, to be labelled without seeing what the model thinks of them. They are never trained on, and the job estimate concludes from them how complete the map of the whole region is.</source>
      <translation>Kacheln zufällig ziehen, um sie zu beschriften, ohne zu sehen, was das Modell von ihnen hält. Mit ihnen wird nie trainiert, und der Auftrag estimate schließt aus ihnen, wie vollständig die Karte der ganzen Region ist.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encoder</translation>
    </message>
    <message>
      <source>Encoder depth</source>
      <translation>Encodertiefe</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Encodergewichte</translation>
    </message>
    <message>
      <source>Ensemble: one network per member; a little better, takes as many times longer as there are members</source>
      <translation>Ensemble: ein Netz je Mitglied; lernt etwas besser und dauert so viele Male länger, wie es Mitglieder gibt</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <source>Enter a number.</source>
      <translation>Geben Sie eine Zahl ein.</translation>
    </message>
    <message>
      <source>Entropy: where all members together are least certain</source>
      <translation>Entropie: wo alle Mitglieder zusammen am unsichersten sind</translation>
    </message>
    <message>
      <source>Epoch</source>
      <translation>Epoche</translation>
    </message>
    <message>
      <source>Epoch {} of {}</source>
      <translation>Epoche {} von {}</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>Estimate completeness</source>
      <translation>Vollständigkeit schätzen</translation>
    </message>
    <message>
      <source>Estimate from the labelled audit tiles how much changed in the whole region, how complete and how correct the map is, and how much it still misses, each with its confidence interval.</source>
      <translation>Aus den beschrifteten Kacheln der Prüfstichprobe schätzen, wie viel sich in der ganzen Region geändert hat, wie vollständig und wie richtig die Karte ist und wie viel ihr noch fehlt, jeweils mit Konfidenzintervall.</translation>
    </message>
    <message>
      <source>Everything works</source>
      <translation>Alles funktioniert</translation>
    </message>
    <message>
      <source>Example town</source>
      <translation>Beispielort</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <source>Expected calibration error: the mean difference between the probabilities and the true shares.</source>
      <translation>Erwarteter Kalibrierungsfehler: mittlere Abweichung der Wahrscheinlichkeiten von den wahren Anteilen.</translation>
    </message>
    <message>
      <source>Export Change Polygons</source>
      <translation>Änderungspolygone exportieren</translation>
    </message>
    <message>
      <source>Export change polygons</source>
      <translation>Änderungspolygone exportieren</translation>
    </message>
    <message>
      <source>Export polygons of change from the latest model's probability map, which is computed if it does not exist yet. With a map of the buildings before, each polygon is built, torn_down or altered, and a second layer says which of these buildings are still there.</source>
      <translation>Änderungspolygone aus der Wahrscheinlichkeitskarte des neuesten Modells exportieren; die Karte wird berechnet, falls es sie noch nicht gibt. Mit einer Karte der Gebäude vorher ist jedes Polygon built (gebaut), torn_down (abgerissen) oder altered (verändert), und ein zweiter Layer gibt an, welche dieser Gebäude noch stehen.</translation>
    </message>
    <message>
      <source>Extent, instead of an area of interest</source>
      <translation>Ausdehnung statt eines Interessengebiets</translation>
    </message>
    <message>
      <source>Fast: for tens to hundreds of labelled tiles</source>
      <translation>Schnell: für Dutzende bis Hunderte beschrifteter Kacheln</translation>
    </message>
    <message>
      <source>Fetched from services: {} tiles, {} MB</source>
      <translation>Von Diensten geladen: {} Kacheln, {} MB</translation>
    </message>
    <message>
      <source>Field of the ids</source>
      <translation>Feld der Kennungen</translation>
    </message>
    <message>
      <source>Field with the ids of the buildings; by default the features' own ids</source>
      <translation>Feld mit den Kennungen der Gebäude; standardmäßig die eigenen Kennungen der Objekte</translation>
    </message>
    <message>
      <source>Figures (.json)</source>
      <translation>Kennzahlen (.json)</translation>
    </message>
    <message>
      <source>Find out by an audit: label tiles drawn by chance, without seeing what the network thinks of them. They are never trained on.</source>
      <translation>Das zeigt eine Prüfstichprobe: Beschriften Sie zufällig gezogene Kacheln, ohne zu sehen, was das Netz von ihnen hält. Mit ihnen wird nie trainiert.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder for everything that the demo writes; must be new</source>
      <translation>Ordner für alles, was die Demo schreibt; muss neu sein</translation>
    </message>
    <message>
      <source>Folder for the example; must be new</source>
      <translation>Ordner für das Beispiel; muss neu sein</translation>
    </message>
    <message>
      <source>Folder for the table and the figures</source>
      <translation>Ordner für Tabelle und Abbildungen</translation>
    </message>
    <message>
      <source>Folder of a campaign whose rasters every worker must be able to read</source>
      <translation>Ordner einer Kampagne, deren Raster jeder Worker lesen können muss</translation>
    </message>
    <message>
      <source>Folder of the campaign (NAME.alcd)</source>
      <translation>Ordner der Kampagne (NAME.alcd)</translation>
    </message>
    <message>
      <source>Folder of the new campaign (NAME.alcd)</source>
      <translation>Ordner der neuen Kampagne (NAME.alcd)</translation>
    </message>
    <message>
      <source>Folder of the same kind to test on; shares no pixel with the pool</source>
      <translation>Gleichartiger Ordner zum Testen; hat kein Pixel mit dem Vorrat gemeinsam</translation>
    </message>
    <message>
      <source>Folder to learn from</source>
      <translation>Ordner zum Lernen</translation>
    </message>
    <message>
      <source>Folder to test on</source>
      <translation>Ordner zum Testen</translation>
    </message>
    <message>
      <source>Folder with before.tif, after.tif and changes.gpkg to learn from, or a packed pool</source>
      <translation>Ordner mit before.tif, after.tif und changes.gpkg zum Lernen, oder ein gepackter Vorrat</translation>
    </message>
    <message>
      <source>From the index below</source>
      <translation>Vom Index unten</translation>
    </message>
    <message>
      <source>From two orthophotos to change polygons in a few minutes: creates a campaign, labels, trains and queries round by round with a reference in place of the analyst, maps, exports, assesses, and writes a report and a QGIS project. Makes its own imagery unless before, after and reference are given.</source>
      <translation>In wenigen Minuten von zwei Orthofotos zu Änderungspolygonen: legt eine Kampagne an, beschriftet, trainiert und wählt Runde für Runde Kacheln aus, mit einer Referenz anstelle der bearbeitenden Person, kartiert, exportiert, bewertet und schreibt einen Bericht und ein QGIS-Projekt. Erzeugt eigene Bilder, wenn Vorher, Nachher und Referenz nicht angegeben sind.</translation>
    </message>
    <message>
      <source>Further rasters of the first date, such as infrared or heights: all their bands follow those of the orthophoto, and their own nodata values and masks apply. As many for both dates, in the same order</source>
      <translation>Weitere Raster des ersten Zeitpunkts, etwa Infrarot oder Höhen: Alle ihre Kanäle folgen auf die des Orthofotos, und es gelten ihre eigenen NoData-Werte und Masken. Gleich viele für beide Zeitpunkte, in derselben Reihenfolge</translation>
    </message>
    <message>
      <source>Further rasters of the second date, such as infrared or heights: all their bands follow those of the orthophoto, and their own nodata values and masks apply. As many for both dates, in the same order</source>
      <translation>Weitere Raster des zweiten Zeitpunkts, etwa Infrarot oder Höhen: Alle ihre Kanäle folgen auf die des Orthofotos, und es gelten ihre eigenen NoData-Werte und Masken. Gleich viele für beide Zeitpunkte, in derselben Reihenfolge</translation>
    </message>
    <message>
      <source>Generate imagery of a small town before and after some years of building, to learn ALCD with: before.tif, after.tif, truth.gpkg, which contains the real changes, and buildings.gpkg, the building map as of the first date. A campaign created from them in the panel uses settings that suit the town; the file example.json beside them lists these settings.</source>
      <translation>Bilder eines kleinen Ortes vor und nach einigen Jahren Bautätigkeit erzeugen, um ALCD kennenzulernen: before.tif, after.tif, truth.gpkg mit den wirklichen Änderungen und buildings.gpkg, die Gebäudekarte zum ersten Zeitpunkt. Eine daraus im Bedienfeld angelegte Kampagne verwendet passende Einstellungen; die Datei example.json daneben führt sie auf.</translation>
    </message>
    <message>
      <source>Give it in the environment variable GDAL_HTTP_USERPWD or in a .netrc file, not in the layer.</source>
      <translation>Geben Sie sie in der Umgebungsvariablen GDAL_HTTP_USERPWD oder in einer .netrc-Datei an, nicht im Layer.</translation>
    </message>
    <message>
      <source>Given: changed and unchanged tiles drawn from the reference, as in the publication</source>
      <translation>Gegeben: geänderte und ungeänderte Kacheln, nach der Referenz gezogen, wie in der Veröffentlichung</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Gitter</translation>
    </message>
    <message>
      <source>Grid of {width} × {height} pixels of {gsd} m.</source>
      <translation>Gitter von {width} × {height} Pixeln zu {gsd} m.</translation>
    </message>
    <message>
      <source>Ground sampling distance</source>
      <translation>Bodenauflösung</translation>
    </message>
    <message>
      <source>Ground sampling distance; by default 1 m for the demo's own imagery, otherwise the coarser raster's</source>
      <translation>Bodenauflösung; sonst 1 m bei den eigenen Bildern der Demo, andernfalls die des gröberen Rasters</translation>
    </message>
    <message>
      <source>Ground sampling distance; by default that of the coarser orthophoto</source>
      <translation>Bodenauflösung; ohne Angabe die des gröberen Orthofotos</translation>
    </message>
    <message>
      <source>Gsd</source>
      <translation>Bodenauflösung</translation>
    </message>
    <message>
      <source>HTML page (.html)</source>
      <translation>HTML-Seite (.html)</translation>
    </message>
    <message>
      <source>Harmonic mean of precision and recall of the pixels over the threshold, 0 to 1.</source>
      <translation>Harmonisches Mittel aus Precision und Recall der Pixel über der Schwelle, 0 bis 1.</translation>
    </message>
    <message>
      <source>How many tiles contain change of which the map shows none.</source>
      <translation>Wie viele Kacheln Änderungen enthalten, von denen die Karte keine zeigt.</translation>
    </message>
    <message>
      <source>How many tiles each query scores, chosen as by the job query; by default all</source>
      <translation>Wie viele Kacheln je Auswahl bewertet werden, bestimmt wie bei query; sonst alle</translation>
    </message>
    <message>
      <source>How many tiles really contain change.</source>
      <translation>Wie viele Kacheln tatsächlich Änderungen enthalten.</translation>
    </message>
    <message>
      <source>How many tiles to score; by default all. Half of them are those that scored highest in the last query, the others are drawn at random, tiles without a score first. Only these can be queried; the others keep their earlier scores. For campaigns of hundreds of thousands of tiles</source>
      <translation>Wie viele Kacheln bewertet werden; sonst alle. Die Hälfte sind die bei der letzten Auswahl am höchsten bewerteten, die übrigen werden zufällig gezogen, zuerst Kacheln ohne Bewertung. Nur diese können ausgewählt werden; die übrigen behalten ihre frühere Bewertung. Für Kampagnen mit Hunderttausenden von Kacheln</translation>
    </message>
    <message>
      <source>How members see a tile; by default as in the training preset</source>
      <translation>Wie die Mitglieder eine Kachel sehen; sonst wie in der Trainingsvorgabe</translation>
    </message>
    <message>
      <source>How much really changed, in square metres on the ground.</source>
      <translation>Wie viel sich tatsächlich geändert hat, in Quadratmetern am Boden.</translation>
    </message>
    <message>
      <source>How pixels without data are recognised; by default by everything that the rasters define (nodata values, masks, and alpha bands that are masks rather than imagery)</source>
      <translation>Woran Pixel ohne Daten erkannt werden; sonst an allem, was die Raster festlegen (NoData-Werte, Masken und Alphabänder, die Masken und keine Bilddaten sind)</translation>
    </message>
    <message>
      <source>How the features of the two dates are combined; by default as in the training preset</source>
      <translation>Wie die Merkmale der beiden Zeitpunkte verknüpft werden; sonst wie in der Trainingsvorgabe</translation>
    </message>
    <message>
      <source>How the first tiles are chosen</source>
      <translation>Wie die ersten Kacheln gewählt werden</translation>
    </message>
    <message>
      <source>How the members are made, whose disagreement shows where the network is unsure</source>
      <translation>Wie die Mitglieder entstehen, deren Uneinigkeit zeigt, wo das Netz unsicher ist</translation>
    </message>
    <message>
      <source>How the network is trained</source>
      <translation>Wie das Netz trainiert wird</translation>
    </message>
    <message>
      <source>How tiles are queried; each is combined with each method</source>
      <translation>Wie Kacheln ausgewählt werden; jedes Verfahren wird mit jeder Methode kombiniert</translation>
    </message>
    <message>
      <source>How to measure how informative a tile is</source>
      <translation>Wie gemessen wird, wie lehrreich eine Kachel ist</translation>
    </message>
    <message>
      <source>If the network missed a change in a tile, label that tile by hand instead.</source>
      <translation>Wenn das Netz in einer Kachel eine Änderung übersehen hat, beschriften Sie diese Kachel von Hand.</translation>
    </message>
    <message>
      <source>In ALCD's settings, choose a Python 3.11 or newer that has GDAL (osgeo) and numpy.</source>
      <translation>Wählen Sie in den Einstellungen von ALCD ein Python ab 3.11, das GDAL (osgeo) und numpy hat.</translation>
    </message>
    <message>
      <source>In a column</source>
      <translation>In einer Spalte</translation>
    </message>
    <message>
      <source>In {} tiles, every polygon has a verdict. They become labelled tiles for training.</source>
      <translation>In {} Kacheln ist jedes Polygon beurteilt. Sie werden zu beschrifteten Kacheln für das Training.</translation>
    </message>
    <message>
      <source>Initial weights of the encoder: imagenet, none, or a safetensors file</source>
      <translation>Anfangsgewichte des Encoders: imagenet, none oder eine safetensors-Datei</translation>
    </message>
    <message>
      <source>Initial weights: imagenet, built-in (a complete small network that comes with ALCD), none, or a safetensors file</source>
      <translation>Anfangsgewichte: imagenet, built-in (ein vollständiges kleines Netz, das mit ALCD kommt), none oder eine safetensors-Datei</translation>
    </message>
    <message>
      <source>Install the latest Microsoft Visual C++ Redistributable (x64), then try again.</source>
      <translation>Installieren Sie das neueste Microsoft Visual C++ Redistributable (x64) und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Installing packages ({} of {})</source>
      <translation>Pakete werden installiert ({} von {})</translation>
    </message>
    <message>
      <source>Instead of polygons of change: the building map as of the before date</source>
      <translation>Statt Änderungspolygonen: die Gebäudekarte zum Zeitpunkt vorher</translation>
    </message>
    <message>
      <source>It begins with https:// or file://.</source>
      <translation>Sie beginnt mit https:// oder file://.</translation>
    </message>
    <message>
      <source>It would be stored as plain text: put it into pip's configuration or a .netrc file instead.</source>
      <translation>Beides würde im Klartext gespeichert: Tragen Sie es stattdessen in pips Konfiguration oder in eine .netrc-Datei ein.</translation>
    </message>
    <message>
      <source>JSON file with all figures</source>
      <translation>JSON-Datei mit allen Kennzahlen</translation>
    </message>
    <message>
      <source>JSON file with the results of other methods with the same number of labels: {text, measures: [{name, note, average_precision, own}]}</source>
      <translation>JSON-Datei mit Ergebnissen anderer Verfahren bei gleich vielen Beschriftungen: {text, measures: [{name, note, average_precision, own}]}</translation>
    </message>
    <message>
      <source>Kind of members</source>
      <translation>Art der Mitglieder</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Bekannt</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Beschriften</translation>
    </message>
    <message>
      <source>Label first tiles</source>
      <translation>Erste Kacheln beschriften</translation>
    </message>
    <message>
      <source>Label queried tiles</source>
      <translation>Erfragte Kacheln beschriften</translation>
    </message>
    <message>
      <source>Label test tiles (page Campaign) to measure how good the network is.</source>
      <translation>Beschriften Sie Testkacheln (Seite Kampagne), um zu messen, wie gut das Netz ist.</translation>
    </message>
    <message>
      <source>Label tiles</source>
      <translation>Kacheln beschriften</translation>
    </message>
    <message>
      <source>Label tiles from existing polygons of change, or from two states of a building map: pixels outside the polygons count as unchanged. Polygons whose field class has the value ignore mark areas to leave out.</source>
      <translation>Kacheln aus vorhandenen Änderungspolygonen oder aus zwei Ständen einer Gebäudekarte beschriften: Pixel außerhalb der Polygone gelten als unverändert. Polygone, deren Feld class den Wert ignore hat, markieren auszulassende Flächen.</translation>
    </message>
    <message>
      <source>Label tiles from polygons</source>
      <translation>Kacheln aus Polygonen beschriften</translation>
    </message>
    <message>
      <source>Label tiles from verdicts</source>
      <translation>Kacheln aus Urteilen beschriften</translation>
    </message>
    <message>
      <source>Labelled for testing</source>
      <translation>Zum Testen beschriftet</translation>
    </message>
    <message>
      <source>Labelled for training</source>
      <translation>Zum Trainieren beschriftet</translation>
    </message>
    <message>
      <source>Labelled tiles</source>
      <translation>Beschriftete Kacheln</translation>
    </message>
    <message>
      <source>Labelling {} tiles</source>
      <translation>{} Kacheln werden beschriftet</translation>
    </message>
    <message>
      <source>Layer of the buildings that were found and missed and of the polygons that are false (.gpkg); also counts buildings</source>
      <translation>Layer der gefundenen und übersehenen Gebäude und der falschen Polygone (.gpkg); zählt auch die Gebäude</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Looking for QGIS's Python</source>
      <translation>Das Python von QGIS wird gesucht</translation>
    </message>
    <message>
      <source>Looking for packages</source>
      <translation>Pakete werden gesucht</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>Loss of network {}</source>
      <translation>Verlust von Netz {}</translation>
    </message>
    <message>
      <source>MCBN: one network, with a sample of its batch statistics for each member</source>
      <translation>MCBN: ein Netz, mit einer Stichprobe seiner Batchstatistik je Mitglied</translation>
    </message>
    <message>
      <source>Make example imagery</source>
      <translation>Beispielbilder erzeugen</translation>
    </message>
    <message>
      <source>Map the probability of change over the whole grid as a cloud-optimised GeoTIFF; overlapping tiles are blended.</source>
      <translation>Die Wahrscheinlichkeit einer Änderung über das ganze Gitter als Cloud-optimiertes GeoTIFF kartieren; Überlappungen werden weich gemischt.</translation>
    </message>
    <message>
      <source>Mark the tiles to label first, when nothing is labelled yet: those whose two dates differ most in the encoder's features, or where the built-in network sees most change.</source>
      <translation>Die Kacheln auswählen, die zuerst beschriftet werden sollen, wenn noch nichts beschriftet ist: diejenigen, deren Zeitpunkte sich in den Merkmalen des Encoders am stärksten unterscheiden oder in denen das eingebaute Netz am meisten Änderung sieht.</translation>
    </message>
    <message>
      <source>Measure AUC, average precision, F1, IoU and calibration error against a reference layer: on the test tiles, or on the whole grid if there are no test tiles. Each pixel counts once; pixels that the model was trained on do not count.</source>
      <translation>AUC, mittlere Präzision, F1, IoU und Kalibrierungsfehler gegen einen Referenzlayer messen: auf den Testkacheln, oder auf dem ganzen Gitter, wenn es keine gibt. Jedes Pixel zählt einmal; Pixel, auf denen das Modell trainiert wurde, zählen nicht.</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>Gemessen</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Mitglieder</translation>
    </message>
    <message>
      <source>Methods</source>
      <translation>Methoden</translation>
    </message>
    <message>
      <source>Methods to simulate</source>
      <translation>Zu simulierende Methoden</translation>
    </message>
    <message>
      <source>Minimum area</source>
      <translation>Mindestfläche</translation>
    </message>
    <message>
      <source>Missed area</source>
      <translation>Fehlende Fläche</translation>
    </message>
    <message>
      <source>More rasters after</source>
      <translation>Weitere Raster nachher</translation>
    </message>
    <message>
      <source>More rasters before</source>
      <translation>Weitere Raster vorher</translation>
    </message>
    <message>
      <source>Mutual information: where each member is certain, but of different things</source>
      <translation>Transinformation: wo jedes Mitglied sicher ist, aber jedes etwas anderes meint</translation>
    </message>
    <message>
      <source>NVIDIA graphics card (CUDA)</source>
      <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
      <source>Name of the encoder in segmentation_models_pytorch</source>
      <translation>Name des Encoders in segmentation_models_pytorch</translation>
    </message>
    <message>
      <source>Name of the encoder in segmentation_models_pytorch; by default resnet34, or that of the built-in network</source>
      <translation>Name des Encoders in segmentation_models_pytorch; standardmäßig resnet34, oder der des eingebauten Netzes</translation>
    </message>
    <message>
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
    <message>
      <source>New labels</source>
      <translation>Neu beschriftet</translation>
    </message>
    <message>
      <source>No campaign is open</source>
      <translation>Keine Kampagne ist offen</translation>
    </message>
    <message>
      <source>No change was found: at most {} of the {} tiles contain change ({} confidence).</source>
      <translation>Keine Änderung gefunden: höchstens {} der {} Kacheln enthalten Änderungen ({} Konfidenz).</translation>
    </message>
    <message>
      <source>Nodata value after</source>
      <translation>NoData-Wert nachher</translation>
    </message>
    <message>
      <source>Nodata value before</source>
      <translation>NoData-Wert vorher</translation>
    </message>
    <message>
      <source>Nodata value of both dates</source>
      <translation>NoData-Wert beider Zeitpunkte</translation>
    </message>
    <message>
      <source>Nodata value of the first date only</source>
      <translation>NoData-Wert nur des ersten Zeitpunkts</translation>
    </message>
    <message>
      <source>Nodata value of the second date only</source>
      <translation>NoData-Wert nur des zweiten Zeitpunkts</translation>
    </message>
    <message>
      <source>Nodata: only by the nodata values</source>
      <translation>NoData: nur nach den NoData-Werten</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>None missed among them would mean at most {} changed tiles missed ({} confidence).</source>
      <translation>Fehlt keine davon, so fehlen höchstens {} veränderte Kacheln (Konfidenz {}).</translation>
    </message>
    <message>
      <source>None of them is changed, so the network cannot learn what a change looks like.</source>
      <translation>Keine davon ist geändert; das Netz kann so nicht lernen, wie eine Änderung aussieht.</translation>
    </message>
    <message>
      <source>None: every pixel has data</source>
      <translation>Keine: jedes Pixel hat Daten</translation>
    </message>
    <message>
      <source>Nothing has been trained yet.</source>
      <translation>Es wurde noch nichts trainiert.</translation>
    </message>
    <message>
      <source>Nothing is labelled yet. To start, ALCD looks for tiles in which the two dates differ.</source>
      <translation>Noch ist nichts beschriftet. Zu Beginn sucht ALCD Kacheln, in denen sich die Zeitpunkte unterscheiden.</translation>
    </message>
    <message>
      <source>Number of members</source>
      <translation>Anzahl der Mitglieder</translation>
    </message>
    <message>
      <source>Number of rounds</source>
      <translation>Anzahl der Runden</translation>
    </message>
    <message>
      <source>Number of runs</source>
      <translation>Anzahl der Läufe</translation>
    </message>
    <message>
      <source>Number of runs, each with a different seed</source>
      <translation>Anzahl der Läufe, jeder mit einem anderen Startwert</translation>
    </message>
    <message>
      <source>Number of the encoder's stages to use</source>
      <translation>Anzahl der verwendeten Stufen des Encoders</translation>
    </message>
    <message>
      <source>Number of the encoder's stages to use; by default 5, or that of the built-in network</source>
      <translation>Anzahl der verwendeten Stufen des Encoders; standardmäßig 5, oder die des eingebauten Netzes</translation>
    </message>
    <message>
      <source>Number of threads that compute a piece of work on the processor</source>
      <translation>Anzahl der Threads, die eine Aufgabe auf dem Prozessor rechnen</translation>
    </message>
    <message>
      <source>Number of tiles to draw</source>
      <translation>Anzahl zu ziehender Kacheln</translation>
    </message>
    <message>
      <source>Number of tiles to mark</source>
      <translation>Anzahl der Kacheln</translation>
    </message>
    <message>
      <source>Number of tiles to query</source>
      <translation>Anzahl auszuwählender Kacheln</translation>
    </message>
    <message>
      <source>Number of tiles to suggest</source>
      <translation>Anzahl vorzuschlagender Kacheln</translation>
    </message>
    <message>
      <source>Of the {} features of the layer {}, only {} could be written to a file.</source>
      <translation>Von den {} Objekten des Layers {} konnten nur {} in eine Datei geschrieben werden.</translation>
    </message>
    <message>
      <source>On a Mac, Homebrew (brew install gdal numpy) and conda-forge have such a Python.</source>
      <translation>Auf einem Mac haben Homebrew (brew install gdal numpy) und conda-forge ein solches Python.</translation>
    </message>
    <message>
      <source>On the page Learn, under Advanced, leave Encoder and Encoder depth to Automatic and choose the preset Fast, or choose other encoder weights.</source>
      <translation>Lassen Sie auf der Seite Lernen unter Erweitert Encoder und Encodertiefe auf Automatisch und wählen Sie die Voreinstellung Schnell, oder wählen Sie andere Encodergewichte.</translation>
    </message>
    <message>
      <source>One tile in so many is never queried: the network is measured there. Each seed keeps another part aside; 0 keeps none</source>
      <translation>Eine von so vielen Kacheln wird nie abgefragt: Dort wird das Netz gemessen. Jeder Startwert legt einen anderen Teil beiseite; 0 legt keine beiseite</translation>
    </message>
    <message>
      <source>Only report what an audit of this size would tell; draw nothing</source>
      <translation>Nur berichten, was eine Prüfstichprobe dieser Größe aussagen würde; nichts ziehen</translation>
    </message>
    <message>
      <source>Only show what this number of tiles would tell</source>
      <translation>Nur zeigen, was diese Anzahl Kacheln aussagen würde</translation>
    </message>
    <message>
      <source>Open Campaign (Folder NAME.alcd)</source>
      <translation>Kampagne öffnen (Ordner NAME.alcd)</translation>
    </message>
    <message>
      <source>Open or create a campaign first</source>
      <translation>Zuerst eine Kampagne öffnen oder anlegen</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <source>Open the audit to training</source>
      <translation>Prüfstichprobe für das Training freigeben</translation>
    </message>
    <message>
      <source>Open the last audit's tiles to training</source>
      <translation>Kacheln der letzten Prüfstichprobe für das Training freigeben</translation>
    </message>
    <message>
      <source>Open to training</source>
      <translation>Für das Training freigeben</translation>
    </message>
    <message>
      <source>Orientation of tiles</source>
      <translation>Ausrichtung der Kacheln</translation>
    </message>
    <message>
      <source>Orthophoto of the first date</source>
      <translation>Orthofoto des ersten Zeitpunkts</translation>
    </message>
    <message>
      <source>Orthophoto of the first date.</source>
      <translation>Orthofoto des ersten Zeitpunkts.</translation>
    </message>
    <message>
      <source>Orthophoto of the second date</source>
      <translation>Orthofoto des zweiten Zeitpunkts</translation>
    </message>
    <message>
      <source>Orthophoto of the second date.</source>
      <translation>Orthofoto des zweiten Zeitpunkts.</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <source>Outputs</source>
      <translation>Ausgaben</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Überlappung</translation>
    </message>
    <message>
      <source>Overlap of neighbouring tiles</source>
      <translation>Überlappung benachbarter Kacheln</translation>
    </message>
    <message>
      <source>Overlap of tiles</source>
      <translation>Überlappung der Kacheln</translation>
    </message>
    <message>
      <source>Own: each member sees the tile rotated or mirrored in a different way</source>
      <translation>Eigene: jedes Mitglied sieht die Kachel anders gedreht oder gespiegelt</translation>
    </message>
    <message>
      <source>Packages cannot be downloaded through a SOCKS proxy: use an HTTP proxy or a folder of wheels.</source>
      <translation>Über einen SOCKS-Proxy können keine Pakete heruntergeladen werden: Verwenden Sie einen HTTP-Proxy oder einen Ordner mit Wheels.</translation>
    </message>
    <message>
      <source>Paper: as in the publication, for thousands of tiles</source>
      <translation>Veröffentlichung: wie im Artikel, für Tausende von Kacheln</translation>
    </message>
    <message>
      <source>Paper: the settings of the publication</source>
      <translation>Veröffentlichung: die Einstellungen des Artikels</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>Passes over the labelled tiles</source>
      <translation>Durchgänge durch die beschrifteten Kacheln</translation>
    </message>
    <message>
      <source>Passes over the labelled tiles; by default the preset's</source>
      <translation>Durchgänge durch die beschrifteten Kacheln; ohne Angabe die der Vorgabe</translation>
    </message>
    <message>
      <source>Passes over the labelled tiles; by default the training's</source>
      <translation>Durchgänge durch die beschrifteten Kacheln; sonst die des Trainings</translation>
    </message>
    <message>
      <source>Pixels with at least this probability are change</source>
      <translation>Pixel mit mindestens dieser Wahrscheinlichkeit sind Änderung</translation>
    </message>
    <message>
      <source>Pixels without data</source>
      <translation>Pixel ohne Daten</translation>
    </message>
    <message>
      <source>Point a campaign at rasters that were moved or renamed. If a date has several, name all of them, in their order. Tiles, labels and models stay as they are.</source>
      <translation>Einer Kampagne verschobene oder umbenannte Raster zeigen. Hat ein Zeitpunkt mehrere, alle in ihrer Reihenfolge angeben. Kacheln, Beschriftungen und Modelle bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>Point campaign at moved rasters</source>
      <translation>Verschobene Raster angeben</translation>
    </message>
    <message>
      <source>Polygons of change</source>
      <translation>Änderungspolygone</translation>
    </message>
    <message>
      <source>Polygons of everything that changed</source>
      <translation>Polygone von allem, was sich geändert hat</translation>
    </message>
    <message>
      <source>Polygons of everything that changed between them</source>
      <translation>Polygone von allem, was sich dazwischen geändert hat</translation>
    </message>
    <message>
      <source>Polygons of everything that changed, for a comparison afterwards; they are not loaded.</source>
      <translation>Polygone aller Änderungen, zum späteren Vergleich; sie werden nicht geladen.</translation>
    </message>
    <message>
      <source>Polygons of everything that changed, to show what was found, missed and wrongly marked</source>
      <translation>Polygone aller Änderungen, um zu zeigen, was gefunden, übersehen und fälschlich markiert wurde</translation>
    </message>
    <message>
      <source>Polygons of the area of interest; by default everything that both dates cover</source>
      <translation>Polygone des Untersuchungsgebiets; sonst alles, was beide Zeitpunkte abdecken</translation>
    </message>
    <message>
      <source>Polygons of the buildings at the date before: each change polygon gets a kind, and the layer buildings says of each building whether it is still there</source>
      <translation>Polygone der Gebäude zum Zeitpunkt vorher: jedes Änderungspolygon bekommt eine Art, und der Layer buildings gibt für jedes Gebäude an, ob es noch steht</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>Vorhersagen</translation>
    </message>
    <message>
      <source>Predict probability of change</source>
      <translation>Wahrscheinlichkeit der Änderung vorhersagen</translation>
    </message>
    <message>
      <source>Predicted change: tiles drawn at random from those predicted to be changed</source>
      <translation>Vorhergesagte Änderung: zufällige Kacheln unter den als geändert vorhergesagten</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>Voreinstellung</translation>
    </message>
    <message>
      <source>Preset of the training; by default fast with quick, paper with paper</source>
      <translation>Trainingsvorgabe; sonst fast bei quick, paper bei paper</translation>
    </message>
    <message>
      <source>Preview a campaign</source>
      <translation>Vorschau einer Kampagne</translation>
    </message>
    <message>
      <source>Probability map</source>
      <translation>Wahrscheinlichkeitskarte</translation>
    </message>
    <message>
      <source>Probability map to check; by default the latest round's</source>
      <translation>Zu prüfende Wahrscheinlichkeitskarte; sonst die der letzten Runde</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Änderungswahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Probability threshold</source>
      <translation>Wahrscheinlichkeitsschwelle</translation>
    </message>
    <message>
      <source>Probability with which each interval contains the true value</source>
      <translation>Wahrscheinlichkeit, mit der jedes Intervall den wahren Wert enthält</translation>
    </message>
    <message>
      <source>Processes of this computer</source>
      <translation>Prozesse dieses Computers</translation>
    </message>
    <message>
      <source>Processor (CPU)</source>
      <translation>Prozessor (CPU)</translation>
    </message>
    <message>
      <source>Proposals</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>Purpose of the labels</source>
      <translation>Zweck der Beschriftungen</translation>
    </message>
    <message>
      <source>Put the missing wheels for this Python into {}, then try again.</source>
      <translation>Legen Sie die fehlenden Wheels für dieses Python in {} und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>PyTorch finds no usable card</source>
      <translation>PyTorch findet keine brauchbare Karte</translation>
    </message>
    <message>
      <source>PyTorch will be downloaded from:</source>
      <translation>PyTorch wird heruntergeladen von:</translation>
    </message>
    <message>
      <source>QGIS's Python is {}; the worker needs 3.11 or newer.</source>
      <translation>Das Python von QGIS ist {}; gebraucht wird 3.11 oder neuer.</translation>
    </message>
    <message>
      <source>QGIS's own Python was not found</source>
      <translation>Das Python von QGIS wurde nicht gefunden</translation>
    </message>
    <message>
      <source>Queried tiles</source>
      <translation>Ausgewählte Kacheln</translation>
    </message>
    <message>
      <source>Queried tiles, for training</source>
      <translation>Ausgewählte Kacheln, zum Trainieren</translation>
    </message>
    <message>
      <source>Queried, labelled or skipped, by score</source>
      <translation>Ausgewählt, beschriftet oder übersprungen, nach Bewertung</translation>
    </message>
    <message>
      <source>Query next tiles</source>
      <translation>Nächste Kacheln erfragen</translation>
    </message>
    <message>
      <source>Query the next tiles, then the model can say what it expects of them.</source>
      <translation>Wählen Sie die nächsten Kacheln aus, dann kann das Modell sagen, was es von ihnen erwartet.</translation>
    </message>
    <message>
      <source>Quick: for hundreds of tiles, at a quarter of the resolution</source>
      <translation>Kurz: für Hunderte von Kacheln, bei einem Viertel der Auflösung</translation>
    </message>
    <message>
      <source>Random fifth of the tiles, for testing</source>
      <translation>Ein zufälliges Fünftel der Kacheln, zum Testen</translation>
    </message>
    <message>
      <source>Random seed</source>
      <translation>Startwert des Zufalls</translation>
    </message>
    <message>
      <source>Random: tiles drawn at random, without scoring</source>
      <translation>Zufall: zufällig gezogene Kacheln, ohne Bewertung</translation>
    </message>
    <message>
      <source>Raster of the members' variance (0 to 0.25)</source>
      <translation>Raster der Varianz der Mitglieder (0 bis 0,25)</translation>
    </message>
    <message>
      <source>Raster of the probability of change (0 to 1)</source>
      <translation>Raster der Änderungswahrscheinlichkeit (0 bis 1)</translation>
    </message>
    <message>
      <source>Raster of true and false positives and negatives in four colours; empty where the model was trained</source>
      <translation>Raster der richtig und falsch Positiven und Negativen in vier Farben; leer, wo das Modell trainiert wurde</translation>
    </message>
    <message>
      <source>Reduce the resolution by this factor: so many pixels of the coarser raster become one, along each side; tiles shrink with it; by default 4 with quick, 1 with paper</source>
      <translation>Die Auflösung um diesen Faktor verringern: So viele Pixel des gröberen Rasters werden je Seite zu einem; die Kacheln schrumpfen mit; sonst 4 bei quick, 1 bei paper</translation>
    </message>
    <message>
      <source>Reduction of the resolution</source>
      <translation>Verringerung der Auflösung</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Referenz</translation>
    </message>
    <message>
      <source>Reference polygons</source>
      <translation>Referenzpolygone</translation>
    </message>
    <message>
      <source>Reference: polygons of everything that changed</source>
      <translation>Referenz: Polygone von allem, was sich geändert hat</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Removing the worker's environment</source>
      <translation>Die Python-Umgebung wird entfernt</translation>
    </message>
    <message>
      <source>Repair the worker's environment in ALCD's settings, or choose another Python.</source>
      <translation>Reparieren Sie die Python-Umgebung in den Einstellungen von ALCD, oder wählen Sie ein anderes Python.</translation>
    </message>
    <message>
      <source>Repair the worker's environment in ALCD's settings.</source>
      <translation>Reparieren Sie die Python-Umgebung in den Einstellungen von ALCD.</translation>
    </message>
    <message>
      <source>Replace File</source>
      <translation>Datei ersetzen</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Reshape</source>
      <translation>Umformen</translation>
    </message>
    <message>
      <source>Restore campaign.gpkg from a backup.</source>
      <translation>Stellen Sie campaign.gpkg aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Rechte Winkel</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Runde</translation>
    </message>
    <message>
      <source>Round {}, {} tiles: average precision {}</source>
      <translation>Runde {}, {} Kacheln: mittlere Präzision {}</translation>
    </message>
    <message>
      <source>Round {}: trained on {} tiles.</source>
      <translation>Runde {}: auf {} Kacheln trainiert.</translation>
    </message>
    <message>
      <source>Round {}: {} tiles to label next.</source>
      <translation>Runde {}: {} Kacheln sind als Nächstes zu beschriften.</translation>
    </message>
    <message>
      <source>Rounds</source>
      <translation>Runden</translation>
    </message>
    <message>
      <source>Rounds after the start; by default 3 with quick, 9 with paper</source>
      <translation>Runden nach dem Anfang; ohne Angabe 3 mit quick, 9 mit paper</translation>
    </message>
    <message>
      <source>Rounds of labelling and training</source>
      <translation>Runden des Beschriftens und Lernens</translation>
    </message>
    <message>
      <source>Same: all members see the tile as it is</source>
      <translation>Gleich: alle Mitglieder sehen die Kachel, wie sie ist</translation>
    </message>
    <message>
      <source>Save Report</source>
      <translation>Bericht speichern</translation>
    </message>
    <message>
      <source>Save it as a GeoPackage first (Export &gt; Save Features As).</source>
      <translation>Speichern Sie ihn zuerst als GeoPackage (Export &gt; Objekte speichern als).</translation>
    </message>
    <message>
      <source>Save it as a GeoTIFF first (Export &gt; Save As).</source>
      <translation>Speichern Sie ihn zuerst als GeoTIFF (Export &gt; Speichern als).</translation>
    </message>
    <message>
      <source>Save or discard them, then start again.</source>
      <translation>Speichern oder verwerfen Sie sie, dann beginnen Sie neu.</translation>
    </message>
    <message>
      <source>Score every unlabelled tile by how much the model would learn from it, and mark the best ones to label next, with the polygons that the model predicts there as proposals.</source>
      <translation>Jede unbeschriftete Kachel danach bewerten, wie viel das Modell aus ihr lernen würde, und die besten als nächste auswählen, mit den Polygonen, die das Modell dort vorhersagt, als Vorschlägen.</translation>
    </message>
    <message>
      <source>See the last lines of its log.</source>
      <translation>Sehen Sie die letzten Zeilen des Protokolls an.</translation>
    </message>
    <message>
      <source>See the log.</source>
      <translation>Siehe das Protokoll.</translation>
    </message>
    <message>
      <source>See the log. The next attempt reuses the packages downloaded so far.</source>
      <translation>Sehen Sie im Protokoll nach. Der nächste Versuch verwendet die schon heruntergeladenen Pakete.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startzahl</translation>
    </message>
    <message>
      <source>Selected features only ({})</source>
      <translation>Nur gewählte Objekte ({})</translation>
    </message>
    <message>
      <source>Set a single value for all bands (Properties &gt; Transparency), or write a mask into the file.</source>
      <translation>Setzen Sie einen einzigen Wert für alle Bänder (Eigenschaften &gt; Transparenz), oder schreiben Sie eine Maske in die Datei.</translation>
    </message>
    <message>
      <source>Set it first (Layer &gt; Set CRS of Layer).</source>
      <translation>Setzen Sie es zuerst (Layer &gt; KBS von Layer(n) setzen).</translation>
    </message>
    <message>
      <source>Set it up once in Settings &gt; Options &gt; ALCD.</source>
      <translation>Richten Sie sie einmal unter Einstellungen &gt; Optionen &gt; ALCD ein.</translation>
    </message>
    <message>
      <source>Share of correctly marked pixels among all that are marked or changed, 0 to 1.</source>
      <translation>Anteil der richtig markierten an allen markierten oder geänderten Pixeln, 0 bis 1.</translation>
    </message>
    <message>
      <source>Share of the area on the map that really changed, 0 to 1.</source>
      <translation>Anteil der Fläche auf der Karte, der sich tatsächlich geändert hat, 0 bis 1.</translation>
    </message>
    <message>
      <source>Share of the area that really changed that the map contains, 0 to 1.</source>
      <translation>Anteil der tatsächlich geänderten Fläche, den die Karte enthält, 0 bis 1.</translation>
    </message>
    <message>
      <source>Share of the buildings of the reference that were found, 0 to 1.</source>
      <translation>Anteil der Gebäude der Referenz, die gefunden wurden, 0 bis 1.</translation>
    </message>
    <message>
      <source>Share of the change polygons that are buildings of the reference, 0 to 1.</source>
      <translation>Anteil der Änderungspolygone, die Gebäude der Referenz sind, 0 bis 1.</translation>
    </message>
    <message>
      <source>Show half of the tiles with their dates exchanged, so that examples of new buildings also teach what demolished buildings look like; needs several times as many epochs</source>
      <translation>Die Hälfte der Kacheln mit vertauschten Zeitpunkten zeigen, damit Beispiele neuer Gebäude auch lehren, wie abgerissene aussehen; braucht ein Mehrfaches an Epochen</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Protokoll anzeigen</translation>
    </message>
    <message>
      <source>Show or hide the ALCD panel: label tiles, train the network, review changes</source>
      <translation>ALCD-Bedienfeld ein- oder ausblenden: Kacheln beschriften, das Netz trainieren, Änderungen prüfen</translation>
    </message>
    <message>
      <source>Show results</source>
      <translation>Ergebnisse anzeigen</translation>
    </message>
    <message>
      <source>Show the state of a campaign: its rasters and grid, tiles by state, and the rounds so far.</source>
      <translation>Den Stand einer Kampagne anzeigen: Raster und Gitter, Kacheln nach Status und die bisherigen Runden.</translation>
    </message>
    <message>
      <source>Show what a campaign would look like: its grid and tiles, the amount of data to read, the share without data, and whether the two dates appear shifted against each other or very different in brightness. Writes nothing.</source>
      <translation>Zeigen, wie eine Kampagne aussähe: Gitter und Kacheln, zu lesende Datenmenge, Anteil ohne Daten, und ob die beiden Zeitpunkte gegeneinander verschoben oder sehr verschieden hell erscheinen. Schreibt nichts.</translation>
    </message>
    <message>
      <source>Side of a scene in the folder to test on, where whole scenes lie side by side; by default it is one scene, unless it has a file blocks.csv</source>
      <translation>Seite einer Szene im Ordner zum Testen, wenn dort ganze Szenen nebeneinander liegen; ohne Angabe ist er eine einzige Szene, sofern er keine Datei blocks.csv hat</translation>
    </message>
    <message>
      <source>Side of a scene to test on</source>
      <translation>Seite einer Szene zum Testen</translation>
    </message>
    <message>
      <source>Side of a tile, a multiple of 32</source>
      <translation>Seite einer Kachel, ein Vielfaches von 32</translation>
    </message>
    <message>
      <source>Side of the generated region</source>
      <translation>Seitenlänge der erzeugten Region</translation>
    </message>
    <message>
      <source>Side of the region</source>
      <translation>Seitenlänge der Region</translation>
    </message>
    <message>
      <source>Simplification of outlines</source>
      <translation>Vereinfachung der Umrisse</translation>
    </message>
    <message>
      <source>Simulate active learning</source>
      <translation>Aktives Lernen simulieren</translation>
    </message>
    <message>
      <source>Simulate active learning with a reference layer in place of the analyst: how good is the network after how many labels, by method and acquisition? It is measured within the campaign, on tiles of the pool that are kept aside, and on other ground. All learners of a run start with the same tiles. Results are added to a table run by run, so the job can be stopped and started again. Without method and acquisition, it computes the publication's table and a harder baseline.</source>
      <translation>Aktives Lernen mit einem Referenzlayer anstelle der bearbeitenden Person simulieren: Wie gut ist das Netz nach wie vielen Beschriftungen, je Methode und Auswahlverfahren? Gemessen wird innerhalb der Kampagne, auf beiseitegelegten Kacheln, und in anderem Gelände. Alle Lernenden eines Laufs beginnen mit denselben Kacheln. Die Ergebnisse kommen Lauf für Lauf in eine Tabelle, sodass die Aufgabe angehalten und erneut gestartet werden kann. Ohne Methode und Auswahlverfahren werden die Tabelle der Veröffentlichung und ein strengerer Vergleich berechnet.</translation>
    </message>
    <message>
      <source>Single pass: where one member is least certain, in half of the time</source>
      <translation>Einzelner Durchgang: wo ein Mitglied am wenigsten sicher ist, in der halben Zeit</translation>
    </message>
    <message>
      <source>Single: one network without members</source>
      <translation>Einzeln: ein Netz ohne Mitglieder</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Size of the simulation</source>
      <translation>Umfang der Simulation</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <source>Skipped tiles: {}. If none of them changed, {} to {} tiles are missed; if all did, {} to {}.</source>
      <translation>Übersprungene Kacheln: {}. Ist keine davon verändert, so fehlen {} bis {} Kacheln; sind es alle, {} bis {}.</translation>
    </message>
    <message>
      <source>Skipped tiles: {}. If none of them changed, {} to {} tiles changed; if all did, {} to {}.</source>
      <translation>Übersprungene Kacheln: {}. Ist keine davon verändert, so sind {} bis {} Kacheln verändert; sind es alle, {} bis {}.</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Kleinere Polygone werden weggelassen</translation>
    </message>
    <message>
      <source>Standard, from PyPI</source>
      <translation>Standard, von PyPI</translation>
    </message>
    <message>
      <source>Standard, from PyPI, CPU only</source>
      <translation>Standard, von PyPI, nur CPU</translation>
    </message>
    <message>
      <source>Standard, from PyPI, with Apple GPU</source>
      <translation>Standard, von PyPI, mit Apple-GPU</translation>
    </message>
    <message>
      <source>Standard, from PyPI, with CUDA</source>
      <translation>Standard, von PyPI, mit CUDA</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Anfang</translation>
    </message>
    <message>
      <source>Start afresh</source>
      <translation>Von vorn beginnen</translation>
    </message>
    <message>
      <source>Start each round from the previous round's weights</source>
      <translation>Jede Runde mit den Gewichten der vorigen beginnen</translation>
    </message>
    <message>
      <source>Start from a trained model</source>
      <translation>Mit einem trainierten Modell beginnen</translation>
    </message>
    <message>
      <source>Start from the encoder's weights; otherwise the preset fast continues from the last round's model, if there is one of the same kind, for half the epochs</source>
      <translation>Mit den Gewichten des Encoders beginnen; sonst trainiert die Vorgabe fast vom Modell der letzten Runde aus weiter, falls es ein gleichartiges gibt, mit halb so vielen Epochen</translation>
    </message>
    <message>
      <source>Step size of Adam</source>
      <translation>Schrittweite von Adam</translation>
    </message>
    <message>
      <source>Step size of Adam; by default the preset's</source>
      <translation>Schrittweite von Adam; ohne Angabe die der Vorgabe</translation>
    </message>
    <message>
      <source>Step size of Adam; by default the training's</source>
      <translation>Schrittweite von Adam; ohne Angabe die des Trainings</translation>
    </message>
    <message>
      <source>Step {} of {}: {}</source>
      <translation>Schritt {} von {}: {}</translation>
    </message>
    <message>
      <source>Stop the running jobs, then try again.</source>
      <translation>Halten Sie die laufenden Aufgaben an und versuchen Sie es erneut.</translation>
    </message>
    <message>
      <source>Stopped. Training resumes from the last finished epoch when you start it again.</source>
      <translation>Angehalten. Das Training setzt bei der letzten abgeschlossenen Epoche fort, wenn Sie es wieder starten.</translation>
    </message>
    <message>
      <source>Suggest first tiles</source>
      <translation>Erste Kacheln vorschlagen</translation>
    </message>
    <message>
      <source>Suggest: by the job suggest, without labels, as an analyst would begin</source>
      <translation>Vorschlagen: durch die Aufgabe suggest, ohne Beschriftungen, wie man in der Praxis begänne</translation>
    </message>
    <message>
      <source>Supervised, equal steps: the same with as many training steps as all rounds together</source>
      <translation>Überwacht, gleich viele Schritte: dasselbe mit so vielen Trainingsschritten wie alle Runden zusammen</translation>
    </message>
    <message>
      <source>Supervised: MCBN on all changed tiles and as many unchanged ones, trained once</source>
      <translation>Überwacht: MCBN auf allen geänderten und ebenso vielen ungeänderten Kacheln, einmal trainiert</translation>
    </message>
    <message>
      <source>Switch it on (Properties &gt; Transparency).</source>
      <translation>Schalten Sie ihn ein (Eigenschaften &gt; Transparenz).</translation>
    </message>
    <message>
      <source>TLS authority</source>
      <translation>TLS-Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>TLS certificate</source>
      <translation>TLS-Zertifikat</translation>
    </message>
    <message>
      <source>TLS for the cluster: the certificate of the authority (PEM)</source>
      <translation>TLS für den Cluster: das Zertifikat der Zertifizierungsstelle (PEM)</translation>
    </message>
    <message>
      <source>TLS for the cluster: the certificate of this computer (PEM)</source>
      <translation>TLS für den Cluster: das Zertifikat dieses Computers (PEM)</translation>
    </message>
    <message>
      <source>TLS for the cluster: the private key of this computer (PEM)</source>
      <translation>TLS für den Cluster: der private Schlüssel dieses Computers (PEM)</translation>
    </message>
    <message>
      <source>TLS key</source>
      <translation>TLS-Schlüssel</translation>
    </message>
    <message>
      <source>Table and figures</source>
      <translation>Tabelle und Abbildungen</translation>
    </message>
    <message>
      <source>Test a Dask cluster</source>
      <translation>Dask-Cluster testen</translation>
    </message>
    <message>
      <source>Test a Dask cluster: list its workers, what each computes on, and why one could not take part in a job.</source>
      <translation>Einen Dask-Cluster testen: seine Worker auflisten, worauf jeder rechnet und warum einer nicht mitrechnen könnte.</translation>
    </message>
    <message>
      <source>Test: only for assessment, never for training</source>
      <translation>Test: nur zum Bewerten, nie zum Trainieren</translation>
    </message>
    <message>
      <source>Testing the installation</source>
      <translation>Installation wird geprüft</translation>
    </message>
    <message>
      <source>Testing the worker's Python</source>
      <translation>Das Python für die Aufgaben wird geprüft</translation>
    </message>
    <message>
      <source>The CRS {} is unknown.</source>
      <translation>Das KBS {} ist unbekannt.</translation>
    </message>
    <message>
      <source>The Python chosen for ALCD does not exist: {}.</source>
      <translation>Das für ALCD gewählte Python existiert nicht: {}.</translation>
    </message>
    <message>
      <source>The action failed</source>
      <translation>Die Aktion ist fehlgeschlagen</translation>
    </message>
    <message>
      <source>The address of the PyTorch index contains a user name or a password.</source>
      <translation>Die Adresse des PyTorch-Index enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
      <source>The audit can then no longer check maps of later rounds. This cannot be undone.</source>
      <translation>Die Prüfstichprobe kann dann keine Karten späterer Runden mehr prüfen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <source>The audit is done. The page Results shows how complete the map is.</source>
      <translation>Die Prüfstichprobe ist fertig. Die Seite Ergebnisse zeigt, wie vollständig die Karte ist.</translation>
    </message>
    <message>
      <source>The audit's tiles become training tiles. The network learns from them in the next round.</source>
      <translation>Die Kacheln der Prüfstichprobe werden zu Trainingskacheln. In der nächsten Runde lernt das Netz von ihnen.</translation>
    </message>
    <message>
      <source>The audit's {} labelled tiles are now trained on.</source>
      <translation>Die {} beschrifteten Kacheln der Prüfstichprobe dienen nun dem Training.</translation>
    </message>
    <message>
      <source>The building map as of the after date</source>
      <translation>Die Gebäudekarte zum Zeitpunkt nachher</translation>
    </message>
    <message>
      <source>The building map as of the first date.</source>
      <translation>Die Gebäudekarte zum ersten Zeitpunkt.</translation>
    </message>
    <message>
      <source>The campaign's folder again, so that a model can pass it to the next algorithm.</source>
      <translation>Noch einmal der Ordner der Kampagne, damit ein Modell ihn an den nächsten Algorithmus weitergeben kann.</translation>
    </message>
    <message>
      <source>The campaign's name must be usable as a folder name.</source>
      <translation>Der Name der Kampagne muss als Ordnername verwendbar sein.</translation>
    </message>
    <message>
      <source>The environment could not be removed ({}).</source>
      <translation>Die Umgebung ließ sich nicht entfernen ({}).</translation>
    </message>
    <message>
      <source>The environment could not be written to {} ({}).</source>
      <translation>Die Umgebung ließ sich nicht nach {} schreiben ({}).</translation>
    </message>
    <message>
      <source>The example town is in {}.</source>
      <translation>Der Beispielort liegt in {}.</translation>
    </message>
    <message>
      <source>The extent lies outside the raster {}.</source>
      <translation>Die Ausdehnung liegt außerhalb des Rasters {}.</translation>
    </message>
    <message>
      <source>The extent {} cannot be read.</source>
      <translation>Die Ausdehnung {} ist nicht lesbar.</translation>
    </message>
    <message>
      <source>The folder {} cannot be written ({}).</source>
      <translation>In den Ordner {} kann nicht geschrieben werden ({}).</translation>
    </message>
    <message>
      <source>The graphics card ran out of memory.</source>
      <translation>Der Speicher der Grafikkarte reichte nicht aus.</translation>
    </message>
    <message>
      <source>The job could not be supervised: {}</source>
      <translation>Die Aufgabe ließ sich nicht überwachen: {}</translation>
    </message>
    <message>
      <source>The job was stopped from outside this window. Start it again.</source>
      <translation>Die Aufgabe wurde von außerhalb dieses Fensters beendet. Starten Sie sie erneut.</translation>
    </message>
    <message>
      <source>The last estimate cannot be read. Estimate again.</source>
      <translation>Die letzte Schätzung ist nicht lesbar. Schätzen Sie noch einmal.</translation>
    </message>
    <message>
      <source>The layer given as {} cannot be read.</source>
      <translation>Der als {} angegebene Layer kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The layer {} comes from a service that the worker cannot read.</source>
      <translation>Der Layer {} kommt von einem Dienst, den der Rechenprozess nicht lesen kann.</translation>
    </message>
    <message>
      <source>The layer {} could not be written to a file: {}</source>
      <translation>Der Layer {} konnte nicht in eine Datei geschrieben werden: {}</translation>
    </message>
    <message>
      <source>The layer {} has a nodata value in QGIS that its file does not have.</source>
      <translation>Der Layer {} hat in QGIS einen NoData-Wert, den seine Datei nicht hat.</translation>
    </message>
    <message>
      <source>The layer {} has no CRS.</source>
      <translation>Der Layer {} hat kein KBS.</translation>
    </message>
    <message>
      <source>The layer {} has no field {}.</source>
      <translation>Der Layer {} hat kein Feld {}.</translation>
    </message>
    <message>
      <source>The layer {} has no usable features.</source>
      <translation>Der Layer {} hat keine verwendbaren Objekte.</translation>
    </message>
    <message>
      <source>The layer {} has several nodata values or ranges in QGIS, or a different one than its file.</source>
      <translation>Der Layer {} hat in QGIS mehrere NoData-Werte oder -Bereiche, oder einen anderen als seine Datei.</translation>
    </message>
    <message>
      <source>The layer {} has the CRS {} in QGIS, but {} in its file.</source>
      <translation>Der Layer {} hat in QGIS das KBS {}, in seiner Datei aber {}.</translation>
    </message>
    <message>
      <source>The layer {} has unsaved edits.</source>
      <translation>Der Layer {} hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
      <source>The layer {} is not a raster file; it comes from “{}”.</source>
      <translation>Der Layer {} ist keine Rasterdatei; er kommt von „{}“.</translation>
    </message>
    <message>
      <source>The layer {} of {} cannot be read.</source>
      <translation>Der Layer {} von {} lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The layer {} uses a login of QGIS, which the worker cannot use.</source>
      <translation>Der Layer {} verwendet eine Anmeldung von QGIS, die der Rechenprozess nicht verwenden kann.</translation>
    </message>
    <message>
      <source>The layer {} was opened with options that the worker cannot use.</source>
      <translation>Der Layer {} wurde mit Optionen geöffnet, die der Rechenprozess nicht verwenden kann.</translation>
    </message>
    <message>
      <source>The login {} is of the kind {}, which the worker cannot use.</source>
      <translation>Die Anmeldung {} ist von der Art {}, die der Rechenprozess nicht verwenden kann.</translation>
    </message>
    <message>
      <source>The lower limit of the confidence interval.</source>
      <translation>Die untere Grenze des Konfidenzintervalls.</translation>
    </message>
    <message>
      <source>The map contains {} of the area that changed; {} of the {} tiles with change are missing from it ({} confidence).</source>
      <translation>Die Karte enthält {} der veränderten Fläche; {} der {} Kacheln mit Änderungen fehlen darin (Konfidenz {}).</translation>
    </message>
    <message>
      <source>The map was not made by a network of this campaign.</source>
      <translation>Die Karte stammt nicht von einem Netz dieser Kampagne.</translation>
    </message>
    <message>
      <source>The map {} was made with a model that does not belong to this campaign. Create a new map.</source>
      <translation>Die Karte {} stammt von einem Modell, das nicht zu dieser Kampagne gehört. Erstellen Sie eine neue Karte.</translation>
    </message>
    <message>
      <source>The model expects about {} changed tiles among the {} that it queried.</source>
      <translation>Das Modell erwartet etwa {} veränderte Kacheln unter den {}, die es ausgewählt hat.</translation>
    </message>
    <message>
      <source>The network is assessed on the test tiles.</source>
      <translation>Das Netz wird auf den Testkacheln bewertet.</translation>
    </message>
    <message>
      <source>The network is trained on all labels. See what it found.</source>
      <translation>Das Netz ist auf allen Beschriftungen trainiert. Sehen Sie nach, was es gefunden hat.</translation>
    </message>
    <message>
      <source>The network is trained on your labels.</source>
      <translation>Das Netz wird auf Ihren Beschriftungen trainiert.</translation>
    </message>
    <message>
      <source>The network proposes the dashed outlines: Accept, then Done. If nothing changed: No change.</source>
      <translation>Das Netz schlägt die gestrichelten Umrisse vor: Annehmen, dann Fertig. Wenn sich nichts geändert hat: Keine Änderung.</translation>
    </message>
    <message>
      <source>The network selects the tiles to label next.</source>
      <translation>Das Netz wählt die nächsten zu beschriftenden Kacheln aus.</translation>
    </message>
    <message>
      <source>The new folder.</source>
      <translation>Der neue Ordner.</translation>
    </message>
    <message>
      <source>The new shape could not be saved: {}</source>
      <translation>Die neue Form konnte nicht gespeichert werden: {}</translation>
    </message>
    <message>
      <source>The nodata value of the layer {} is switched off in QGIS, but the worker would use it.</source>
      <translation>Der NoData-Wert des Layers {} ist in QGIS ausgeschaltet, aber der Rechenprozess würde ihn verwenden.</translation>
    </message>
    <message>
      <source>The orthophoto of the first date in its new place</source>
      <translation>Das Orthofoto des ersten Zeitpunkts an seinem neuen Ort</translation>
    </message>
    <message>
      <source>The orthophoto of the second date in its new place</source>
      <translation>Das Orthofoto des zweiten Zeitpunkts an seinem neuen Ort</translation>
    </message>
    <message>
      <source>The packages could not be installed: {}</source>
      <translation>Die Pakete ließen sich nicht installieren: {}</translation>
    </message>
    <message>
      <source>The polygons were saved to {}.</source>
      <translation>Die Polygone wurden in {} gespeichert.</translation>
    </message>
    <message>
      <source>The probability of change and the uncertainty were added to the map.</source>
      <translation>Änderungswahrscheinlichkeit und Unsicherheit wurden der Karte hinzugefügt.</translation>
    </message>
    <message>
      <source>The raster {} cannot be read.</source>
      <translation>Das Raster {} lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The same seed draws the same tiles</source>
      <translation>Der gleiche Startwert zieht die gleichen Kacheln</translation>
    </message>
    <message>
      <source>The same seed gives the same region, tiles, weights and scores, bit for bit on the processor with the same number of threads</source>
      <translation>Derselbe Startwert ergibt dieselbe Region, dieselben Kacheln, Gewichte und Bewertungen, bitgenau auf dem Prozessor mit gleich vielen Threads</translation>
    </message>
    <message>
      <source>The same seed gives the same tiles, weights and scores, bit for bit on the processor with the same number of threads</source>
      <translation>Derselbe Startwert ergibt dieselben Kacheln, Gewichte und Bewertungen, bitgenau auf dem Prozessor mit gleich vielen Threads</translation>
    </message>
    <message>
      <source>The same seed gives the same town</source>
      <translation>Derselbe Startwert ergibt denselben Ort</translation>
    </message>
    <message>
      <source>The tiles cover {covered} % of the area of interest.</source>
      <translation>Die Kacheln decken {covered} % des Untersuchungsgebiets ab.</translation>
    </message>
    <message>
      <source>The tiles of {} cannot be read.</source>
      <translation>Die Kacheln von {} können nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The tiles to label next, with their rank and score.</source>
      <translation>Die als nächste zu beschriftenden Kacheln, mit Rang und Bewertung.</translation>
    </message>
    <message>
      <source>The upper limit of the confidence interval.</source>
      <translation>Die obere Grenze des Konfidenzintervalls.</translation>
    </message>
    <message>
      <source>The verdict could not be written to {}.</source>
      <translation>Das Urteil konnte nicht in {} geschrieben werden.</translation>
    </message>
    <message>
      <source>The verdicts in {} cannot be read.</source>
      <translation>Die Urteile in {} sind nicht lesbar.</translation>
    </message>
    <message>
      <source>The whole workflow as one model, with a reference layer in place of the analyst: create a campaign, label the first tiles, train, query the tiles that the model is least certain of, label those, train again, and export change polygons. Without a reference layer, run the algorithms one by one and label the tiles yourself.</source>
      <translation>Der ganze Ablauf als ein Modell, mit einem Referenzlayer anstelle der bearbeitenden Person: eine Kampagne anlegen, die ersten Kacheln beschriften, trainieren, die Kacheln auswählen, bei denen das Modell am unsichersten ist, diese beschriften, erneut trainieren und Änderungspolygone exportieren. Ohne Referenzlayer führen Sie die Algorithmen einzeln aus und beschriften die Kacheln selbst.</translation>
    </message>
    <message>
      <source>The worker crashed: {} ({}).</source>
      <translation>Der Rechenprozess ist abgestürzt: {} ({}).</translation>
    </message>
    <message>
      <source>The worker ended unexpectedly (exit status {}).</source>
      <translation>Der Rechenprozess endete unerwartet (Status {}).</translation>
    </message>
    <message>
      <source>The worker ended unexpectedly (exit status {}): {}.</source>
      <translation>Der Rechenprozess endete unerwartet (Status {}): {}.</translation>
    </message>
    <message>
      <source>The worker ended without a result.</source>
      <translation>Der Rechenprozess endete ohne Ergebnis.</translation>
    </message>
    <message>
      <source>The worker ran out of memory.</source>
      <translation>Dem Rechenprozess ging der Arbeitsspeicher aus.</translation>
    </message>
    <message>
      <source>The worker was ended by the signal {}.</source>
      <translation>Der Rechenprozess wurde durch das Signal {} beendet.</translation>
    </message>
    <message>
      <source>The worker was killed, most likely by the system because it ran out of memory.</source>
      <translation>Der Rechenprozess wurde abgebrochen, wahrscheinlich vom System, weil der Speicher nicht ausreichte.</translation>
    </message>
    <message>
      <source>The worker's Python works</source>
      <translation>Das Python für die Aufgaben funktioniert</translation>
    </message>
    <message>
      <source>The worker's Python {} could not be started ({}).</source>
      <translation>Das Python für die Aufgaben, {}, ließ sich nicht starten ({}).</translation>
    </message>
    <message>
      <source>The worker's environment is damaged: {}.</source>
      <translation>Die Python-Umgebung ist beschädigt: {}.</translation>
    </message>
    <message>
      <source>The {} accepted polygons count as changes, everything else in these tiles as unchanged.</source>
      <translation>Die {} angenommenen Polygone gelten als Änderungen, alles andere in diesen Kacheln als unverändert.</translation>
    </message>
    <message>
      <source>The {} are not numbers separated by commas: {}.</source>
      <translation>Die {} sind keine durch Kommas getrennten Zahlen: {}.</translation>
    </message>
    <message>
      <source>There are no labelled tiles to train on yet. Label some of the suggested tiles first.</source>
      <translation>Es gibt noch keine beschrifteten Kacheln zum Trainieren. Beschriften Sie zuerst einige der vorgeschlagenen Kacheln.</translation>
    </message>
    <message>
      <source>There are no results yet. Train the network first (page Learn).</source>
      <translation>Es gibt noch keine Ergebnisse. Trainieren Sie zuerst das Netz (Seite Lernen).</translation>
    </message>
    <message>
      <source>There are no unlabelled tiles left for testing.</source>
      <translation>Es sind keine unbeschrifteten Kacheln zum Testen übrig.</translation>
    </message>
    <message>
      <source>There is no PyTorch for this Python and this computer. Macs need an Apple processor.</source>
      <translation>Für dieses Python und diesen Rechner gibt es kein PyTorch. Macs brauchen einen Apple-Prozessor.</translation>
    </message>
    <message>
      <source>There is no unlabelled tile in which every polygon has a verdict.</source>
      <translation>Es gibt keine unbeschriftete Kachel, in der jedes Polygon beurteilt ist.</translation>
    </message>
    <message>
      <source>There was no map yet, so only the amount of change was estimated. Map the whole region first.</source>
      <translation>Es gab noch keine Karte, daher wurde nur die Menge der Änderungen geschätzt. Kartieren Sie zuerst die ganze Region.</translation>
    </message>
    <message>
      <source>These figures are about the map of round {}.</source>
      <translation>Diese Zahlen gelten für die Karte von Runde {}.</translation>
    </message>
    <message>
      <source>This Python lacks pip. On Debian and Ubuntu install the package python3-venv.</source>
      <translation>Diesem Python fehlt pip. Installieren Sie unter Debian und Ubuntu das Paket python3-venv.</translation>
    </message>
    <message>
      <source>This guess was adjusted to {} labelled tiles.</source>
      <translation>Diese Vermutung wurde an {} beschriftete Kacheln angepasst.</translation>
    </message>
    <message>
      <source>This is a bug in ALCD; please report it.</source>
      <translation>Das ist ein Fehler in ALCD; bitte melden Sie ihn.</translation>
    </message>
    <message>
      <source>This is a guess: too few labelled tiles were scored to check it.</source>
      <translation>Das ist eine Vermutung: Zu wenige beschriftete Kacheln haben eine Bewertung, um sie zu prüfen.</translation>
    </message>
    <message>
      <source>This tile is done. Press any of the keys to label it again.</source>
      <translation>Diese Kachel ist fertig. Drücken Sie eine der Tasten, um sie erneut zu beschriften.</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Tile size</source>
      <translation>Kachelgröße</translation>
    </message>
    <message>
      <source>Tile {}</source>
      <translation>Kachel {}</translation>
    </message>
    <message>
      <source>Tile {} of {}</source>
      <translation>Kachel {} von {}</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>Tiles kept aside: one in</source>
      <translation>Beiseitegelegte Kacheln: eine von</translation>
    </message>
    <message>
      <source>Tiles per training step</source>
      <translation>Kacheln je Trainingsschritt</translation>
    </message>
    <message>
      <source>Tiles per training step; by default the preset's</source>
      <translation>Kacheln je Trainingsschritt; sonst wie in der Vorgabe</translation>
    </message>
    <message>
      <source>Tiles to label</source>
      <translation>Zu beschriftende Kacheln</translation>
    </message>
    <message>
      <source>Tiles to label after the first training</source>
      <translation>Kacheln, die nach dem ersten Training beschriftet werden</translation>
    </message>
    <message>
      <source>Tiles to label first</source>
      <translation>Kacheln, die zuerst beschriftet werden</translation>
    </message>
    <message>
      <source>Tiles to label per round</source>
      <translation>Zu beschriftende Kacheln je Runde</translation>
    </message>
    <message>
      <source>Tiles to label per round; by default 10 with quick, 100 with paper</source>
      <translation>Zu beschriftende Kacheln je Runde; sonst 10 bei quick, 100 bei paper</translation>
    </message>
    <message>
      <source>Tiles to score</source>
      <translation>Zu bewertende Kacheln</translation>
    </message>
    <message>
      <source>Tiles with change</source>
      <translation>Kacheln mit Änderung</translation>
    </message>
    <message>
      <source>Tiles with change missing from the map</source>
      <translation>Kacheln mit Änderung, die in der Karte fehlen</translation>
    </message>
    <message>
      <source>To check the latest round, map the whole region and estimate again.</source>
      <translation>Um die neueste Runde zu prüfen, kartieren Sie die ganze Region und schätzen Sie noch einmal.</translation>
    </message>
    <message>
      <source>To label</source>
      <translation>Zu beschriften</translation>
    </message>
    <message>
      <source>Tolerance between the building maps</source>
      <translation>Toleranz zwischen den Gebäudekarten</translation>
    </message>
    <message>
      <source>Tolerance for simplifying the outlines; by default one pixel; 0 keeps the pixel edges</source>
      <translation>Toleranz beim Vereinfachen der Umrisse; sonst ein Pixel; 0 behält die Pixelkanten</translation>
    </message>
    <message>
      <source>Tolerance of the building map</source>
      <translation>Toleranz der Gebäudekarte</translation>
    </message>
    <message>
      <source>Tolerance: {} m.</source>
      <translation>Toleranz: {} m.</translation>
    </message>
    <message>
      <source>Torn down</source>
      <translation>Abgerissen</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <source>Train a Siamese U-Net, or an ensemble of them, on the campaign's labelled tiles. Started again after a cancellation or a crash, it resumes from its last finished epoch.</source>
      <translation>Ein siamesisches U-Net oder ein Ensemble davon auf den beschrifteten Kacheln der Kampagne trainieren. Nach einem Abbruch oder Absturz neu gestartet, setzt das Training bei der letzten abgeschlossenen Epoche fort.</translation>
    </message>
    <message>
      <source>Train again</source>
      <translation>Noch einmal trainieren</translation>
    </message>
    <message>
      <source>Train: the network learns from them</source>
      <translation>Training: das Netz lernt daraus</translation>
    </message>
    <message>
      <source>Trained model to use</source>
      <translation>Zu verwendendes trainiertes Modell</translation>
    </message>
    <message>
      <source>Training preset</source>
      <translation>Trainingsvorgabe</translation>
    </message>
    <message>
      <source>Truth</source>
      <translation>Wahrheit</translation>
    </message>
    <message>
      <source>Two building maps</source>
      <translation>Zwei Gebäudekarten</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Unsicherheit</translation>
    </message>
    <message>
      <source>Uncertainty raster written by predict</source>
      <translation>Von predict geschriebenes Unsicherheitsraster</translation>
    </message>
    <message>
      <source>Unlabelled, by score (zoom in to see them)</source>
      <translation>Unbeschriftet, nach Bewertung (zum Anzeigen hineinzoomen)</translation>
    </message>
    <message>
      <source>Use only the features that are selected in the layer when the job starts</source>
      <translation>Nur die Objekte verwenden, die im Layer ausgewählt sind, wenn der Auftrag beginnt</translation>
    </message>
    <message>
      <source>Use the built-in network</source>
      <translation>Das eingebaute Netz verwenden</translation>
    </message>
    <message>
      <source>Variance: where the members disagree most</source>
      <translation>Varianz: wo die Mitglieder am wenigsten übereinstimmen</translation>
    </message>
    <message>
      <source>Wait until it has ended, then try again.</source>
      <translation>Warten Sie, bis er beendet ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Wait until it has finished, then try again.</source>
      <translation>Warten Sie, bis sie beendet ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
      <source>Wait until this has finished, then start again.</source>
      <translation>Warten Sie, bis dies beendet ist, und starten Sie dann erneut.</translation>
    </message>
    <message>
      <source>Warm start: continue from the previous round's weights instead of the encoder's, for half the epochs</source>
      <translation>Warmstart: mit den Gewichten der vorigen Runde statt mit denen des Encoders weitertrainieren, mit halb so vielen Epochen</translation>
    </message>
    <message>
      <source>Was something built or torn down here? Draw it, then Done. Otherwise: No change.</source>
      <translation>Wurde hier etwas gebaut oder abgerissen? Zeichnen Sie es, dann Fertig. Sonst: Keine Änderung.</translation>
    </message>
    <message>
      <source>Was something built or torn down here? Draw it, then Done. Skip only what cannot be decided.</source>
      <translation>Wurde hier etwas gebaut oder abgerissen? Zeichnen Sie es, dann Fertig. Überspringen Sie nur, was sich nicht entscheiden lässt.</translation>
    </message>
    <message>
      <source>What the network thinks is hidden: judge by the images alone.</source>
      <translation>Was das Netz denkt, ist ausgeblendet: Urteilen Sie allein nach den Bildern.</translation>
    </message>
    <message>
      <source>What to use the labels for</source>
      <translation>Wofür die Beschriftungen verwendet werden</translation>
    </message>
    <message>
      <source>When the imagery of the first date was taken (YYYY, YYYY-MM or YYYY-MM-DD); written to all exports</source>
      <translation>Wann die Bilder vorher aufgenommen wurden (JJJJ, JJJJ-MM oder JJJJ-MM-TT); steht in allen Exporten</translation>
    </message>
    <message>
      <source>When the imagery of the second date was taken (YYYY, YYYY-MM or YYYY-MM-DD); written to all exports</source>
      <translation>Wann die Bilder nachher aufgenommen wurden (JJJJ, JJJJ-MM oder JJJJ-MM-TT); steht in allen Exporten</translation>
    </message>
    <message>
      <source>Where to compute</source>
      <translation>Wo gerechnet wird</translation>
    </message>
    <message>
      <source>Which tiles to label: queried, audit, all, or tile numbers as in 12,57</source>
      <translation>Welche Kacheln beschriftet werden: queried, audit, all oder Kachelnummern wie 12,57</translation>
    </message>
    <message>
      <source>With {} of them, it would take about {} % of the time.</source>
      <translation>Mit {} davon würde es etwa {} % der Zeit dauern.</translation>
    </message>
    <message>
      <source>With {} of them, it would take about {} min instead of {}.</source>
      <translation>Mit {} davon würde es etwa {} statt {} min dauern.</translation>
    </message>
    <message>
      <source>With {}, completeness is expected to be known to within {} percentage points.</source>
      <translation>Mit {} ist die Vollständigkeit voraussichtlich auf {} Prozentpunkte genau bekannt.</translation>
    </message>
    <message>
      <source>Work for a Dask cluster</source>
      <translation>Für einen Dask-Cluster rechnen</translation>
    </message>
    <message>
      <source>Write a report on the campaign: one HTML page with images of both dates, the tiles that were queried round by round, the maps and the learning curve. The page needs no other files and no internet connection.</source>
      <translation>Einen Bericht über die Kampagne schreiben: eine HTML-Seite mit Bildern beider Zeitpunkte, den Runde für Runde ausgewählten Kacheln, den Karten und der Lernkurve. Die Seite braucht keine weiteren Dateien und keine Internetverbindung.</translation>
    </message>
    <message>
      <source>Write it as in EPSG:25832.</source>
      <translation>Schreiben Sie es wie in EPSG:25832.</translation>
    </message>
    <message>
      <source>Write it into the file first (gdal_edit.py -a_nodata, or Export &gt; Save As).</source>
      <translation>Schreiben Sie ihn zuerst in die Datei (gdal_edit.py -a_nodata oder Export &gt; Speichern als).</translation>
    </message>
    <message>
      <source>Write report</source>
      <translation>Bericht schreiben</translation>
    </message>
    <message>
      <source>Write the correct CRS into the file first (Raster &gt; Projections &gt; Assign Projection).</source>
      <translation>Schreiben Sie zuerst das richtige KBS in die Datei (Raster &gt; Projektionen &gt; Projektion zuweisen).</translation>
    </message>
    <message>
      <source>Write them as in 1,2,3.</source>
      <translation>Schreiben Sie sie wie in 1,2,3.</translation>
    </message>
    <message>
      <source>You can continue labelling in the meantime.</source>
      <translation>Sie können inzwischen weiter beschriften.</translation>
    </message>
    <message>
      <source>Your last labels could not be saved yet, so the campaign stays open. Try again.</source>
      <translation>Ihre letzten Beschriftungen konnten noch nicht gespeichert werden, deshalb bleibt die Kampagne geöffnet. Versuchen Sie es erneut.</translation>
    </message>
    <message>
      <source>Your own orthophoto of the first date</source>
      <translation>Ihr eigenes Orthofoto des ersten Zeitpunkts</translation>
    </message>
    <message>
      <source>Your own orthophoto of the second date</source>
      <translation>Ihr eigenes Orthofoto des zweiten Zeitpunkts</translation>
    </message>
    <message>
      <source>a DLL has the wrong version</source>
      <translation>eine DLL hat die falsche Version</translation>
    </message>
    <message>
      <source>a DLL was not found</source>
      <translation>eine DLL wurde nicht gefunden</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <source>access to invalid memory</source>
      <translation>Zugriff auf ungültigen Speicher</translation>
    </message>
    <message>
      <source>accuracy,auc,f1,iou,completeness,correctness,buildings</source>
      <translation>Genauigkeit,auc,f1,iou,Vollständigkeit,Korrektheit,Gebäude</translation>
    </message>
    <message>
      <source>altered</source>
      <translation>verändert</translation>
    </message>
    <message>
      <source>ambiguous</source>
      <translation>mehrdeutig</translation>
    </message>
    <message>
      <source>an unknown share</source>
      <translation>einen unbekannten Anteil</translation>
    </message>
    <message>
      <source>annotation,reference</source>
      <translation>Annotation,Referenz</translation>
    </message>
    <message>
      <source>built</source>
      <translation>gebaut</translation>
    </message>
    <message>
      <source>campaign,state</source>
      <translation>Kampagne,Stand</translation>
    </message>
    <message>
      <source>change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>change detection,active learning</source>
      <translation>Änderungserkennung,aktives Lernen</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>completeness,accuracy,area,confidence interval,error matrix</source>
      <translation>Vollständigkeit,Genauigkeit,Fläche,Konfidenzintervall,Fehlermatrix</translation>
    </message>
    <message>
      <source>experiment,benchmark</source>
      <translation>Experiment,Vergleich</translation>
    </message>
    <message>
      <source>ignore</source>
      <translation>ignorieren</translation>
    </message>
    <message>
      <source>it aborted after an internal error</source>
      <translation>Abbruch nach einem internen Fehler</translation>
    </message>
    <message>
      <source>it computes wrong results</source>
      <translation>es rechnet falsch</translation>
    </message>
    <message>
      <source>it does not report its version</source>
      <translation>es nennt seine Version nicht</translation>
    </message>
    <message>
      <source>it was interrupted</source>
      <translation>er wurde unterbrochen</translation>
    </message>
    <message>
      <source>macOS does not let QGIS's own Python load PyTorch, because QGIS's developers did not sign it.</source>
      <translation>macOS lässt QGIS’ eigenes Python PyTorch nicht laden, weil QGIS’ Entwickler es nicht signiert haben.</translation>
    </message>
    <message>
      <source>move,path</source>
      <translation>verschieben,Pfad</translation>
    </message>
    <message>
      <source>neural network,siamese,mcbn,ensemble</source>
      <translation>neuronales Netz,siamesisch,mcbn,Ensemble</translation>
    </message>
    <message>
      <source>no CRS</source>
      <translation>kein KBS</translation>
    </message>
    <message>
      <source>no answer in {} s</source>
      <translation>keine Antwort in {} s</translation>
    </message>
    <message>
      <source>not reviewed</source>
      <translation>nicht geprüft</translation>
    </message>
    <message>
      <source>orthophoto,campaign,tiles</source>
      <translation>Orthofoto,Kampagne,Kacheln</translation>
    </message>
    <message>
      <source>orthophoto,grid,plan</source>
      <translation>Orthofoto,Gitter,Plan</translation>
    </message>
    <message>
      <source>out of memory</source>
      <translation>zu wenig Speicher</translation>
    </message>
    <message>
      <source>page,html,learning curve</source>
      <translation>Seite,html,Lernkurve</translation>
    </message>
    <message>
      <source>pip failed</source>
      <translation>pip ist gescheitert</translation>
    </message>
    <message>
      <source>probability,uncertainty,map</source>
      <translation>Wahrscheinlichkeit,Unsicherheit,Karte</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>sampling</source>
      <translation>Stichprobe</translation>
    </message>
    <message>
      <source>sampling,completeness,accuracy,stratified</source>
      <translation>Stichprobe,Vollständigkeit,Genauigkeit,geschichtet</translation>
    </message>
    <message>
      <source>score {}</source>
      <translation>Bewertung {}</translation>
    </message>
    <message>
      <source>score {} in round {}</source>
      <translation>Bewertung {} in Runde {}</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <source>this PyTorch was built without CUDA</source>
      <translation>dieses PyTorch wurde ohne CUDA gebaut</translation>
    </message>
    <message>
      <source>torn down</source>
      <translation>abgerissen</translation>
    </message>
    <message>
      <source>tutorial,demo,sample data,orthophoto</source>
      <translation>Anleitung,Demo,Beispieldaten,Orthofoto</translation>
    </message>
    <message>
      <source>uncertainty,acquisition,variance,entropy</source>
      <translation>Unsicherheit,Auswahl,Varianz,Entropie</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>unverändert</translation>
    </message>
    <message>
      <source>vectorize,export,buildings,map update</source>
      <translation>vektorisieren,exportieren,Gebäude,Kartennachführung</translation>
    </message>
    <message>
      <source>{tiles} tiles of {metres} m, {megabytes} MB to read, {no_data} % nodata.</source>
      <translation>{tiles} Kacheln von {metres} m, {megabytes} MB zu lesen, {no_data} % ohne Daten.</translation>
    </message>
    <message>
      <source>{} %</source>
      <translation>{} %</translation>
    </message>
    <message>
      <source>{} (about {} minutes at your pace)</source>
      <translation>{} (etwa {} Minuten bei Ihrem Tempo)</translation>
    </message>
    <message>
      <source>{} (looked for {}): {}.</source>
      <translation>{} (gesucht: {}): {}.</translation>
    </message>
    <message>
      <source>{} ({} to {})</source>
      <translation>{} ({} bis {})</translation>
    </message>
    <message>
      <source>{} already exists.</source>
      <translation>{} existiert bereits.</translation>
    </message>
    <message>
      <source>{} already exists. Replace it?</source>
      <translation>{} existiert bereits. Ersetzen?</translation>
    </message>
    <message>
      <source>{} ambiguous</source>
      <translation>{} mehrdeutig</translation>
    </message>
    <message>
      <source>{} belongs to a virtual environment, from which no other can be created.</source>
      <translation>{} gehört zu einer virtuellen Umgebung, aus der keine weitere erstellt werden kann.</translation>
    </message>
    <message>
      <source>{} cannot be read as a raster.</source>
      <translation>{} kann nicht als Raster gelesen werden.</translation>
    </message>
    <message>
      <source>{} cannot be read.</source>
      <translation>{} kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>{} cannot be started ({}).</source>
      <translation>{} lässt sich nicht starten ({}).</translation>
    </message>
    <message>
      <source>{} cannot be written: {}</source>
      <translation>{} kann nicht geschrieben werden: {}</translation>
    </message>
    <message>
      <source>{} cannot run jobs: {}.</source>
      <translation>{} kann keine Aufgaben ausführen: {}.</translation>
    </message>
    <message>
      <source>{} change polygons to review.</source>
      <translation>{} Änderungspolygone zu prüfen.</translation>
    </message>
    <message>
      <source>{} changed</source>
      <translation>{} geändert</translation>
    </message>
    <message>
      <source>{} could not create an environment.</source>
      <translation>{} konnte keine Umgebung erstellen.</translation>
    </message>
    <message>
      <source>{} crashed during the test (exit status {}).</source>
      <translation>{} ist bei der Prüfung abgestürzt (Exitstatus {}).</translation>
    </message>
    <message>
      <source>{} failed</source>
      <translation>{} ist fehlgeschlagen</translation>
    </message>
    <message>
      <source>{} h left</source>
      <translation>noch {} h</translation>
    </message>
    <message>
      <source>{} has no PyTorch for this Python and this computer: check the address.</source>
      <translation>{} hat kein PyTorch für dieses Python und diesen Rechner: Prüfen Sie die Adresse.</translation>
    </message>
    <message>
      <source>{} has {}</source>
      <translation>{} hat {}</translation>
    </message>
    <message>
      <source>{} is Python {}; the worker needs 3.11 or newer.</source>
      <translation>{} ist Python {}; gebraucht wird 3.11 oder neuer.</translation>
    </message>
    <message>
      <source>{} is not a working Python ({}).</source>
      <translation>{} ist kein funktionierendes Python ({}).</translation>
    </message>
    <message>
      <source>{} is not as expected</source>
      <translation>{} ist nicht wie erwartet</translation>
    </message>
    <message>
      <source>{} labelled tiles are already enough to train the network.</source>
      <translation>{} beschriftete Kacheln reichen bereits, um das Netz zu trainieren.</translation>
    </message>
    <message>
      <source>{} lacks GDAL or numpy ({}).</source>
      <translation>{} hat kein GDAL oder numpy ({}).</translation>
    </message>
    <message>
      <source>{} min left</source>
      <translation>noch {} min</translation>
    </message>
    <message>
      <source>{} min per tile</source>
      <translation>{} min je Kachel</translation>
    </message>
    <message>
      <source>{} of {}</source>
      <translation>{} von {}</translation>
    </message>
    <message>
      <source>{} of {} m</source>
      <translation>{} von {} m</translation>
    </message>
    <message>
      <source>{} of {}: probability {}, {} m², {}</source>
      <translation>{} von {}: Wahrscheinlichkeit {}, {} m², {}</translation>
    </message>
    <message>
      <source>{} polygons: {} accepted, {} rejected, {} to review.</source>
      <translation>{} Polygone: {} angenommen, {} abgelehnt, {} zu prüfen.</translation>
    </message>
    <message>
      <source>{} s left</source>
      <translation>noch {} s</translation>
    </message>
    <message>
      <source>{} s per tile</source>
      <translation>{} s je Kachel</translation>
    </message>
    <message>
      <source>{} skipped</source>
      <translation>{} übersprungen</translation>
    </message>
    <message>
      <source>{} tiles</source>
      <translation>{} Kacheln</translation>
    </message>
    <message>
      <source>{} tiles are labelled for training</source>
      <translation>{} Kacheln sind zum Trainieren beschriftet</translation>
    </message>
    <message>
      <source>{} tiles are labelled. Train the network on them and query the next tiles.</source>
      <translation>{} Kacheln sind beschriftet. Trainieren Sie das Netz darauf und wählen Sie die nächsten Kacheln aus.</translation>
    </message>
    <message>
      <source>{} tiles are scored for every query. To score fewer, set “Tiles to score” under Advanced; some changes are then found later.</source>
      <translation>Für jede Auswahl werden {} Kacheln bewertet. Weniger lassen sich unter Erweitert mit „Zu bewertende Kacheln“ bewerten; manche Veränderungen werden dann später gefunden.</translation>
    </message>
    <message>
      <source>{} tiles are waiting to be labelled, the most informative ones first.</source>
      <translation>{} Kacheln warten auf Beschriftung, die lehrreichsten zuerst.</translation>
    </message>
    <message>
      <source>{} tiles contain change ({} confidence).</source>
      <translation>{} Kacheln enthalten Änderungen (Konfidenz {}).</translation>
    </message>
    <message>
      <source>{} tiles to label first.</source>
      <translation>{} Kacheln sind zuerst zu beschriften.</translation>
    </message>
    <message>
      <source>{} tiles to label next.</source>
      <translation>{} Kacheln sind als Nächstes zu beschriften.</translation>
    </message>
    <message>
      <source>{} tiles were drawn for the audit.</source>
      <translation>{} Kacheln wurden für die Prüfstichprobe gezogen.</translation>
    </message>
    <message>
      <source>{} tiles were labelled from your verdicts.</source>
      <translation>{} Kacheln wurden aus Ihren Urteilen beschriftet.</translation>
    </message>
    <message>
      <source>{} tiles were labelled.</source>
      <translation>{} Kacheln wurden beschriftet.</translation>
    </message>
    <message>
      <source>{} unchanged</source>
      <translation>{} unverändert</translation>
    </message>
    <message>
      <source>{} was created and can be opened.</source>
      <translation>{} wurde angelegt und kann geöffnet werden.</translation>
    </message>
    <message>
      <source>{} would be saved among the campaign's own files. Choose another folder.</source>
      <translation>{} würde unter den eigenen Dateien der Kampagne gespeichert. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>{} × {} pixels of {} m</source>
      <translation>{} × {} Pixel zu {} m</translation>
    </message>
    <message>
      <source>{}, lower limit</source>
      <translation>{}, untere Grenze</translation>
    </message>
    <message>
      <source>{}, round {}</source>
      <translation>{}, Runde {}</translation>
    </message>
    <message>
      <source>{}, round {} (not the latest model)</source>
      <translation>{}, Runde {} (nicht das neueste Modell)</translation>
    </message>
    <message>
      <source>{}, upper limit</source>
      <translation>{}, obere Grenze</translation>
    </message>
    <message>
      <source>{}: no such file</source>
      <translation>{}: keine solche Datei</translation>
    </message>
    <message>
      <source>{}: size not known</source>
      <translation>{}: Größe unbekannt</translation>
    </message>
    <message>
      <source>{}: {} GB, installed {} GB</source>
      <translation>{}: {} GB, installiert {} GB</translation>
    </message>
    <message>
      <source>{}: {} are several fields.</source>
      <translation>{}: {} sind mehrere Felder.</translation>
    </message>
    <message>
      <source>{}: {} is not a number.</source>
      <translation>{}: {} ist keine Zahl.</translation>
    </message>
    <message>
      <source>{}: {} is not among the choices.</source>
      <translation>{}: {} ist keine der Möglichkeiten.</translation>
    </message>
    <message>
      <source>“Changed tiles” is the share of changed tiles among the labelled ones</source>
      <translation>„Geänderte Kacheln“ ist der Anteil der geänderten an den beschrifteten Kacheln</translation>
    </message>
  </context>
  <context>
    <name>AuditLine</name>
    <message>
      <source>Back to the queried tiles</source>
      <translation>Zurück zu den ausgewählten</translation>
    </message>
    <message>
      <source>Label audit tiles</source>
      <translation>Stichprobe beschriften</translation>
    </message>
  </context>
  <context>
    <name>CampaignPage</name>
    <message>
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <source>2012, 2012-06 or 2012-06-30</source>
      <translation>2012, 2012-06 oder 2012-06-30</translation>
    </message>
    <message>
      <source>Add a raster file</source>
      <translation>Eine Rasterdatei hinzufügen</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Interessengebiet</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Building map of the first date</source>
      <translation>Gebäudekarte zum ersten Zeitpunkt</translation>
    </message>
    <message>
      <source>Building map of the second date</source>
      <translation>Gebäudekarte zum zweiten Zeitpunkt</translation>
    </message>
    <message>
      <source>Buildings after</source>
      <translation>Gebäude nachher</translation>
    </message>
    <message>
      <source>Buildings before</source>
      <translation>Gebäude vorher</translation>
    </message>
    <message>
      <source>Choose two orthophotos and preview the campaign</source>
      <translation>Zwei Orthofotos wählen und die Kampagne in der Vorschau ansehen</translation>
    </message>
    <message>
      <source>Close campaign</source>
      <translation>Kampagne schließen</translation>
    </message>
    <message>
      <source>Create campaign</source>
      <translation>Kampagne anlegen</translation>
    </message>
    <message>
      <source>Date after</source>
      <translation>Datum nachher</translation>
    </message>
    <message>
      <source>Date before</source>
      <translation>Datum vorher</translation>
    </message>
    <message>
      <source>Differences between the two maps that are nowhere wider than this do not count</source>
      <translation>Abweichungen zwischen den beiden Karten, die nirgends breiter sind, zählen nicht</translation>
    </message>
    <message>
      <source>Double-click a campaign or press Enter to open it</source>
      <translation>Kampagne doppelklicken oder Eingabetaste drücken, um sie zu öffnen</translation>
    </message>
    <message>
      <source>Empty the Cache</source>
      <translation>Cache leeren</translation>
    </message>
    <message>
      <source>Find what was built or torn down between two orthophotos of the same region: label a few tiles, train the network on them, and review the changes it finds.</source>
      <translation>Finden, was zwischen zwei Orthofotos derselben Region gebaut oder abgerissen wurde: einige Kacheln beschriften, das Netz darauf trainieren und die gefundenen Änderungen prüfen.</translation>
    </message>
    <message>
      <source>Generate two orthophotos of a small town in a folder of your choice, and start a campaign on them</source>
      <translation>In einem Ordner Ihrer Wahl zwei Orthofotos eines kleinen Ortes erzeugen und damit eine Kampagne beginnen</translation>
    </message>
    <message>
      <source>If you already have polygons of the changes, or a building map of each date, you can label tiles from them. Everything else in these tiles counts as unchanged.</source>
      <translation>Wenn Sie schon Polygone der Änderungen oder von beiden Zeitpunkten eine Gebäudekarte haben, können Sie Kacheln damit beschriften. Alles andere in diesen Kacheln zählt als unverändert.</translation>
    </message>
    <message>
      <source>Label from polygons</source>
      <translation>Aus Polygonen beschriften</translation>
    </message>
    <message>
      <source>Labels from Existing Polygons</source>
      <translation>Beschriftungen aus vorhandenen Polygonen</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New campaign…</source>
      <translation>Neue Kampagne…</translation>
    </message>
    <message>
      <source>Next Step</source>
      <translation>Nächster Schritt</translation>
    </message>
    <message>
      <source>Open a campaign folder (NAME.alcd)</source>
      <translation>Einen Kampagnenordner öffnen (NAME.alcd)</translation>
    </message>
    <message>
      <source>Open the campaign's folder in the file manager</source>
      <translation>Den Ordner der Kampagne im Dateimanager öffnen</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <source>Orthophoto of the first date</source>
      <translation>Orthofoto des ersten Zeitpunkts</translation>
    </message>
    <message>
      <source>Orthophoto of the second date</source>
      <translation>Orthofoto des zweiten Zeitpunkts</translation>
    </message>
    <message>
      <source>Parent folder</source>
      <translation>Übergeordneter Ordner</translation>
    </message>
    <message>
      <source>Polygon layer that limits the campaign; by default the area that both dates cover</source>
      <translation>Polygonlayer, der die Kampagne begrenzt; sonst die von beiden Zeitpunkten abgedeckte Fläche</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Polygons of the changes themselves, or a building map of each date</source>
      <translation>Polygone der Änderungen selbst, oder von jedem Zeitpunkt eine Gebäudekarte</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <source>Recent campaigns</source>
      <translation>Letzte Kampagnen</translation>
    </message>
    <message>
      <source>Remove the campaign's layers from the project; nothing on disk is changed</source>
      <translation>Die Layer der Kampagne aus dem Projekt entfernen; auf der Festplatte ändert sich nichts</translation>
    </message>
    <message>
      <source>Remove the fetched tiles from the disk; later jobs fetch them again</source>
      <translation>Die geladenen Kacheln von der Festplatte löschen; spätere Aufträge laden sie wieder</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>The campaign's folder will be called NAME.alcd</source>
      <translation>Der Ordner der Kampagne wird NAME.alcd heißen</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Toleranz</translation>
    </message>
    <message>
      <source>Try it on an example town…</source>
      <translation>Mit einem Beispielort ausprobieren…</translation>
    </message>
    <message>
      <source>When the imagery of the first date was taken (optional); written to all exports</source>
      <translation>Wann die Bilder vorher aufgenommen wurden (freiwillig); steht in allen Exporten</translation>
    </message>
    <message>
      <source>When the imagery of the second date was taken (optional); written to all exports</source>
      <translation>Wann die Bilder nachher aufgenommen wurden (freiwillig); steht in allen Exporten</translation>
    </message>
    <message>
      <source>Where the campaign's folder will be created</source>
      <translation>Wo der Ordner der Kampagne angelegt wird</translation>
    </message>
  </context>
  <context>
    <name>ChangeReviewWidget</name>
    <message>
      <source>Label the tiles in which every polygon has a verdict: accepted polygons count as changes, the rest as unchanged</source>
      <translation>Die Kacheln beschriften, in denen jedes Polygon beurteilt ist: Angenommene Polygone gelten als Änderungen, der Rest als unverändert</translation>
    </message>
    <message>
      <source>Label tiles from verdicts</source>
      <translation>Kacheln aus Urteilen beschriften</translation>
    </message>
  </context>
  <context>
    <name>ClusterGroup</name>
    <message>
      <source>A Dask cluster</source>
      <translation>Ein Dask-Cluster</translation>
    </message>
    <message>
      <source>Address of the Dask cluster's scheduler. Suggesting, training, querying and predicting use its workers</source>
      <translation>Adresse des Schedulers des Dask-Clusters. Vorschlagen, Trainieren, Abfragen und Vorhersagen nutzen seine Worker</translation>
    </message>
    <message>
      <source>Allow unencrypted connections</source>
      <translation>Unverschlüsselte Verbindungen erlauben</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>Rechnen auf</translation>
    </message>
    <message>
      <source>Computers</source>
      <translation>Computer</translation>
    </message>
    <message>
      <source>List the cluster's workers: what each computes on, and whether it can read the rasters of the open campaign</source>
      <translation>Die Worker des Clusters auflisten: worauf jeder rechnet und ob er die Raster der offenen Kampagne lesen kann</translation>
    </message>
    <message>
      <source>Only in a network that you trust: without encryption, anyone on it can run programs on this computer and on the workers</source>
      <translation>Nur in einem vertrauenswürdigen Netz: Ohne Verschlüsselung kann jeder darin Programme auf diesem Computer und auf den Workern ausführen</translation>
    </message>
    <message>
      <source>Scheduler</source>
      <translation>Scheduler</translation>
    </message>
    <message>
      <source>TLS authority</source>
      <translation>TLS-Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>TLS certificate</source>
      <translation>TLS-Zertifikat</translation>
    </message>
    <message>
      <source>TLS key</source>
      <translation>TLS-Schlüssel</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Testen</translation>
    </message>
    <message>
      <source>The certificate of the authority that signed the cluster's certificates (PEM)</source>
      <translation>Das Zertifikat der Zertifizierungsstelle, die die Zertifikate des Clusters signiert hat (PEM)</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <source>This computer's certificate (PEM)</source>
      <translation>Das Zertifikat dieses Computers (PEM)</translation>
    </message>
    <message>
      <source>This computer's private key (PEM)</source>
      <translation>Der private Schlüssel dieses Computers (PEM)</translation>
    </message>
  </context>
  <context>
    <name>CompletenessCard</name>
    <message>
      <source>Draw audit</source>
      <translation>Prüfstichprobe ziehen</translation>
    </message>
    <message>
      <source>Draw these tiles by chance, to be labelled next; they are never trained on</source>
      <translation>So viele Kacheln zufällig ziehen, um sie als Nächstes zu beschriften; mit ihnen wird nie trainiert</translation>
    </message>
    <message>
      <source>End the audit: its tiles become training tiles</source>
      <translation>Die Prüfstichprobe beenden: Ihre Kacheln werden zu Trainingskacheln</translation>
    </message>
    <message>
      <source>Estimate</source>
      <translation>Schätzen</translation>
    </message>
    <message>
      <source>Estimate from the audit how complete and how correct the map is</source>
      <translation>Aus der Prüfstichprobe schätzen, wie vollständig und wie richtig die Karte ist</translation>
    </message>
    <message>
      <source>How Complete Is the Map?</source>
      <translation>Wie vollständig ist die Karte?</translation>
    </message>
    <message>
      <source>Label audit tiles</source>
      <translation>Stichprobe beschriften</translation>
    </message>
    <message>
      <source>Label the tiles that were drawn, without what the network thinks of them</source>
      <translation>Die gezogenen Kacheln beschriften, ohne zu sehen, was das Netz von ihnen hält</translation>
    </message>
    <message>
      <source>More tiles give narrower intervals</source>
      <translation>Mehr Kacheln ergeben engere Intervalle</translation>
    </message>
    <message>
      <source>Open to training…</source>
      <translation>Für Training freigeben…</translation>
    </message>
    <message>
      <source>Tiles to draw</source>
      <translation>Kacheln zu ziehen</translation>
    </message>
  </context>
  <context>
    <name>DockContents</name>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Open the tutorial: from two orthophotos to change polygons, step by step</source>
      <translation>Die Anleitung öffnen: Schritt für Schritt von zwei Orthofotos zu Änderungspolygonen</translation>
    </message>
  </context>
  <context>
    <name>FailureBox</name>
    <message>
      <source>Dismiss</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>Remove this message; it also disappears when a job succeeds</source>
      <translation>Diese Meldung entfernen; sie verschwindet auch, wenn eine Aufgabe gelingt</translation>
    </message>
  </context>
  <context>
    <name>JobBar</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel the job; the campaign stays as it was before, or at the last finished epoch</source>
      <translation>Die Aufgabe abbrechen; die Kampagne bleibt, wie sie vorher war, oder bei der letzten abgeschlossenen Epoche</translation>
    </message>
  </context>
  <context>
    <name>LabelPage</name>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Accept ({})</source>
      <translation>Annehmen ({})</translation>
    </message>
    <message>
      <source>After: {}</source>
      <translation>Nachher: {}</translation>
    </message>
    <message>
      <source>Before: {}</source>
      <translation>Vorher: {}</translation>
    </message>
    <message>
      <source>Blink</source>
      <translation>Blinken</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>Korrigieren</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>Zeichnen</translation>
    </message>
    <message>
      <source>Draw the area to ignore: click its corners, then right-click to finish.</source>
      <translation>Zeichnen Sie die zu ignorierende Fläche: Ecken anklicken, mit Rechtsklick abschließen.</translation>
    </message>
    <message>
      <source>Draw the change: click its corners, then right-click to finish.</source>
      <translation>Zeichnen Sie die Änderung: Ecken anklicken, mit Rechtsklick abschließen.</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Ignorieren</translation>
    </message>
    <message>
      <source>No campaign is open.</source>
      <translation>Keine Kampagne ist offen.</translation>
    </message>
    <message>
      <source>No change</source>
      <translation>Keine Änderung</translation>
    </message>
    <message>
      <source>Nothing is lost while QGIS stays open.</source>
      <translation>Solange QGIS geöffnet bleibt, geht nichts verloren.</translation>
    </message>
    <message>
      <source>Open or create one</source>
      <translation>Öffnen oder anlegen</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>The labels cannot be saved yet. ALCD keeps trying.</source>
      <translation>Die Beschriftungen können noch nicht gespeichert werden. ALCD versucht es weiter.</translation>
    </message>
    <message>
      <source>The layer “{}” was removed. The next key restores it.</source>
      <translation>Der Layer „{}“ wurde entfernt. Die nächste Taste stellt ihn wieder her.</translation>
    </message>
    <message>
      <source>The polygon is not complete. Right-click to finish it, or press Esc to discard it.</source>
      <translation>Das Polygon ist nicht vollständig. Schließen Sie es mit Rechtsklick ab, oder verwerfen Sie es mit Esc.</translation>
    </message>
    <message>
      <source>The project uses automatic transactions: while you draw, no job can write to the campaign.</source>
      <translation>Das Projekt verwendet automatische Transaktionen: Während Sie zeichnen, kann keine Aufgabe in die Kampagne schreiben.</translation>
    </message>
    <message>
      <source>Turn them off in Project &gt; Properties &gt; Data Sources.</source>
      <translation>Schalten Sie sie unter Projekt &gt; Eigenschaften &gt; Datenquellen aus.</translation>
    </message>
    <message>
      <source>{} of {} left</source>
      <translation>noch {} von {}</translation>
    </message>
  </context>
  <context>
    <name>Labelling</name>
    <message>
      <source>A polygon extends into this tile, so it counts as changed. Press again to continue.</source>
      <translation>Ein Polygon reicht in diese Kachel hinein, sie gilt also als geändert. Drücken Sie noch einmal, um fortzufahren.</translation>
    </message>
    <message>
      <source>Accept proposals</source>
      <translation>Vorschläge annehmen</translation>
    </message>
    <message>
      <source>Label the last tiles again.</source>
      <translation>Beschriften Sie die letzten Kacheln noch einmal.</translation>
    </message>
    <message>
      <source>Label these tiles again.</source>
      <translation>Beschriften Sie diese Kacheln noch einmal.</translation>
    </message>
    <message>
      <source>Labels that could not be saved before the project was closed: %n.</source>
      <translation>Beschriftungen, die vor dem Schließen des Projekts nicht gespeichert werden konnten: %n.</translation>
    </message>
    <message>
      <source>Polygons accepted: %n. Correct them if necessary, then Done.</source>
      <translation>Angenommene Polygone: %n. Korrigieren Sie sie wenn nötig, dann Fertig.</translation>
    </message>
    <message>
      <source>Polygons drawn here: %n. Press again to remove them, or Done to keep them.</source>
      <translation>Hier gezeichnete Polygone: %n. Noch einmal drücken, um sie zu entfernen, oder Fertig, um sie zu behalten.</translation>
    </message>
    <message>
      <source>Remove a tile's polygons</source>
      <translation>Polygone einer Kachel entfernen</translation>
    </message>
    <message>
      <source>Somebody else labelled tile {} in the meantime; their label was kept.</source>
      <translation>Jemand anderes hat Kachel {} inzwischen beschriftet; diese Beschriftung wurde behalten.</translation>
    </message>
    <message>
      <source>The annotations cannot be edited right now because another program is writing to them.</source>
      <translation>Die Annotationen können gerade nicht bearbeitet werden, weil ein anderes Programm in sie schreibt.</translation>
    </message>
    <message>
      <source>The annotations layer is filtered, so hidden polygons would be missing. Clear the filter.</source>
      <translation>Der Annotationslayer ist gefiltert, verborgene Polygone würden fehlen. Löschen Sie den Filter.</translation>
    </message>
    <message>
      <source>The annotations layer is read-only. Allow editing in the project's properties.</source>
      <translation>Der Annotationslayer ist schreibgeschützt. Erlauben Sie das Bearbeiten in den Projekteigenschaften.</translation>
    </message>
    <message>
      <source>The campaign's layers were restored. Check the tile again.</source>
      <translation>Die Layer der Kampagne wurden wiederhergestellt. Prüfen Sie die Kachel noch einmal.</translation>
    </message>
    <message>
      <source>The last labels could not be saved because another program is using the campaign's file.</source>
      <translation>Die letzten Beschriftungen konnten nicht gespeichert werden, weil ein anderes Programm die Datei der Kampagne verwendet.</translation>
    </message>
    <message>
      <source>There are no more proposals to accept in this tile.</source>
      <translation>In dieser Kachel gibt es keine weiteren Vorschläge anzunehmen.</translation>
    </message>
  </context>
  <context>
    <name>LearnPage</name>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>Does Another Round Pay?</source>
      <translation>Lohnt sich eine weitere Runde?</translation>
    </message>
    <message>
      <source>How many tiles the network selects for you to label next</source>
      <translation>Wie viele Kacheln das Netz als nächste zum Beschriften auswählt</translation>
    </message>
    <message>
      <source>Tiles to query</source>
      <translation>Auszuwählende Kacheln</translation>
    </message>
    <message>
      <source>Train and query the next tiles</source>
      <translation>Trainieren und nächste Kacheln auswählen</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>A Python that already has PyTorch, GDAL and everything else listed in requirements/worker.txt; nothing is installed in this case</source>
      <translation>Ein Python, das schon PyTorch, GDAL und alles andere aus requirements/worker.txt hat; in diesem Fall wird nichts installiert</translation>
    </message>
    <message>
      <source>A safetensors file with the encoder's weights</source>
      <translation>Eine safetensors-Datei mit den Gewichten des Encoders</translation>
    </message>
    <message>
      <source>ALCD</source>
      <translation>ALCD</translation>
    </message>
    <message>
      <source>Address of an index from which only PyTorch is installed, or file:/// and a folder. For an NVIDIA card on Windows: https://download.pytorch.org/whl/cu132. All other packages come from PyPI</source>
      <translation>Adresse eines Index, von dem nur PyTorch installiert wird, oder file:/// und ein Ordner. Für eine NVIDIA-Karte unter Windows: https://download.pytorch.org/whl/cu132. Alle anderen Pakete kommen von PyPI</translation>
    </message>
    <message>
      <source>Apple GPU</source>
      <translation>Apple-GPU</translation>
    </message>
    <message>
      <source>Automatic (a usable graphics card, otherwise the CPU)</source>
      <translation>Automatisch (eine verwendbare Grafikkarte, sonst die CPU)</translation>
    </message>
    <message>
      <source>Base Python</source>
      <translation>Basis-Python</translation>
    </message>
    <message>
      <source>Built-in (a small network, no download)</source>
      <translation>Eingebaut (ein kleines Netz, ohne Herunterladen)</translation>
    </message>
    <message>
      <source>CPU</source>
      <translation>CPU</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Check ALCD's Python environment</source>
      <translation>Die Python-Umgebung von ALCD prüfen</translation>
    </message>
    <message>
      <source>Create ALCD's Python environment, or recreate it to repair it</source>
      <translation>Die Python-Umgebung von ALCD erstellen, oder zur Reparatur neu erstellen</translation>
    </message>
    <message>
      <source>Created for other settings, or for another QGIS or ALCD. Set it up again.</source>
      <translation>Für andere Einstellungen oder für ein anderes QGIS oder ALCD erstellt. Richten Sie sie neu ein.</translation>
    </message>
    <message>
      <source>Damaged. Set it up again.</source>
      <translation>Beschädigt. Richten Sie sie neu ein.</translation>
    </message>
    <message>
      <source>Defaults</source>
      <translation>Vorgaben</translation>
    </message>
    <message>
      <source>Delete ALCD's Python environment</source>
      <translation>Die Python-Umgebung von ALCD löschen</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Encodergewichte</translation>
    </message>
    <message>
      <source>Environment Source</source>
      <translation>Herkunft der Umgebung</translation>
    </message>
    <message>
      <source>Existing Python</source>
      <translation>Vorhandenes Python</translation>
    </message>
    <message>
      <source>For machines without internet access: packages are installed from this folder only</source>
      <translation>Für Rechner ohne Internetzugang: Pakete werden nur aus diesem Ordner installiert</translation>
    </message>
    <message>
      <source>From a file</source>
      <translation>Aus einer Datei</translation>
    </message>
    <message>
      <source>ImageNet (downloaded once, with your consent)</source>
      <translation>ImageNet (einmal heruntergeladen, mit Ihrer Zustimmung)</translation>
    </message>
    <message>
      <source>Jobs run in the existing Python {}.</source>
      <translation>Aufgaben laufen im vorhandenen Python {}.</translation>
    </message>
    <message>
      <source>None (random initial weights)</source>
      <translation>Keine (zufällige Anfangsgewichte)</translation>
    </message>
    <message>
      <source>Not set up yet.</source>
      <translation>Noch nicht eingerichtet.</translation>
    </message>
    <message>
      <source>PyTorch build</source>
      <translation>PyTorch-Build</translation>
    </message>
    <message>
      <source>PyTorch index</source>
      <translation>PyTorch-Index</translation>
    </message>
    <message>
      <source>Python 3.11 or newer with GDAL and numpy, from which the environment is created; by default QGIS's own</source>
      <translation>Python ab 3.11 mit GDAL und numpy, aus dem die Umgebung erstellt wird; sonst das von QGIS</translation>
    </message>
    <message>
      <source>Python Environment</source>
      <translation>Python-Umgebung</translation>
    </message>
    <message>
      <source>Python was not found at {}.</source>
      <translation>Python wurde unter {} nicht gefunden.</translation>
    </message>
    <message>
      <source>Ready.</source>
      <translation>Bereit.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove ALCD's Python environment</source>
      <translation>Die Python-Umgebung von ALCD entfernen</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Einrichten</translation>
    </message>
    <message>
      <source>Set up ALCD's Python environment</source>
      <translation>Die Python-Umgebung von ALCD einrichten</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <source>Show the installation log</source>
      <translation>Das Installationsprotokoll anzeigen</translation>
    </message>
    <message>
      <source>Stop the running operation</source>
      <translation>Den laufenden Vorgang anhalten</translation>
    </message>
    <message>
      <source>Test the Dask cluster</source>
      <translation>Dask-Cluster testen</translation>
    </message>
    <message>
      <source>Test the worker's Python and each device</source>
      <translation>Das Python des Rechenprozesses und jedes Gerät prüfen</translation>
    </message>
    <message>
      <source>The cluster has no workers.</source>
      <translation>Der Cluster hat keine Worker.</translation>
    </message>
    <message>
      <source>There is no log yet.</source>
      <translation>Es gibt noch kein Protokoll.</translation>
    </message>
    <message>
      <source>Weights file</source>
      <translation>Gewichtsdatei</translation>
    </message>
    <message>
      <source>Wheels folder</source>
      <translation>Ordner mit Wheels</translation>
    </message>
    <message>
      <source>Which build of PyTorch is installed. The sizes are those of the download and of the environment on disk, with all other packages</source>
      <translation>Welcher Build von PyTorch installiert wird. Die Größen sind die des Downloads und der Umgebung auf der Platte, mit allen anderen Paketen</translation>
    </message>
    <message>
      <source>{}: not usable ({})</source>
      <translation>{}: nicht verwendbar ({})</translation>
    </message>
    <message>
      <source>{}: usable</source>
      <translation>{}: brauchbar</translation>
    </message>
  </context>
  <context>
    <name>Provider</name>
    <message>
      <source>ALCD: change detection by active learning</source>
      <translation>ALCD: Änderungen finden durch aktives Lernen</translation>
    </message>
  </context>
  <context>
    <name>ResultsPage</name>
    <message>
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <source>Building id</source>
      <translation>Gebäudekennung</translation>
    </message>
    <message>
      <source>Building map before</source>
      <translation>Gebäudekarte vorher</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>KBS</translation>
    </message>
    <message>
      <source>Create change polygons</source>
      <translation>Änderungspolygone erstellen</translation>
    </message>
    <message>
      <source>Differences between buildings and orthophotos up to this width do not count</source>
      <translation>Abweichungen zwischen Gebäuden und Orthofotos bis zu dieser Breite zählen nicht</translation>
    </message>
    <message>
      <source>Draw the outlines with right angles where buildings have them</source>
      <translation>Die Umrisse mit rechten Winkeln zeichnen, wo Gebäude welche haben</translation>
    </message>
    <message>
      <source>Export and Report</source>
      <translation>Export und Bericht</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Field with the ids of the buildings; if empty, the features' own ids</source>
      <translation>Feld mit den Kennungen der Gebäude; leer: die eigenen Kennungen der Objekte</translation>
    </message>
    <message>
      <source>How a GeoPackage shows what was built, torn down and altered</source>
      <translation>Wie ein GeoPackage zeigt, was gebaut, abgerissen und verändert wurde</translation>
    </message>
    <message>
      <source>Kinds</source>
      <translation>Arten</translation>
    </message>
    <message>
      <source>Learning Curve</source>
      <translation>Lernkurve</translation>
    </message>
    <message>
      <source>Map and Change Polygons</source>
      <translation>Karte und Änderungspolygone</translation>
    </message>
    <message>
      <source>Map the probability of change and the uncertainty of every pixel, as two layers</source>
      <translation>Änderungswahrscheinlichkeit und Unsicherheit jedes Pixels als zwei Layer kartieren</translation>
    </message>
    <message>
      <source>Map the whole region</source>
      <translation>Ganze Gegend kartieren</translation>
    </message>
    <message>
      <source>Minimum area</source>
      <translation>Mindestfläche</translation>
    </message>
    <message>
      <source>Outline everything with at least this probability and this area, for review</source>
      <translation>Alles mit mindestens dieser Wahrscheinlichkeit und Fläche zur Prüfung umreißen</translation>
    </message>
    <message>
      <source>Pixels with at least this probability count as change</source>
      <translation>Pixel mit mindestens dieser Wahrscheinlichkeit gelten als Änderung</translation>
    </message>
    <message>
      <source>Polygon layer of the buildings at the first date: each change is then built, torn down or altered, and each building present, gone or altered</source>
      <translation>Polygonlayer der Gebäude zum ersten Zeitpunkt: jede Änderung ist dann gebaut, abgerissen oder verändert, und jedes Gebäude vorhanden, verschwunden oder verändert</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Report…</source>
      <translation>Bericht…</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Rechte Winkel</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Kleinere Polygone werden weggelassen</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Toleranz</translation>
    </message>
    <message>
      <source>Write an HTML page with figures, maps and polygons</source>
      <translation>Eine HTML-Seite mit Zahlen, Karten und Polygonen schreiben</translation>
    </message>
    <message>
      <source>Write the polygons to a GeoPackage or GeoJSON file, or to a change table (CSV)</source>
      <translation>Die Polygone in eine GeoPackage- oder GeoJSON-Datei oder in eine Änderungstabelle (CSV) schreiben</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Another job is running.</source>
      <translation>Eine andere Aufgabe läuft.</translation>
    </message>
    <message>
      <source>The last labels are not saved yet because another program is writing to the campaign.</source>
      <translation>Die letzten Beschriftungen sind noch nicht gespeichert, weil ein anderes Programm in die Kampagne schreibt.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>Wait until it finishes, or cancel it.</source>
      <translation>Warten Sie, bis es beendet ist, oder brechen Sie es ab.</translation>
    </message>
  </context>
</TS>
