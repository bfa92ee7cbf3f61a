<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>ALCD</name>
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
      <translation>In der Python-Umgebung von ALCD läuft ein Auftrag.</translation>
    </message>
    <message>
      <source>A rectangle as area of interest.</source>
      <translation>Ein Rechteck als Interessengebiet.</translation>
    </message>
    <message>
      <source>ALCD review: correct it with the vertex tool; once more keeps the new shape</source>
      <translation>ALCD-Durchsicht: mit dem Stützpunktwerkzeug korrigieren; noch einmal behält die neue Form</translation>
    </message>
    <message>
      <source>ALCD review: it is a change</source>
      <translation>ALCD-Durchsicht: es ist eine Änderung</translation>
    </message>
    <message>
      <source>ALCD review: it is no change</source>
      <translation>ALCD-Durchsicht: es ist keine Änderung</translation>
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
      <source>ALCD's Python environment was made for another version of QGIS or ALCD.</source>
      <translation>Die Python-Umgebung von ALCD gehört zu einer anderen Version von QGIS oder ALCD.</translation>
    </message>
    <message>
      <source>ALCD: accept the predicted polygons</source>
      <translation>ALCD: vorhergesagte Polygone annehmen</translation>
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
      <source>ALCD: tile is done as drawn</source>
      <translation>ALCD: Kachel ist fertig wie gezeichnet</translation>
    </message>
    <message>
      <source>ALCD: to Campaign</source>
      <translation>ALCD: zu Kampagne</translation>
    </message>
    <message>
      <source>ALCD: to Label</source>
      <translation>ALCD: zu Beschriften</translation>
    </message>
    <message>
      <source>ALCD: to Learn</source>
      <translation>ALCD: zu Lernen</translation>
    </message>
    <message>
      <source>ALCD: to Results</source>
      <translation>ALCD: zu Ergebnisse</translation>
    </message>
    <message>
      <source>AUC</source>
      <translation>AUC</translation>
    </message>
    <message>
      <source>About 10 GB are needed at {}; {} GB are free. Make room, or choose another folder.</source>
      <translation>Unter {} werden etwa 10 GB gebraucht; {} GB sind frei. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Acquisition</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>Add one to the project first.</source>
      <translation>Fügen Sie zuerst einen zum Projekt hinzu.</translation>
    </message>
    <message>
      <source>Afresh</source>
      <translation>Von vorn</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>All tiles are done. On to Learn, or look at them again with the arrows.</source>
      <translation>Alle Kacheln sind fertig. Weiter mit Lernen, oder mit den Pfeilen noch einmal ansehen.</translation>
    </message>
    <message>
      <source>Allow the ImageNet weights to be downloaded where they are not on this machine yet</source>
      <translation>Die ImageNet-Gewichte dürfen heruntergeladen werden, wenn sie noch nicht auf diesem Rechner sind</translation>
    </message>
    <message>
      <source>Another QGIS is changing the worker's environment.</source>
      <translation>Ein anderes QGIS ändert gerade die Python-Umgebung.</translation>
    </message>
    <message>
      <source>Aoi</source>
      <translation>Interessengebiet</translation>
    </message>
    <message>
      <source>Assess against a reference</source>
      <translation>Mit einer Referenz prüfen</translation>
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
      <source>Bands</source>
      <translation>Kanäle</translation>
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
      <source>Bands of both dates, counted from 1: 1,2,3; by default all</source>
      <translation>Bänder beider Zeitpunkte, ab 1 gezählt: 1,2,3; ohne Angabe alle</translation>
    </message>
    <message>
      <source>Bands of the first date alone</source>
      <translation>Bänder nur des ersten Zeitpunkts</translation>
    </message>
    <message>
      <source>Bands of the second date alone</source>
      <translation>Bänder nur des zweiten Zeitpunkts</translation>
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
      <source>Both dates are the same layer.</source>
      <translation>Beide Zeitpunkte sind derselbe Layer.</translation>
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
      <source>Changed tiles at the start, and as many unchanged ones; by default 5 with quick, 25 with paper</source>
      <translation>Veränderte Kacheln am Anfang, und ebenso viele unveränderte; ohne Angabe 5 mit quick, 25 mit paper</translation>
    </message>
    <message>
      <source>Changed tiles known before the start, as from building permits; labelled with the first round's</source>
      <translation>Vor dem Beginn bekannte geänderte Kacheln, etwa aus Baugesuchen; mit denen der ersten Runde beschriftet</translation>
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
      <source>Choose a layer of polygons.</source>
      <translation>Wählen Sie einen Polygonlayer.</translation>
    </message>
    <message>
      <source>Choose an orthophoto</source>
      <translation>Orthofoto wählen</translation>
    </message>
    <message>
      <source>Choose an orthophoto for each date.</source>
      <translation>Wählen Sie für jeden Zeitpunkt ein Orthofoto.</translation>
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
      <source>Choose it as an existing Python, or name the Python that it was made from.</source>
      <translation>Wählen Sie es als vorhandenes Python, oder nennen Sie das Python, aus dem sie gemacht wurde.</translation>
    </message>
    <message>
      <source>Choose the folder in which the campaign is made.</source>
      <translation>Wählen Sie den Ordner, in dem die Kampagne angelegt wird.</translation>
    </message>
    <message>
      <source>Choose two different ones.</source>
      <translation>Wählen Sie zwei verschiedene.</translation>
    </message>
    <message>
      <source>Clearing up</source>
      <translation>Es wird aufgeräumt</translation>
    </message>
    <message>
      <source>Close other programs, or use a smaller batch size, fewer members or a smaller encoder.</source>
      <translation>Schließen Sie andere Programme, oder nehmen Sie kleinere Stapel, weniger Mitglieder oder einen kleineren Encoder.</translation>
    </message>
    <message>
      <source>Comparing the two dates …</source>
      <translation>Die beiden Zeitpunkte werden verglichen …</translation>
    </message>
    <message>
      <source>Comparisons</source>
      <translation>Vergleiche</translation>
    </message>
    <message>
      <source>Coordinate reference system of the grid (EPSG:N); by default the coarser raster's if it is projected, else the other's, else the UTM zone</source>
      <translation>Koordinatensystem des Gitters (EPSG:N); ohne Angabe das des gröberen Rasters, wenn es projiziert ist, sonst das des anderen, sonst die UTM-Zone</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Create campaign</source>
      <translation>Kampagne anlegen</translation>
    </message>
    <message>
      <source>Crs</source>
      <translation>KBS</translation>
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
      <source>Download</source>
      <translation>Herunterladen</translation>
    </message>
    <message>
      <source>Download the pretrained weights (about 85 MB, once)</source>
      <translation>Vortrainierte Gewichte herunterladen (etwa 85 MB, einmalig)</translation>
    </message>
    <message>
      <source>Draw it on the map.</source>
      <translation>Zeichnen Sie sie in der Karte.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encoder</translation>
    </message>
    <message>
      <source>Encoder by its name in segmentation_models_pytorch</source>
      <translation>Encoder mit seinem Namen in segmentation_models_pytorch</translation>
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
      <source>End running jobs, then try again.</source>
      <translation>Beenden Sie laufende Aufgaben und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Eingabe</translation>
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
      <source>Everything works</source>
      <translation>Alles funktioniert</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <source>Exchange dates</source>
      <translation>Zeitpunkte vertauschen</translation>
    </message>
    <message>
      <source>Export change polygons</source>
      <translation>Änderungspolygone exportieren</translation>
    </message>
    <message>
      <source>Export polygons of change from the latest model's map of probabilities, computed where there is none yet.</source>
      <translation>Änderungspolygone aus der Wahrscheinlichkeitskarte des neuesten Modells ausgeben; wo noch keine ist, wird sie berechnet.</translation>
    </message>
    <message>
      <source>Extent, instead of an area of interest</source>
      <translation>Ausdehnung statt eines Interessengebiets</translation>
    </message>
    <message>
      <source>Folder for the table and the figures</source>
      <translation>Ordner für Tabelle und Abbildungen</translation>
    </message>
    <message>
      <source>Folder of all that the demo writes; must be new</source>
      <translation>Ordner für alles, was die Demo schreibt; muss neu sein</translation>
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
      <source>Folder of the same kind to test on, with none of the pool's pixels</source>
      <translation>Ebensolcher Ordner zum Testen, ohne Pixel des Vorrats</translation>
    </message>
    <message>
      <source>Folder with before.tif, after.tif and changes.gpkg to learn from, or a packed pool</source>
      <translation>Ordner mit before.tif, after.tif und changes.gpkg zum Lernen, oder ein gepackter Vorrat</translation>
    </message>
    <message>
      <source>From two orthophotos to change polygons in some minutes: creates a campaign, labels, trains and queries round by round with a reference as the analyst, maps, exports, assesses, and writes a report and a QGIS project. Makes its own imagery, unless before, after and reference are given.</source>
      <translation>In einigen Minuten von zwei Orthofotos zu Änderungspolygonen: legt eine Kampagne an, beschriftet, lernt und erfragt Runde für Runde mit einer Referenz anstelle des Menschen, kartiert, gibt aus, prüft und schreibt einen Bericht und ein QGIS-Projekt. Macht eigene Bilder, wenn Vorher, Nachher und Referenz nicht angegeben sind.</translation>
    </message>
    <message>
      <source>Fusion</source>
      <translation>Verbindung</translation>
    </message>
    <message>
      <source>Getting {}</source>
      <translation>{} wird geholt</translation>
    </message>
    <message>
      <source>Getting {} ({} of {} MB)</source>
      <translation>{} wird geholt ({} von {} MB)</translation>
    </message>
    <message>
      <source>Give a number.</source>
      <translation>Geben Sie eine Zahl an.</translation>
    </message>
    <message>
      <source>Give either an area of interest or an extent, not both.</source>
      <translation>Geben Sie entweder ein Interessengebiet oder eine Ausdehnung an, nicht beides.</translation>
    </message>
    <message>
      <source>Go on from a trained model: a campaign's folder, or one of its models/round-NNN</source>
      <translation>Von einem gelernten Modell aus weitermachen: Ordner einer Kampagne oder eines ihrer models/round-NNN</translation>
    </message>
    <message>
      <source>Go on from the last round's weights in place of the encoder's, for half the epochs</source>
      <translation>Mit den Gewichten der letzten Runde weitermachen statt mit denen des Encoders, in halb so vielen Durchgängen</translation>
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
      <source>Ground sampling distance; by default 1 m on the imagery made here, else the coarser raster's</source>
      <translation>Bodenauflösung; ohne Angabe 1 m bei den hier gemachten Bildern, sonst die des gröberen Rasters</translation>
    </message>
    <message>
      <source>Ground sampling distance; by default that of the coarser raster</source>
      <translation>Bodenauflösung; ohne Angabe die des gröberen Rasters</translation>
    </message>
    <message>
      <source>Gsd</source>
      <translation>Bodenauflösung</translation>
    </message>
    <message>
      <source>How both dates' features are joined: their difference, which few labels teach better, or side by side (concatenation); by default that of the training's preset</source>
      <translation>Wie die Merkmale beider Zeitpunkte verbunden werden: ihr Unterschied, den wenige Beschriftungen besser lehren, oder nebeneinander (concatenation); ohne Angabe wie in der Vorgabe des Trainings</translation>
    </message>
    <message>
      <source>How informative a tile is; change-probability: the tiles that are likeliest changed, to find what is left</source>
      <translation>Wie aufschlussreich eine Kachel ist; Änderungswahrscheinlichkeit: die am ehesten veränderten Kacheln, um den Rest zu finden</translation>
    </message>
    <message>
      <source>How tiles are asked for, each with each method; predicted-change: random among tiles predicted to be changed</source>
      <translation>Wie nach Kacheln gefragt wird, jede Art mit jedem Verfahren; predicted-change: zufällig unter den als verändert vorhergesagten</translation>
    </message>
    <message>
      <source>If the network overlooked a change there, label that tile by hand instead.</source>
      <translation>Wenn das Netz dort eine Änderung übersehen hat, beschriften Sie die Kachel besser von Hand.</translation>
    </message>
    <message>
      <source>Initial</source>
      <translation>Anfang</translation>
    </message>
    <message>
      <source>It is measured on the test tiles.</source>
      <translation>Es wird an den Testkacheln gemessen.</translation>
    </message>
    <message>
      <source>It looks through all other tiles for those to label next.</source>
      <translation>Es sucht unter allen anderen Kacheln die, die als Nächstes zu beschriften sind.</translation>
    </message>
    <message>
      <source>JSON of other ways measured on the same budget: {text, measures: [{name, note, average_precision, own}]}</source>
      <translation>JSON anderer Verfahren, gemessen mit gleich vielen Beschriftungen: {text, measures: [{name, note, average_precision, own}]}</translation>
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
      <source>Label test tiles (page Campaign) to see how good the network is.</source>
      <translation>Beschriften Sie Testkacheln (Seite Kampagne), um zu sehen, wie gut das Netz ist.</translation>
    </message>
    <message>
      <source>Label the tiles</source>
      <translation>Kacheln beschriften</translation>
    </message>
    <message>
      <source>Label tiles</source>
      <translation>Kacheln beschriften</translation>
    </message>
    <message>
      <source>Label tiles from existing polygons of change: what no polygon covers counts as unchanged. A field called class with the value ignore marks areas to leave out.</source>
      <translation>Kacheln aus vorhandenen Änderungspolygonen beschriften: was kein Polygon bedeckt, gilt als unverändert. Ein Feld class mit dem Wert ignore bezeichnet Flächen, die nicht zählen.</translation>
    </message>
    <message>
      <source>Label tiles from polygons</source>
      <translation>Kacheln aus Polygonen beschriften</translation>
    </message>
    <message>
      <source>Labelled tiles</source>
      <translation>Beschriftete Kacheln</translation>
    </message>
    <message>
      <source>Labelled to test with</source>
      <translation>Beschriftet zum Testen</translation>
    </message>
    <message>
      <source>Labelled to train on</source>
      <translation>Beschriftet zum Lernen</translation>
    </message>
    <message>
      <source>Labelling {} tiles</source>
      <translation>{} Kacheln werden beschriftet</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>Learn from the verdicts</source>
      <translation>Aus den Urteilen lernen</translation>
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
      <source>Make a campaign from two orthophotos of one region: the common grid, its tiles, and what is remembered of them. Nothing is resampled to disk; the rasters may differ in CRS, resolution, extent, number type and bands.</source>
      <translation>Eine Kampagne aus zwei Orthofotos einer Gegend anlegen: das gemeinsame Gitter, seine Kacheln und was über sie bekannt wird. Nichts wird umgerechnet gespeichert; die Raster dürfen sich in KBS, Auflösung, Ausdehnung, Zahlentyp und Bändern unterscheiden.</translation>
    </message>
    <message>
      <source>Making the environment</source>
      <translation>Die Umgebung wird angelegt</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Map the probability of change over the whole grid as a cloud-optimised GeoTIFF; overlapping tiles are blended.</source>
      <translation>Die Wahrscheinlichkeit einer Änderung über das ganze Gitter als Cloud-optimiertes GeoTIFF kartieren; Überlappungen werden weich gemischt.</translation>
    </message>
    <message>
      <source>Mark tiles to label first, when nothing is labelled yet: diverse ones among those whose two dates differ most in the encoder's features, and random ones beside them.</source>
      <translation>Kacheln bezeichnen, die zuerst beschriftet werden, wenn es noch keine gibt: verschiedenartige unter denen, deren Zeitpunkte sich für den Encoder am stärksten unterscheiden, und zufällige dazu.</translation>
    </message>
    <message>
      <source>Measure AUC, average precision, F1, IoU and calibration error against a reference layer: on the test tiles, or on the whole grid where there are none.</source>
      <translation>AUC, mittlere Präzision, F1, IoU und Kalibrierungsfehler gegen eine Referenz messen: auf den Testkacheln, oder auf dem ganzen Gitter, wo es keine gibt.</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Mitglieder</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Methode</translation>
    </message>
    <message>
      <source>Min area</source>
      <translation>Kleinste Fläche</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Most uncertain tiles</source>
      <translation>Unsicherste Kacheln</translation>
    </message>
    <message>
      <source>Name a Python 3.11 or newer that has GDAL (osgeo) and numpy in ALCD's settings.</source>
      <translation>Nennen Sie in den Einstellungen von ALCD ein Python ab 3.11, das GDAL (osgeo) und numpy hat.</translation>
    </message>
    <message>
      <source>No campaign is open</source>
      <translation>Keine Kampagne ist offen</translation>
    </message>
    <message>
      <source>No changed tile is among them: the network cannot learn what a change is.</source>
      <translation>Keine geänderte Kachel ist darunter: das Netz kann nicht lernen, was eine Änderung ist.</translation>
    </message>
    <message>
      <source>No tile is left to test with.</source>
      <translation>Keine Kachel ist zum Testen übrig.</translation>
    </message>
    <message>
      <source>No tile that is not labelled yet has only polygons with a verdict.</source>
      <translation>Keine noch nicht beschriftete Kachel hat nur beurteilte Polygone.</translation>
    </message>
    <message>
      <source>Nothing is labelled to learn from yet. Label some of the suggested tiles first.</source>
      <translation>Noch ist nichts zum Lernen beschriftet. Beschriften Sie zuerst einige der vorgeschlagenen Kacheln.</translation>
    </message>
    <message>
      <source>Nothing is labelled yet. ALCD looks for tiles on which the two dates differ, as a start.</source>
      <translation>Noch ist nichts beschriftet. ALCD sucht für den Anfang Kacheln, auf denen sich die Zeitpunkte unterscheiden.</translation>
    </message>
    <message>
      <source>Number of members</source>
      <translation>Anzahl der Mitglieder</translation>
    </message>
    <message>
      <source>Number of tiles to mark</source>
      <translation>Anzahl der Kacheln</translation>
    </message>
    <message>
      <source>Open a campaign (folder NAME.alcd)</source>
      <translation>Kampagne öffnen (Ordner NAME.alcd)</translation>
    </message>
    <message>
      <source>Open or create a campaign first</source>
      <translation>Zuerst eine Kampagne öffnen oder anlegen</translation>
    </message>
    <message>
      <source>Open the settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <source>Orientations</source>
      <translation>Lagen</translation>
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
      <source>Output</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Überlappung</translation>
    </message>
    <message>
      <source>Own orthophoto of the first date</source>
      <translation>Eigenes Orthofoto des ersten Zeitpunkts</translation>
    </message>
    <message>
      <source>Own orthophoto of the second date</source>
      <translation>Eigenes Orthofoto des zweiten Zeitpunkts</translation>
    </message>
    <message>
      <source>Packages cannot be fetched through a SOCKS proxy: use an HTTP proxy, or a folder of wheels.</source>
      <translation>Über einen SOCKS-Proxy lassen sich keine Pakete laden: Nehmen Sie einen HTTP-Proxy oder einen Ordner mit Wheels.</translation>
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
      <source>Pixels of the coarser raster that make one, along each side; tiles shrink with it; by default 4 with quick, 1 with paper</source>
      <translation>Wie viele Pixel des gröberen Rasters je Seite eines ergeben; die Kacheln schrumpfen mit; ohne Angabe 4 mit quick, 1 mit paper</translation>
    </message>
    <message>
      <source>Pixels with at least this probability are change</source>
      <translation>Pixel mit mindestens dieser Wahrscheinlichkeit sind Änderung</translation>
    </message>
    <message>
      <source>Point a campaign at orthophotos that were moved or renamed. Tiles, labels and models stay as they are.</source>
      <translation>Einer Kampagne verschobene oder umbenannte Orthofotos zeigen. Kacheln, Beschriftungen und Modelle bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>Point campaign at moved rasters</source>
      <translation>Verschobene Raster angeben</translation>
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
      <source>Polygons of everything that changed: shows what was found, missed and wrongly marked</source>
      <translation>Polygone von allem, was sich geändert hat: zeigt, was gefunden, verpasst und falsch bezeichnet wurde</translation>
    </message>
    <message>
      <source>Polygons of the area of interest; by default all that both dates show</source>
      <translation>Polygone des Interessengebiets; ohne Angabe alles, was beide Zeitpunkte zeigen</translation>
    </message>
    <message>
      <source>Pool</source>
      <translation>Vorrat</translation>
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
      <source>Preset</source>
      <translation>Voreinstellung</translation>
    </message>
    <message>
      <source>Preset of the training; by default fast for quick, paper for paper</source>
      <translation>Voreinstellung des Trainings; sonst fast für quick, paper für paper</translation>
    </message>
    <message>
      <source>Preview a campaign</source>
      <translation>Vorschau einer Kampagne</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Änderungswahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Probability of change and uncertainty are on the map now.</source>
      <translation>Wahrscheinlichkeit und Unsicherheit sind jetzt auf der Karte.</translation>
    </message>
    <message>
      <source>Put the missing wheels for this Python into {}, then try again.</source>
      <translation>Legen Sie die fehlenden Wheels für dieses Python in {} und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Putting packages in place ({} of {})</source>
      <translation>Pakete werden eingerichtet ({} von {})</translation>
    </message>
    <message>
      <source>PyTorch finds no usable card</source>
      <translation>PyTorch findet keine brauchbare Karte</translation>
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
      <source>Query next tiles</source>
      <translation>Nächste Kacheln erfragen</translation>
    </message>
    <message>
      <source>Raster of the members' variance, 0 to 0.25</source>
      <translation>Raster der Varianz der Mitglieder, 0 bis 0,25</translation>
    </message>
    <message>
      <source>Raster of the probability of change</source>
      <translation>Raster der Änderungswahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Raster of the probability of change, 0 to 1</source>
      <translation>Raster der Wahrscheinlichkeit einer Änderung, 0 bis 1</translation>
    </message>
    <message>
      <source>Raster of the uncertainty that predict wrote</source>
      <translation>Raster der Unsicherheit, das predict schrieb</translation>
    </message>
    <message>
      <source>Raster of true and false positives and negatives in four colours, over the whole grid</source>
      <translation>Raster der richtig und falsch Positiven und Negativen in vier Farben, über das ganze Gitter</translation>
    </message>
    <message>
      <source>Reduction</source>
      <translation>Verkleinerung</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Referenz</translation>
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
      <source>Replace a file</source>
      <translation>Eine Datei ersetzen</translation>
    </message>
    <message>
      <source>Reshape</source>
      <translation>Umformen</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Round {}, {} tiles: average precision {}</source>
      <translation>Runde {}, {} Kacheln: mittlere Präzision {}</translation>
    </message>
    <message>
      <source>Round {}: learnt from {} tiles.</source>
      <translation>Runde {}: aus {} Kacheln gelernt.</translation>
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
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>Runs, each with another seed</source>
      <translation>Läufe, jeder mit einem anderen Startwert</translation>
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
      <source>Score every unlabelled tile by the model's uncertainty and mark the most informative ones to label next, with the polygons that the model would draw on them as proposals.</source>
      <translation>Jede nicht beschriftete Kachel nach der Unsicherheit des Modells bewerten und die aufschlussreichsten als nächste bezeichnen, mit den Polygonen, die das Modell dort zeichnen würde, als Vorschlägen.</translation>
    </message>
    <message>
      <source>See half of the tiles with their dates exchanged: examples of what was built then also teach what was torn down; takes several times the epochs</source>
      <translation>Die Hälfte der Kacheln mit vertauschten Zeitpunkten sehen: Beispiele für Gebautes lehren dann auch, was abgerissen wurde; braucht ein Mehrfaches der Durchgänge</translation>
    </message>
    <message>
      <source>See the log.</source>
      <translation>Siehe das Protokoll.</translation>
    </message>
    <message>
      <source>See the log; trying again goes on from what was downloaded.</source>
      <translation>Siehe das Protokoll; ein neuer Versuch nutzt, was schon geladen ist.</translation>
    </message>
    <message>
      <source>See the results</source>
      <translation>Ergebnisse ansehen</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startzahl</translation>
    </message>
    <message>
      <source>Set it up in Settings &gt; Options &gt; ALCD (about 5 GB, once).</source>
      <translation>Richten Sie sie unter Einstellungen &gt; Optionen &gt; ALCD ein (etwa 5 GB, einmal).</translation>
    </message>
    <message>
      <source>Show or hide the panel: label, learn, review changes</source>
      <translation>Den Arbeitstisch zeigen oder verbergen: beschriften, lernen, prüfen</translation>
    </message>
    <message>
      <source>Show the log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <source>Side of a tile, a multiple of 32</source>
      <translation>Seite einer Kachel, ein Vielfaches von 32</translation>
    </message>
    <message>
      <source>Side of the region that is made</source>
      <translation>Seite der Gegend, die gemacht wird</translation>
    </message>
    <message>
      <source>Simplify</source>
      <translation>Vereinfachen</translation>
    </message>
    <message>
      <source>Simulate active learning</source>
      <translation>Aktives Lernen simulieren</translation>
    </message>
    <message>
      <source>Simulate active learning, with a reference layer as the analyst: how good is the network after how many labels, by method and acquisition? All learners of a run begin with the same tiles. Results are added to a table run by run, so it can be stopped and started again. Without method and acquisition, the publication's table and a harder baseline.</source>
      <translation>Simuliert aktives Lernen mit einer Referenzebene als Auswerter: Wie gut ist das Netz nach wie vielen Beschriftungen, je Verfahren und Auswahl? Alle Lerner eines Laufs beginnen mit denselben Kacheln. Die Ergebnisse kommen Lauf für Lauf in eine Tabelle; man kann also anhalten und weitermachen. Ohne Angabe von Verfahren und Auswahl: die Tabelle der Veröffentlichung und eine härtere Vergleichslinie.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Kleinere Polygone werden weggelassen</translation>
    </message>
    <message>
      <source>Something else than this window ended the job. Start it again.</source>
      <translation>Der Auftrag wurde nicht von diesem Fenster beendet, sondern von außen. Starten Sie ihn noch einmal.</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Verwendung</translation>
    </message>
    <message>
      <source>Stages of the encoder that are used</source>
      <translation>Verwendete Stufen des Encoders</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Anfangen bei</translation>
    </message>
    <message>
      <source>Start from the encoder's weights; without it the preset fast goes on from the last round's model, where there is one of the same kind, for half the epochs</source>
      <translation>Mit den Gewichten des Encoders anfangen; sonst macht die Vorgabe fast mit dem Modell der letzten Runde weiter, wenn es von gleicher Art ist, in halb so vielen Durchgängen</translation>
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
      <source>Stopped. Learning goes on at the last finished epoch when you start it again.</source>
      <translation>Angehalten. Beim nächsten Start geht das Lernen bei der letzten fertigen Epoche weiter.</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation>Wird angehalten …</translation>
    </message>
    <message>
      <source>Suggest first tiles</source>
      <translation>Erste Kacheln vorschlagen</translation>
    </message>
    <message>
      <source>Take campaign.gpkg from a backup.</source>
      <translation>Nehmen Sie campaign.gpkg aus einer Sicherung.</translation>
    </message>
    <message>
      <source>Tell how a campaign stands: its rasters and grid, tiles by state, and the rounds so far.</source>
      <translation>Sagen, wie eine Kampagne steht: ihre Raster und ihr Gitter, Kacheln nach Zustand, und die bisherigen Runden.</translation>
    </message>
    <message>
      <source>Tell what a campaign would be: its grid and tiles, how much there is to read, how much of it has no data, and whether the two dates look shifted against each other or very different in brightness. Writes nothing.</source>
      <translation>Sagen, wie eine Kampagne aussähe: ihr Gitter und ihre Kacheln, wie viel zu lesen ist, wie viel davon keine Daten hat, und ob die Zeitpunkte gegeneinander verschoben oder sehr verschieden hell aussehen. Schreibt nichts.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>The CRS {} is not known.</source>
      <translation>Das KBS {} ist nicht bekannt.</translation>
    </message>
    <message>
      <source>The Python chosen for ALCD is not there: {}.</source>
      <translation>Das für ALCD gewählte Python ist nicht da: {}.</translation>
    </message>
    <message>
      <source>The campaign needs a name that can be a folder's name.</source>
      <translation>Die Kampagne braucht einen Namen, der ein Ordnername sein kann.</translation>
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
      <source>The extent {} cannot be read.</source>
      <translation>Die Ausdehnung {} ist nicht lesbar.</translation>
    </message>
    <message>
      <source>The folder {} cannot be written ({}).</source>
      <translation>In den Ordner {} kann nicht geschrieben werden ({}).</translation>
    </message>
    <message>
      <source>The job could not be supervised: {}</source>
      <translation>Die Aufgabe ließ sich nicht überwachen: {}</translation>
    </message>
    <message>
      <source>The last lines of its log tell more.</source>
      <translation>Die letzten Zeilen seines Protokolls sagen mehr.</translation>
    </message>
    <message>
      <source>The layer given as {} cannot be read.</source>
      <translation>Der als {} angegebene Layer kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The layer {} has edits that are not saved.</source>
      <translation>Der Layer {} hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
      <source>The layer {} is filtered, or no file.</source>
      <translation>Der Layer {} ist gefiltert oder keine Datei.</translation>
    </message>
    <message>
      <source>The layer {} is no raster file but comes from “{}”.</source>
      <translation>Der Layer {} ist keine Rasterdatei, sondern kommt aus „{}“.</translation>
    </message>
    <message>
      <source>The layer {} is opened with options that the worker would not know.</source>
      <translation>Der Layer {} ist mit Optionen geöffnet, die der Rechenprozess nicht kennt.</translation>
    </message>
    <message>
      <source>The layer {} lies in {} here, but its file says {}.</source>
      <translation>Der Layer {} liegt hier in {}, aber seine Datei sagt {}.</translation>
    </message>
    <message>
      <source>The layer {} of {} cannot be read.</source>
      <translation>Der Layer {} von {} lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The network has learnt all labels. See what it found.</source>
      <translation>Das Netz hat alle Beschriftungen gelernt. Sehen Sie, was es gefunden hat.</translation>
    </message>
    <message>
      <source>The network learns from your labels.</source>
      <translation>Das Netz lernt aus Ihren Beschriftungen.</translation>
    </message>
    <message>
      <source>The network starts from weights that were learnt on ImageNet. They are not on this computer yet (about 85 MB, once). Download them now?</source>
      <translation>Das Netz beginnt mit Gewichten, die an ImageNet gelernt wurden. Sie sind noch nicht auf diesem Rechner (etwa 85 MB, einmal). Jetzt herunterladen?</translation>
    </message>
    <message>
      <source>The network would draw the dashed outlines: Accept, then Done. If nothing changed: No change.</source>
      <translation>Gestrichelt: Vorschlag des Netzes. Annehmen, dann Fertig. Nichts geändert? Keine Änderung.</translation>
    </message>
    <message>
      <source>The new shape could not be saved: {}</source>
      <translation>Die neue Form konnte nicht gespeichert werden: {}</translation>
    </message>
    <message>
      <source>The packages could not be installed: {}</source>
      <translation>Die Pakete ließen sich nicht installieren: {}</translation>
    </message>
    <message>
      <source>The page</source>
      <translation>Die Seite</translation>
    </message>
    <message>
      <source>The page (.html)</source>
      <translation>Die Seite (.html)</translation>
    </message>
    <message>
      <source>The polygons are in {}.</source>
      <translation>Die Polygone sind in {}.</translation>
    </message>
    <message>
      <source>The raster {} cannot be read.</source>
      <translation>Das Raster {} lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The same seed gives the same region, tiles, weights and scores</source>
      <translation>Der gleiche Startwert gibt die gleiche Gegend, Kacheln, Gewichte und Bewertungen</translation>
    </message>
    <message>
      <source>The same seed gives the same tiles, weights and scores</source>
      <translation>Der gleiche Startwert gibt die gleichen Kacheln, Gewichte und Bewertungen</translation>
    </message>
    <message>
      <source>The tiles of {} cannot be read.</source>
      <translation>Die Kacheln von {} können nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The tiles to label next, with their rank and uncertainty.</source>
      <translation>Die nächsten zu beschriftenden Kacheln mit Rang und Unsicherheit.</translation>
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
      <source>The whole work as one model, with a reference layer as the one who labels: create a campaign, label the first tiles, train, ask for the tiles that the model is least sure of, label those, train again, and export change polygons. Without a reference layer, run the algorithms one by one and label by hand.</source>
      <translation>Die ganze Arbeit als ein Modell, in dem ein Referenzlayer beschriftet: Kampagne anlegen, die ersten Kacheln beschriften, trainieren, die Kacheln erfragen, bei denen das Modell am unsichersten ist, auch diese beschriften, noch einmal trainieren und Änderungspolygone exportieren. Ohne Referenzlayer führen Sie die Algorithmen einzeln aus und beschriften von Hand.</translation>
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
      <source>The worker ran out of the graphics card's memory.</source>
      <translation>Dem Rechenprozess ging der Speicher der Grafikkarte aus.</translation>
    </message>
    <message>
      <source>The worker was ended by the signal {}.</source>
      <translation>Der Rechenprozess wurde durch das Signal {} beendet.</translation>
    </message>
    <message>
      <source>The worker was killed, most likely by the system because memory ran out.</source>
      <translation>Der Rechenprozess wurde abgebrochen, wahrscheinlich vom System, weil der Arbeitsspeicher ausging.</translation>
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
      <source>The {} accepted polygons count as changes; all other ground in these tiles as unchanged.</source>
      <translation>Die {} angenommenen Polygone gelten als Änderungen, alles andere in diesen Kacheln als unverändert.</translation>
    </message>
    <message>
      <source>The {} are not numbers separated by commas: {}.</source>
      <translation>Die {} sind keine durch Kommas getrennten Zahlen: {}.</translation>
    </message>
    <message>
      <source>There is nothing to see yet: let the network learn first (page Learn).</source>
      <translation>Noch ist nichts zu sehen: lassen Sie zuerst das Netz lernen (Seite Lernen).</translation>
    </message>
    <message>
      <source>This Python lacks pip. On Debian and Ubuntu install the package python3-venv.</source>
      <translation>Diesem Python fehlt pip. Installieren Sie unter Debian und Ubuntu das Paket python3-venv.</translation>
    </message>
    <message>
      <source>This is a defect of ALCD; please report it.</source>
      <translation>Das ist ein Fehler von ALCD; bitte melden Sie ihn.</translation>
    </message>
    <message>
      <source>This tile is done. Any of the keys labels it anew.</source>
      <translation>Diese Kachel ist erledigt. Jede der Tasten beschriftet sie neu.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwelle</translation>
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
      <source>Tiles a step</source>
      <translation>Kacheln je Schritt</translation>
    </message>
    <message>
      <source>Tiles a step; by default the preset's</source>
      <translation>Kacheln je Schritt; ohne Angabe die der Vorgabe</translation>
    </message>
    <message>
      <source>Tiles to label a round</source>
      <translation>Zu beschriftende Kacheln je Runde</translation>
    </message>
    <message>
      <source>Tiles to label a round; by default 10 with quick, 100 with paper</source>
      <translation>Kacheln, die je Runde beschriftet werden; ohne Angabe 10 mit quick, 100 mit paper</translation>
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
      <source>To label now</source>
      <translation>Jetzt zu beschriften</translation>
    </message>
    <message>
      <source>Tolerance of the outlines' simplification; by default one pixel, 0 keeps the pixels' edges</source>
      <translation>Toleranz beim Vereinfachen der Umrisse; ohne Angabe ein Pixel, 0 behält die Pixelkanten</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <source>Train a Siamese U-Net, or an ensemble of them, on the campaign's labelled tiles. Started again after a cancel or a crash, it goes on at its last finished epoch.</source>
      <translation>Ein siamesisches U-Net oder ein Ensemble davon aus den beschrifteten Kacheln der Kampagne lernen. Nach einem Abbruch oder Absturz geht es bei der letzten fertigen Epoche weiter.</translation>
    </message>
    <message>
      <source>Train again</source>
      <translation>Noch einmal trainieren</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Trying the worker's Python</source>
      <translation>Das Python für die Aufgaben wird geprüft</translation>
    </message>
    <message>
      <source>Trying what was installed</source>
      <translation>Das Installierte wird geprüft</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Unsicherheit</translation>
    </message>
    <message>
      <source>Use what was learnt elsewhere: another campaign's folder, or one of its models/round-NNN; by default this campaign's latest model</source>
      <translation>Verwenden, was anderswo gelernt wurde: Ordner einer anderen Kampagne oder eines ihrer models/round-NNN; ohne Angabe das neueste Modell dieser Kampagne</translation>
    </message>
    <message>
      <source>Wait until it has ended, then try again.</source>
      <translation>Warten Sie, bis er beendet ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Wait until it is done, then start again.</source>
      <translation>Warten Sie, bis das erledigt ist, und starten Sie dann noch einmal.</translation>
    </message>
    <message>
      <source>Wait until it is done, then try again.</source>
      <translation>Warten Sie, bis es fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Warm start</source>
      <translation>Warmstart</translation>
    </message>
    <message>
      <source>Was something built here, or torn down? Draw it, then Done. Otherwise: No change.</source>
      <translation>Wurde hier gebaut oder abgerissen? Zeichnen, dann Fertig. Sonst: Keine Änderung.</translation>
    </message>
    <message>
      <source>What learns: an ensemble, mcbn, a single network; supervised: mcbn on all changed tiles and as many unchanged ones, the upper bound</source>
      <translation>Was lernt: ein Ensemble, mcbn, ein einzelnes Netz; supervised: mcbn mit allen veränderten und ebenso vielen unveränderten Kacheln, die obere Grenze</translation>
    </message>
    <message>
      <source>What neighbouring tiles share</source>
      <translation>Was benachbarte Kacheln gemeinsam haben</translation>
    </message>
    <message>
      <source>What the encoder starts from: imagenet, none, or a safetensors file</source>
      <translation>Wovon der Encoder ausgeht: imagenet, none oder eine safetensors-Datei</translation>
    </message>
    <message>
      <source>What the labels are for: to train on, or to test with</source>
      <translation>Wofür die Beschriftungen sind: zum Lernen oder zum Testen</translation>
    </message>
    <message>
      <source>What the members are: an ensemble of networks, or Monte Carlo batch normalisation of one (mcbn)</source>
      <translation>Was die Mitglieder sind: ein Ensemble von Netzen oder Monte-Carlo-Batch-Normalisierung eines einzigen (mcbn)</translation>
    </message>
    <message>
      <source>Where the orthophoto of the first date is now</source>
      <translation>Wo das Orthofoto des ersten Zeitpunkts jetzt ist</translation>
    </message>
    <message>
      <source>Where the orthophoto of the second date is now</source>
      <translation>Wo das Orthofoto des zweiten Zeitpunkts jetzt ist</translation>
    </message>
    <message>
      <source>Where to compute; auto takes a usable GPU, else the processor</source>
      <translation>Wo gerechnet wird; auto nimmt eine brauchbare Grafikkarte, sonst den Prozessor</translation>
    </message>
    <message>
      <source>Whether each member sees a tile turned or mirrored its own way, or all see the same; by default as the training's preset has it</source>
      <translation>Ob jedes Mitglied eine Kachel auf seine Art gedreht oder gespiegelt sieht oder alle dasselbe; ohne Angabe wie in der Vorgabe des Trainings</translation>
    </message>
    <message>
      <source>Which tiles to label: queried, all, or identifiers as in 12,57</source>
      <translation>Welche Kacheln beschriftet werden: queried (erfragte), all (alle) oder Nummern wie 12,57</translation>
    </message>
    <message>
      <source>With {} labelled tiles the network can learn already.</source>
      <translation>Mit {} beschrifteten Kacheln kann das Netz schon lernen.</translation>
    </message>
    <message>
      <source>Write a report of the campaign: one HTML page with the pictures of both dates, the tiles that were asked for round by round, the maps and the learning curve. The page needs no other file and no internet.</source>
      <translation>Einen Bericht der Kampagne schreiben: eine HTML-Seite mit den Bildern beider Zeitpunkte, den erfragten Kacheln Runde für Runde, den Karten und der Lernkurve. Die Seite braucht keine andere Datei und kein Internet.</translation>
    </message>
    <message>
      <source>Write it as in EPSG:25832.</source>
      <translation>Schreiben Sie es wie in EPSG:25832.</translation>
    </message>
    <message>
      <source>Write report</source>
      <translation>Bericht schreiben</translation>
    </message>
    <message>
      <source>Write the report</source>
      <translation>Den Bericht schreiben</translation>
    </message>
    <message>
      <source>Write the right one into the file first (Raster &gt; Projections &gt; Assign Projection).</source>
      <translation>Schreiben Sie zuerst das richtige in die Datei (Raster &gt; Projektionen &gt; Projektion zuweisen).</translation>
    </message>
    <message>
      <source>Write them as in 1,2,3.</source>
      <translation>Schreiben Sie sie wie in 1,2,3.</translation>
    </message>
    <message>
      <source>You can go on labelling meanwhile.</source>
      <translation>Sie können währenddessen weiter beschriften.</translation>
    </message>
    <message>
      <source>Your last labels could not be saved yet: the campaign stays open. Try again.</source>
      <translation>Ihre letzten Beschriftungen konnten noch nicht gespeichert werden: die Kampagne bleibt offen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>a DLL of another version was found</source>
      <translation>eine DLL einer anderen Version wurde gefunden</translation>
    </message>
    <message>
      <source>a DLL was not found</source>
      <translation>eine DLL wurde nicht gefunden</translation>
    </message>
    <message>
      <source>a random fifth, to test with</source>
      <translation>ein zufälliges Fünftel, zum Testen</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <source>accepted ones</source>
      <translation>angenommene</translation>
    </message>
    <message>
      <source>accuracy,auc,f1,iou</source>
      <translation>Genauigkeit,auc,f1,iou</translation>
    </message>
    <message>
      <source>after</source>
      <translation>nachher</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>all but rejected ones</source>
      <translation>alle außer abgelehnten</translation>
    </message>
    <message>
      <source>all that both dates show</source>
      <translation>alles, was beide Zeitpunkte zeigen</translation>
    </message>
    <message>
      <source>all tiles, to train on</source>
      <translation>alle Kacheln, zum Lernen</translation>
    </message>
    <message>
      <source>annotation,reference</source>
      <translation>Annotation,Referenz</translation>
    </message>
    <message>
      <source>annotations</source>
      <translation>Annotationen</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>before</source>
      <translation>vorher</translation>
    </message>
    <message>
      <source>by score</source>
      <translation>nach Bewertung</translation>
    </message>
    <message>
      <source>by state</source>
      <translation>nach Zustand</translation>
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
      <source>change polygons</source>
      <translation>Änderungspolygone</translation>
    </message>
    <message>
      <source>change-probability</source>
      <translation>Änderungswahrscheinlichkeit</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>concatenation</source>
      <translation>nebeneinander (concatenation)</translation>
    </message>
    <message>
      <source>cpu</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>cuda</source>
      <translation>Grafikkarte (cuda)</translation>
    </message>
    <message>
      <source>difference</source>
      <translation>Unterschied (difference)</translation>
    </message>
    <message>
      <source>ensemble</source>
      <translation>Ensemble</translation>
    </message>
    <message>
      <source>entropy</source>
      <translation>Entropie</translation>
    </message>
    <message>
      <source>experiment,benchmark</source>
      <translation>Experiment,Vergleich</translation>
    </message>
    <message>
      <source>fast</source>
      <translation>schnell</translation>
    </message>
    <message>
      <source>fast: what measures best per minute; paper: the settings of the publication</source>
      <translation>fast: was je Minute am besten misst; paper: die Einstellungen der Veröffentlichung</translation>
    </message>
    <message>
      <source>ignore</source>
      <translation>ignorieren</translation>
    </message>
    <message>
      <source>in between</source>
      <translation>dazwischen</translation>
    </message>
    <message>
      <source>it accessed memory that is not its own</source>
      <translation>er griff auf fremden Speicher zu</translation>
    </message>
    <message>
      <source>it computes wrong numbers</source>
      <translation>sie rechnet falsch</translation>
    </message>
    <message>
      <source>it does not tell its version</source>
      <translation>es nennt seine Version nicht</translation>
    </message>
    <message>
      <source>it stopped itself after a fault</source>
      <translation>er hielt nach einem Fehler selbst an</translation>
    </message>
    <message>
      <source>it was interrupted</source>
      <translation>er wurde unterbrochen</translation>
    </message>
    <message>
      <source>mcbn</source>
      <translation>mcbn</translation>
    </message>
    <message>
      <source>memory ran out</source>
      <translation>der Arbeitsspeicher ging aus</translation>
    </message>
    <message>
      <source>move,path</source>
      <translation>verschieben,Pfad</translation>
    </message>
    <message>
      <source>mutual-information</source>
      <translation>Transinformation</translation>
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
      <source>no verdict yet</source>
      <translation>noch kein Urteil</translation>
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
      <source>own</source>
      <translation>eigene</translation>
    </message>
    <message>
      <source>page,html,learning curve</source>
      <translation>Seite,html,Lernkurve</translation>
    </message>
    <message>
      <source>paper</source>
      <translation>Veröffentlichung</translation>
    </message>
    <message>
      <source>pip failed</source>
      <translation>pip ist gescheitert</translation>
    </message>
    <message>
      <source>predicted-change</source>
      <translation>vorhergesagte Veränderung</translation>
    </message>
    <message>
      <source>probability of change</source>
      <translation>Wahrscheinlichkeit der Änderung</translation>
    </message>
    <message>
      <source>probability,uncertainty,map</source>
      <translation>Wahrscheinlichkeit,Unsicherheit,Karte</translation>
    </message>
    <message>
      <source>proposals</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>quick</source>
      <translation>schnell (quick)</translation>
    </message>
    <message>
      <source>quick: for hundreds of tiles, at a quarter of the resolution; paper: as in the publication, for thousands</source>
      <translation>quick: für Hunderte von Kacheln, mit einem Viertel der Auflösung; paper: wie in der Veröffentlichung, für Tausende</translation>
    </message>
    <message>
      <source>random</source>
      <translation>zufällig</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>same</source>
      <translation>gleiche</translation>
    </message>
    <message>
      <source>sampling</source>
      <translation>Stichprobe</translation>
    </message>
    <message>
      <source>score {:.3f}</source>
      <translation>Bewertung {:.3f}</translation>
    </message>
    <message>
      <source>single</source>
      <translation>einzeln</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <source>supervised</source>
      <translation>überwacht</translation>
    </message>
    <message>
      <source>test</source>
      <translation>testen</translation>
    </message>
    <message>
      <source>the queried tiles, to train on</source>
      <translation>die erfragten Kacheln, zum Lernen</translation>
    </message>
    <message>
      <source>this PyTorch was built without CUDA</source>
      <translation>dieses PyTorch wurde ohne CUDA gebaut</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>train</source>
      <translation>lernen</translation>
    </message>
    <message>
      <source>uncertainty</source>
      <translation>Unsicherheit</translation>
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
      <source>variance</source>
      <translation>Varianz</translation>
    </message>
    <message>
      <source>vectorize,export</source>
      <translation>vektorisieren,exportieren</translation>
    </message>
    <message>
      <source>{:.1f} min a tile</source>
      <translation>{:.1f} min je Kachel</translation>
    </message>
    <message>
      <source>{tiles} tiles of {metres} m, {megabytes} MB to read, no data on {no_data} %.</source>
      <translation>{tiles} Kacheln von {metres} m, {megabytes} MB zu lesen, keine Daten auf {no_data} %.</translation>
    </message>
    <message>
      <source>{} (looked for {}): {}.</source>
      <translation>{} (gesucht: {}): {}.</translation>
    </message>
    <message>
      <source>{} belongs to a virtual environment, from which no other can be made.</source>
      <translation>{} gehört zu einer virtuellen Umgebung, aus der sich keine andere machen lässt.</translation>
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
      <source>{} could not make an environment.</source>
      <translation>{} konnte keine Umgebung anlegen.</translation>
    </message>
    <message>
      <source>{} crashed while it was tried (exit status {}).</source>
      <translation>{} stürzte bei der Prüfung ab (Status {}).</translation>
    </message>
    <message>
      <source>{} does not work as a Python ({}).</source>
      <translation>{} funktioniert nicht als Python ({}).</translation>
    </message>
    <message>
      <source>{} exists already.</source>
      <translation>{} gibt es schon.</translation>
    </message>
    <message>
      <source>{} exists already. Replace it?</source>
      <translation>{} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
      <source>{} h left</source>
      <translation>noch {} h</translation>
    </message>
    <message>
      <source>{} has {}</source>
      <translation>{} hat {}</translation>
    </message>
    <message>
      <source>{} in between</source>
      <translation>{} dazwischen</translation>
    </message>
    <message>
      <source>{} is Python {}; the worker needs 3.11 or newer.</source>
      <translation>{} ist Python {}; gebraucht wird 3.11 oder neuer.</translation>
    </message>
    <message>
      <source>{} is not as expected</source>
      <translation>{} ist nicht wie erwartet</translation>
    </message>
    <message>
      <source>{} is ready to be opened.</source>
      <translation>{} ist fertig und kann geöffnet werden.</translation>
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
      <source>{} polygons: {} accepted, {} rejected, {} to look at.</source>
      <translation>{} Polygone: {} angenommen, {} abgelehnt, {} anzusehen.</translation>
    </message>
    <message>
      <source>{} s a tile</source>
      <translation>{} s je Kachel</translation>
    </message>
    <message>
      <source>{} s left</source>
      <translation>noch {} s</translation>
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
      <source>{} tiles are labelled to learn from</source>
      <translation>{} Kacheln sind zum Lernen beschriftet</translation>
    </message>
    <message>
      <source>{} tiles are labelled. Let the network learn from them and ask for the next ones.</source>
      <translation>{} Kacheln sind beschriftet. Lassen Sie das Netz daraus lernen und nach den nächsten fragen.</translation>
    </message>
    <message>
      <source>{} tiles have polygons with a verdict only. They become labelled tiles to learn from.</source>
      <translation>{} Kacheln haben nur beurteilte Polygone. Sie werden zu beschrifteten Kacheln, aus denen gelernt wird.</translation>
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
      <source>{} tiles wait to be labelled; the most informative ones come first.</source>
      <translation>{} Kacheln warten auf Beschriftung; die aufschlussreichsten kommen zuerst.</translation>
    </message>
    <message>
      <source>{} tiles were labelled by your verdicts.</source>
      <translation>{} Kacheln wurden durch Ihre Urteile beschriftet.</translation>
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
      <source>{} would lie among the campaign's own files.</source>
      <translation>{} läge unter den eigenen Dateien der Kampagne.</translation>
    </message>
    <message>
      <source>{} × {} pixels of {} m</source>
      <translation>{} × {} Pixel zu {} m</translation>
    </message>
    <message>
      <source>{}, round {}</source>
      <translation>{}, Runde {}</translation>
    </message>
    <message>
      <source>{}: no such file</source>
      <translation>{}: keine solche Datei</translation>
    </message>
    <message>
      <source>{}: {} is no number.</source>
      <translation>{}: {} ist keine Zahl.</translation>
    </message>
    <message>
      <source>{}: {} is not among the choices.</source>
      <translation>{}: {} ist keine der Möglichkeiten.</translation>
    </message>
    <message>
      <source>“changed” is the share of changed tiles among the labelled ones</source>
      <translation>„geändert“ ist der Anteil geänderter unter den beschrifteten Kacheln</translation>
    </message>
  </context>
  <context>
    <name>CampaignPage</name>
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
      <source>Becomes the folder NAME.alcd</source>
      <translation>Wird der Ordner NAME.alcd</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Choose two orthophotos and see what the campaign will be</source>
      <translation>Zwei Orthofotos wählen und sehen, was die Kampagne wird</translation>
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
      <source>Double-click or Enter opens a campaign</source>
      <translation>Doppelklick oder Eingabe öffnet eine Kampagne</translation>
    </message>
    <message>
      <source>Find what was built or torn down between two orthophotos of one region: label a few tiles, let the network learn, and look through what it found.</source>
      <translation>Finden Sie, was zwischen zwei Orthofotos einer Gegend gebaut oder abgerissen wurde: beschriften Sie einige Kacheln, lassen Sie das Netz lernen und sehen Sie durch, was es gefunden hat.</translation>
    </message>
    <message>
      <source>In the folder</source>
      <translation>Im Ordner</translation>
    </message>
    <message>
      <source>Label from polygons</source>
      <translation>Aus Polygonen beschriften</translation>
    </message>
    <message>
      <source>Labels from existing polygons</source>
      <translation>Aus vorhandenen Polygonen beschriften</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New campaign …</source>
      <translation>Neue Kampagne …</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Nächster Schritt</translation>
    </message>
    <message>
      <source>Open a campaign's folder (NAME.alcd)</source>
      <translation>Den Ordner einer Kampagne öffnen (NAME.alcd)</translation>
    </message>
    <message>
      <source>Open the campaign's folder in the file manager</source>
      <translation>Den Ordner der Kampagne im Dateimanager öffnen</translation>
    </message>
    <message>
      <source>Open …</source>
      <translation>Öffnen …</translation>
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
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Polygons; by default all that both dates show</source>
      <translation>Polygone; sonst alles, was beide Zeitpunkte zeigen</translation>
    </message>
    <message>
      <source>Recent campaigns</source>
      <translation>Letzte Kampagnen</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>Take the campaign's layers away; nothing on disk is changed</source>
      <translation>Die Layer der Kampagne wegnehmen; auf der Platte ändert sich nichts</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>What will be made</source>
      <translation>Was entstehen wird</translation>
    </message>
    <message>
      <source>Where polygons of the changes exist already, tiles can be labelled from them. What no polygon covers counts as unchanged.</source>
      <translation>Wo es schon Polygone der Änderungen gibt, können Kacheln daraus beschriftet werden. Was kein Polygon bedeckt, gilt als unverändert.</translation>
    </message>
    <message>
      <source>Where the campaign's folder is made</source>
      <translation>Wo der Ordner der Kampagne angelegt wird</translation>
    </message>
  </context>
  <context>
    <name>ChangeReviewWidget</name>
    <message>
      <source>Learn from the verdicts</source>
      <translation>Aus den Urteilen lernen</translation>
    </message>
    <message>
      <source>Tiles whose polygons all have a verdict become labelled: accepted polygons as changes, the rest as unchanged</source>
      <translation>Kacheln, deren Polygone alle beurteilt sind, werden beschriftet: angenommene als Änderung, der Rest als unverändert</translation>
    </message>
  </context>
  <context>
    <name>JobBar</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Stop the job; the campaign stays as it was before, or at the last finished epoch</source>
      <translation>Den Auftrag anhalten; die Kampagne bleibt wie zuvor oder bei der letzten fertigen Epoche</translation>
    </message>
  </context>
  <context>
    <name>LabelPage</name>
    <message>
      <source>A polygon is not complete: right click ends it, Esc drops it.</source>
      <translation>Ein Polygon ist nicht fertig: Rechtsklick beendet es, Esc verwirft es.</translation>
    </message>
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
      <source>Draw the change: click its corners, right click ends.</source>
      <translation>Zeichnen Sie die Änderung: Ecken anklicken, Rechtsklick beendet.</translation>
    </message>
    <message>
      <source>Draw what is not to count: click its corners, right click ends.</source>
      <translation>Zeichnen Sie, was nicht zählen soll: Ecken anklicken, Rechtsklick beendet.</translation>
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
      <source>Nothing is lost as long as QGIS is open.</source>
      <translation>Nichts geht verloren, solange QGIS offen ist.</translation>
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
      <source>Switch them off in Project &gt; Properties &gt; Data Sources.</source>
      <translation>Schalten Sie sie unter Projekt &gt; Eigenschaften &gt; Datenquellen aus.</translation>
    </message>
    <message>
      <source>The labels cannot be saved yet; ALCD goes on trying.</source>
      <translation>Die Beschriftungen können noch nicht gespeichert werden; ALCD versucht es weiter.</translation>
    </message>
    <message>
      <source>The layer “{}” was removed; it comes back with the next key.</source>
      <translation>Der Layer „{}“ wurde entfernt; mit der nächsten Taste kommt er zurück.</translation>
    </message>
    <message>
      <source>The project edits in automatic transactions: while you draw, no job can write the campaign.</source>
      <translation>Das Projekt bearbeitet in automatischen Transaktionen: solange Sie zeichnen, kann kein Auftrag die Kampagne schreiben.</translation>
    </message>
    <message>
      <source>{} of {} left</source>
      <translation>noch {} von {}</translation>
    </message>
  </context>
  <context>
    <name>Labelling</name>
    <message>
      <source>A polygon reaches in here: the tile counts as changed. Once more goes on.</source>
      <translation>Hier ragt ein Polygon herein: Die Kachel zählt als geändert. Noch einmal geht weiter.</translation>
    </message>
    <message>
      <source>Accept predicted polygons</source>
      <translation>Vorhergesagte Polygone annehmen</translation>
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
      <source>Labels that could not be saved before the project went: %n.</source>
      <translation>Beschriftungen, die vor dem Schließen des Projekts nicht gespeichert werden konnten: %n.</translation>
    </message>
    <message>
      <source>Polygons accepted: %n. Correct them where they are wrong, then Done.</source>
      <translation>Angenommene Polygone: %n. Korrigieren Sie sie, wo sie falsch sind, dann Fertig.</translation>
    </message>
    <message>
      <source>Polygons drawn here: %n. Once more removes them; Done keeps them.</source>
      <translation>Hier gezeichnete Polygone: %n. Noch einmal entfernt sie; Fertig behält sie.</translation>
    </message>
    <message>
      <source>Remove the polygons of a tile</source>
      <translation>Polygone einer Kachel entfernen</translation>
    </message>
    <message>
      <source>Somebody else has done tile {} meanwhile: that stays.</source>
      <translation>Jemand anders hat Kachel {} inzwischen erledigt: Das bleibt.</translation>
    </message>
    <message>
      <source>The annotations are filtered: what is hidden would be missing. Clear the filter.</source>
      <translation>Die Annotationen sind gefiltert: Was verborgen ist, würde fehlen. Heben Sie den Filter auf.</translation>
    </message>
    <message>
      <source>The annotations cannot be edited just now: another program is writing them.</source>
      <translation>Die Annotationen können gerade nicht bearbeitet werden: ein anderes Programm schreibt sie.</translation>
    </message>
    <message>
      <source>The campaign's layers are back. Look at the tile again.</source>
      <translation>Die Layer der Kampagne sind zurück. Schauen Sie die Kachel noch einmal an.</translation>
    </message>
    <message>
      <source>The last labels could not be saved: another program holds the campaign's file.</source>
      <translation>Die letzten Beschriftungen konnten nicht gespeichert werden: ein anderes Programm hält die Datei der Kampagne.</translation>
    </message>
    <message>
      <source>The layer of the annotations is read-only. Allow changes in the project's properties.</source>
      <translation>Der Layer der Annotationen ist schreibgeschützt. Erlauben Sie Änderungen in den Projekteigenschaften.</translation>
    </message>
    <message>
      <source>There is nothing predicted here that is not taken already.</source>
      <translation>Hier ist nichts vorhergesagt, was nicht schon angenommen ist.</translation>
    </message>
  </context>
  <context>
    <name>LearnPage</name>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>How many tiles the network asks you to label next</source>
      <translation>Wie viele Kacheln das Netz als Nächstes beschriftet haben möchte</translation>
    </message>
    <message>
      <source>Learn and ask for the next tiles</source>
      <translation>Lernen und nach den nächsten Kacheln fragen</translation>
    </message>
    <message>
      <source>Tiles to ask for</source>
      <translation>Kacheln zu erfragen</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>A Python that has PyTorch, GDAL and all that is listed in requirements/worker.txt; nothing is installed then</source>
      <translation>Ein Python mit PyTorch, GDAL und allem aus requirements/worker.txt; dann wird nichts installiert</translation>
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
      <source>Damaged: set it up anew.</source>
      <translation>Beschädigt: richten Sie sie neu ein.</translation>
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
      <source>Folder of wheels</source>
      <translation>Ordner mit Wheels</translation>
    </message>
    <message>
      <source>For machines without internet access: packages are taken from this folder only</source>
      <translation>Für Rechner ohne Internet: Pakete kommen nur aus diesem Ordner</translation>
    </message>
    <message>
      <source>ImageNet (downloaded once, after you agreed)</source>
      <translation>ImageNet (wird einmal heruntergeladen, nach Ihrer Zustimmung)</translation>
    </message>
    <message>
      <source>Jobs run in the existing Python {}.</source>
      <translation>Aufgaben laufen im vorhandenen Python {}.</translation>
    </message>
    <message>
      <source>Made for another version of QGIS or ALCD: set it up anew.</source>
      <translation>Für eine andere Version von QGIS oder ALCD gemacht: richten Sie sie neu ein.</translation>
    </message>
    <message>
      <source>Make ALCD's Python environment, or make it anew to repair it</source>
      <translation>Die Python-Umgebung von ALCD einrichten, oder neu einrichten, um sie zu reparieren</translation>
    </message>
    <message>
      <source>Make it from this Python</source>
      <translation>Aus diesem Python einrichten</translation>
    </message>
    <message>
      <source>Not set up yet: about 5 GB will be installed.</source>
      <translation>Noch nicht eingerichtet: etwa 5 GB werden installiert.</translation>
    </message>
    <message>
      <source>Python 3.11 or newer with GDAL and numpy; by default QGIS's own</source>
      <translation>Python 3.11 oder neuer mit GDAL und numpy; ohne Angabe das von QGIS</translation>
    </message>
    <message>
      <source>Python environment</source>
      <translation>Python-Umgebung</translation>
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
      <source>Show what setting it up said</source>
      <translation>Zeigen, was beim Einrichten gesagt wurde</translation>
    </message>
    <message>
      <source>Stop what is under way</source>
      <translation>Abbrechen, was gerade läuft</translation>
    </message>
    <message>
      <source>There is no Python at {}.</source>
      <translation>Bei {} ist kein Python.</translation>
    </message>
    <message>
      <source>There is no log yet.</source>
      <translation>Es gibt noch kein Protokoll.</translation>
    </message>
    <message>
      <source>Try the worker's Python and each device</source>
      <translation>Das Python und jedes Gerät ausprobieren</translation>
    </message>
    <message>
      <source>Use an existing Python</source>
      <translation>Vorhandenes Python verwenden</translation>
    </message>
    <message>
      <source>Weights file</source>
      <translation>Gewichtsdatei</translation>
    </message>
    <message>
      <source>Where the environment comes from</source>
      <translation>Woher die Umgebung kommt</translation>
    </message>
    <message>
      <source>from a file</source>
      <translation>aus einer Datei</translation>
    </message>
    <message>
      <source>none: start from random weights</source>
      <translation>keine: mit zufälligen Gewichten beginnen</translation>
    </message>
    <message>
      <source>processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>the graphics card where there is a usable one</source>
      <translation>die Grafikkarte, wo eine brauchbar ist</translation>
    </message>
    <message>
      <source>{}: not usable: {}</source>
      <translation>{}: nicht brauchbar: {}</translation>
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
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <source>A page to hand over: figures, maps and polygons</source>
      <translation>Eine Seite zum Weitergeben: Zahlen, Karten und Polygone</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>KBS</translation>
    </message>
    <message>
      <source>Draw change polygons</source>
      <translation>Änderungspolygone zeichnen</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Exportieren …</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>Weitergeben</translation>
    </message>
    <message>
      <source>Learning curve</source>
      <translation>Lernkurve</translation>
    </message>
    <message>
      <source>Map and change polygons</source>
      <translation>Karte und Änderungspolygone</translation>
    </message>
    <message>
      <source>Map the whole region</source>
      <translation>Ganze Gegend kartieren</translation>
    </message>
    <message>
      <source>Outlines of what has at least this probability and this area, to be looked through</source>
      <translation>Umrisse von allem mit mindestens dieser Wahrscheinlichkeit und Fläche, zum Durchsehen</translation>
    </message>
    <message>
      <source>Pixels with at least this probability are change</source>
      <translation>Pixel mit mindestens dieser Wahrscheinlichkeit sind Änderung</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Probability of change and uncertainty of every pixel, as two layers</source>
      <translation>Wahrscheinlichkeit einer Änderung und Unsicherheit jedes Pixels, als zwei Layer</translation>
    </message>
    <message>
      <source>Report …</source>
      <translation>Bericht …</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Kleinere Polygone werden weggelassen</translation>
    </message>
    <message>
      <source>Smallest area</source>
      <translation>Kleinste Fläche</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>Write the polygons to a GeoPackage or GeoJSON</source>
      <translation>Die Polygone in ein GeoPackage oder GeoJSON schreiben</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Another job is running.</source>
      <translation>Ein anderer Auftrag läuft.</translation>
    </message>
    <message>
      <source>The last labels are not saved yet: another program is writing the campaign.</source>
      <translation>Die letzten Beschriftungen sind noch nicht gespeichert: Ein anderes Programm schreibt die Kampagne.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>Wait for its end, or cancel it.</source>
      <translation>Warten Sie auf sein Ende oder brechen Sie ihn ab.</translation>
    </message>
  </context>
</TS>
