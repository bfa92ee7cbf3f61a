<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>ALCD</name>
    <message>
      <source>({} messages left out)</source>
      <translation>({} messages omis)</translation>
    </message>
    <message>
      <source>, {} of them since the last round.</source>
      <translation>, dont {} depuis le dernier tour.</translation>
    </message>
    <message>
      <source>A job is running in ALCD's Python environment.</source>
      <translation>Une tâche est en cours dans l'environnement Python d'ALCD.</translation>
    </message>
    <message>
      <source>A rectangle as area of interest.</source>
      <translation>Un rectangle comme zone d'intérêt.</translation>
    </message>
    <message>
      <source>ALCD review: correct it with the vertex tool; once more keeps the new shape</source>
      <translation>Revue ALCD : corriger avec l’outil de nœud ; une seconde fois garde la nouvelle forme</translation>
    </message>
    <message>
      <source>ALCD review: it is a change</source>
      <translation>Revue ALCD : c’est un changement</translation>
    </message>
    <message>
      <source>ALCD review: it is no change</source>
      <translation>Revue ALCD : ce n’est pas un changement</translation>
    </message>
    <message>
      <source>ALCD review: next polygon</source>
      <translation>Revue ALCD : polygone suivant</translation>
    </message>
    <message>
      <source>ALCD review: previous polygon</source>
      <translation>Revue ALCD : polygone précédent</translation>
    </message>
    <message>
      <source>ALCD's Python environment is being changed.</source>
      <translation>L'environnement Python d'ALCD est en cours de modification.</translation>
    </message>
    <message>
      <source>ALCD's Python environment is damaged.</source>
      <translation>L'environnement Python d'ALCD est endommagé.</translation>
    </message>
    <message>
      <source>ALCD's Python environment is not set up yet.</source>
      <translation>L'environnement Python d'ALCD n'est pas encore installé.</translation>
    </message>
    <message>
      <source>ALCD's Python environment was made for another version of QGIS or ALCD.</source>
      <translation>L'environnement Python d'ALCD a été fait pour une autre version de QGIS ou d'ALCD.</translation>
    </message>
    <message>
      <source>ALCD: accept the predicted polygons</source>
      <translation>ALCD : accepter les polygones prédits</translation>
    </message>
    <message>
      <source>ALCD: blink between before and after</source>
      <translation>ALCD : alterner avant et après</translation>
    </message>
    <message>
      <source>ALCD: correct polygons with the vertex tool</source>
      <translation>ALCD : corriger les polygones avec l'outil de sommets</translation>
    </message>
    <message>
      <source>ALCD: draw a change</source>
      <translation>ALCD : dessiner un changement</translation>
    </message>
    <message>
      <source>ALCD: draw an area to ignore</source>
      <translation>ALCD : dessiner une zone à ignorer</translation>
    </message>
    <message>
      <source>ALCD: next tile</source>
      <translation>ALCD : tuile suivante</translation>
    </message>
    <message>
      <source>ALCD: no change in this tile</source>
      <translation>ALCD : aucun changement dans cette tuile</translation>
    </message>
    <message>
      <source>ALCD: previous tile</source>
      <translation>ALCD : tuile précédente</translation>
    </message>
    <message>
      <source>ALCD: skip this tile</source>
      <translation>ALCD : passer cette tuile</translation>
    </message>
    <message>
      <source>ALCD: tile is done as drawn</source>
      <translation>ALCD : tuile terminée telle que dessinée</translation>
    </message>
    <message>
      <source>ALCD: to Campaign</source>
      <translation>ALCD : vers Campagne</translation>
    </message>
    <message>
      <source>ALCD: to Label</source>
      <translation>ALCD : vers Étiqueter</translation>
    </message>
    <message>
      <source>ALCD: to Learn</source>
      <translation>ALCD : vers Apprendre</translation>
    </message>
    <message>
      <source>ALCD: to Results</source>
      <translation>ALCD : vers Résultats</translation>
    </message>
    <message>
      <source>AUC</source>
      <translation>AUC</translation>
    </message>
    <message>
      <source>About 10 GB are needed at {}; {} GB are free. Make room, or choose another folder.</source>
      <translation>Il faut environ 10 Go dans {} ; {} Go sont libres. Faites de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>Acquisition</source>
      <translation>Acquisition</translation>
    </message>
    <message>
      <source>Add one to the project first.</source>
      <translation>Ajoutez-en d'abord une au projet.</translation>
    </message>
    <message>
      <source>Afresh</source>
      <translation>De zéro</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>All tiles are done. On to Learn, or look at them again with the arrows.</source>
      <translation>Toutes les tuiles sont faites. Passez à Apprendre, ou revoyez-les avec les flèches.</translation>
    </message>
    <message>
      <source>Allow the ImageNet weights to be downloaded where they are not on this machine yet</source>
      <translation>Autoriser le téléchargement des poids ImageNet s'ils ne sont pas encore sur cette machine</translation>
    </message>
    <message>
      <source>Another QGIS is changing the worker's environment.</source>
      <translation>Un autre QGIS est en train de modifier l'environnement Python.</translation>
    </message>
    <message>
      <source>Aoi</source>
      <translation>Zone d'intérêt</translation>
    </message>
    <message>
      <source>Assess against a reference</source>
      <translation>Évaluer avec une référence</translation>
    </message>
    <message>
      <source>Average precision</source>
      <translation>Précision moyenne</translation>
    </message>
    <message>
      <source>Average precision on the test tiles: {}.</source>
      <translation>Précision moyenne sur les tuiles de test : {}.</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>Bands after</source>
      <translation>Bandes après</translation>
    </message>
    <message>
      <source>Bands before</source>
      <translation>Bandes avant</translation>
    </message>
    <message>
      <source>Bands of both dates, counted from 1: 1,2,3; by default all</source>
      <translation>Bandes des deux dates, comptées depuis 1 : 1,2,3 ; toutes par défaut</translation>
    </message>
    <message>
      <source>Bands of the first date alone</source>
      <translation>Bandes de la première date seule</translation>
    </message>
    <message>
      <source>Bands of the second date alone</source>
      <translation>Bandes de la seconde date seule</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Taille de lot</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>Both dates are the same layer.</source>
      <translation>Les deux dates sont la même couche.</translation>
    </message>
    <message>
      <source>Calibration error</source>
      <translation>Erreur de calibration</translation>
    </message>
    <message>
      <source>Campaign</source>
      <translation>Campagne</translation>
    </message>
    <message>
      <source>Change detection (ALCD)</source>
      <translation>Détection de changements (ALCD)</translation>
    </message>
    <message>
      <source>Change polygons</source>
      <translation>Polygones de changement</translation>
    </message>
    <message>
      <source>Change polygons (.gpkg or .geojson)</source>
      <translation>Polygones de changement (.gpkg ou .geojson)</translation>
    </message>
    <message>
      <source>Changed tiles at the start, and as many unchanged ones; by default 5 with quick, 25 with paper</source>
      <translation>Tuiles modifiées au départ, et autant d’inchangées ; par défaut 5 avec quick, 25 avec paper</translation>
    </message>
    <message>
      <source>Changed tiles known before the start, as from building permits; labelled with the first round's</source>
      <translation>Tuiles changées connues d'avance, par exemple par des permis de construire ; étiquetées avec celles du premier tour</translation>
    </message>
    <message>
      <source>Check the file.</source>
      <translation>Vérifiez le fichier.</translation>
    </message>
    <message>
      <source>Check the internet connection and QGIS's proxy settings, or use a folder of wheels.</source>
      <translation>Vérifiez la connexion à Internet et le proxy réglé dans QGIS, ou utilisez un dossier de wheels.</translation>
    </message>
    <message>
      <source>Choose a layer of polygons.</source>
      <translation>Choisissez une couche de polygones.</translation>
    </message>
    <message>
      <source>Choose an orthophoto</source>
      <translation>Choisir une orthophoto</translation>
    </message>
    <message>
      <source>Choose an orthophoto for each date.</source>
      <translation>Choisissez une orthophoto pour chaque date.</translation>
    </message>
    <message>
      <source>Choose another folder.</source>
      <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
      <source>Choose it as an existing Python, or name the Python that it was made from.</source>
      <translation>Choisissez-le comme Python existant, ou indiquez le Python dont il provient.</translation>
    </message>
    <message>
      <source>Choose the folder in which the campaign is made.</source>
      <translation>Choisissez le dossier où créer la campagne.</translation>
    </message>
    <message>
      <source>Choose two different ones.</source>
      <translation>Choisissez-en deux différentes.</translation>
    </message>
    <message>
      <source>Clearing up</source>
      <translation>Nettoyage</translation>
    </message>
    <message>
      <source>Close other programs, or use a smaller batch size, fewer members or a smaller encoder.</source>
      <translation>Fermez d'autres programmes, ou prenez des lots plus petits, moins de membres ou un encodeur plus petit.</translation>
    </message>
    <message>
      <source>Comparing the two dates …</source>
      <translation>Comparaison des deux dates …</translation>
    </message>
    <message>
      <source>Comparisons</source>
      <translation>Comparaisons</translation>
    </message>
    <message>
      <source>Coordinate reference system of the grid (EPSG:N); by default the coarser raster's if it is projected, else the other's, else the UTM zone</source>
      <translation>Système de coordonnées de la grille (EPSG:N) ; par défaut celui du raster le plus grossier s’il est projeté, sinon celui de l’autre, sinon la zone UTM</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Create campaign</source>
      <translation>Créer la campagne</translation>
    </message>
    <message>
      <source>Crs</source>
      <translation>SCR</translation>
    </message>
    <message>
      <source>Demo</source>
      <translation>Démonstration</translation>
    </message>
    <message>
      <source>Describe campaign</source>
      <translation>Décrire la campagne</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Matériel</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Télécharger</translation>
    </message>
    <message>
      <source>Download the pretrained weights (about 85 MB, once)</source>
      <translation>Télécharger les poids préentraînés (environ 85 Mo, une seule fois)</translation>
    </message>
    <message>
      <source>Draw it on the map.</source>
      <translation>Dessinez-la sur la carte.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encodeur</translation>
    </message>
    <message>
      <source>Encoder by its name in segmentation_models_pytorch</source>
      <translation>Encodeur par son nom dans segmentation_models_pytorch</translation>
    </message>
    <message>
      <source>Encoder depth</source>
      <translation>Profondeur de l'encodeur</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Poids de l'encodeur</translation>
    </message>
    <message>
      <source>End running jobs, then try again.</source>
      <translation>Arrêtez les tâches en cours, puis réessayez.</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Epoch</source>
      <translation>Époque</translation>
    </message>
    <message>
      <source>Epoch {} of {}</source>
      <translation>Époque {} sur {}</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Everything works</source>
      <translation>Tout fonctionne</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <source>Exchange dates</source>
      <translation>Échanger les dates</translation>
    </message>
    <message>
      <source>Export change polygons</source>
      <translation>Exporter les polygones de changement</translation>
    </message>
    <message>
      <source>Export polygons of change from the latest model's map of probabilities, computed where there is none yet.</source>
      <translation>Exporter les polygones de changement de la carte de probabilité du dernier modèle, calculée si elle n'existe pas encore.</translation>
    </message>
    <message>
      <source>Extent, instead of an area of interest</source>
      <translation>Étendue, au lieu d'une zone d'intérêt</translation>
    </message>
    <message>
      <source>Folder for the table and the figures</source>
      <translation>Dossier du tableau et des figures</translation>
    </message>
    <message>
      <source>Folder of all that the demo writes; must be new</source>
      <translation>Dossier de tout ce que la démonstration écrit ; doit être nouveau</translation>
    </message>
    <message>
      <source>Folder of the campaign (NAME.alcd)</source>
      <translation>Dossier de la campagne (NOM.alcd)</translation>
    </message>
    <message>
      <source>Folder of the new campaign (NAME.alcd)</source>
      <translation>Dossier de la nouvelle campagne (NOM.alcd)</translation>
    </message>
    <message>
      <source>Folder of the same kind to test on, with none of the pool's pixels</source>
      <translation>Dossier du même genre pour tester, sans aucun pixel du réservoir</translation>
    </message>
    <message>
      <source>Folder with before.tif, after.tif and changes.gpkg to learn from, or a packed pool</source>
      <translation>Dossier avec before.tif, after.tif et changes.gpkg pour apprendre, ou un réservoir empaqueté</translation>
    </message>
    <message>
      <source>From two orthophotos to change polygons in some minutes: creates a campaign, labels, trains and queries round by round with a reference as the analyst, maps, exports, assesses, and writes a report and a QGIS project. Makes its own imagery, unless before, after and reference are given.</source>
      <translation>De deux orthophotos aux polygones de changement en quelques minutes : crée une campagne, étiquette, apprend et demande tour par tour avec une référence en guise d'analyste, cartographie, exporte, évalue, et écrit un rapport et un projet QGIS. Fabrique ses propres images si avant, après et référence ne sont pas donnés.</translation>
    </message>
    <message>
      <source>Fusion</source>
      <translation>Fusion</translation>
    </message>
    <message>
      <source>Getting {}</source>
      <translation>Téléchargement de {}</translation>
    </message>
    <message>
      <source>Getting {} ({} of {} MB)</source>
      <translation>Téléchargement de {} ({} sur {} Mo)</translation>
    </message>
    <message>
      <source>Give a number.</source>
      <translation>Indiquez un nombre.</translation>
    </message>
    <message>
      <source>Give either an area of interest or an extent, not both.</source>
      <translation>Donnez soit une zone d'intérêt, soit une étendue, pas les deux.</translation>
    </message>
    <message>
      <source>Go on from a trained model: a campaign's folder, or one of its models/round-NNN</source>
      <translation>Partir d'un modèle appris : le dossier d'une campagne, ou un de ses models/round-NNN</translation>
    </message>
    <message>
      <source>Go on from the last round's weights in place of the encoder's, for half the epochs</source>
      <translation>Continuer avec les poids du dernier tour au lieu de ceux de l’encodeur, en moitié moins de passages</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Grille</translation>
    </message>
    <message>
      <source>Grid of {width} × {height} pixels of {gsd} m.</source>
      <translation>Grille de {width} × {height} pixels de {gsd} m.</translation>
    </message>
    <message>
      <source>Ground sampling distance; by default 1 m on the imagery made here, else the coarser raster's</source>
      <translation>Résolution au sol ; par défaut 1 m sur les images faites ici, sinon celle du raster le plus grossier</translation>
    </message>
    <message>
      <source>Ground sampling distance; by default that of the coarser raster</source>
      <translation>Résolution au sol ; par défaut celle du raster le plus grossier</translation>
    </message>
    <message>
      <source>Gsd</source>
      <translation>Résolution au sol</translation>
    </message>
    <message>
      <source>How both dates' features are joined: their difference, which few labels teach better, or side by side (concatenation); by default that of the training's preset</source>
      <translation>Comment les caractéristiques des deux dates sont jointes : leur différence, qui s’apprend mieux avec peu d’étiquettes, ou côte à côte (concatenation) ; par défaut comme le préréglage de l’apprentissage</translation>
    </message>
    <message>
      <source>How informative a tile is; change-probability: the tiles that are likeliest changed, to find what is left</source>
      <translation>À quel point une tuile est instructive ; probabilité de changement : les tuiles les plus probablement modifiées, pour trouver le reste</translation>
    </message>
    <message>
      <source>How tiles are asked for, each with each method; predicted-change: random among tiles predicted to be changed</source>
      <translation>Comment les tuiles sont demandées, chaque façon avec chaque méthode ; predicted-change : au hasard parmi celles prédites modifiées</translation>
    </message>
    <message>
      <source>If the network overlooked a change there, label that tile by hand instead.</source>
      <translation>Si le réseau y a manqué un changement, étiquetez plutôt cette tuile à la main.</translation>
    </message>
    <message>
      <source>Initial</source>
      <translation>Départ</translation>
    </message>
    <message>
      <source>It is measured on the test tiles.</source>
      <translation>Il est mesuré sur les tuiles de test.</translation>
    </message>
    <message>
      <source>It looks through all other tiles for those to label next.</source>
      <translation>Il cherche parmi toutes les autres tuiles celles à étiqueter ensuite.</translation>
    </message>
    <message>
      <source>JSON of other ways measured on the same budget: {text, measures: [{name, note, average_precision, own}]}</source>
      <translation>JSON d'autres méthodes mesurées avec autant d'étiquettes : {text, measures: [{name, note, average_precision, own}]}</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Connues</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Étiqueter</translation>
    </message>
    <message>
      <source>Label first tiles</source>
      <translation>Étiqueter les premières tuiles</translation>
    </message>
    <message>
      <source>Label queried tiles</source>
      <translation>Étiqueter les tuiles demandées</translation>
    </message>
    <message>
      <source>Label test tiles (page Campaign) to see how good the network is.</source>
      <translation>Étiquetez des tuiles de test (page Campagne) pour voir la qualité du réseau.</translation>
    </message>
    <message>
      <source>Label the tiles</source>
      <translation>Étiqueter les tuiles</translation>
    </message>
    <message>
      <source>Label tiles</source>
      <translation>Étiqueter les tuiles</translation>
    </message>
    <message>
      <source>Label tiles from existing polygons of change: what no polygon covers counts as unchanged. A field called class with the value ignore marks areas to leave out.</source>
      <translation>Étiqueter des tuiles par des polygones de changement existants : ce qu'aucun polygone ne couvre compte comme inchangé. Un champ class de valeur ignore marque les zones à laisser de côté.</translation>
    </message>
    <message>
      <source>Label tiles from polygons</source>
      <translation>Étiqueter les tuiles par polygones</translation>
    </message>
    <message>
      <source>Labelled tiles</source>
      <translation>Tuiles étiquetées</translation>
    </message>
    <message>
      <source>Labelled to test with</source>
      <translation>Étiquetées pour tester</translation>
    </message>
    <message>
      <source>Labelled to train on</source>
      <translation>Étiquetées pour apprendre</translation>
    </message>
    <message>
      <source>Labelling {} tiles</source>
      <translation>Étiquetage de {} tuiles</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Apprendre</translation>
    </message>
    <message>
      <source>Learn from the verdicts</source>
      <translation>Apprendre des verdicts</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'apprentissage</translation>
    </message>
    <message>
      <source>Looking for QGIS's Python</source>
      <translation>Recherche du Python de QGIS</translation>
    </message>
    <message>
      <source>Looking for packages</source>
      <translation>Recherche des paquets</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Perte</translation>
    </message>
    <message>
      <source>Loss of network {}</source>
      <translation>Perte du réseau {}</translation>
    </message>
    <message>
      <source>Make a campaign from two orthophotos of one region: the common grid, its tiles, and what is remembered of them. Nothing is resampled to disk; the rasters may differ in CRS, resolution, extent, number type and bands.</source>
      <translation>Créer une campagne de deux orthophotos d'une région : la grille commune, ses tuiles et ce qu'on en retient. Rien n'est rééchantillonné sur le disque ; les rasters peuvent différer en SCR, résolution, étendue, type et bandes.</translation>
    </message>
    <message>
      <source>Making the environment</source>
      <translation>Création de l'environnement</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Carte</translation>
    </message>
    <message>
      <source>Map the probability of change over the whole grid as a cloud-optimised GeoTIFF; overlapping tiles are blended.</source>
      <translation>Cartographier la probabilité de changement sur toute la grille en GeoTIFF optimisé pour le nuage ; les recouvrements sont fondus.</translation>
    </message>
    <message>
      <source>Mark tiles to label first, when nothing is labelled yet: diverse ones among those whose two dates differ most in the encoder's features, and random ones beside them.</source>
      <translation>Marquer les tuiles à étiqueter en premier quand rien ne l'est encore : diverses parmi celles dont les deux dates diffèrent le plus pour l'encodeur, et d'autres au hasard.</translation>
    </message>
    <message>
      <source>Measure AUC, average precision, F1, IoU and calibration error against a reference layer: on the test tiles, or on the whole grid where there are none.</source>
      <translation>Mesurer l'AUC, la précision moyenne, F1, IoU et l'erreur de calibration avec une référence : sur les tuiles de test, ou sur toute la grille s'il n'y en a pas.</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membres</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Méthode</translation>
    </message>
    <message>
      <source>Min area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Most uncertain tiles</source>
      <translation>Tuiles les plus incertaines</translation>
    </message>
    <message>
      <source>Name a Python 3.11 or newer that has GDAL (osgeo) and numpy in ALCD's settings.</source>
      <translation>Indiquez dans les réglages d'ALCD un Python 3.11 ou plus récent qui a GDAL (osgeo) et numpy.</translation>
    </message>
    <message>
      <source>No campaign is open</source>
      <translation>Aucune campagne ouverte</translation>
    </message>
    <message>
      <source>No changed tile is among them: the network cannot learn what a change is.</source>
      <translation>Aucune tuile changée parmi elles : le réseau ne peut apprendre ce qu'est un changement.</translation>
    </message>
    <message>
      <source>No tile is left to test with.</source>
      <translation>Il ne reste aucune tuile pour tester.</translation>
    </message>
    <message>
      <source>No tile that is not labelled yet has only polygons with a verdict.</source>
      <translation>Aucune tuile non étiquetée n'a que des polygones jugés.</translation>
    </message>
    <message>
      <source>Nothing is labelled to learn from yet. Label some of the suggested tiles first.</source>
      <translation>Rien n'est encore étiqueté. Étiquetez d'abord quelques tuiles suggérées.</translation>
    </message>
    <message>
      <source>Nothing is labelled yet. ALCD looks for tiles on which the two dates differ, as a start.</source>
      <translation>Rien n'est encore étiqueté. Pour commencer, ALCD cherche des tuiles où les deux dates diffèrent.</translation>
    </message>
    <message>
      <source>Number of members</source>
      <translation>Nombre de membres</translation>
    </message>
    <message>
      <source>Number of tiles to mark</source>
      <translation>Nombre de tuiles à marquer</translation>
    </message>
    <message>
      <source>Open a campaign (folder NAME.alcd)</source>
      <translation>Ouvrir une campagne (dossier NOM.alcd)</translation>
    </message>
    <message>
      <source>Open or create a campaign first</source>
      <translation>Ouvrez ou créez d'abord une campagne</translation>
    </message>
    <message>
      <source>Open the settings</source>
      <translation>Ouvrir les paramètres</translation>
    </message>
    <message>
      <source>Orientations</source>
      <translation>Orientations</translation>
    </message>
    <message>
      <source>Orthophoto of the first date</source>
      <translation>Orthophoto de la première date</translation>
    </message>
    <message>
      <source>Orthophoto of the second date</source>
      <translation>Orthophoto de la seconde date</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Sortie</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Recouvrement</translation>
    </message>
    <message>
      <source>Own orthophoto of the first date</source>
      <translation>Orthophoto personnelle de la première date</translation>
    </message>
    <message>
      <source>Own orthophoto of the second date</source>
      <translation>Orthophoto personnelle de la seconde date</translation>
    </message>
    <message>
      <source>Packages cannot be fetched through a SOCKS proxy: use an HTTP proxy, or a folder of wheels.</source>
      <translation>Un proxy SOCKS ne permet pas de charger des paquets : utilisez un proxy HTTP ou un dossier de wheels.</translation>
    </message>
    <message>
      <source>Passes over the labelled tiles</source>
      <translation>Passages sur les tuiles étiquetées</translation>
    </message>
    <message>
      <source>Passes over the labelled tiles; by default the preset's</source>
      <translation>Passages sur les tuiles étiquetées ; par défaut ceux du préréglage</translation>
    </message>
    <message>
      <source>Passes over the labelled tiles; by default the training's</source>
      <translation>Passages sur les tuiles annotées ; par défaut ceux de l’entraînement</translation>
    </message>
    <message>
      <source>Pixels of the coarser raster that make one, along each side; tiles shrink with it; by default 4 with quick, 1 with paper</source>
      <translation>Pixels du raster le plus grossier qui en font un, de chaque côté ; les tuiles rétrécissent d’autant ; par défaut 4 avec quick, 1 avec paper</translation>
    </message>
    <message>
      <source>Pixels with at least this probability are change</source>
      <translation>Les pixels d'au moins cette probabilité sont un changement</translation>
    </message>
    <message>
      <source>Point a campaign at orthophotos that were moved or renamed. Tiles, labels and models stay as they are.</source>
      <translation>Indiquer à une campagne des orthophotos déplacées ou renommées. Tuiles, étiquettes et modèles restent tels quels.</translation>
    </message>
    <message>
      <source>Point campaign at moved rasters</source>
      <translation>Indiquer des rasters déplacés</translation>
    </message>
    <message>
      <source>Polygons of everything that changed</source>
      <translation>Polygones de tout ce qui a changé</translation>
    </message>
    <message>
      <source>Polygons of everything that changed between them</source>
      <translation>Polygones de tout ce qui a changé entre les deux</translation>
    </message>
    <message>
      <source>Polygons of everything that changed: shows what was found, missed and wrongly marked</source>
      <translation>Polygones de tout ce qui a changé : montre ce qui a été trouvé, manqué ou marqué à tort</translation>
    </message>
    <message>
      <source>Polygons of the area of interest; by default all that both dates show</source>
      <translation>Polygones de la zone d'intérêt ; par défaut tout ce que montrent les deux dates</translation>
    </message>
    <message>
      <source>Pool</source>
      <translation>Réservoir</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>Prédire</translation>
    </message>
    <message>
      <source>Predict probability of change</source>
      <translation>Prédire la probabilité de changement</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>Préréglage</translation>
    </message>
    <message>
      <source>Preset of the training; by default fast for quick, paper for paper</source>
      <translation>Préréglage de l’entraînement ; par défaut fast pour quick, paper pour paper</translation>
    </message>
    <message>
      <source>Preview a campaign</source>
      <translation>Aperçu d'une campagne</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Probabilité de changement</translation>
    </message>
    <message>
      <source>Probability of change and uncertainty are on the map now.</source>
      <translation>La probabilité et l'incertitude sont maintenant sur la carte.</translation>
    </message>
    <message>
      <source>Put the missing wheels for this Python into {}, then try again.</source>
      <translation>Mettez les wheels manquants pour ce Python dans {}, puis réessayez.</translation>
    </message>
    <message>
      <source>Putting packages in place ({} of {})</source>
      <translation>Installation des paquets ({} sur {})</translation>
    </message>
    <message>
      <source>PyTorch finds no usable card</source>
      <translation>PyTorch ne trouve pas de carte utilisable</translation>
    </message>
    <message>
      <source>QGIS's Python is {}; the worker needs 3.11 or newer.</source>
      <translation>Le Python de QGIS est {} ; il faut 3.11 ou plus récent.</translation>
    </message>
    <message>
      <source>QGIS's own Python was not found</source>
      <translation>Le Python de QGIS n'a pas été trouvé</translation>
    </message>
    <message>
      <source>Query next tiles</source>
      <translation>Demander les tuiles suivantes</translation>
    </message>
    <message>
      <source>Raster of the members' variance, 0 to 0.25</source>
      <translation>Raster de la variance des membres, de 0 à 0,25</translation>
    </message>
    <message>
      <source>Raster of the probability of change</source>
      <translation>Raster de la probabilité de changement</translation>
    </message>
    <message>
      <source>Raster of the probability of change, 0 to 1</source>
      <translation>Raster de la probabilité de changement, de 0 à 1</translation>
    </message>
    <message>
      <source>Raster of the uncertainty that predict wrote</source>
      <translation>Raster d'incertitude écrit par predict</translation>
    </message>
    <message>
      <source>Raster of true and false positives and negatives in four colours, over the whole grid</source>
      <translation>Raster des vrais et faux positifs et négatifs en quatre couleurs, sur toute la grille</translation>
    </message>
    <message>
      <source>Reduction</source>
      <translation>Réduction</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Référence</translation>
    </message>
    <message>
      <source>Reference: polygons of everything that changed</source>
      <translation>Référence : polygones de tout ce qui a changé</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Rejeter</translation>
    </message>
    <message>
      <source>Removing the worker's environment</source>
      <translation>Suppression de l'environnement Python</translation>
    </message>
    <message>
      <source>Repair the worker's environment in ALCD's settings, or choose another Python.</source>
      <translation>Réparez l'environnement Python dans les réglages d'ALCD, ou choisissez un autre Python.</translation>
    </message>
    <message>
      <source>Repair the worker's environment in ALCD's settings.</source>
      <translation>Réparez l'environnement Python dans les réglages d'ALCD.</translation>
    </message>
    <message>
      <source>Replace a file</source>
      <translation>Remplacer un fichier</translation>
    </message>
    <message>
      <source>Reshape</source>
      <translation>Forme</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Résultats</translation>
    </message>
    <message>
      <source>Round {}, {} tiles: average precision {}</source>
      <translation>Tour {}, {} tuiles : précision moyenne {}</translation>
    </message>
    <message>
      <source>Round {}: learnt from {} tiles.</source>
      <translation>Tour {} : appris de {} tuiles.</translation>
    </message>
    <message>
      <source>Round {}: {} tiles to label next.</source>
      <translation>Tour {} : {} tuiles à étiqueter ensuite.</translation>
    </message>
    <message>
      <source>Rounds</source>
      <translation>Tours</translation>
    </message>
    <message>
      <source>Rounds after the start; by default 3 with quick, 9 with paper</source>
      <translation>Tours après le départ ; par défaut 3 avec quick, 9 avec paper</translation>
    </message>
    <message>
      <source>Rounds of labelling and training</source>
      <translation>Tours d'étiquetage et d'apprentissage</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Essais</translation>
    </message>
    <message>
      <source>Runs, each with another seed</source>
      <translation>Essais, chacun avec une autre graine</translation>
    </message>
    <message>
      <source>Save it as a GeoPackage first (Export &gt; Save Features As).</source>
      <translation>Enregistrez-la d'abord en GeoPackage (Exporter &gt; Sauvegarder les entités sous).</translation>
    </message>
    <message>
      <source>Save it as a GeoTIFF first (Export &gt; Save As).</source>
      <translation>Enregistrez-la d'abord en GeoTIFF (Exporter &gt; Enregistrer sous).</translation>
    </message>
    <message>
      <source>Save or discard them, then start again.</source>
      <translation>Enregistrez-les ou abandonnez-les, puis recommencez.</translation>
    </message>
    <message>
      <source>Score every unlabelled tile by the model's uncertainty and mark the most informative ones to label next, with the polygons that the model would draw on them as proposals.</source>
      <translation>Noter chaque tuile non étiquetée par l'incertitude du modèle et marquer les plus instructives à étiqueter ensuite, avec comme propositions les polygones que le modèle y dessinerait.</translation>
    </message>
    <message>
      <source>See half of the tiles with their dates exchanged: examples of what was built then also teach what was torn down; takes several times the epochs</source>
      <translation>Voir la moitié des tuiles avec les dates échangées : les exemples de construit apprennent alors aussi le démoli ; demande plusieurs fois plus de passages</translation>
    </message>
    <message>
      <source>See the log.</source>
      <translation>Voir le journal.</translation>
    </message>
    <message>
      <source>See the log; trying again goes on from what was downloaded.</source>
      <translation>Voir le journal ; un nouvel essai reprend ce qui est déjà téléchargé.</translation>
    </message>
    <message>
      <source>See the results</source>
      <translation>Voir les résultats</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Set it up in Settings &gt; Options &gt; ALCD (about 5 GB, once).</source>
      <translation>Installez-le dans Préférences &gt; Options &gt; ALCD (environ 5 Go, une fois).</translation>
    </message>
    <message>
      <source>Show or hide the panel: label, learn, review changes</source>
      <translation>Montrer ou cacher le bureau : étiqueter, apprendre, réviser</translation>
    </message>
    <message>
      <source>Show the log</source>
      <translation>Montrer le journal</translation>
    </message>
    <message>
      <source>Side of a tile, a multiple of 32</source>
      <translation>Côté d'une tuile, multiple de 32</translation>
    </message>
    <message>
      <source>Side of the region that is made</source>
      <translation>Côté de la région fabriquée</translation>
    </message>
    <message>
      <source>Simplify</source>
      <translation>Simplifier</translation>
    </message>
    <message>
      <source>Simulate active learning</source>
      <translation>Simuler l’apprentissage actif</translation>
    </message>
    <message>
      <source>Simulate active learning, with a reference layer as the analyst: how good is the network after how many labels, by method and acquisition? All learners of a run begin with the same tiles. Results are added to a table run by run, so it can be stopped and started again. Without method and acquisition, the publication's table and a harder baseline.</source>
      <translation>Simule l’apprentissage actif avec une couche de référence comme analyste : quelle qualité après combien d’annotations, par méthode et par acquisition ? Tous les apprenants d’un essai commencent avec les mêmes tuiles. Les résultats s’ajoutent à un tableau essai par essai ; on peut donc arrêter et reprendre. Sans méthode ni acquisition : le tableau de la publication et une comparaison plus sévère.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Passées</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Les polygones plus petits sont omis</translation>
    </message>
    <message>
      <source>Something else than this window ended the job. Start it again.</source>
      <translation>La tâche a été arrêtée par autre chose que cette fenêtre. Relancez-la.</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Usage</translation>
    </message>
    <message>
      <source>Stages of the encoder that are used</source>
      <translation>Étages de l'encodeur utilisés</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Start from the encoder's weights; without it the preset fast goes on from the last round's model, where there is one of the same kind, for half the epochs</source>
      <translation>Partir des poids de l’encodeur ; sinon le préréglage fast continue avec le modèle du dernier tour, s’il est du même genre, en moitié moins de passages</translation>
    </message>
    <message>
      <source>Step size of Adam</source>
      <translation>Pas d'Adam</translation>
    </message>
    <message>
      <source>Step size of Adam; by default the preset's</source>
      <translation>Pas d'Adam ; par défaut celui du préréglage</translation>
    </message>
    <message>
      <source>Step size of Adam; by default the training's</source>
      <translation>Pas d'Adam ; par défaut celui de l’apprentissage</translation>
    </message>
    <message>
      <source>Step {} of {}: {}</source>
      <translation>Étape {} sur {} : {}</translation>
    </message>
    <message>
      <source>Stopped. Learning goes on at the last finished epoch when you start it again.</source>
      <translation>Arrêté. L'apprentissage reprendra à la dernière époque finie.</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation>Arrêt …</translation>
    </message>
    <message>
      <source>Suggest first tiles</source>
      <translation>Suggérer les premières tuiles</translation>
    </message>
    <message>
      <source>Take campaign.gpkg from a backup.</source>
      <translation>Reprenez campaign.gpkg d'une sauvegarde.</translation>
    </message>
    <message>
      <source>Tell how a campaign stands: its rasters and grid, tiles by state, and the rounds so far.</source>
      <translation>Dire où en est une campagne : ses rasters et sa grille, les tuiles par état, et les tours jusqu'ici.</translation>
    </message>
    <message>
      <source>Tell what a campaign would be: its grid and tiles, how much there is to read, how much of it has no data, and whether the two dates look shifted against each other or very different in brightness. Writes nothing.</source>
      <translation>Dire ce que serait une campagne : sa grille et ses tuiles, combien il y a à lire, quelle part est sans données, et si les deux dates semblent décalées ou de luminosité très différente. N'écrit rien.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>The CRS {} is not known.</source>
      <translation>Le SCR {} n'est pas connu.</translation>
    </message>
    <message>
      <source>The Python chosen for ALCD is not there: {}.</source>
      <translation>Le Python choisi pour ALCD n'est pas là : {}.</translation>
    </message>
    <message>
      <source>The campaign needs a name that can be a folder's name.</source>
      <translation>La campagne a besoin d'un nom possible pour un dossier.</translation>
    </message>
    <message>
      <source>The environment could not be removed ({}).</source>
      <translation>L'environnement n'a pas pu être supprimé ({}).</translation>
    </message>
    <message>
      <source>The environment could not be written to {} ({}).</source>
      <translation>L'environnement n'a pas pu être écrit dans {} ({}).</translation>
    </message>
    <message>
      <source>The extent {} cannot be read.</source>
      <translation>L'étendue {} est illisible.</translation>
    </message>
    <message>
      <source>The folder {} cannot be written ({}).</source>
      <translation>Impossible d'écrire dans le dossier {} ({}).</translation>
    </message>
    <message>
      <source>The job could not be supervised: {}</source>
      <translation>La tâche n'a pas pu être surveillée : {}</translation>
    </message>
    <message>
      <source>The last lines of its log tell more.</source>
      <translation>Les dernières lignes de son journal en disent plus.</translation>
    </message>
    <message>
      <source>The layer given as {} cannot be read.</source>
      <translation>La couche donnée comme {} n'est pas lisible.</translation>
    </message>
    <message>
      <source>The layer {} has edits that are not saved.</source>
      <translation>La couche {} a des modifications non enregistrées.</translation>
    </message>
    <message>
      <source>The layer {} is filtered, or no file.</source>
      <translation>La couche {} est filtrée, ou n'est pas un fichier.</translation>
    </message>
    <message>
      <source>The layer {} is no raster file but comes from “{}”.</source>
      <translation>La couche {} n'est pas un fichier raster mais vient de « {} ».</translation>
    </message>
    <message>
      <source>The layer {} is opened with options that the worker would not know.</source>
      <translation>La couche {} est ouverte avec des options que le processus de calcul ne connaîtrait pas.</translation>
    </message>
    <message>
      <source>The layer {} lies in {} here, but its file says {}.</source>
      <translation>La couche {} est ici en {}, mais son fichier indique {}.</translation>
    </message>
    <message>
      <source>The layer {} of {} cannot be read.</source>
      <translation>La couche {} de {} ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The network has learnt all labels. See what it found.</source>
      <translation>Le réseau a appris toutes les étiquettes. Voyez ce qu'il a trouvé.</translation>
    </message>
    <message>
      <source>The network learns from your labels.</source>
      <translation>Le réseau apprend de vos étiquettes.</translation>
    </message>
    <message>
      <source>The network starts from weights that were learnt on ImageNet. They are not on this computer yet (about 85 MB, once). Download them now?</source>
      <translation>Le réseau part de poids appris sur ImageNet. Ils ne sont pas encore sur cet ordinateur (environ 85 Mo, une fois). Les télécharger maintenant ?</translation>
    </message>
    <message>
      <source>The network would draw the dashed outlines: Accept, then Done. If nothing changed: No change.</source>
      <translation>En tirets : la proposition du réseau. Accepter, puis Terminé. Rien n’a changé ? Aucun changement.</translation>
    </message>
    <message>
      <source>The new shape could not be saved: {}</source>
      <translation>La nouvelle forme n'a pas pu être enregistrée : {}</translation>
    </message>
    <message>
      <source>The packages could not be installed: {}</source>
      <translation>Les paquets n'ont pas pu être installés : {}</translation>
    </message>
    <message>
      <source>The page</source>
      <translation>La page</translation>
    </message>
    <message>
      <source>The page (.html)</source>
      <translation>La page (.html)</translation>
    </message>
    <message>
      <source>The polygons are in {}.</source>
      <translation>Les polygones sont dans {}.</translation>
    </message>
    <message>
      <source>The raster {} cannot be read.</source>
      <translation>Le raster {} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The same seed gives the same region, tiles, weights and scores</source>
      <translation>La même graine donne la même région, les mêmes tuiles, poids et scores</translation>
    </message>
    <message>
      <source>The same seed gives the same tiles, weights and scores</source>
      <translation>La même graine donne les mêmes tuiles, poids et scores</translation>
    </message>
    <message>
      <source>The tiles of {} cannot be read.</source>
      <translation>Les tuiles de {} ne sont pas lisibles.</translation>
    </message>
    <message>
      <source>The tiles to label next, with their rank and uncertainty.</source>
      <translation>Les tuiles à étiqueter ensuite, avec leur rang et leur incertitude.</translation>
    </message>
    <message>
      <source>The verdict could not be written to {}.</source>
      <translation>Le verdict n'a pas pu être écrit dans {}.</translation>
    </message>
    <message>
      <source>The verdicts in {} cannot be read.</source>
      <translation>Les verdicts dans {} sont illisibles.</translation>
    </message>
    <message>
      <source>The whole work as one model, with a reference layer as the one who labels: create a campaign, label the first tiles, train, ask for the tiles that the model is least sure of, label those, train again, and export change polygons. Without a reference layer, run the algorithms one by one and label by hand.</source>
      <translation>Tout le travail en un seul modèle, où une couche de référence étiquette : créer une campagne, étiqueter les premières tuiles, entraîner, demander les tuiles dont le modèle est le moins sûr, les étiqueter, entraîner de nouveau et exporter les polygones de changement. Sans couche de référence, lancez les algorithmes un à un et étiquetez à la main.</translation>
    </message>
    <message>
      <source>The worker crashed: {} ({}).</source>
      <translation>Le processus de calcul a planté : {} ({}).</translation>
    </message>
    <message>
      <source>The worker ended unexpectedly (exit status {}).</source>
      <translation>Le processus de calcul s'est terminé de façon inattendue (statut {}).</translation>
    </message>
    <message>
      <source>The worker ended unexpectedly (exit status {}): {}.</source>
      <translation>Le processus de calcul s'est terminé de façon inattendue (statut {}) : {}.</translation>
    </message>
    <message>
      <source>The worker ended without a result.</source>
      <translation>Le processus de calcul s'est terminé sans résultat.</translation>
    </message>
    <message>
      <source>The worker ran out of memory.</source>
      <translation>Le processus de calcul a manqué de mémoire.</translation>
    </message>
    <message>
      <source>The worker ran out of the graphics card's memory.</source>
      <translation>Le processus de calcul a manqué de mémoire sur la carte graphique.</translation>
    </message>
    <message>
      <source>The worker was ended by the signal {}.</source>
      <translation>Le processus de calcul a été arrêté par le signal {}.</translation>
    </message>
    <message>
      <source>The worker was killed, most likely by the system because memory ran out.</source>
      <translation>Le processus de calcul a été tué, sans doute par le système faute de mémoire.</translation>
    </message>
    <message>
      <source>The worker's Python works</source>
      <translation>Le Python des tâches fonctionne</translation>
    </message>
    <message>
      <source>The worker's Python {} could not be started ({}).</source>
      <translation>Le Python des tâches, {}, n'a pas pu être démarré ({}).</translation>
    </message>
    <message>
      <source>The worker's environment is damaged: {}.</source>
      <translation>L'environnement Python est endommagé : {}.</translation>
    </message>
    <message>
      <source>The {} accepted polygons count as changes; all other ground in these tiles as unchanged.</source>
      <translation>Les {} polygones acceptés comptent comme changements ; tout le reste de ces tuiles comme inchangé.</translation>
    </message>
    <message>
      <source>The {} are not numbers separated by commas: {}.</source>
      <translation>Les {} ne sont pas des nombres séparés par des virgules : {}.</translation>
    </message>
    <message>
      <source>There is nothing to see yet: let the network learn first (page Learn).</source>
      <translation>Rien à voir encore : laissez d'abord le réseau apprendre (page Apprendre).</translation>
    </message>
    <message>
      <source>This Python lacks pip. On Debian and Ubuntu install the package python3-venv.</source>
      <translation>Il manque pip à ce Python. Sous Debian et Ubuntu, installez le paquet python3-venv.</translation>
    </message>
    <message>
      <source>This is a defect of ALCD; please report it.</source>
      <translation>C'est un défaut d'ALCD ; merci de le signaler.</translation>
    </message>
    <message>
      <source>This tile is done. Any of the keys labels it anew.</source>
      <translation>Cette tuile est faite. N’importe laquelle des touches la réétiquette.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <source>Tile size</source>
      <translation>Taille de tuile</translation>
    </message>
    <message>
      <source>Tile {}</source>
      <translation>Tuile {}</translation>
    </message>
    <message>
      <source>Tile {} of {}</source>
      <translation>Tuile {} sur {}</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Tuiles</translation>
    </message>
    <message>
      <source>Tiles a step</source>
      <translation>Tuiles par pas</translation>
    </message>
    <message>
      <source>Tiles a step; by default the preset's</source>
      <translation>Tuiles par pas ; par défaut celles du préréglage</translation>
    </message>
    <message>
      <source>Tiles to label a round</source>
      <translation>Tuiles à étiqueter par tour</translation>
    </message>
    <message>
      <source>Tiles to label a round; by default 10 with quick, 100 with paper</source>
      <translation>Tuiles à étiqueter par tour ; par défaut 10 avec quick, 100 avec paper</translation>
    </message>
    <message>
      <source>Tiles to label after the first training</source>
      <translation>Tuiles à étiqueter après le premier entraînement</translation>
    </message>
    <message>
      <source>Tiles to label first</source>
      <translation>Tuiles à étiqueter d'abord</translation>
    </message>
    <message>
      <source>To label now</source>
      <translation>À étiqueter maintenant</translation>
    </message>
    <message>
      <source>Tolerance of the outlines' simplification; by default one pixel, 0 keeps the pixels' edges</source>
      <translation>Tolérance de simplification des contours ; par défaut un pixel, 0 garde les bords des pixels</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entraîner</translation>
    </message>
    <message>
      <source>Train a Siamese U-Net, or an ensemble of them, on the campaign's labelled tiles. Started again after a cancel or a crash, it goes on at its last finished epoch.</source>
      <translation>Faire apprendre un U-Net siamois, ou un ensemble, des tuiles étiquetées de la campagne. Relancé après une annulation ou un plantage, il reprend à la dernière époque terminée.</translation>
    </message>
    <message>
      <source>Train again</source>
      <translation>Entraîner de nouveau</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entraînement</translation>
    </message>
    <message>
      <source>Trying the worker's Python</source>
      <translation>Essai du Python des tâches</translation>
    </message>
    <message>
      <source>Trying what was installed</source>
      <translation>Essai de ce qui a été installé</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Incertitude</translation>
    </message>
    <message>
      <source>Use what was learnt elsewhere: another campaign's folder, or one of its models/round-NNN; by default this campaign's latest model</source>
      <translation>Utiliser ce qui a été appris ailleurs : le dossier d'une autre campagne, ou un de ses models/round-NNN ; par défaut le dernier modèle de cette campagne</translation>
    </message>
    <message>
      <source>Wait until it has ended, then try again.</source>
      <translation>Attendez qu'elle soit terminée, puis réessayez.</translation>
    </message>
    <message>
      <source>Wait until it is done, then start again.</source>
      <translation>Attendez que ce soit fait, puis relancez.</translation>
    </message>
    <message>
      <source>Wait until it is done, then try again.</source>
      <translation>Attendez qu'il ait fini, puis réessayez.</translation>
    </message>
    <message>
      <source>Warm start</source>
      <translation>Démarrage à chaud</translation>
    </message>
    <message>
      <source>Was something built here, or torn down? Draw it, then Done. Otherwise: No change.</source>
      <translation>A-t-on construit ou démoli ici ? Dessinez-le, puis Terminé. Sinon : Aucun changement.</translation>
    </message>
    <message>
      <source>What learns: an ensemble, mcbn, a single network; supervised: mcbn on all changed tiles and as many unchanged ones, the upper bound</source>
      <translation>Ce qui apprend : un ensemble, mcbn, un réseau seul ; supervised : mcbn sur toutes les tuiles modifiées et autant d’inchangées, la borne supérieure</translation>
    </message>
    <message>
      <source>What neighbouring tiles share</source>
      <translation>Ce que partagent des tuiles voisines</translation>
    </message>
    <message>
      <source>What the encoder starts from: imagenet, none, or a safetensors file</source>
      <translation>D'où part l'encodeur : imagenet, none ou un fichier safetensors</translation>
    </message>
    <message>
      <source>What the labels are for: to train on, or to test with</source>
      <translation>À quoi servent les étiquettes : apprendre ou tester</translation>
    </message>
    <message>
      <source>What the members are: an ensemble of networks, or Monte Carlo batch normalisation of one (mcbn)</source>
      <translation>Ce que sont les membres : un ensemble de réseaux, ou la normalisation par lots de Monte-Carlo d'un seul (mcbn)</translation>
    </message>
    <message>
      <source>Where the orthophoto of the first date is now</source>
      <translation>Où se trouve maintenant l'orthophoto de la première date</translation>
    </message>
    <message>
      <source>Where the orthophoto of the second date is now</source>
      <translation>Où se trouve maintenant l'orthophoto de la seconde date</translation>
    </message>
    <message>
      <source>Where to compute; auto takes a usable GPU, else the processor</source>
      <translation>Où calculer ; auto prend une carte graphique utilisable, sinon le processeur</translation>
    </message>
    <message>
      <source>Whether each member sees a tile turned or mirrored its own way, or all see the same; by default as the training's preset has it</source>
      <translation>Si chaque membre voit une tuile tournée ou retournée à sa façon, ou tous la même ; par défaut comme le préréglage de l’apprentissage</translation>
    </message>
    <message>
      <source>Which tiles to label: queried, all, or identifiers as in 12,57</source>
      <translation>Quelles tuiles étiqueter : queried (demandées), all (toutes) ou des numéros comme 12,57</translation>
    </message>
    <message>
      <source>With {} labelled tiles the network can learn already.</source>
      <translation>Avec {} tuiles étiquetées, le réseau peut déjà apprendre.</translation>
    </message>
    <message>
      <source>Write a report of the campaign: one HTML page with the pictures of both dates, the tiles that were asked for round by round, the maps and the learning curve. The page needs no other file and no internet.</source>
      <translation>Écrire un rapport de la campagne : une page HTML avec les images des deux dates, les tuiles demandées tour par tour, les cartes et la courbe d'apprentissage. La page n'a besoin d'aucun autre fichier ni d'internet.</translation>
    </message>
    <message>
      <source>Write it as in EPSG:25832.</source>
      <translation>Écrivez-le comme EPSG:25832.</translation>
    </message>
    <message>
      <source>Write report</source>
      <translation>Écrire le rapport</translation>
    </message>
    <message>
      <source>Write the report</source>
      <translation>Écrire le rapport</translation>
    </message>
    <message>
      <source>Write the right one into the file first (Raster &gt; Projections &gt; Assign Projection).</source>
      <translation>Écrivez d'abord le bon dans le fichier (Raster &gt; Projections &gt; Assigner une projection).</translation>
    </message>
    <message>
      <source>Write them as in 1,2,3.</source>
      <translation>Écrivez-les comme 1,2,3.</translation>
    </message>
    <message>
      <source>You can go on labelling meanwhile.</source>
      <translation>Vous pouvez continuer à étiqueter.</translation>
    </message>
    <message>
      <source>Your last labels could not be saved yet: the campaign stays open. Try again.</source>
      <translation>Vos dernières étiquettes n'ont pas encore pu être enregistrées : la campagne reste ouverte. Réessayez.</translation>
    </message>
    <message>
      <source>a DLL of another version was found</source>
      <translation>une DLL d'une autre version a été trouvée</translation>
    </message>
    <message>
      <source>a DLL was not found</source>
      <translation>une DLL est introuvable</translation>
    </message>
    <message>
      <source>a random fifth, to test with</source>
      <translation>un cinquième au hasard, pour tester</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>accepté</translation>
    </message>
    <message>
      <source>accepted ones</source>
      <translation>acceptés</translation>
    </message>
    <message>
      <source>accuracy,auc,f1,iou</source>
      <translation>exactitude,auc,f1,iou</translation>
    </message>
    <message>
      <source>after</source>
      <translation>après</translation>
    </message>
    <message>
      <source>all</source>
      <translation>tous</translation>
    </message>
    <message>
      <source>all but rejected ones</source>
      <translation>tous sauf les rejetés</translation>
    </message>
    <message>
      <source>all that both dates show</source>
      <translation>tout ce que montrent les deux dates</translation>
    </message>
    <message>
      <source>all tiles, to train on</source>
      <translation>toutes les tuiles, pour apprendre</translation>
    </message>
    <message>
      <source>annotation,reference</source>
      <translation>annotation,référence</translation>
    </message>
    <message>
      <source>annotations</source>
      <translation>annotations</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>automatique</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <source>before</source>
      <translation>avant</translation>
    </message>
    <message>
      <source>by score</source>
      <translation>par score</translation>
    </message>
    <message>
      <source>by state</source>
      <translation>par état</translation>
    </message>
    <message>
      <source>campaign,state</source>
      <translation>campagne,état</translation>
    </message>
    <message>
      <source>change</source>
      <translation>changement</translation>
    </message>
    <message>
      <source>change detection,active learning</source>
      <translation>détection de changements,apprentissage actif</translation>
    </message>
    <message>
      <source>change polygons</source>
      <translation>polygones de changement</translation>
    </message>
    <message>
      <source>change-probability</source>
      <translation>probabilité de changement</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>changée</translation>
    </message>
    <message>
      <source>concatenation</source>
      <translation>côte à côte (concatenation)</translation>
    </message>
    <message>
      <source>cpu</source>
      <translation>processeur</translation>
    </message>
    <message>
      <source>cuda</source>
      <translation>carte graphique (cuda)</translation>
    </message>
    <message>
      <source>difference</source>
      <translation>différence (difference)</translation>
    </message>
    <message>
      <source>ensemble</source>
      <translation>ensemble</translation>
    </message>
    <message>
      <source>entropy</source>
      <translation>entropie</translation>
    </message>
    <message>
      <source>experiment,benchmark</source>
      <translation>expérience,comparaison</translation>
    </message>
    <message>
      <source>fast</source>
      <translation>rapide</translation>
    </message>
    <message>
      <source>fast: what measures best per minute; paper: the settings of the publication</source>
      <translation>fast : ce qui mesure le mieux par minute ; paper : les réglages de la publication</translation>
    </message>
    <message>
      <source>ignore</source>
      <translation>ignorer</translation>
    </message>
    <message>
      <source>in between</source>
      <translation>entre les deux</translation>
    </message>
    <message>
      <source>it accessed memory that is not its own</source>
      <translation>il a accédé à de la mémoire qui n'est pas la sienne</translation>
    </message>
    <message>
      <source>it computes wrong numbers</source>
      <translation>elle calcule faux</translation>
    </message>
    <message>
      <source>it does not tell its version</source>
      <translation>il ne donne pas sa version</translation>
    </message>
    <message>
      <source>it stopped itself after a fault</source>
      <translation>il s'est arrêté lui-même après une erreur</translation>
    </message>
    <message>
      <source>it was interrupted</source>
      <translation>il a été interrompu</translation>
    </message>
    <message>
      <source>mcbn</source>
      <translation>mcbn</translation>
    </message>
    <message>
      <source>memory ran out</source>
      <translation>la mémoire a manqué</translation>
    </message>
    <message>
      <source>move,path</source>
      <translation>déplacer,chemin</translation>
    </message>
    <message>
      <source>mutual-information</source>
      <translation>information mutuelle</translation>
    </message>
    <message>
      <source>neural network,siamese,mcbn,ensemble</source>
      <translation>réseau de neurones,siamois,mcbn,ensemble</translation>
    </message>
    <message>
      <source>no CRS</source>
      <translation>aucun SCR</translation>
    </message>
    <message>
      <source>no answer in {} s</source>
      <translation>pas de réponse en {} s</translation>
    </message>
    <message>
      <source>no verdict yet</source>
      <translation>pas encore de verdict</translation>
    </message>
    <message>
      <source>orthophoto,campaign,tiles</source>
      <translation>orthophoto,campagne,tuiles</translation>
    </message>
    <message>
      <source>orthophoto,grid,plan</source>
      <translation>orthophoto,grille,plan</translation>
    </message>
    <message>
      <source>own</source>
      <translation>propres</translation>
    </message>
    <message>
      <source>page,html,learning curve</source>
      <translation>page,html,courbe d'apprentissage</translation>
    </message>
    <message>
      <source>paper</source>
      <translation>publication</translation>
    </message>
    <message>
      <source>pip failed</source>
      <translation>pip a échoué</translation>
    </message>
    <message>
      <source>predicted-change</source>
      <translation>changement prédit</translation>
    </message>
    <message>
      <source>probability of change</source>
      <translation>probabilité de changement</translation>
    </message>
    <message>
      <source>probability,uncertainty,map</source>
      <translation>probabilité,incertitude,carte</translation>
    </message>
    <message>
      <source>proposals</source>
      <translation>propositions</translation>
    </message>
    <message>
      <source>quick</source>
      <translation>rapide (quick)</translation>
    </message>
    <message>
      <source>quick: for hundreds of tiles, at a quarter of the resolution; paper: as in the publication, for thousands</source>
      <translation>quick : pour des centaines de tuiles, au quart de la résolution ; paper : comme dans la publication, pour des milliers</translation>
    </message>
    <message>
      <source>random</source>
      <translation>aléatoire</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>rejeté</translation>
    </message>
    <message>
      <source>same</source>
      <translation>identiques</translation>
    </message>
    <message>
      <source>sampling</source>
      <translation>échantillonnage</translation>
    </message>
    <message>
      <source>score {:.3f}</source>
      <translation>score {:.3f}</translation>
    </message>
    <message>
      <source>single</source>
      <translation>seul</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>passée</translation>
    </message>
    <message>
      <source>supervised</source>
      <translation>supervisé</translation>
    </message>
    <message>
      <source>test</source>
      <translation>tester</translation>
    </message>
    <message>
      <source>the queried tiles, to train on</source>
      <translation>les tuiles demandées, pour apprendre</translation>
    </message>
    <message>
      <source>this PyTorch was built without CUDA</source>
      <translation>ce PyTorch a été construit sans CUDA</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>tuiles</translation>
    </message>
    <message>
      <source>train</source>
      <translation>apprendre</translation>
    </message>
    <message>
      <source>uncertainty</source>
      <translation>incertitude</translation>
    </message>
    <message>
      <source>uncertainty,acquisition,variance,entropy</source>
      <translation>incertitude,acquisition,variance,entropie</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>inchangée</translation>
    </message>
    <message>
      <source>variance</source>
      <translation>variance</translation>
    </message>
    <message>
      <source>vectorize,export</source>
      <translation>vectoriser,exporter</translation>
    </message>
    <message>
      <source>{:.1f} min a tile</source>
      <translation>{:.1f} min par tuile</translation>
    </message>
    <message>
      <source>{tiles} tiles of {metres} m, {megabytes} MB to read, no data on {no_data} %.</source>
      <translation>{tiles} tuiles de {metres} m, {megabytes} Mo à lire, sans données sur {no_data} %.</translation>
    </message>
    <message>
      <source>{} (looked for {}): {}.</source>
      <translation>{} (recherché : {}) : {}.</translation>
    </message>
    <message>
      <source>{} belongs to a virtual environment, from which no other can be made.</source>
      <translation>{} appartient à un environnement virtuel, dont on ne peut en faire un autre.</translation>
    </message>
    <message>
      <source>{} cannot be read as a raster.</source>
      <translation>{} n'est pas lisible comme raster.</translation>
    </message>
    <message>
      <source>{} cannot be read.</source>
      <translation>{} n'est pas lisible.</translation>
    </message>
    <message>
      <source>{} cannot be started ({}).</source>
      <translation>{} ne peut pas être démarré ({}).</translation>
    </message>
    <message>
      <source>{} cannot be written: {}</source>
      <translation>{} ne peut être écrit : {}</translation>
    </message>
    <message>
      <source>{} cannot run jobs: {}.</source>
      <translation>{} ne peut pas exécuter de tâches : {}.</translation>
    </message>
    <message>
      <source>{} change polygons to review.</source>
      <translation>{} polygones de changement à réviser.</translation>
    </message>
    <message>
      <source>{} changed</source>
      <translation>{} changées</translation>
    </message>
    <message>
      <source>{} could not make an environment.</source>
      <translation>{} n'a pas pu créer d'environnement.</translation>
    </message>
    <message>
      <source>{} crashed while it was tried (exit status {}).</source>
      <translation>{} a planté pendant l'essai (statut {}).</translation>
    </message>
    <message>
      <source>{} does not work as a Python ({}).</source>
      <translation>{} ne fonctionne pas comme Python ({}).</translation>
    </message>
    <message>
      <source>{} exists already.</source>
      <translation>{} existe déjà.</translation>
    </message>
    <message>
      <source>{} exists already. Replace it?</source>
      <translation>{} existe déjà. Le remplacer ?</translation>
    </message>
    <message>
      <source>{} h left</source>
      <translation>encore {} h</translation>
    </message>
    <message>
      <source>{} has {}</source>
      <translation>{} a {}</translation>
    </message>
    <message>
      <source>{} in between</source>
      <translation>{} entre les deux</translation>
    </message>
    <message>
      <source>{} is Python {}; the worker needs 3.11 or newer.</source>
      <translation>{} est Python {} ; il faut 3.11 ou plus récent.</translation>
    </message>
    <message>
      <source>{} is not as expected</source>
      <translation>{} n'est pas comme attendu</translation>
    </message>
    <message>
      <source>{} is ready to be opened.</source>
      <translation>{} est prête à être ouverte.</translation>
    </message>
    <message>
      <source>{} lacks GDAL or numpy ({}).</source>
      <translation>Il manque à {} GDAL ou numpy ({}).</translation>
    </message>
    <message>
      <source>{} min left</source>
      <translation>encore {} min</translation>
    </message>
    <message>
      <source>{} of {}</source>
      <translation>{} sur {}</translation>
    </message>
    <message>
      <source>{} of {} m</source>
      <translation>{} de {} m</translation>
    </message>
    <message>
      <source>{} of {}: probability {}, {} m², {}</source>
      <translation>{} sur {} : probabilité {}, {} m², {}</translation>
    </message>
    <message>
      <source>{} polygons: {} accepted, {} rejected, {} to look at.</source>
      <translation>{} polygones : {} acceptés, {} rejetés, {} à voir.</translation>
    </message>
    <message>
      <source>{} s a tile</source>
      <translation>{} s par tuile</translation>
    </message>
    <message>
      <source>{} s left</source>
      <translation>encore {} s</translation>
    </message>
    <message>
      <source>{} skipped</source>
      <translation>{} passées</translation>
    </message>
    <message>
      <source>{} tiles</source>
      <translation>{} tuiles</translation>
    </message>
    <message>
      <source>{} tiles are labelled to learn from</source>
      <translation>{} tuiles sont étiquetées pour apprendre</translation>
    </message>
    <message>
      <source>{} tiles are labelled. Let the network learn from them and ask for the next ones.</source>
      <translation>{} tuiles sont étiquetées. Laissez le réseau en apprendre et demander les suivantes.</translation>
    </message>
    <message>
      <source>{} tiles have polygons with a verdict only. They become labelled tiles to learn from.</source>
      <translation>{} tuiles n'ont que des polygones jugés. Elles deviennent des tuiles étiquetées pour apprendre.</translation>
    </message>
    <message>
      <source>{} tiles to label first.</source>
      <translation>{} tuiles à étiqueter en premier.</translation>
    </message>
    <message>
      <source>{} tiles to label next.</source>
      <translation>{} tuiles à étiqueter ensuite.</translation>
    </message>
    <message>
      <source>{} tiles wait to be labelled; the most informative ones come first.</source>
      <translation>{} tuiles attendent d'être étiquetées ; les plus instructives d'abord.</translation>
    </message>
    <message>
      <source>{} tiles were labelled by your verdicts.</source>
      <translation>{} tuiles ont été étiquetées par vos verdicts.</translation>
    </message>
    <message>
      <source>{} tiles were labelled.</source>
      <translation>{} tuiles ont été étiquetées.</translation>
    </message>
    <message>
      <source>{} unchanged</source>
      <translation>{} inchangées</translation>
    </message>
    <message>
      <source>{} would lie among the campaign's own files.</source>
      <translation>{} se trouverait parmi les fichiers de la campagne.</translation>
    </message>
    <message>
      <source>{} × {} pixels of {} m</source>
      <translation>{} × {} pixels de {} m</translation>
    </message>
    <message>
      <source>{}, round {}</source>
      <translation>{}, tour {}</translation>
    </message>
    <message>
      <source>{}: no such file</source>
      <translation>{} : fichier introuvable</translation>
    </message>
    <message>
      <source>{}: {} is no number.</source>
      <translation>{} : {} n'est pas un nombre.</translation>
    </message>
    <message>
      <source>{}: {} is not among the choices.</source>
      <translation>{} : {} ne figure pas parmi les choix.</translation>
    </message>
    <message>
      <source>“changed” is the share of changed tiles among the labelled ones</source>
      <translation>« changée » est la part des tuiles changées parmi les étiquetées</translation>
    </message>
  </context>
  <context>
    <name>CampaignPage</name>
    <message>
      <source>Add a raster file</source>
      <translation>Ajouter un fichier raster</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avancé</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Zone d'intérêt</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Becomes the folder NAME.alcd</source>
      <translation>Devient le dossier NOM.alcd</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>Choose two orthophotos and see what the campaign will be</source>
      <translation>Choisir deux orthophotos et voir ce que sera la campagne</translation>
    </message>
    <message>
      <source>Close campaign</source>
      <translation>Fermer la campagne</translation>
    </message>
    <message>
      <source>Create campaign</source>
      <translation>Créer la campagne</translation>
    </message>
    <message>
      <source>Double-click or Enter opens a campaign</source>
      <translation>Double-clic ou Entrée ouvre une campagne</translation>
    </message>
    <message>
      <source>Find what was built or torn down between two orthophotos of one region: label a few tiles, let the network learn, and look through what it found.</source>
      <translation>Trouvez ce qui a été construit ou démoli entre deux orthophotos d'une région : étiquetez quelques tuiles, laissez le réseau apprendre et passez en revue ce qu'il a trouvé.</translation>
    </message>
    <message>
      <source>In the folder</source>
      <translation>Dans le dossier</translation>
    </message>
    <message>
      <source>Label from polygons</source>
      <translation>Étiqueter par polygones</translation>
    </message>
    <message>
      <source>Labels from existing polygons</source>
      <translation>Étiquettes de polygones existants</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>New campaign …</source>
      <translation>Nouvelle campagne …</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Étape suivante</translation>
    </message>
    <message>
      <source>Open a campaign's folder (NAME.alcd)</source>
      <translation>Ouvrir le dossier d'une campagne (NOM.alcd)</translation>
    </message>
    <message>
      <source>Open the campaign's folder in the file manager</source>
      <translation>Ouvrir le dossier de la campagne dans le gestionnaire de fichiers</translation>
    </message>
    <message>
      <source>Open …</source>
      <translation>Ouvrir …</translation>
    </message>
    <message>
      <source>Orthophoto of the first date</source>
      <translation>Orthophoto de la première date</translation>
    </message>
    <message>
      <source>Orthophoto of the second date</source>
      <translation>Orthophoto de la seconde date</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Polygons; by default all that both dates show</source>
      <translation>Polygones ; par défaut tout ce que montrent les deux dates</translation>
    </message>
    <message>
      <source>Recent campaigns</source>
      <translation>Campagnes récentes</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>Montrer le dossier</translation>
    </message>
    <message>
      <source>Take the campaign's layers away; nothing on disk is changed</source>
      <translation>Retirer les couches de la campagne ; rien ne change sur le disque</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Tuiles</translation>
    </message>
    <message>
      <source>What will be made</source>
      <translation>Ce qui sera créé</translation>
    </message>
    <message>
      <source>Where polygons of the changes exist already, tiles can be labelled from them. What no polygon covers counts as unchanged.</source>
      <translation>Là où existent déjà des polygones des changements, les tuiles peuvent en être étiquetées. Ce qu'aucun polygone ne couvre est inchangé.</translation>
    </message>
    <message>
      <source>Where the campaign's folder is made</source>
      <translation>Où le dossier de la campagne est créé</translation>
    </message>
  </context>
  <context>
    <name>ChangeReviewWidget</name>
    <message>
      <source>Learn from the verdicts</source>
      <translation>Apprendre des verdicts</translation>
    </message>
    <message>
      <source>Tiles whose polygons all have a verdict become labelled: accepted polygons as changes, the rest as unchanged</source>
      <translation>Les tuiles dont tous les polygones sont jugés deviennent étiquetées : les acceptés en changements, le reste inchangé</translation>
    </message>
  </context>
  <context>
    <name>JobBar</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Stop the job; the campaign stays as it was before, or at the last finished epoch</source>
      <translation>Arrêter le travail ; la campagne reste comme avant, ou à la dernière époque finie</translation>
    </message>
  </context>
  <context>
    <name>LabelPage</name>
    <message>
      <source>A polygon is not complete: right click ends it, Esc drops it.</source>
      <translation>Un polygone n'est pas terminé : clic droit le termine, Échap l'abandonne.</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>Accept ({})</source>
      <translation>Accepter ({})</translation>
    </message>
    <message>
      <source>After: {}</source>
      <translation>Après : {}</translation>
    </message>
    <message>
      <source>Before: {}</source>
      <translation>Avant : {}</translation>
    </message>
    <message>
      <source>Blink</source>
      <translation>Alterner</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>Corriger</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>Dessiner</translation>
    </message>
    <message>
      <source>Draw the change: click its corners, right click ends.</source>
      <translation>Dessinez le changement : cliquez les coins, clic droit termine.</translation>
    </message>
    <message>
      <source>Draw what is not to count: click its corners, right click ends.</source>
      <translation>Dessinez ce qui ne compte pas : cliquez les coins, clic droit termine.</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Ignorer</translation>
    </message>
    <message>
      <source>No campaign is open.</source>
      <translation>Aucune campagne n'est ouverte.</translation>
    </message>
    <message>
      <source>No change</source>
      <translation>Aucun changement</translation>
    </message>
    <message>
      <source>Nothing is lost as long as QGIS is open.</source>
      <translation>Rien n'est perdu tant que QGIS est ouvert.</translation>
    </message>
    <message>
      <source>Open or create one</source>
      <translation>En ouvrir ou en créer une</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Passer</translation>
    </message>
    <message>
      <source>Switch them off in Project &gt; Properties &gt; Data Sources.</source>
      <translation>Désactivez-les dans Projet &gt; Propriétés &gt; Sources de données.</translation>
    </message>
    <message>
      <source>The labels cannot be saved yet; ALCD goes on trying.</source>
      <translation>Les étiquettes ne peuvent pas encore être enregistrées ; ALCD continue d'essayer.</translation>
    </message>
    <message>
      <source>The layer “{}” was removed; it comes back with the next key.</source>
      <translation>La couche « {} » a été supprimée ; elle revient avec la prochaine touche.</translation>
    </message>
    <message>
      <source>The project edits in automatic transactions: while you draw, no job can write the campaign.</source>
      <translation>Le projet édite en transactions automatiques : tant que vous dessinez, aucun travail ne peut écrire la campagne.</translation>
    </message>
    <message>
      <source>{} of {} left</source>
      <translation>encore {} sur {}</translation>
    </message>
  </context>
  <context>
    <name>Labelling</name>
    <message>
      <source>A polygon reaches in here: the tile counts as changed. Once more goes on.</source>
      <translation>Un polygone empiète ici : la tuile compte comme changée. Encore une fois pour continuer.</translation>
    </message>
    <message>
      <source>Accept predicted polygons</source>
      <translation>Accepter les polygones prédits</translation>
    </message>
    <message>
      <source>Label the last tiles again.</source>
      <translation>Étiquetez de nouveau les dernières tuiles.</translation>
    </message>
    <message>
      <source>Label these tiles again.</source>
      <translation>Étiquetez de nouveau ces tuiles.</translation>
    </message>
    <message>
      <source>Labels that could not be saved before the project went: %n.</source>
      <translation>Étiquettes non enregistrées avant la fermeture du projet : %n.</translation>
    </message>
    <message>
      <source>Polygons accepted: %n. Correct them where they are wrong, then Done.</source>
      <translation>Polygones acceptés : %n. Corrigez-les s'il le faut, puis Terminé.</translation>
    </message>
    <message>
      <source>Polygons drawn here: %n. Once more removes them; Done keeps them.</source>
      <translation>Polygones dessinés ici : %n. Encore une fois les supprime ; Terminé les garde.</translation>
    </message>
    <message>
      <source>Remove the polygons of a tile</source>
      <translation>Supprimer les polygones d'une tuile</translation>
    </message>
    <message>
      <source>Somebody else has done tile {} meanwhile: that stays.</source>
      <translation>Quelqu'un d'autre a traité la tuile {} entre-temps : cela reste.</translation>
    </message>
    <message>
      <source>The annotations are filtered: what is hidden would be missing. Clear the filter.</source>
      <translation>Les annotations sont filtrées : ce qui est caché manquerait. Supprimez le filtre.</translation>
    </message>
    <message>
      <source>The annotations cannot be edited just now: another program is writing them.</source>
      <translation>Les annotations ne sont pas modifiables pour l'instant : un autre programme les écrit.</translation>
    </message>
    <message>
      <source>The campaign's layers are back. Look at the tile again.</source>
      <translation>Les couches de la campagne sont revenues. Regardez la tuile encore une fois.</translation>
    </message>
    <message>
      <source>The last labels could not be saved: another program holds the campaign's file.</source>
      <translation>Les dernières étiquettes n'ont pas pu être enregistrées : un autre programme tient le fichier de la campagne.</translation>
    </message>
    <message>
      <source>The layer of the annotations is read-only. Allow changes in the project's properties.</source>
      <translation>La couche des annotations est en lecture seule. Autorisez les modifications dans les propriétés du projet.</translation>
    </message>
    <message>
      <source>There is nothing predicted here that is not taken already.</source>
      <translation>Rien de prédit ici qui ne soit déjà accepté.</translation>
    </message>
  </context>
  <context>
    <name>LearnPage</name>
    <message>
      <source>Advanced</source>
      <translation>Avancé</translation>
    </message>
    <message>
      <source>How many tiles the network asks you to label next</source>
      <translation>Combien de tuiles le réseau demande d'étiqueter ensuite</translation>
    </message>
    <message>
      <source>Learn and ask for the next tiles</source>
      <translation>Apprendre et demander les tuiles suivantes</translation>
    </message>
    <message>
      <source>Tiles to ask for</source>
      <translation>Tuiles à demander</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>A Python that has PyTorch, GDAL and all that is listed in requirements/worker.txt; nothing is installed then</source>
      <translation>Un Python avec PyTorch, GDAL et tout ce que liste requirements/worker.txt ; rien n'est alors installé</translation>
    </message>
    <message>
      <source>A safetensors file with the encoder's weights</source>
      <translation>Un fichier safetensors avec les poids de l'encodeur</translation>
    </message>
    <message>
      <source>ALCD</source>
      <translation>ALCD</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Vérifier</translation>
    </message>
    <message>
      <source>Check ALCD's Python environment</source>
      <translation>Vérifier l'environnement Python d'ALCD</translation>
    </message>
    <message>
      <source>Damaged: set it up anew.</source>
      <translation>Endommagé : réinstallez-le.</translation>
    </message>
    <message>
      <source>Defaults</source>
      <translation>Valeurs par défaut</translation>
    </message>
    <message>
      <source>Delete ALCD's Python environment</source>
      <translation>Supprimer l'environnement Python d'ALCD</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Matériel</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Poids de l'encodeur</translation>
    </message>
    <message>
      <source>Folder of wheels</source>
      <translation>Dossier de wheels</translation>
    </message>
    <message>
      <source>For machines without internet access: packages are taken from this folder only</source>
      <translation>Pour les machines sans internet : les paquets viennent de ce seul dossier</translation>
    </message>
    <message>
      <source>ImageNet (downloaded once, after you agreed)</source>
      <translation>ImageNet (téléchargé une fois, avec votre accord)</translation>
    </message>
    <message>
      <source>Jobs run in the existing Python {}.</source>
      <translation>Les tâches tournent dans le Python existant {}.</translation>
    </message>
    <message>
      <source>Made for another version of QGIS or ALCD: set it up anew.</source>
      <translation>Fait pour une autre version de QGIS ou d'ALCD : réinstallez-le.</translation>
    </message>
    <message>
      <source>Make ALCD's Python environment, or make it anew to repair it</source>
      <translation>Installer l'environnement Python d'ALCD, ou le refaire pour le réparer</translation>
    </message>
    <message>
      <source>Make it from this Python</source>
      <translation>Le faire à partir de ce Python</translation>
    </message>
    <message>
      <source>Not set up yet: about 5 GB will be installed.</source>
      <translation>Pas encore installé : environ 5 Go seront installés.</translation>
    </message>
    <message>
      <source>Python 3.11 or newer with GDAL and numpy; by default QGIS's own</source>
      <translation>Python 3.11 ou plus récent avec GDAL et numpy ; par défaut celui de QGIS</translation>
    </message>
    <message>
      <source>Python environment</source>
      <translation>Environnement Python</translation>
    </message>
    <message>
      <source>Ready.</source>
      <translation>Prêt.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Remove ALCD's Python environment</source>
      <translation>Supprimer l'environnement Python d'ALCD</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Installer</translation>
    </message>
    <message>
      <source>Set up ALCD's Python environment</source>
      <translation>Installer l'environnement Python d'ALCD</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Montrer le journal</translation>
    </message>
    <message>
      <source>Show what setting it up said</source>
      <translation>Montrer ce que l'installation a dit</translation>
    </message>
    <message>
      <source>Stop what is under way</source>
      <translation>Arrêter ce qui est en cours</translation>
    </message>
    <message>
      <source>There is no Python at {}.</source>
      <translation>Il n'y a pas de Python à {}.</translation>
    </message>
    <message>
      <source>There is no log yet.</source>
      <translation>Il n'y a pas encore de journal.</translation>
    </message>
    <message>
      <source>Try the worker's Python and each device</source>
      <translation>Essayer le Python et chaque appareil</translation>
    </message>
    <message>
      <source>Use an existing Python</source>
      <translation>Utiliser un Python existant</translation>
    </message>
    <message>
      <source>Weights file</source>
      <translation>Fichier de poids</translation>
    </message>
    <message>
      <source>Where the environment comes from</source>
      <translation>D'où vient l'environnement</translation>
    </message>
    <message>
      <source>from a file</source>
      <translation>d'un fichier</translation>
    </message>
    <message>
      <source>none: start from random weights</source>
      <translation>aucun : partir de poids aléatoires</translation>
    </message>
    <message>
      <source>processor</source>
      <translation>processeur</translation>
    </message>
    <message>
      <source>the graphics card where there is a usable one</source>
      <translation>la carte graphique si elle est utilisable</translation>
    </message>
    <message>
      <source>{}: not usable: {}</source>
      <translation>{} : inutilisable : {}</translation>
    </message>
    <message>
      <source>{}: usable</source>
      <translation>{} : utilisable</translation>
    </message>
  </context>
  <context>
    <name>Provider</name>
    <message>
      <source>ALCD: change detection by active learning</source>
      <translation>ALCD : détection de changements par apprentissage actif</translation>
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
      <translation>Une page à transmettre : chiffres, cartes et polygones</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>SCR</translation>
    </message>
    <message>
      <source>Draw change polygons</source>
      <translation>Dessiner les polygones</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Exporter …</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>Transmettre</translation>
    </message>
    <message>
      <source>Learning curve</source>
      <translation>Courbe d'apprentissage</translation>
    </message>
    <message>
      <source>Map and change polygons</source>
      <translation>Carte et polygones de changement</translation>
    </message>
    <message>
      <source>Map the whole region</source>
      <translation>Cartographier toute la région</translation>
    </message>
    <message>
      <source>Outlines of what has at least this probability and this area, to be looked through</source>
      <translation>Contours de tout ce qui atteint cette probabilité et cette surface, à passer en revue</translation>
    </message>
    <message>
      <source>Pixels with at least this probability are change</source>
      <translation>Les pixels d'au moins cette probabilité sont un changement</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Probability of change and uncertainty of every pixel, as two layers</source>
      <translation>probabilité de changement et incertitude de chaque pixel, en deux couches</translation>
    </message>
    <message>
      <source>Report …</source>
      <translation>Rapport …</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Les polygones plus petits sont omis</translation>
    </message>
    <message>
      <source>Smallest area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <source>Write the polygons to a GeoPackage or GeoJSON</source>
      <translation>Écrire les polygones en GeoPackage ou GeoJSON</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Another job is running.</source>
      <translation>Un autre travail est en cours.</translation>
    </message>
    <message>
      <source>The last labels are not saved yet: another program is writing the campaign.</source>
      <translation>Les dernières étiquettes ne sont pas encore enregistrées : un autre programme écrit dans la campagne.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
      <source>Wait for its end, or cancel it.</source>
      <translation>Attendez sa fin, ou annulez-le.</translation>
    </message>
  </context>
</TS>
