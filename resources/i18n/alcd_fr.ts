<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>ALCD</name>
    <message>
      <source>"{}" is not the address of a PyTorch index.</source>
      <translation>« {} » n'est pas l'adresse d'un index PyTorch.</translation>
    </message>
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
      <source>A model trained elsewhere: another campaign's folder, or one of its models/round-NNN; by default this campaign's latest model</source>
      <translation>Un modèle entraîné ailleurs : le dossier d'une autre campagne, ou un de ses models/round-NNN ; par défaut le dernier modèle de cette campagne</translation>
    </message>
    <message>
      <source>A pixel has no data if all its bands have this value; by default the rasters' own nodata values</source>
      <translation>Un pixel est sans données si toutes ses bandes ont cette valeur ; par défaut les valeurs nodata propres aux rasters</translation>
    </message>
    <message>
      <source>A rectangle as the area of interest.</source>
      <translation>Un rectangle comme zone d'intérêt.</translation>
    </message>
    <message>
      <source>ALCD Tutorial</source>
      <translation>Tutoriel ALCD</translation>
    </message>
    <message>
      <source>ALCD review: accept as a change</source>
      <translation>Revue ALCD : accepter comme changement</translation>
    </message>
    <message>
      <source>ALCD review: accept as altered</source>
      <translation>Revue ALCD : accepter comme modifié</translation>
    </message>
    <message>
      <source>ALCD review: accept as built</source>
      <translation>Revue ALCD : accepter comme construit</translation>
    </message>
    <message>
      <source>ALCD review: accept as torn down</source>
      <translation>Revue ALCD : accepter comme démoli</translation>
    </message>
    <message>
      <source>ALCD review: edit the shape with the vertex tool; press again to keep it</source>
      <translation>Revue ALCD : modifier la forme avec l'outil de sommets ; appuyer de nouveau pour la garder</translation>
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
      <source>ALCD review: reject, not a change</source>
      <translation>Revue ALCD : rejeter, pas un changement</translation>
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
      <source>ALCD's Python environment was created for other settings, or for another QGIS or ALCD.</source>
      <translation>L'environnement Python d'ALCD a été créé pour d'autres paramètres, ou pour un autre QGIS ou ALCD.</translation>
    </message>
    <message>
      <source>ALCD: accept the proposed polygons</source>
      <translation>ALCD : accepter les polygones proposés</translation>
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
      <source>ALCD: finish the tile as drawn</source>
      <translation>ALCD : terminer la tuile telle que dessinée</translation>
    </message>
    <message>
      <source>ALCD: go to Campaign</source>
      <translation>ALCD : aller à Campagne</translation>
    </message>
    <message>
      <source>ALCD: go to Label</source>
      <translation>ALCD : aller à Étiqueter</translation>
    </message>
    <message>
      <source>ALCD: go to Learn</source>
      <translation>ALCD : aller à Apprendre</translation>
    </message>
    <message>
      <source>ALCD: go to Results</source>
      <translation>ALCD : aller à Résultats</translation>
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
      <source>AUC</source>
      <translation>AUC</translation>
    </message>
    <message>
      <source>About {} GB are needed in {}; {} GB are free. Free some space, or choose another folder.</source>
      <translation>Il faut environ {} Go dans {} ; {} Go sont libres. Libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>About {} GB will be installed.</source>
      <translation>Environ {} Go seront installés.</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>Accepted only</source>
      <translation>Acceptés seulement</translation>
    </message>
    <message>
      <source>Acquisition</source>
      <translation>Acquisition</translation>
    </message>
    <message>
      <source>Acquisitions</source>
      <translation>Acquisitions</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <source>Add one to the project first.</source>
      <translation>Ajoutez-en d'abord une au projet.</translation>
    </message>
    <message>
      <source>Address of the cluster's scheduler, such as tls://HOST:8786</source>
      <translation>Adresse de l'ordonnanceur de la grappe, par exemple tls://HOST:8786</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>After, new location</source>
      <translation>Après, nouvel emplacement</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Tout</translation>
    </message>
    <message>
      <source>All except rejected</source>
      <translation>Tous sauf les rejetés</translation>
    </message>
    <message>
      <source>All other packages will be downloaded from PyPI, or from the registry that pip is set to use.</source>
      <translation>Tous les autres paquets seront téléchargés depuis PyPI, ou depuis le dépôt configuré pour pip.</translation>
    </message>
    <message>
      <source>All packages will be downloaded from PyPI, or from the registry that pip is set to use.</source>
      <translation>Tous les paquets seront téléchargés depuis PyPI, ou depuis le dépôt configuré pour pip.</translation>
    </message>
    <message>
      <source>All tiles are done. Continue on the page Learn, or review them with the arrow keys.</source>
      <translation>Toutes les tuiles sont faites. Continuez à la page Apprendre, ou revoyez-les avec les touches fléchées.</translation>
    </message>
    <message>
      <source>All tiles, equal steps: MCBN on every tile with as many training steps as all rounds together</source>
      <translation>Toutes les tuiles, autant de pas : MCBN sur chaque tuile avec autant de pas d'entraînement que tous les tours ensemble</translation>
    </message>
    <message>
      <source>All tiles, for training</source>
      <translation>Toutes les tuiles, pour l'entraînement</translation>
    </message>
    <message>
      <source>Allow the ImageNet weights to be downloaded if they are not on this machine yet</source>
      <translation>Autoriser le téléchargement des poids ImageNet s'ils ne sont pas encore sur cette machine</translation>
    </message>
    <message>
      <source>Allow unencrypted connections</source>
      <translation>Autoriser les connexions non chiffrées</translation>
    </message>
    <message>
      <source>Alpha: only by the alpha band or mask</source>
      <translation>Alpha : seulement par la bande alpha ou le masque</translation>
    </message>
    <message>
      <source>Also count whole buildings: which were found, missed and wrongly marked, by size</source>
      <translation>Compter aussi des bâtiments entiers : lesquels ont été trouvés, manqués ou marqués à tort, par taille</translation>
    </message>
    <message>
      <source>Also learn with the dates exchanged</source>
      <translation>Apprendre aussi avec les dates échangées</translation>
    </message>
    <message>
      <source>Also write a table with a row for each change polygon (.csv)</source>
      <translation>Écrire aussi une table avec une ligne par polygone de changement (.csv)</translation>
    </message>
    <message>
      <source>Altered</source>
      <translation>Modifié</translation>
    </message>
    <message>
      <source>Annotations</source>
      <translation>Annotations</translation>
    </message>
    <message>
      <source>Another QGIS is changing the worker's environment.</source>
      <translation>Un autre QGIS est en train de modifier l'environnement Python.</translation>
    </message>
    <message>
      <source>Another program, perhaps a virus scanner, has a file open. Try again, or exclude {} from scanning.</source>
      <translation>Un autre programme, peut-être un antivirus, a ouvert un fichier. Réessayez, ou excluez {} de l'analyse.</translation>
    </message>
    <message>
      <source>Another round hardly pays for what it finds: the model expects {finds} changed tiles among the {tiles} that it queried. Draw an audit to learn what it does not expect.</source>
      <translation>Un tour de plus ne vaut guère la peine pour ce qu'il trouve : parmi les {tiles} tuiles qu'il a demandées, le modèle en attend {finds} avec changement. Un échantillon de contrôle montre ce qu'il n'attend pas.</translation>
    </message>
    <message>
      <source>Another round hardly pays: by the audit the map surely has {low} % of the changed tiles.</source>
      <translation>Un tour de plus ne vaut guère la peine : selon l'échantillon de contrôle, la carte contient sûrement {low} % des tuiles avec changement.</translation>
    </message>
    <message>
      <source>Another round may pay: the audit found none missing, but up to {high} changed tiles could be. Label a larger audit to know.</source>
      <translation>Un tour de plus pourrait valoir la peine : l'échantillon de contrôle n'en montre aucune d'omise, mais jusqu'à {high} tuiles avec changement pourraient l'être. Un échantillon plus grand le dirait.</translation>
    </message>
    <message>
      <source>Another round pays: by the audit about {missed} changed tiles are missing from the map ({low} to {high}), and the model expects {finds} among the {tiles} that it queried.</source>
      <translation>Un tour de plus vaut la peine : selon l'échantillon de contrôle, il manque à la carte environ {missed} tuiles avec changement ({low} à {high}), et le modèle en attend {finds} parmi les {tiles} qu'il a demandées.</translation>
    </message>
    <message>
      <source>Another round pays: the model expects about {finds} changed tiles among the {tiles} that it queried.</source>
      <translation>Un tour de plus vaut la peine : parmi les {tiles} tuiles qu'il a demandées, le modèle en attend environ {finds} avec changement.</translation>
    </message>
    <message>
      <source>Apple GPU (MPS)</source>
      <translation>GPU Apple (MPS)</translation>
    </message>
    <message>
      <source>Area covered by both dates</source>
      <translation>Zone couverte par les deux dates</translation>
    </message>
    <message>
      <source>Area of change</source>
      <translation>Surface des changements</translation>
    </message>
    <message>
      <source>Area of change (m2)</source>
      <translation>Surface du changement (m2)</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Zone d'intérêt</translation>
    </message>
    <message>
      <source>Area under the ROC curve (true against false positives), 0.5 to 1: how well change ranks above the rest.</source>
      <translation>Aire sous la courbe ROC (vrais contre faux positifs), de 0,5 à 1 : à quel point le changement est classé au-dessus du reste.</translation>
    </message>
    <message>
      <source>Area under the precision-recall curve, 0 to 1; hard to raise by chance.</source>
      <translation>Aire sous la courbe précision-rappel, de 0 à 1 ; difficile à augmenter par hasard.</translation>
    </message>
    <message>
      <source>As layers</source>
      <translation>En couches</translation>
    </message>
    <message>
      <source>Ask your administrator to enable long paths in Windows, then try again.</source>
      <translation>Demandez à votre administrateur d'activer les chemins longs dans Windows, puis réessayez.</translation>
    </message>
    <message>
      <source>Assess against a reference</source>
      <translation>Évaluer avec une référence</translation>
    </message>
    <message>
      <source>Audit {} is done: {} tiles labelled, {} skipped. It can check the maps of all rounds.</source>
      <translation>L'échantillon de contrôle {} est terminé : {} tuiles étiquetées, {} passées. Il peut contrôler les cartes de tous les tours.</translation>
    </message>
    <message>
      <source>Audit {} is spent: its tiles were opened to training. To check later maps, draw a new one.</source>
      <translation>L'échantillon de contrôle {} est épuisé : ses tuiles ont été ouvertes à l'entraînement. Tirez-en un nouveau pour contrôler les cartes suivantes.</translation>
    </message>
    <message>
      <source>Audit {}: {} of {} tiles are done.</source>
      <translation>Échantillon de contrôle {} : {} tuiles sur {} sont terminées.</translation>
    </message>
    <message>
      <source>Audit {}: {} tiles drawn by chance, {} labelled before, {} in all.</source>
      <translation>Échantillon de contrôle {} : {} tuiles tirées au hasard, {} étiquetées avant, {} en tout.</translation>
    </message>
    <message>
      <source>Audit: {} of {} tiles done.</source>
      <translation>Échantillon de contrôle : {} tuiles sur {} terminées.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <source>Automatic: a usable graphics card, or else the processor</source>
      <translation>Automatique : une carte graphique utilisable, sinon le processeur</translation>
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
      <source>Bands after</source>
      <translation>Bandes après</translation>
    </message>
    <message>
      <source>Bands before</source>
      <translation>Bandes avant</translation>
    </message>
    <message>
      <source>Bands of both dates</source>
      <translation>Bandes des deux dates</translation>
    </message>
    <message>
      <source>Bands of both orthophotos, counted from 1, as in 1,2,3; by default all</source>
      <translation>Bandes des deux orthophotos, comptées à partir de 1, comme 1,2,3 ; toutes par défaut</translation>
    </message>
    <message>
      <source>Bands of the first date only, if the dates differ</source>
      <translation>Bandes de la première date seulement, si les dates diffèrent</translation>
    </message>
    <message>
      <source>Bands of the second date only, if the dates differ</source>
      <translation>Bandes de la seconde date seulement, si les dates diffèrent</translation>
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
      <source>Before, new location</source>
      <translation>Avant, nouvel emplacement</translation>
    </message>
    <message>
      <source>Both building maps are the same layer.</source>
      <translation>Les deux cartes des bâtiments sont la même couche.</translation>
    </message>
    <message>
      <source>Both dates use the same layer.</source>
      <translation>Les deux dates utilisent la même couche.</translation>
    </message>
    <message>
      <source>Building map</source>
      <translation>Carte des bâtiments</translation>
    </message>
    <message>
      <source>Building map before</source>
      <translation>Carte des bâtiments avant</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>Bâtiments</translation>
    </message>
    <message>
      <source>Buildings after</source>
      <translation>Bâtiments après</translation>
    </message>
    <message>
      <source>Buildings before</source>
      <translation>Bâtiments avant</translation>
    </message>
    <message>
      <source>Buildings found, missed and false</source>
      <translation>Bâtiments trouvés, manqués et faux</translation>
    </message>
    <message>
      <source>Built</source>
      <translation>Construit</translation>
    </message>
    <message>
      <source>By score</source>
      <translation>Par score</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>Par état</translation>
    </message>
    <message>
      <source>CPU only, from the index below</source>
      <translation>CPU seulement, depuis l'index ci-dessous</translation>
    </message>
    <message>
      <source>Calculating…</source>
      <translation>Calcul en cours…</translation>
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
      <source>Campaign folder</source>
      <translation>Dossier de la campagne</translation>
    </message>
    <message>
      <source>Campaign to read</source>
      <translation>Campagne à lire</translation>
    </message>
    <message>
      <source>Cancelling…</source>
      <translation>Annulation…</translation>
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
      <source>Change probability: the tiles most likely to be changed, to find the remaining changes</source>
      <translation>Probabilité de changement : les tuiles les plus probablement changées, pour trouver les changements restants</translation>
    </message>
    <message>
      <source>Change table</source>
      <translation>Table des changements</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Changées</translation>
    </message>
    <message>
      <source>Changed tiles</source>
      <translation>Tuiles changées</translation>
    </message>
    <message>
      <source>Changed tiles at the start</source>
      <translation>Tuiles changées au départ</translation>
    </message>
    <message>
      <source>Changed tiles at the start, and as many unchanged ones; a suggested start has as many in all; by default 5 with quick, 25 with paper</source>
      <translation>Tuiles changées au départ, et autant d'inchangées ; un départ suggéré en compte autant au total ; par défaut 5 avec quick, 25 avec paper</translation>
    </message>
    <message>
      <source>Changed tiles missing from the map of round {}, as audit {} estimates: {} ({} to {}).</source>
      <translation>Tuiles avec changement qui manquent à la carte du tour {}, estimées par l'échantillon de contrôle {} : {} ({} à {}).</translation>
    </message>
    <message>
      <source>Changed tiles that are known beforehand, for example from building permits; labelled in the first round</source>
      <translation>Tuiles changées connues d'avance, par exemple par des permis de construire ; étiquetées au premier tour</translation>
    </message>
    <message>
      <source>Check its filter and selection.</source>
      <translation>Vérifiez son filtre et sa sélection.</translation>
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
      <source>Choose a Folder for the Example Town</source>
      <translation>Choisir un dossier pour la ville d'exemple</translation>
    </message>
    <message>
      <source>Choose a polygon layer.</source>
      <translation>Choisissez une couche de polygones.</translation>
    </message>
    <message>
      <source>Choose an Orthophoto</source>
      <translation>Choisir une orthophoto</translation>
    </message>
    <message>
      <source>Choose an orthophoto for each date.</source>
      <translation>Choisissez une orthophoto pour chaque date.</translation>
    </message>
    <message>
      <source>Choose another field.</source>
      <translation>Choisissez un autre champ.</translation>
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
      <source>Choose either an area of interest or an extent, not both.</source>
      <translation>Choisissez soit une zone d'intérêt, soit une emprise, pas les deux.</translation>
    </message>
    <message>
      <source>Choose it as an existing Python, or choose the Python that it was created from.</source>
      <translation>Choisissez-le comme Python existant, ou choisissez le Python à partir duquel il a été créé.</translation>
    </message>
    <message>
      <source>Choose one with user name and password, or give GDAL_HTTP_HEADERS.</source>
      <translation>Choisissez-en un avec nom d’utilisateur et mot de passe, ou définissez GDAL_HTTP_HEADERS.</translation>
    </message>
    <message>
      <source>Choose one.</source>
      <translation>Choisissez-en un.</translation>
    </message>
    <message>
      <source>Choose other encoder weights in ALCD's settings, or choose the encoder that they belong to on the page Learn, under Advanced.</source>
      <translation>Choisissez d'autres poids d'encodeur dans les réglages d'ALCD, ou choisissez l'encodeur auquel ils appartiennent à la page Apprendre, sous Avancé.</translation>
    </message>
    <message>
      <source>Choose the folder in which to create the campaign.</source>
      <translation>Choisissez le dossier où créer la campagne.</translation>
    </message>
    <message>
      <source>Choose two different layers.</source>
      <translation>Choisissez deux couches différentes.</translation>
    </message>
    <message>
      <source>Cleaning up</source>
      <translation>Nettoyage</translation>
    </message>
    <message>
      <source>Close other programs, or use a smaller batch size, fewer members or a smaller encoder.</source>
      <translation>Fermez d'autres programmes, ou prenez des lots plus petits, moins de membres ou un encodeur plus petit.</translation>
    </message>
    <message>
      <source>Combining the dates</source>
      <translation>Combinaison des dates</translation>
    </message>
    <message>
      <source>Comparing the two dates…</source>
      <translation>Comparaison des deux dates…</translation>
    </message>
    <message>
      <source>Comparisons</source>
      <translation>Comparaisons</translation>
    </message>
    <message>
      <source>Completeness by area</source>
      <translation>Complétude en surface</translation>
    </message>
    <message>
      <source>Completeness in buildings</source>
      <translation>Exhaustivité en bâtiments</translation>
    </message>
    <message>
      <source>Completeness in tiles</source>
      <translation>Complétude en tuiles</translation>
    </message>
    <message>
      <source>Compute for a Dask cluster until interrupted: one worker, which does one piece of work at a time. Start one per processor core, or one per graphics card.</source>
      <translation>Calculer pour une grappe Dask jusqu'à l'interruption : un processus de calcul, qui fait une tâche à la fois. En démarrer un par cœur de processeur, ou un par carte graphique.</translation>
    </message>
    <message>
      <source>Compute in this many processes of this computer, with one thread or one graphics card each</source>
      <translation>Calculer dans ce nombre de processus de cet ordinateur, avec un fil ou une carte graphique chacun</translation>
    </message>
    <message>
      <source>Compute on the workers of a Dask cluster: the address of its scheduler, such as tls://HOST:8786</source>
      <translation>Calculer sur une grappe Dask : l'adresse de son ordonnanceur, par exemple tls://HOST:8786</translation>
    </message>
    <message>
      <source>Concatenation: both dates side by side, as in the publication</source>
      <translation>Concaténation : les deux dates côte à côte, comme dans la publication</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Niveau de confiance</translation>
    </message>
    <message>
      <source>Confusion map</source>
      <translation>Carte de confusion</translation>
    </message>
    <message>
      <source>Connect to the cluster without encryption, which allows anyone on the network to run programs on all its computers</source>
      <translation>Se connecter à la grappe sans chiffrement, ce qui permet à quiconque sur le réseau d'exécuter des programmes sur tous ses ordinateurs</translation>
    </message>
    <message>
      <source>Continue from a trained model: a campaign's folder, or one of its models/round-NNN</source>
      <translation>Partir d'un modèle entraîné : le dossier d'une campagne, ou un de ses models/round-NNN</translation>
    </message>
    <message>
      <source>Coordinate reference system</source>
      <translation>Système de coordonnées de référence</translation>
    </message>
    <message>
      <source>Coordinate reference system of the grid (EPSG:N); by default the coarser orthophoto's if it is projected, otherwise the other's, otherwise the UTM zone</source>
      <translation>Système de coordonnées de référence de la grille (EPSG:N) ; par défaut celui de l'orthophoto la plus grossière s'il est projeté, sinon celui de l'autre, sinon la zone UTM</translation>
    </message>
    <message>
      <source>Copied {} of {} features of the layer {}.</source>
      <translation>{} entités sur {} de la couche {} copiées.</translation>
    </message>
    <message>
      <source>Copying the layer {}</source>
      <translation>Copie de la couche {}</translation>
    </message>
    <message>
      <source>Correctness by area</source>
      <translation>Exactitude en surface</translation>
    </message>
    <message>
      <source>Correctness in buildings</source>
      <translation>Exactitude en bâtiments</translation>
    </message>
    <message>
      <source>Correctness in tiles</source>
      <translation>Exactitude en tuiles</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Count buildings</source>
      <translation>Compter les bâtiments</translation>
    </message>
    <message>
      <source>Create a campaign from two orthophotos of one region: the common grid, its tiles, and the record of the work. No resampled copy is written; the rasters may differ in CRS, resolution, extent, data type and bands.</source>
      <translation>Créer une campagne à partir de deux orthophotos d'une même région : la grille commune, ses tuiles et le suivi du travail. Aucune copie rééchantillonnée n'est écrite ; les rasters peuvent différer par le SCR, la résolution, l'emprise, le type de données et les bandes.</translation>
    </message>
    <message>
      <source>Create campaign</source>
      <translation>Créer la campagne</translation>
    </message>
    <message>
      <source>Creating the environment</source>
      <translation>Création de l'environnement</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Ordonnanceur Dask</translation>
    </message>
    <message>
      <source>Date after</source>
      <translation>Date après</translation>
    </message>
    <message>
      <source>Date before</source>
      <translation>Date avant</translation>
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
      <source>Difference between the dates: fewer weights to train</source>
      <translation>Différence entre les dates : moins de poids à entraîner</translation>
    </message>
    <message>
      <source>Differences between buildings and orthophotos up to this width do not count; by default measured</source>
      <translation>Les écarts entre bâtiments et orthophotos jusqu'à cette largeur ne comptent pas ; mesurée par défaut</translation>
    </message>
    <message>
      <source>Differences between the two building maps that are nowhere wider do not count; by default 1.5 m</source>
      <translation>Les différences entre les deux cartes des bâtiments qui ne sont nulle part plus larges ne comptent pas ; par défaut 1,5 m</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Téléchargement</translation>
    </message>
    <message>
      <source>Download and install them now?</source>
      <translation>Les télécharger et les installer maintenant ?</translation>
    </message>
    <message>
      <source>Download the ImageNet weights if they are missing</source>
      <translation>Télécharger les poids ImageNet s'ils manquent</translation>
    </message>
    <message>
      <source>Download the pretrained weights (about 85 MB, once)</source>
      <translation>Télécharger les poids préentraînés (environ 85 Mo, une seule fois)</translation>
    </message>
    <message>
      <source>Download them now (about 85 MB, once)? They are the better choice. Without an internet connection you can start from the small network that comes with ALCD.</source>
      <translation>Les télécharger maintenant (environ 85 Mo, une seule fois) ? C'est le meilleur choix. Sans connexion à Internet, vous pouvez partir du petit réseau fourni avec ALCD.</translation>
    </message>
    <message>
      <source>Downloading {}</source>
      <translation>Téléchargement de {}</translation>
    </message>
    <message>
      <source>Downloading {} ({} of {} MB)</source>
      <translation>Téléchargement de {} ({} sur {} Mo)</translation>
    </message>
    <message>
      <source>Draw audit</source>
      <translation>Tirer un échantillon de contrôle</translation>
    </message>
    <message>
      <source>Draw buildings with right angles in their own main direction; walls shared by neighbours stay shared. An outline that right angles do not fit, of a curved or slanted building for example, stays as it is</source>
      <translation>Dessiner les bâtiments à angles droits selon leur propre direction principale ; les murs communs à des voisins restent communs. Un contour auquel les angles droits ne conviennent pas, celui d’un bâtiment rond ou oblique par exemple, reste tel quel</translation>
    </message>
    <message>
      <source>Draw it on the map, over the raster.</source>
      <translation>Dessinez-la sur la carte, par-dessus le raster.</translation>
    </message>
    <message>
      <source>Draw it on the map.</source>
      <translation>Dessinez-la sur la carte.</translation>
    </message>
    <message>
      <source>Draw nothing; end the last audit instead and open its tiles to training: no later map can be checked with it</source>
      <translation>Ne rien tirer, mais clore le dernier échantillon de contrôle et ouvrir ses tuiles à l'entraînement : aucune carte ultérieure ne pourra être contrôlée avec lui</translation>
    </message>
    <message>
      <source>Draw tiles by chance, to be labelled without seeing what the model thinks of them. They are never trained on, and the job estimate concludes from them how complete the map of the whole region is.</source>
      <translation>Tirer au hasard des tuiles à étiqueter sans voir ce que le modèle en pense. Elles ne servent jamais à l'entraînement, et la tâche estimate en déduit à quel point la carte de toute la région est complète.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encodeur</translation>
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
      <source>Ensemble: one network per member; a little better, takes as many times longer as there are members</source>
      <translation>Ensemble : un réseau par membre ; apprend un peu mieux et prend autant de fois plus de temps qu'il y a de membres</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Enter a number.</source>
      <translation>Saisissez un nombre.</translation>
    </message>
    <message>
      <source>Entropy: where all members together are least certain</source>
      <translation>Entropie : là où les membres, tous ensemble, sont le moins certains</translation>
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
      <source>Estimate completeness</source>
      <translation>Estimer la complétude</translation>
    </message>
    <message>
      <source>Estimate from the labelled audit tiles how much changed in the whole region, how complete and how correct the map is, and how much it still misses, each with its confidence interval.</source>
      <translation>Estimer, à partir des tuiles étiquetées de l'échantillon de contrôle, combien a changé dans toute la région, à quel point la carte est complète et correcte, et ce qui lui manque encore, chaque fois avec un intervalle de confiance.</translation>
    </message>
    <message>
      <source>Everything works</source>
      <translation>Tout fonctionne</translation>
    </message>
    <message>
      <source>Example town</source>
      <translation>Ville d'exemple</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <source>Expected calibration error: the mean difference between the probabilities and the true shares.</source>
      <translation>Erreur de calibration attendue : la différence moyenne entre les probabilités et les parts réelles.</translation>
    </message>
    <message>
      <source>Export Change Polygons</source>
      <translation>Exporter les polygones de changement</translation>
    </message>
    <message>
      <source>Export change polygons</source>
      <translation>Exporter les polygones de changement</translation>
    </message>
    <message>
      <source>Export polygons of change from the latest model's probability map, which is computed if it does not exist yet. With a map of the buildings before, each polygon is built, torn_down or altered, and a second layer says which of these buildings are still there.</source>
      <translation>Exporter les polygones de changement de la carte de probabilité du dernier modèle ; la carte est calculée si elle n'existe pas encore. Avec une carte des bâtiments avant, chaque polygone est built (construit), torn_down (démoli) ou altered (modifié), et une deuxième couche indique lesquels de ces bâtiments existent encore.</translation>
    </message>
    <message>
      <source>Extent, instead of an area of interest</source>
      <translation>Étendue, au lieu d'une zone d'intérêt</translation>
    </message>
    <message>
      <source>Fast: for tens to hundreds of labelled tiles</source>
      <translation>Fast (rapide) : pour des dizaines à des centaines de tuiles étiquetées</translation>
    </message>
    <message>
      <source>Fetched from services: {} tiles, {} MB</source>
      <translation>Récupéré des services : {} tuiles, {} Mo</translation>
    </message>
    <message>
      <source>Field of the ids</source>
      <translation>Champ des identifiants</translation>
    </message>
    <message>
      <source>Field with the ids of the buildings; by default the features' own ids</source>
      <translation>Champ avec les identifiants des bâtiments ; par défaut ceux des entités</translation>
    </message>
    <message>
      <source>Figures (.json)</source>
      <translation>Chiffres (.json)</translation>
    </message>
    <message>
      <source>Find out by an audit: label tiles drawn by chance, without seeing what the network thinks of them. They are never trained on.</source>
      <translation>Un échantillon de contrôle le montre : étiquetez des tuiles tirées au hasard sans voir ce qu'en pense le réseau. Elles ne servent jamais à l'entraînement.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Folder for everything that the demo writes; must be new</source>
      <translation>Dossier de tout ce que la démonstration écrit ; doit être nouveau</translation>
    </message>
    <message>
      <source>Folder for the example; must be new</source>
      <translation>Dossier de l'exemple ; doit être nouveau</translation>
    </message>
    <message>
      <source>Folder for the table and the figures</source>
      <translation>Dossier du tableau et des figures</translation>
    </message>
    <message>
      <source>Folder of a campaign whose rasters every worker must be able to read</source>
      <translation>Dossier d'une campagne dont chaque processus de calcul doit pouvoir lire les rasters</translation>
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
      <source>Folder of the same kind to test on; shares no pixel with the pool</source>
      <translation>Dossier du même genre pour le test ; ne partage aucun pixel avec le réservoir</translation>
    </message>
    <message>
      <source>Folder to learn from</source>
      <translation>Dossier d'apprentissage</translation>
    </message>
    <message>
      <source>Folder to test on</source>
      <translation>Dossier de test</translation>
    </message>
    <message>
      <source>Folder with before.tif, after.tif and changes.gpkg to learn from, or a packed pool</source>
      <translation>Dossier avec before.tif, after.tif et changes.gpkg pour apprendre, ou un réservoir empaqueté</translation>
    </message>
    <message>
      <source>From the index below</source>
      <translation>Depuis l'index ci-dessous</translation>
    </message>
    <message>
      <source>From two orthophotos to change polygons in a few minutes: creates a campaign, labels, trains and queries round by round with a reference in place of the analyst, maps, exports, assesses, and writes a report and a QGIS project. Makes its own imagery unless before, after and reference are given.</source>
      <translation>De deux orthophotos aux polygones de changement en quelques minutes : crée une campagne, étiquette, entraîne et demande tour par tour avec une référence à la place de l'analyste, cartographie, exporte, évalue, et écrit un rapport et un projet QGIS. Génère ses propres images si avant, après et référence ne sont pas donnés.</translation>
    </message>
    <message>
      <source>Further rasters of the first date, such as infrared or heights: all their bands follow those of the orthophoto, and their own nodata values and masks apply. As many for both dates, in the same order</source>
      <translation>Autres rasters de la première date, par exemple infrarouge ou hauteurs : toutes leurs bandes suivent celles de l'orthophoto, et leurs propres valeurs nodata et masques s'appliquent. Autant pour les deux dates, dans le même ordre</translation>
    </message>
    <message>
      <source>Further rasters of the second date, such as infrared or heights: all their bands follow those of the orthophoto, and their own nodata values and masks apply. As many for both dates, in the same order</source>
      <translation>Autres rasters de la seconde date, par exemple infrarouge ou hauteurs : toutes leurs bandes suivent celles de l'orthophoto, et leurs propres valeurs nodata et masques s'appliquent. Autant pour les deux dates, dans le même ordre</translation>
    </message>
    <message>
      <source>Generate imagery of a small town before and after some years of building, to learn ALCD with: before.tif, after.tif, truth.gpkg, which contains the real changes, and buildings.gpkg, the building map as of the first date. A campaign created from them in the panel uses settings that suit the town; the file example.json beside them lists these settings.</source>
      <translation>Générer des images d'une petite ville avant et après quelques années de construction, pour découvrir ALCD : before.tif, after.tif, truth.gpkg, qui contient les vrais changements, et buildings.gpkg, la carte des bâtiments à la première date. Une campagne créée à partir d'elles dans le panneau utilise des réglages qui conviennent à la ville ; le fichier example.json, à côté, en donne la liste.</translation>
    </message>
    <message>
      <source>Give it in the environment variable GDAL_HTTP_USERPWD or in a .netrc file, not in the layer.</source>
      <translation>Indiquez-les dans la variable d’environnement GDAL_HTTP_USERPWD ou dans un fichier .netrc, et non dans la couche.</translation>
    </message>
    <message>
      <source>Given: changed and unchanged tiles drawn from the reference, as in the publication</source>
      <translation>Donné : des tuiles changées et inchangées tirées d'après la référence, comme dans la publication</translation>
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
      <source>Ground sampling distance</source>
      <translation>Résolution au sol</translation>
    </message>
    <message>
      <source>Ground sampling distance; by default 1 m for the demo's own imagery, otherwise the coarser raster's</source>
      <translation>Résolution au sol ; par défaut 1 m pour les images de la démonstration, sinon celle du raster le plus grossier</translation>
    </message>
    <message>
      <source>Ground sampling distance; by default that of the coarser orthophoto</source>
      <translation>Résolution au sol ; par défaut celle de l'orthophoto la plus grossière</translation>
    </message>
    <message>
      <source>Gsd</source>
      <translation>Résolution au sol</translation>
    </message>
    <message>
      <source>HTML page (.html)</source>
      <translation>Page HTML (.html)</translation>
    </message>
    <message>
      <source>Harmonic mean of precision and recall of the pixels over the threshold, 0 to 1.</source>
      <translation>Moyenne harmonique de la précision et du rappel des pixels au-dessus du seuil, de 0 à 1.</translation>
    </message>
    <message>
      <source>How many tiles contain change of which the map shows none.</source>
      <translation>Combien de tuiles contiennent un changement dont la carte ne montre rien.</translation>
    </message>
    <message>
      <source>How many tiles each query scores, chosen as by the job query; by default all</source>
      <translation>Nombre de tuiles auxquelles chaque demande donne un score, choisies comme par query ; par défaut toutes</translation>
    </message>
    <message>
      <source>How many tiles really contain change.</source>
      <translation>Combien de tuiles contiennent réellement un changement.</translation>
    </message>
    <message>
      <source>How many tiles to score; by default all. Half of them are those that scored highest in the last query, the others are drawn at random, tiles without a score first. Only these can be queried; the others keep their earlier scores. For campaigns of hundreds of thousands of tiles</source>
      <translation>Nombre de tuiles qui reçoivent un score ; par défaut toutes. La moitié sont celles qui avaient les scores les plus élevés à la dernière demande, les autres sont tirées au hasard, d'abord les tuiles sans score. Seules celles-ci peuvent être demandées ; les autres gardent leur score antérieur. Pour les campagnes de centaines de milliers de tuiles</translation>
    </message>
    <message>
      <source>How members see a tile; by default as in the training preset</source>
      <translation>Comment les membres voient une tuile ; par défaut comme dans le préréglage de l'entraînement</translation>
    </message>
    <message>
      <source>How much really changed, in square metres on the ground.</source>
      <translation>Combien a réellement changé, en mètres carrés au sol.</translation>
    </message>
    <message>
      <source>How pixels without data are recognised; by default by everything that the rasters define (nodata values, masks, and alpha bands that are masks rather than imagery)</source>
      <translation>Comment reconnaître les pixels sans données ; par défaut par tout ce que les rasters définissent (valeurs nodata, masques, et bandes alpha qui sont des masques et non de l'imagerie)</translation>
    </message>
    <message>
      <source>How the features of the two dates are combined; by default as in the training preset</source>
      <translation>Comment les caractéristiques des deux dates sont combinées ; par défaut comme dans le préréglage de l'entraînement</translation>
    </message>
    <message>
      <source>How the first tiles are chosen</source>
      <translation>Comment les premières tuiles sont choisies</translation>
    </message>
    <message>
      <source>How the members are made, whose disagreement shows where the network is unsure</source>
      <translation>Comment sont obtenus les membres, dont le désaccord montre où le réseau hésite</translation>
    </message>
    <message>
      <source>How the network is trained</source>
      <translation>Comment le réseau est entraîné</translation>
    </message>
    <message>
      <source>How tiles are queried; each is combined with each method</source>
      <translation>Comment les tuiles sont demandées ; chaque façon est combinée avec chaque méthode</translation>
    </message>
    <message>
      <source>How to measure how informative a tile is</source>
      <translation>Comment mesurer à quel point une tuile est instructive</translation>
    </message>
    <message>
      <source>If the network missed a change in a tile, label that tile by hand instead.</source>
      <translation>Si le réseau a manqué un changement dans une tuile, étiquetez plutôt cette tuile à la main.</translation>
    </message>
    <message>
      <source>In ALCD's settings, choose a Python 3.11 or newer that has GDAL (osgeo) and numpy.</source>
      <translation>Dans les réglages d'ALCD, choisissez un Python 3.11 ou plus récent avec GDAL (osgeo) et numpy.</translation>
    </message>
    <message>
      <source>In a column</source>
      <translation>Dans une colonne</translation>
    </message>
    <message>
      <source>In {} tiles, every polygon has a verdict. They become labelled tiles for training.</source>
      <translation>Dans {} tuiles, chaque polygone a un verdict. Elles deviennent des tuiles étiquetées pour l'entraînement.</translation>
    </message>
    <message>
      <source>Initial weights of the encoder: imagenet, none, or a safetensors file</source>
      <translation>Poids initiaux de l'encodeur : imagenet, none (aucun) ou un fichier safetensors</translation>
    </message>
    <message>
      <source>Initial weights: imagenet, built-in (a complete small network that comes with ALCD), none, or a safetensors file</source>
      <translation>Poids initiaux : imagenet, built-in (un petit réseau complet fourni avec ALCD), none ou un fichier safetensors</translation>
    </message>
    <message>
      <source>Install the latest Microsoft Visual C++ Redistributable (x64), then try again.</source>
      <translation>Installez la dernière version de Microsoft Visual C++ Redistributable (x64), puis réessayez.</translation>
    </message>
    <message>
      <source>Installing packages ({} of {})</source>
      <translation>Installation des paquets ({} sur {})</translation>
    </message>
    <message>
      <source>Instead of polygons of change: the building map as of the before date</source>
      <translation>Au lieu de polygones de changement : la carte des bâtiments à la date avant</translation>
    </message>
    <message>
      <source>It begins with https:// or file://.</source>
      <translation>Elle commence par https:// ou file://.</translation>
    </message>
    <message>
      <source>It would be stored as plain text: put it into pip's configuration or a .netrc file instead.</source>
      <translation>Ils seraient enregistrés en clair : mettez-les plutôt dans la configuration de pip ou dans un fichier .netrc.</translation>
    </message>
    <message>
      <source>JSON file with all figures</source>
      <translation>Fichier JSON avec tous les chiffres</translation>
    </message>
    <message>
      <source>JSON file with the results of other methods with the same number of labels: {text, measures: [{name, note, average_precision, own}]}</source>
      <translation>Fichier JSON avec les résultats d'autres méthodes obtenus avec autant d'étiquettes : {text, measures: [{name, note, average_precision, own}]}</translation>
    </message>
    <message>
      <source>Kind of members</source>
      <translation>Type de membres</translation>
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
      <source>Label test tiles (page Campaign) to measure how good the network is.</source>
      <translation>Étiquetez des tuiles de test (page Campagne) pour mesurer la qualité du réseau.</translation>
    </message>
    <message>
      <source>Label tiles</source>
      <translation>Étiqueter les tuiles</translation>
    </message>
    <message>
      <source>Label tiles from existing polygons of change, or from two states of a building map: pixels outside the polygons count as unchanged. Polygons whose field class has the value ignore mark areas to leave out.</source>
      <translation>Étiqueter les tuiles à partir de polygones de changement existants, ou de deux états d'une carte des bâtiments : les pixels hors des polygones comptent comme inchangés. Les polygones dont le champ class a la valeur ignore marquent des zones à laisser de côté.</translation>
    </message>
    <message>
      <source>Label tiles from polygons</source>
      <translation>Étiqueter les tuiles par polygones</translation>
    </message>
    <message>
      <source>Label tiles from verdicts</source>
      <translation>Étiqueter les tuiles d'après les verdicts</translation>
    </message>
    <message>
      <source>Labelled for testing</source>
      <translation>Étiquetées pour le test</translation>
    </message>
    <message>
      <source>Labelled for training</source>
      <translation>Étiquetées pour l'entraînement</translation>
    </message>
    <message>
      <source>Labelled tiles</source>
      <translation>Tuiles étiquetées</translation>
    </message>
    <message>
      <source>Labelling {} tiles</source>
      <translation>Étiquetage de {} tuiles</translation>
    </message>
    <message>
      <source>Layer of the buildings that were found and missed and of the polygons that are false (.gpkg); also counts buildings</source>
      <translation>Couche des bâtiments trouvés et manqués et des polygones faux (.gpkg) ; compte aussi les bâtiments</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Apprendre</translation>
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
      <source>MCBN: one network, with a sample of its batch statistics for each member</source>
      <translation>MCBN : un seul réseau, avec un échantillon de ses statistiques de lot pour chaque membre</translation>
    </message>
    <message>
      <source>Make example imagery</source>
      <translation>Créer des images d'exemple</translation>
    </message>
    <message>
      <source>Map the probability of change over the whole grid as a cloud-optimised GeoTIFF; overlapping tiles are blended.</source>
      <translation>Cartographier la probabilité de changement sur toute la grille en GeoTIFF optimisé pour le nuage ; les recouvrements sont fondus.</translation>
    </message>
    <message>
      <source>Mark the tiles to label first, when nothing is labelled yet: those whose two dates differ most in the encoder's features, or where the built-in network sees most change.</source>
      <translation>Marquer les tuiles à étiqueter en premier quand rien n'est encore étiqueté : celles dont les deux dates diffèrent le plus par les caractéristiques de l'encodeur, ou dans lesquelles le réseau intégré voit le plus de changements.</translation>
    </message>
    <message>
      <source>Measure AUC, average precision, F1, IoU and calibration error against a reference layer: on the test tiles, or on the whole grid if there are no test tiles. Each pixel counts once; pixels that the model was trained on do not count.</source>
      <translation>Mesurer l'AUC, la précision moyenne, F1, IoU et l'erreur de calibration avec une couche de référence : sur les tuiles de test, ou sur toute la grille s'il n'y a pas de tuiles de test. Chaque pixel compte une fois ; les pixels sur lesquels le modèle a été entraîné ne comptent pas.</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>Mesurée</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membres</translation>
    </message>
    <message>
      <source>Methods</source>
      <translation>Méthodes</translation>
    </message>
    <message>
      <source>Methods to simulate</source>
      <translation>Méthodes à simuler</translation>
    </message>
    <message>
      <source>Minimum area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <source>Missed area</source>
      <translation>Surface omise</translation>
    </message>
    <message>
      <source>More rasters after</source>
      <translation>Autres rasters après</translation>
    </message>
    <message>
      <source>More rasters before</source>
      <translation>Autres rasters avant</translation>
    </message>
    <message>
      <source>Mutual information: where each member is certain, but of different things</source>
      <translation>Information mutuelle : là où chaque membre est certain, mais de choses différentes</translation>
    </message>
    <message>
      <source>NVIDIA graphics card (CUDA)</source>
      <translation>Carte graphique NVIDIA (CUDA)</translation>
    </message>
    <message>
      <source>Name of the encoder in segmentation_models_pytorch</source>
      <translation>Nom de l'encodeur dans segmentation_models_pytorch</translation>
    </message>
    <message>
      <source>Name of the encoder in segmentation_models_pytorch; by default resnet34, or that of the built-in network</source>
      <translation>Nom de l'encodeur dans segmentation_models_pytorch ; par défaut resnet34, ou celui du réseau intégré</translation>
    </message>
    <message>
      <source>New folder</source>
      <translation>Nouveau dossier</translation>
    </message>
    <message>
      <source>New labels</source>
      <translation>Nouvelles étiquettes</translation>
    </message>
    <message>
      <source>No campaign is open</source>
      <translation>Aucune campagne ouverte</translation>
    </message>
    <message>
      <source>No change was found: at most {} of the {} tiles contain change ({} confidence).</source>
      <translation>Aucun changement trouvé : au plus {} des {} tuiles contiennent un changement (confiance de {}).</translation>
    </message>
    <message>
      <source>Nodata value after</source>
      <translation>Valeur nodata après</translation>
    </message>
    <message>
      <source>Nodata value before</source>
      <translation>Valeur nodata avant</translation>
    </message>
    <message>
      <source>Nodata value of both dates</source>
      <translation>Valeur nodata des deux dates</translation>
    </message>
    <message>
      <source>Nodata value of the first date only</source>
      <translation>Valeur nodata de la première date seulement</translation>
    </message>
    <message>
      <source>Nodata value of the second date only</source>
      <translation>Valeur nodata de la seconde date seulement</translation>
    </message>
    <message>
      <source>Nodata: only by the nodata values</source>
      <translation>Nodata : seulement par les valeurs nodata</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucune</translation>
    </message>
    <message>
      <source>None missed among them would mean at most {} changed tiles missed ({} confidence).</source>
      <translation>Si aucune d'elles n'est omise, au plus {} tuiles avec changement le sont (confiance {}).</translation>
    </message>
    <message>
      <source>None of them is changed, so the network cannot learn what a change looks like.</source>
      <translation>Aucune d'elles n'est changée : le réseau ne peut donc pas apprendre à quoi ressemble un changement.</translation>
    </message>
    <message>
      <source>None: every pixel has data</source>
      <translation>Aucun : chaque pixel a des données</translation>
    </message>
    <message>
      <source>Nothing has been trained yet.</source>
      <translation>Rien n'a encore été entraîné.</translation>
    </message>
    <message>
      <source>Nothing is labelled yet. To start, ALCD looks for tiles in which the two dates differ.</source>
      <translation>Rien n'est encore étiqueté. Pour commencer, ALCD cherche des tuiles où les deux dates diffèrent.</translation>
    </message>
    <message>
      <source>Number of members</source>
      <translation>Nombre de membres</translation>
    </message>
    <message>
      <source>Number of rounds</source>
      <translation>Nombre de tours</translation>
    </message>
    <message>
      <source>Number of runs</source>
      <translation>Nombre d'essais</translation>
    </message>
    <message>
      <source>Number of runs, each with a different seed</source>
      <translation>Nombre d'essais, chacun avec une graine différente</translation>
    </message>
    <message>
      <source>Number of the encoder's stages to use</source>
      <translation>Nombre d'étages de l'encodeur à utiliser</translation>
    </message>
    <message>
      <source>Number of the encoder's stages to use; by default 5, or that of the built-in network</source>
      <translation>Nombre d'étages de l'encodeur à utiliser ; par défaut 5, ou celui du réseau intégré</translation>
    </message>
    <message>
      <source>Number of threads that compute a piece of work on the processor</source>
      <translation>Nombre de fils qui calculent une tâche sur le processeur</translation>
    </message>
    <message>
      <source>Number of tiles to draw</source>
      <translation>Nombre de tuiles à tirer</translation>
    </message>
    <message>
      <source>Number of tiles to mark</source>
      <translation>Nombre de tuiles à marquer</translation>
    </message>
    <message>
      <source>Number of tiles to query</source>
      <translation>Nombre de tuiles à demander</translation>
    </message>
    <message>
      <source>Number of tiles to suggest</source>
      <translation>Nombre de tuiles à suggérer</translation>
    </message>
    <message>
      <source>Of the {} features of the layer {}, only {} could be written to a file.</source>
      <translation>Sur les {} entités de la couche {}, seules {} ont pu être écrites dans un fichier.</translation>
    </message>
    <message>
      <source>On a Mac, Homebrew (brew install gdal numpy) and conda-forge have such a Python.</source>
      <translation>Sur un Mac, Homebrew (brew install gdal numpy) et conda-forge proposent un tel Python.</translation>
    </message>
    <message>
      <source>On the page Learn, under Advanced, leave Encoder and Encoder depth to Automatic and choose the preset Fast, or choose other encoder weights.</source>
      <translation>À la page Apprendre, sous Avancé, laissez Encodeur et Profondeur de l'encodeur sur Automatique et choisissez le préréglage Fast (rapide), ou choisissez d'autres poids d'encodeur.</translation>
    </message>
    <message>
      <source>One tile in so many is never queried: the network is measured there. Each seed keeps another part aside; 0 keeps none</source>
      <translation>Une tuile sur ce nombre n'est jamais interrogée : le réseau y est mesuré. Chaque graine met une autre partie de côté ; 0 n'en met aucune</translation>
    </message>
    <message>
      <source>Only report what an audit of this size would tell; draw nothing</source>
      <translation>Indiquer seulement ce qu'un échantillon de cette taille apprendrait, sans rien tirer</translation>
    </message>
    <message>
      <source>Only show what this number of tiles would tell</source>
      <translation>Montrer seulement ce que ce nombre de tuiles apprendrait</translation>
    </message>
    <message>
      <source>Open Campaign (Folder NAME.alcd)</source>
      <translation>Ouvrir une campagne (dossier NOM.alcd)</translation>
    </message>
    <message>
      <source>Open or create a campaign first</source>
      <translation>Ouvrez ou créez d'abord une campagne</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Ouvrir les paramètres</translation>
    </message>
    <message>
      <source>Open the audit to training</source>
      <translation>Ouvrir l'échantillon de contrôle à l'entraînement</translation>
    </message>
    <message>
      <source>Open the last audit's tiles to training</source>
      <translation>Ouvrir à l'entraînement les tuiles du dernier échantillon de contrôle</translation>
    </message>
    <message>
      <source>Open to training</source>
      <translation>Ouvrir à l'entraînement</translation>
    </message>
    <message>
      <source>Orientation of tiles</source>
      <translation>Orientation des tuiles</translation>
    </message>
    <message>
      <source>Orthophoto of the first date</source>
      <translation>Orthophoto de la première date</translation>
    </message>
    <message>
      <source>Orthophoto of the first date.</source>
      <translation>Orthophoto de la première date.</translation>
    </message>
    <message>
      <source>Orthophoto of the second date</source>
      <translation>Orthophoto de la seconde date</translation>
    </message>
    <message>
      <source>Orthophoto of the second date.</source>
      <translation>Orthophoto de la seconde date.</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Sortie</translation>
    </message>
    <message>
      <source>Outputs</source>
      <translation>Sorties</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Recouvrement</translation>
    </message>
    <message>
      <source>Overlap of neighbouring tiles</source>
      <translation>Recouvrement des tuiles voisines</translation>
    </message>
    <message>
      <source>Overlap of tiles</source>
      <translation>Recouvrement des tuiles</translation>
    </message>
    <message>
      <source>Own: each member sees the tile rotated or mirrored in a different way</source>
      <translation>Propre : chaque membre voit la tuile tournée ou retournée d'une façon différente</translation>
    </message>
    <message>
      <source>Packages cannot be downloaded through a SOCKS proxy: use an HTTP proxy or a folder of wheels.</source>
      <translation>Les paquets ne peuvent pas être téléchargés par un proxy SOCKS : utilisez un proxy HTTP ou un dossier de wheels.</translation>
    </message>
    <message>
      <source>Paper: as in the publication, for thousands of tiles</source>
      <translation>Paper : comme dans la publication, pour des milliers de tuiles</translation>
    </message>
    <message>
      <source>Paper: the settings of the publication</source>
      <translation>Paper : les réglages de la publication</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
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
      <source>Pixels with at least this probability are change</source>
      <translation>Les pixels d'au moins cette probabilité sont un changement</translation>
    </message>
    <message>
      <source>Pixels without data</source>
      <translation>Pixels sans données</translation>
    </message>
    <message>
      <source>Point a campaign at rasters that were moved or renamed. If a date has several, name all of them, in their order. Tiles, labels and models stay as they are.</source>
      <translation>Indiquer à une campagne des rasters déplacés ou renommés. Si une date en a plusieurs, les nommer tous, dans leur ordre. Tuiles, étiquettes et modèles restent tels quels.</translation>
    </message>
    <message>
      <source>Point campaign at moved rasters</source>
      <translation>Indiquer des rasters déplacés</translation>
    </message>
    <message>
      <source>Polygons of change</source>
      <translation>Polygones de changement</translation>
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
      <source>Polygons of everything that changed, for a comparison afterwards; they are not loaded.</source>
      <translation>Polygones de tout ce qui a changé, pour une comparaison ultérieure ; ils ne sont pas chargés.</translation>
    </message>
    <message>
      <source>Polygons of everything that changed, to show what was found, missed and wrongly marked</source>
      <translation>Polygones de tout ce qui a changé, pour montrer ce qui a été trouvé, manqué ou marqué à tort</translation>
    </message>
    <message>
      <source>Polygons of the area of interest; by default everything that both dates cover</source>
      <translation>Polygones de la zone d'intérêt ; par défaut tout ce que couvrent les deux dates</translation>
    </message>
    <message>
      <source>Polygons of the buildings at the date before: each change polygon gets a kind, and the layer buildings says of each building whether it is still there</source>
      <translation>Polygones des bâtiments à la date avant : chaque polygone de changement reçoit un type, et la couche buildings indique pour chaque bâtiment s'il existe encore</translation>
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
      <source>Predicted change: tiles drawn at random from those predicted to be changed</source>
      <translation>Changement prédit : des tuiles tirées au hasard parmi celles prédites comme changées</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>Préréglage</translation>
    </message>
    <message>
      <source>Preset of the training; by default fast with quick, paper with paper</source>
      <translation>Préréglage de l'entraînement ; par défaut fast avec quick, paper avec paper</translation>
    </message>
    <message>
      <source>Preview a campaign</source>
      <translation>Aperçu d'une campagne</translation>
    </message>
    <message>
      <source>Probability map</source>
      <translation>Carte de probabilité</translation>
    </message>
    <message>
      <source>Probability map to check; by default the latest round's</source>
      <translation>Carte de probabilité à contrôler ; par défaut celle du dernier tour</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Probabilité de changement</translation>
    </message>
    <message>
      <source>Probability threshold</source>
      <translation>Seuil de probabilité</translation>
    </message>
    <message>
      <source>Probability with which each interval contains the true value</source>
      <translation>Probabilité avec laquelle chaque intervalle contient la vraie valeur</translation>
    </message>
    <message>
      <source>Processes of this computer</source>
      <translation>Processus de cet ordinateur</translation>
    </message>
    <message>
      <source>Processor (CPU)</source>
      <translation>Processeur (CPU)</translation>
    </message>
    <message>
      <source>Proposals</source>
      <translation>Propositions</translation>
    </message>
    <message>
      <source>Purpose of the labels</source>
      <translation>Usage des étiquettes</translation>
    </message>
    <message>
      <source>Put the missing wheels for this Python into {}, then try again.</source>
      <translation>Mettez les wheels manquants pour ce Python dans {}, puis réessayez.</translation>
    </message>
    <message>
      <source>PyTorch finds no usable card</source>
      <translation>PyTorch ne trouve pas de carte utilisable</translation>
    </message>
    <message>
      <source>PyTorch will be downloaded from:</source>
      <translation>PyTorch sera téléchargé depuis :</translation>
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
      <source>Queried tiles</source>
      <translation>Tuiles demandées</translation>
    </message>
    <message>
      <source>Queried tiles, for training</source>
      <translation>Tuiles demandées, pour l'entraînement</translation>
    </message>
    <message>
      <source>Queried, labelled or skipped, by score</source>
      <translation>Demandées, étiquetées ou passées, par score</translation>
    </message>
    <message>
      <source>Query next tiles</source>
      <translation>Demander les tuiles suivantes</translation>
    </message>
    <message>
      <source>Query the next tiles, then the model can say what it expects of them.</source>
      <translation>Demandez les tuiles suivantes, et le modèle pourra dire ce qu'il en attend.</translation>
    </message>
    <message>
      <source>Quick: for hundreds of tiles, at a quarter of the resolution</source>
      <translation>Quick (rapide) : pour des centaines de tuiles, au quart de la résolution</translation>
    </message>
    <message>
      <source>Random fifth of the tiles, for testing</source>
      <translation>Un cinquième des tuiles au hasard, pour le test</translation>
    </message>
    <message>
      <source>Random seed</source>
      <translation>Graine aléatoire</translation>
    </message>
    <message>
      <source>Random: tiles drawn at random, without scoring</source>
      <translation>Aléatoire : des tuiles tirées au hasard, sans score</translation>
    </message>
    <message>
      <source>Raster of the members' variance (0 to 0.25)</source>
      <translation>Raster de la variance des membres (de 0 à 0,25)</translation>
    </message>
    <message>
      <source>Raster of the probability of change (0 to 1)</source>
      <translation>Raster de la probabilité de changement (de 0 à 1)</translation>
    </message>
    <message>
      <source>Raster of true and false positives and negatives in four colours; empty where the model was trained</source>
      <translation>Raster des vrais et faux positifs et négatifs en quatre couleurs ; vide là où le modèle a été entraîné</translation>
    </message>
    <message>
      <source>Reduce the resolution by this factor: so many pixels of the coarser raster become one, along each side; tiles shrink with it; by default 4 with quick, 1 with paper</source>
      <translation>Réduire la résolution de ce facteur : autant de pixels du raster le plus grossier en forment un, de chaque côté ; les tuiles rétrécissent d'autant ; par défaut 4 avec quick, 1 avec paper</translation>
    </message>
    <message>
      <source>Reduction of the resolution</source>
      <translation>Réduction de la résolution</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Référence</translation>
    </message>
    <message>
      <source>Reference polygons</source>
      <translation>Polygones de référence</translation>
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
      <source>Remove</source>
      <translation>Retirer</translation>
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
      <source>Replace File</source>
      <translation>Remplacer le fichier</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Reshape</source>
      <translation>Forme</translation>
    </message>
    <message>
      <source>Restore campaign.gpkg from a backup.</source>
      <translation>Restaurez campaign.gpkg à partir d'une sauvegarde.</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Résultats</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Angles droits</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Tour</translation>
    </message>
    <message>
      <source>Round {}, {} tiles: average precision {}</source>
      <translation>Tour {}, {} tuiles : précision moyenne {}</translation>
    </message>
    <message>
      <source>Round {}: trained on {} tiles.</source>
      <translation>Tour {} : entraîné sur {} tuiles.</translation>
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
      <source>Same: all members see the tile as it is</source>
      <translation>Identique : tous les membres voient la tuile telle quelle</translation>
    </message>
    <message>
      <source>Save Report</source>
      <translation>Enregistrer le rapport</translation>
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
      <source>Score every unlabelled tile by how much the model would learn from it, and mark the best ones to label next, with the polygons that the model predicts there as proposals.</source>
      <translation>Donner à chaque tuile non étiquetée un score selon ce que le modèle en apprendrait, et marquer les meilleures à étiqueter ensuite, avec comme propositions les polygones que le modèle y prédit.</translation>
    </message>
    <message>
      <source>See the last lines of its log.</source>
      <translation>Voyez les dernières lignes de son journal.</translation>
    </message>
    <message>
      <source>See the log.</source>
      <translation>Voir le journal.</translation>
    </message>
    <message>
      <source>See the log. The next attempt reuses the packages downloaded so far.</source>
      <translation>Voir le journal. Le prochain essai réutilise les paquets déjà téléchargés.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Selected features only ({})</source>
      <translation>Entités sélectionnées seulement ({})</translation>
    </message>
    <message>
      <source>Set a single value for all bands (Properties &gt; Transparency), or write a mask into the file.</source>
      <translation>Définissez une seule valeur pour toutes les bandes (Propriétés &gt; Transparence), ou écrivez un masque dans le fichier.</translation>
    </message>
    <message>
      <source>Set it first (Layer &gt; Set CRS of Layer).</source>
      <translation>Définissez-le d'abord (Couche &gt; Définir le SCR de la couche).</translation>
    </message>
    <message>
      <source>Set it up once in Settings &gt; Options &gt; ALCD.</source>
      <translation>Installez-le une fois dans Préférences &gt; Options &gt; ALCD.</translation>
    </message>
    <message>
      <source>Share of correctly marked pixels among all that are marked or changed, 0 to 1.</source>
      <translation>Part des pixels correctement marqués parmi tous ceux qui sont marqués ou changés, de 0 à 1.</translation>
    </message>
    <message>
      <source>Share of the area on the map that really changed, 0 to 1.</source>
      <translation>Part de la surface sur la carte qui a réellement changé, de 0 à 1.</translation>
    </message>
    <message>
      <source>Share of the area that really changed that the map contains, 0 to 1.</source>
      <translation>Part de la surface réellement changée que la carte contient, de 0 à 1.</translation>
    </message>
    <message>
      <source>Share of the buildings of the reference that were found, 0 to 1.</source>
      <translation>Part des bâtiments de la référence qui ont été trouvés, de 0 à 1.</translation>
    </message>
    <message>
      <source>Share of the change polygons that are buildings of the reference, 0 to 1.</source>
      <translation>Part des polygones de changement qui sont des bâtiments de la référence, de 0 à 1.</translation>
    </message>
    <message>
      <source>Show half of the tiles with their dates exchanged, so that examples of new buildings also teach what demolished buildings look like; needs several times as many epochs</source>
      <translation>Montrer la moitié des tuiles avec leurs dates échangées, pour que les exemples de nouveaux bâtiments apprennent aussi à quoi ressemblent les bâtiments démolis ; demande plusieurs fois plus d'époques</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Montrer le journal</translation>
    </message>
    <message>
      <source>Show or hide the ALCD panel: label tiles, train the network, review changes</source>
      <translation>Afficher ou masquer le panneau ALCD : étiqueter les tuiles, entraîner le réseau, réviser les changements</translation>
    </message>
    <message>
      <source>Show results</source>
      <translation>Voir les résultats</translation>
    </message>
    <message>
      <source>Show the state of a campaign: its rasters and grid, tiles by state, and the rounds so far.</source>
      <translation>Montrer l'état d'une campagne : ses rasters et sa grille, les tuiles par état, et les tours jusqu'ici.</translation>
    </message>
    <message>
      <source>Show what a campaign would look like: its grid and tiles, the amount of data to read, the share without data, and whether the two dates appear shifted against each other or very different in brightness. Writes nothing.</source>
      <translation>Montrer à quoi ressemblerait une campagne : sa grille et ses tuiles, la quantité de données à lire, la part sans données, et si les deux dates paraissent décalées l'une par rapport à l'autre ou de luminosité très différente. N'écrit rien.</translation>
    </message>
    <message>
      <source>Side of a scene in the folder to test on, where whole scenes lie side by side; by default it is one scene, unless it has a file blocks.csv</source>
      <translation>Côté d'une scène du dossier de test, si des scènes entières y sont côte à côte ; par défaut c'est une seule scène, sauf s'il contient un fichier blocks.csv</translation>
    </message>
    <message>
      <source>Side of a scene to test on</source>
      <translation>Côté d'une scène de test</translation>
    </message>
    <message>
      <source>Side of a tile, a multiple of 32</source>
      <translation>Côté d'une tuile, multiple de 32</translation>
    </message>
    <message>
      <source>Side of the generated region</source>
      <translation>Côté de la région générée</translation>
    </message>
    <message>
      <source>Side of the region</source>
      <translation>Côté de la région</translation>
    </message>
    <message>
      <source>Simplification of outlines</source>
      <translation>Simplification des contours</translation>
    </message>
    <message>
      <source>Simulate active learning</source>
      <translation>Simuler l’apprentissage actif</translation>
    </message>
    <message>
      <source>Simulate active learning with a reference layer in place of the analyst: how good is the network after how many labels, by method and acquisition? It is measured within the campaign, on tiles of the pool that are kept aside, and on other ground. All learners of a run start with the same tiles. Results are added to a table run by run, so the job can be stopped and started again. Without method and acquisition, it computes the publication's table and a harder baseline.</source>
      <translation>Simuler l'apprentissage actif avec une couche de référence à la place de l'analyste : quelle est la qualité du réseau après combien d'étiquettes, par méthode et par acquisition ? Elle est mesurée dans la campagne, sur des tuiles mises de côté, et sur un autre terrain. Tous les apprenants d'un essai commencent avec les mêmes tuiles. Les résultats s'ajoutent à un tableau essai par essai : la tâche peut donc être arrêtée et relancée. Sans méthode ni acquisition, elle calcule le tableau de la publication et une base de comparaison plus exigeante.</translation>
    </message>
    <message>
      <source>Single pass: where one member is least certain, in half of the time</source>
      <translation>Un seul passage : là où un membre est le moins certain, en deux fois moins de temps</translation>
    </message>
    <message>
      <source>Single: one network without members</source>
      <translation>Seul : un réseau sans membres</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <source>Size of the simulation</source>
      <translation>Taille de la simulation</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Passées</translation>
    </message>
    <message>
      <source>Skipped tiles: {}. If none of them changed, {} to {} tiles are missed; if all did, {} to {}.</source>
      <translation>Tuiles passées : {}. Si aucune n'a changé, {} à {} tuiles sont omises ; si toutes ont changé, {} à {}.</translation>
    </message>
    <message>
      <source>Skipped tiles: {}. If none of them changed, {} to {} tiles changed; if all did, {} to {}.</source>
      <translation>Tuiles passées : {}. Si aucune n'a changé, {} à {} tuiles ont changé ; si toutes ont changé, {} à {}.</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Les polygones plus petits sont omis</translation>
    </message>
    <message>
      <source>Standard, from PyPI</source>
      <translation>Standard, depuis PyPI</translation>
    </message>
    <message>
      <source>Standard, from PyPI, CPU only</source>
      <translation>Standard, depuis PyPI, CPU seulement</translation>
    </message>
    <message>
      <source>Standard, from PyPI, with Apple GPU</source>
      <translation>Standard, depuis PyPI, avec GPU Apple</translation>
    </message>
    <message>
      <source>Standard, from PyPI, with CUDA</source>
      <translation>Standard, depuis PyPI, avec CUDA</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Départ</translation>
    </message>
    <message>
      <source>Start afresh</source>
      <translation>Repartir de zéro</translation>
    </message>
    <message>
      <source>Start each round from the previous round's weights</source>
      <translation>Commencer chaque tour avec les poids du tour précédent</translation>
    </message>
    <message>
      <source>Start from a trained model</source>
      <translation>Partir d'un modèle entraîné</translation>
    </message>
    <message>
      <source>Start from the encoder's weights; otherwise the preset fast continues from the last round's model, if there is one of the same kind, for half the epochs</source>
      <translation>Partir des poids de l'encodeur ; sinon le préréglage fast continue à partir du modèle du dernier tour, s'il y en a un du même genre, avec moitié moins d'époques</translation>
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
      <source>Stop the running jobs, then try again.</source>
      <translation>Arrêtez les tâches en cours, puis réessayez.</translation>
    </message>
    <message>
      <source>Stopped. Training resumes from the last finished epoch when you start it again.</source>
      <translation>Arrêté. L'entraînement reprendra à la dernière époque terminée quand vous le relancerez.</translation>
    </message>
    <message>
      <source>Suggest first tiles</source>
      <translation>Suggérer les premières tuiles</translation>
    </message>
    <message>
      <source>Suggest: by the job suggest, without labels, as an analyst would begin</source>
      <translation>Suggérer : par la tâche suggest, sans étiquettes, comme commencerait un analyste</translation>
    </message>
    <message>
      <source>Supervised, equal steps: the same with as many training steps as all rounds together</source>
      <translation>Supervisé, autant de pas : de même avec autant de pas d'entraînement que tous les tours ensemble</translation>
    </message>
    <message>
      <source>Supervised: MCBN on all changed tiles and as many unchanged ones, trained once</source>
      <translation>Supervisé : MCBN sur toutes les tuiles changées et autant d'inchangées, entraîné une fois</translation>
    </message>
    <message>
      <source>Switch it on (Properties &gt; Transparency).</source>
      <translation>Activez-la (Propriétés &gt; Transparence).</translation>
    </message>
    <message>
      <source>TLS authority</source>
      <translation>Autorité TLS</translation>
    </message>
    <message>
      <source>TLS certificate</source>
      <translation>Certificat TLS</translation>
    </message>
    <message>
      <source>TLS for the cluster: the certificate of the authority (PEM)</source>
      <translation>TLS pour la grappe : le certificat de l'autorité (PEM)</translation>
    </message>
    <message>
      <source>TLS for the cluster: the certificate of this computer (PEM)</source>
      <translation>TLS pour la grappe : le certificat de cet ordinateur (PEM)</translation>
    </message>
    <message>
      <source>TLS for the cluster: the private key of this computer (PEM)</source>
      <translation>TLS pour la grappe : la clé privée de cet ordinateur (PEM)</translation>
    </message>
    <message>
      <source>TLS key</source>
      <translation>Clé TLS</translation>
    </message>
    <message>
      <source>Table and figures</source>
      <translation>Tableau et figures</translation>
    </message>
    <message>
      <source>Test a Dask cluster</source>
      <translation>Tester une grappe Dask</translation>
    </message>
    <message>
      <source>Test a Dask cluster: list its workers, what each computes on, and why one could not take part in a job.</source>
      <translation>Tester une grappe Dask : lister ses processus de calcul, sur quoi chacun calcule et pourquoi l'un d'eux ne pourrait pas participer.</translation>
    </message>
    <message>
      <source>Test: only for assessment, never for training</source>
      <translation>Test : seulement pour l'évaluation, jamais pour l'entraînement</translation>
    </message>
    <message>
      <source>Testing the installation</source>
      <translation>Test de l'installation</translation>
    </message>
    <message>
      <source>Testing the worker's Python</source>
      <translation>Test du Python des tâches</translation>
    </message>
    <message>
      <source>The CRS {} is unknown.</source>
      <translation>Le SCR {} est inconnu.</translation>
    </message>
    <message>
      <source>The Python chosen for ALCD does not exist: {}.</source>
      <translation>Le Python choisi pour ALCD n'existe pas : {}.</translation>
    </message>
    <message>
      <source>The action failed</source>
      <translation>L'action a échoué</translation>
    </message>
    <message>
      <source>The address of the PyTorch index contains a user name or a password.</source>
      <translation>L'adresse de l'index PyTorch contient un nom d'utilisateur ou un mot de passe.</translation>
    </message>
    <message>
      <source>The audit can then no longer check maps of later rounds. This cannot be undone.</source>
      <translation>L'échantillon de contrôle ne pourra plus contrôler les cartes des tours suivants. Cela ne peut pas être annulé.</translation>
    </message>
    <message>
      <source>The audit is done. The page Results shows how complete the map is.</source>
      <translation>L'échantillon de contrôle est terminé. La page Résultats montre à quel point la carte est complète.</translation>
    </message>
    <message>
      <source>The audit's tiles become training tiles. The network learns from them in the next round.</source>
      <translation>Les tuiles de l'échantillon de contrôle deviennent des tuiles d'entraînement. Le réseau apprend d'elles au prochain tour.</translation>
    </message>
    <message>
      <source>The audit's {} labelled tiles are now trained on.</source>
      <translation>Les {} tuiles étiquetées de l'échantillon de contrôle servent désormais à l'entraînement.</translation>
    </message>
    <message>
      <source>The building map as of the after date</source>
      <translation>La carte des bâtiments à la date après</translation>
    </message>
    <message>
      <source>The building map as of the first date.</source>
      <translation>La carte des bâtiments à la première date.</translation>
    </message>
    <message>
      <source>The campaign's folder again, so that a model can pass it to the next algorithm.</source>
      <translation>De nouveau le dossier de la campagne, pour qu'un modèle puisse le passer au traitement suivant.</translation>
    </message>
    <message>
      <source>The campaign's name must be usable as a folder name.</source>
      <translation>Le nom de la campagne doit pouvoir servir de nom de dossier.</translation>
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
      <source>The example town is in {}.</source>
      <translation>La ville d'exemple est dans {}.</translation>
    </message>
    <message>
      <source>The extent lies outside the raster {}.</source>
      <translation>L'emprise se trouve hors du raster {}.</translation>
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
      <source>The graphics card ran out of memory.</source>
      <translation>La carte graphique a manqué de mémoire.</translation>
    </message>
    <message>
      <source>The job could not be supervised: {}</source>
      <translation>La tâche n'a pas pu être surveillée : {}</translation>
    </message>
    <message>
      <source>The job was stopped from outside this window. Start it again.</source>
      <translation>La tâche a été arrêtée depuis l'extérieur de cette fenêtre. Relancez-la.</translation>
    </message>
    <message>
      <source>The last estimate cannot be read. Estimate again.</source>
      <translation>La dernière estimation est illisible. Estimez de nouveau.</translation>
    </message>
    <message>
      <source>The layer given as {} cannot be read.</source>
      <translation>La couche donnée comme {} n'est pas lisible.</translation>
    </message>
    <message>
      <source>The layer {} comes from a service that the worker cannot read.</source>
      <translation>La couche {} vient d’un service que le processus de calcul ne peut pas lire.</translation>
    </message>
    <message>
      <source>The layer {} could not be written to a file: {}</source>
      <translation>La couche {} n'a pas pu être écrite dans un fichier : {}</translation>
    </message>
    <message>
      <source>The layer {} has a nodata value in QGIS that its file does not have.</source>
      <translation>La couche {} a dans QGIS une valeur nodata que son fichier n'a pas.</translation>
    </message>
    <message>
      <source>The layer {} has no CRS.</source>
      <translation>La couche {} n'a pas de SCR.</translation>
    </message>
    <message>
      <source>The layer {} has no field {}.</source>
      <translation>La couche {} n'a pas de champ {}.</translation>
    </message>
    <message>
      <source>The layer {} has no usable features.</source>
      <translation>La couche {} n'a pas d'entités utilisables.</translation>
    </message>
    <message>
      <source>The layer {} has several nodata values or ranges in QGIS, or a different one than its file.</source>
      <translation>La couche {} a plusieurs valeurs ou plages nodata dans QGIS, ou une autre que son fichier.</translation>
    </message>
    <message>
      <source>The layer {} has the CRS {} in QGIS, but {} in its file.</source>
      <translation>La couche {} a le SCR {} dans QGIS, mais {} dans son fichier.</translation>
    </message>
    <message>
      <source>The layer {} has unsaved edits.</source>
      <translation>La couche {} a des modifications non enregistrées.</translation>
    </message>
    <message>
      <source>The layer {} is not a raster file; it comes from “{}”.</source>
      <translation>La couche {} n'est pas un fichier raster ; elle vient de « {} ».</translation>
    </message>
    <message>
      <source>The layer {} of {} cannot be read.</source>
      <translation>La couche {} de {} ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The layer {} uses a login of QGIS, which the worker cannot use.</source>
      <translation>La couche {} utilise des identifiants de QGIS, que le processus de calcul ne peut pas utiliser.</translation>
    </message>
    <message>
      <source>The layer {} was opened with options that the worker cannot use.</source>
      <translation>La couche {} a été ouverte avec des options que le processus de calcul ne peut pas utiliser.</translation>
    </message>
    <message>
      <source>The login {} is of the kind {}, which the worker cannot use.</source>
      <translation>L’identifiant {} est du type {}, que le processus de calcul ne peut pas utiliser.</translation>
    </message>
    <message>
      <source>The lower limit of the confidence interval.</source>
      <translation>La limite inférieure de l'intervalle de confiance.</translation>
    </message>
    <message>
      <source>The map contains {} of the area that changed; {} of the {} tiles with change are missing from it ({} confidence).</source>
      <translation>La carte contient {} de la surface changée ; {} des {} tuiles avec changement y manquent (confiance {}).</translation>
    </message>
    <message>
      <source>The map was not made by a network of this campaign.</source>
      <translation>La carte ne vient pas d'un réseau de cette campagne.</translation>
    </message>
    <message>
      <source>The map {} was made with a model that does not belong to this campaign. Create a new map.</source>
      <translation>La carte {} a été faite avec un modèle qui n'appartient pas à cette campagne. Créez une nouvelle carte.</translation>
    </message>
    <message>
      <source>The model expects about {} changed tiles among the {} that it queried.</source>
      <translation>Le modèle attend environ {} tuiles avec changement parmi les {} qu'il a demandées.</translation>
    </message>
    <message>
      <source>The network is assessed on the test tiles.</source>
      <translation>Le réseau est évalué sur les tuiles de test.</translation>
    </message>
    <message>
      <source>The network is trained on all labels. See what it found.</source>
      <translation>Le réseau est entraîné sur toutes les étiquettes. Voyez ce qu'il a trouvé.</translation>
    </message>
    <message>
      <source>The network is trained on your labels.</source>
      <translation>Le réseau est entraîné sur vos étiquettes.</translation>
    </message>
    <message>
      <source>The network proposes the dashed outlines: Accept, then Done. If nothing changed: No change.</source>
      <translation>Le réseau propose les contours en tirets : Accepter, puis Terminé. Si rien n'a changé : Aucun changement.</translation>
    </message>
    <message>
      <source>The network selects the tiles to label next.</source>
      <translation>Le réseau choisit les tuiles à étiqueter ensuite.</translation>
    </message>
    <message>
      <source>The new folder.</source>
      <translation>Le nouveau dossier.</translation>
    </message>
    <message>
      <source>The new shape could not be saved: {}</source>
      <translation>La nouvelle forme n'a pas pu être enregistrée : {}</translation>
    </message>
    <message>
      <source>The nodata value of the layer {} is switched off in QGIS, but the worker would use it.</source>
      <translation>La valeur nodata de la couche {} est désactivée dans QGIS, mais le processus de calcul l'utiliserait.</translation>
    </message>
    <message>
      <source>The orthophoto of the first date in its new place</source>
      <translation>L'orthophoto de la première date à son nouvel emplacement</translation>
    </message>
    <message>
      <source>The orthophoto of the second date in its new place</source>
      <translation>L'orthophoto de la seconde date à son nouvel emplacement</translation>
    </message>
    <message>
      <source>The packages could not be installed: {}</source>
      <translation>Les paquets n'ont pas pu être installés : {}</translation>
    </message>
    <message>
      <source>The polygons were saved to {}.</source>
      <translation>Les polygones ont été enregistrés dans {}.</translation>
    </message>
    <message>
      <source>The probability of change and the uncertainty were added to the map.</source>
      <translation>La probabilité de changement et l'incertitude ont été ajoutées à la carte.</translation>
    </message>
    <message>
      <source>The raster {} cannot be read.</source>
      <translation>Le raster {} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The same seed draws the same tiles</source>
      <translation>La même graine tire les mêmes tuiles</translation>
    </message>
    <message>
      <source>The same seed gives the same region, tiles, weights and scores, bit for bit on the processor with the same number of threads</source>
      <translation>La même graine donne la même région, les mêmes tuiles, poids et scores, au bit près sur le processeur avec le même nombre de threads</translation>
    </message>
    <message>
      <source>The same seed gives the same tiles, weights and scores, bit for bit on the processor with the same number of threads</source>
      <translation>La même graine donne les mêmes tuiles, poids et scores, au bit près sur le processeur avec le même nombre de threads</translation>
    </message>
    <message>
      <source>The same seed gives the same town</source>
      <translation>La même graine donne la même ville</translation>
    </message>
    <message>
      <source>The tiles cover {covered} % of the area of interest.</source>
      <translation>Les tuiles couvrent {covered} % de la zone d'intérêt.</translation>
    </message>
    <message>
      <source>The tiles of {} cannot be read.</source>
      <translation>Les tuiles de {} ne sont pas lisibles.</translation>
    </message>
    <message>
      <source>The tiles to label next, with their rank and score.</source>
      <translation>Les tuiles à étiqueter ensuite, avec leur rang et leur score.</translation>
    </message>
    <message>
      <source>The upper limit of the confidence interval.</source>
      <translation>La limite supérieure de l'intervalle de confiance.</translation>
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
      <source>The whole workflow as one model, with a reference layer in place of the analyst: create a campaign, label the first tiles, train, query the tiles that the model is least certain of, label those, train again, and export change polygons. Without a reference layer, run the algorithms one by one and label the tiles yourself.</source>
      <translation>Toute la démarche en un seul modèle, une couche de référence remplaçant l’analyste : créer une campagne, étiqueter les premières tuiles, entraîner, sélectionner les tuiles dont le modèle est le moins sûr, les étiqueter, entraîner à nouveau et exporter les polygones de changement. Sans couche de référence, exécutez les algorithmes un par un et étiquetez les tuiles vous-même.</translation>
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
      <source>The worker was ended by the signal {}.</source>
      <translation>Le processus de calcul a été arrêté par le signal {}.</translation>
    </message>
    <message>
      <source>The worker was killed, most likely by the system because it ran out of memory.</source>
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
      <source>The {} accepted polygons count as changes, everything else in these tiles as unchanged.</source>
      <translation>Les {} polygones acceptés comptent comme changements, tout le reste de ces tuiles comme inchangé.</translation>
    </message>
    <message>
      <source>The {} are not numbers separated by commas: {}.</source>
      <translation>Les {} ne sont pas des nombres séparés par des virgules : {}.</translation>
    </message>
    <message>
      <source>There are no labelled tiles to train on yet. Label some of the suggested tiles first.</source>
      <translation>Il n'y a pas encore de tuiles étiquetées pour l'entraînement. Étiquetez d'abord quelques-unes des tuiles suggérées.</translation>
    </message>
    <message>
      <source>There are no results yet. Train the network first (page Learn).</source>
      <translation>Il n'y a pas encore de résultats. Entraînez d'abord le réseau (page Apprendre).</translation>
    </message>
    <message>
      <source>There are no unlabelled tiles left for testing.</source>
      <translation>Il ne reste aucune tuile non étiquetée pour le test.</translation>
    </message>
    <message>
      <source>There is no PyTorch for this Python and this computer. Macs need an Apple processor.</source>
      <translation>Il n'existe pas de PyTorch pour ce Python et cet ordinateur. Un Mac doit avoir un processeur Apple.</translation>
    </message>
    <message>
      <source>There is no unlabelled tile in which every polygon has a verdict.</source>
      <translation>Il n'y a aucune tuile non étiquetée dont chaque polygone a un verdict.</translation>
    </message>
    <message>
      <source>There was no map yet, so only the amount of change was estimated. Map the whole region first.</source>
      <translation>Il n'y avait pas encore de carte : seule la quantité de changement a été estimée. Cartographiez d'abord toute la région.</translation>
    </message>
    <message>
      <source>These figures are about the map of round {}.</source>
      <translation>Ces chiffres concernent la carte du tour {}.</translation>
    </message>
    <message>
      <source>This Python lacks pip. On Debian and Ubuntu install the package python3-venv.</source>
      <translation>Il manque pip à ce Python. Sous Debian et Ubuntu, installez le paquet python3-venv.</translation>
    </message>
    <message>
      <source>This guess was adjusted to {} labelled tiles.</source>
      <translation>Cette supposition a été ajustée à {} tuiles étiquetées.</translation>
    </message>
    <message>
      <source>This is a bug in ALCD; please report it.</source>
      <translation>C'est un bogue d'ALCD ; merci de le signaler.</translation>
    </message>
    <message>
      <source>This is a guess: too few labelled tiles were scored to check it.</source>
      <translation>C'est une supposition : trop peu de tuiles étiquetées ont un score pour la vérifier.</translation>
    </message>
    <message>
      <source>This tile is done. Press any of the keys to label it again.</source>
      <translation>Cette tuile est faite. Appuyez sur n'importe laquelle des touches pour l'étiqueter de nouveau.</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Fils</translation>
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
      <source>Tiles kept aside: one in</source>
      <translation>Tuiles mises de côté : une sur</translation>
    </message>
    <message>
      <source>Tiles per training step</source>
      <translation>Tuiles par pas d'entraînement</translation>
    </message>
    <message>
      <source>Tiles per training step; by default the preset's</source>
      <translation>Tuiles par pas d'entraînement ; par défaut celles du préréglage</translation>
    </message>
    <message>
      <source>Tiles to label</source>
      <translation>Tuiles à étiqueter</translation>
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
      <source>Tiles to label per round</source>
      <translation>Tuiles à étiqueter par tour</translation>
    </message>
    <message>
      <source>Tiles to label per round; by default 10 with quick, 100 with paper</source>
      <translation>Tuiles à étiqueter par tour ; par défaut 10 avec quick, 100 avec paper</translation>
    </message>
    <message>
      <source>Tiles to score</source>
      <translation>Tuiles à évaluer</translation>
    </message>
    <message>
      <source>Tiles with change</source>
      <translation>Tuiles avec changement</translation>
    </message>
    <message>
      <source>Tiles with change missing from the map</source>
      <translation>Tuiles avec changement absentes de la carte</translation>
    </message>
    <message>
      <source>To check the latest round, map the whole region and estimate again.</source>
      <translation>Pour contrôler le dernier tour, cartographiez toute la région et estimez de nouveau.</translation>
    </message>
    <message>
      <source>To label</source>
      <translation>À étiqueter</translation>
    </message>
    <message>
      <source>Tolerance between the building maps</source>
      <translation>Tolérance entre les cartes des bâtiments</translation>
    </message>
    <message>
      <source>Tolerance for simplifying the outlines; by default one pixel; 0 keeps the pixel edges</source>
      <translation>Tolérance de simplification des contours ; par défaut un pixel ; 0 garde les bords des pixels</translation>
    </message>
    <message>
      <source>Tolerance of the building map</source>
      <translation>Tolérance de la carte des bâtiments</translation>
    </message>
    <message>
      <source>Tolerance: {} m.</source>
      <translation>Tolérance : {} m.</translation>
    </message>
    <message>
      <source>Torn down</source>
      <translation>Démoli</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entraîner</translation>
    </message>
    <message>
      <source>Train a Siamese U-Net, or an ensemble of them, on the campaign's labelled tiles. Started again after a cancellation or a crash, it resumes from its last finished epoch.</source>
      <translation>Entraîner un U-Net siamois, ou un ensemble d'U-Net, sur les tuiles étiquetées de la campagne. Relancé après une annulation ou un plantage, l'entraînement reprend à la dernière époque terminée.</translation>
    </message>
    <message>
      <source>Train again</source>
      <translation>Entraîner de nouveau</translation>
    </message>
    <message>
      <source>Train: the network learns from them</source>
      <translation>Entraînement : le réseau apprend de ces tuiles</translation>
    </message>
    <message>
      <source>Trained model to use</source>
      <translation>Modèle entraîné à utiliser</translation>
    </message>
    <message>
      <source>Training preset</source>
      <translation>Préréglage de l'entraînement</translation>
    </message>
    <message>
      <source>Truth</source>
      <translation>Vérité terrain</translation>
    </message>
    <message>
      <source>Two building maps</source>
      <translation>Deux cartes des bâtiments</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Incertitude</translation>
    </message>
    <message>
      <source>Uncertainty raster written by predict</source>
      <translation>Raster d'incertitude écrit par predict</translation>
    </message>
    <message>
      <source>Unlabelled, by score (zoom in to see them)</source>
      <translation>Non étiquetées, par score (zoomer pour les voir)</translation>
    </message>
    <message>
      <source>Use only the features that are selected in the layer when the job starts</source>
      <translation>N'utiliser que les entités sélectionnées dans la couche au démarrage de la tâche</translation>
    </message>
    <message>
      <source>Use the built-in network</source>
      <translation>Utiliser le réseau intégré</translation>
    </message>
    <message>
      <source>Variance: where the members disagree most</source>
      <translation>Variance : là où les membres sont le plus en désaccord</translation>
    </message>
    <message>
      <source>Wait until it has ended, then try again.</source>
      <translation>Attendez qu'elle soit terminée, puis réessayez.</translation>
    </message>
    <message>
      <source>Wait until it has finished, then try again.</source>
      <translation>Attendez la fin, puis réessayez.</translation>
    </message>
    <message>
      <source>Wait until this has finished, then start again.</source>
      <translation>Attendez que ce soit terminé, puis relancez.</translation>
    </message>
    <message>
      <source>Warm start: continue from the previous round's weights instead of the encoder's, for half the epochs</source>
      <translation>Démarrage à chaud : continuer avec les poids du tour précédent au lieu de ceux de l'encodeur, avec moitié moins d'époques</translation>
    </message>
    <message>
      <source>Was something built or torn down here? Draw it, then Done. Otherwise: No change.</source>
      <translation>A-t-on construit ou démoli ici ? Dessinez-le, puis Terminé. Sinon : Aucun changement.</translation>
    </message>
    <message>
      <source>Was something built or torn down here? Draw it, then Done. Skip only what cannot be decided.</source>
      <translation>Quelque chose a-t-il été construit ou démoli ici ? Dessinez-le, puis Terminé. Ne passez que ce qui ne peut être décidé.</translation>
    </message>
    <message>
      <source>What the network thinks is hidden: judge by the images alone.</source>
      <translation>Ce que pense le réseau est masqué : jugez d'après les seules images.</translation>
    </message>
    <message>
      <source>What to use the labels for</source>
      <translation>À quoi servent les étiquettes</translation>
    </message>
    <message>
      <source>When the imagery of the first date was taken (YYYY, YYYY-MM or YYYY-MM-DD); written to all exports</source>
      <translation>Quand les images de la première date ont été prises (AAAA, AAAA-MM ou AAAA-MM-JJ) ; inscrit dans tous les exports</translation>
    </message>
    <message>
      <source>When the imagery of the second date was taken (YYYY, YYYY-MM or YYYY-MM-DD); written to all exports</source>
      <translation>Quand les images de la seconde date ont été prises (AAAA, AAAA-MM ou AAAA-MM-JJ) ; inscrit dans tous les exports</translation>
    </message>
    <message>
      <source>Where to compute</source>
      <translation>Où calculer</translation>
    </message>
    <message>
      <source>Which tiles to label: queried, audit, all, or tile numbers as in 12,57</source>
      <translation>Tuiles à étiqueter : queried, audit, all ou des numéros de tuiles comme 12,57</translation>
    </message>
    <message>
      <source>With {} of them, it would take about {} % of the time.</source>
      <translation>Avec {} d'entre elles, il faudrait environ {} % du temps.</translation>
    </message>
    <message>
      <source>With {} of them, it would take about {} min instead of {}.</source>
      <translation>Avec {} d'entre elles, il faudrait environ {} min au lieu de {}.</translation>
    </message>
    <message>
      <source>With {}, completeness is expected to be known to within {} percentage points.</source>
      <translation>Avec {}, la complétude devrait être connue à {} points de pourcentage près.</translation>
    </message>
    <message>
      <source>Work for a Dask cluster</source>
      <translation>Travailler pour une grappe Dask</translation>
    </message>
    <message>
      <source>Write a report on the campaign: one HTML page with images of both dates, the tiles that were queried round by round, the maps and the learning curve. The page needs no other files and no internet connection.</source>
      <translation>Écrire un rapport sur la campagne : une page HTML avec des images des deux dates, les tuiles demandées tour par tour, les cartes et la courbe d'apprentissage. La page n'a besoin d'aucun autre fichier ni de connexion à Internet.</translation>
    </message>
    <message>
      <source>Write it as in EPSG:25832.</source>
      <translation>Écrivez-le comme EPSG:25832.</translation>
    </message>
    <message>
      <source>Write it into the file first (gdal_edit.py -a_nodata, or Export &gt; Save As).</source>
      <translation>Écrivez-la d'abord dans le fichier (gdal_edit.py -a_nodata, ou Exporter &gt; Enregistrer sous).</translation>
    </message>
    <message>
      <source>Write report</source>
      <translation>Écrire le rapport</translation>
    </message>
    <message>
      <source>Write the correct CRS into the file first (Raster &gt; Projections &gt; Assign Projection).</source>
      <translation>Écrivez d'abord le bon SCR dans le fichier (Raster &gt; Projections &gt; Assigner une projection).</translation>
    </message>
    <message>
      <source>Write them as in 1,2,3.</source>
      <translation>Écrivez-les comme 1,2,3.</translation>
    </message>
    <message>
      <source>You can continue labelling in the meantime.</source>
      <translation>Vous pouvez continuer à étiqueter pendant ce temps.</translation>
    </message>
    <message>
      <source>Your last labels could not be saved yet, so the campaign stays open. Try again.</source>
      <translation>Vos dernières étiquettes n'ont pas encore pu être enregistrées : la campagne reste donc ouverte. Réessayez.</translation>
    </message>
    <message>
      <source>Your own orthophoto of the first date</source>
      <translation>Votre propre orthophoto de la première date</translation>
    </message>
    <message>
      <source>Your own orthophoto of the second date</source>
      <translation>Votre propre orthophoto de la seconde date</translation>
    </message>
    <message>
      <source>a DLL has the wrong version</source>
      <translation>une DLL a une mauvaise version</translation>
    </message>
    <message>
      <source>a DLL was not found</source>
      <translation>une DLL est introuvable</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>accepté</translation>
    </message>
    <message>
      <source>access to invalid memory</source>
      <translation>accès à une zone mémoire invalide</translation>
    </message>
    <message>
      <source>accuracy,auc,f1,iou,completeness,correctness,buildings</source>
      <translation>exactitude,auc,f1,iou,exhaustivité,bâtiments</translation>
    </message>
    <message>
      <source>altered</source>
      <translation>modifié</translation>
    </message>
    <message>
      <source>ambiguous</source>
      <translation>ambiguë</translation>
    </message>
    <message>
      <source>an unknown share</source>
      <translation>une part inconnue</translation>
    </message>
    <message>
      <source>annotation,reference</source>
      <translation>annotation,référence</translation>
    </message>
    <message>
      <source>built</source>
      <translation>construit</translation>
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
      <source>changed</source>
      <translation>changée</translation>
    </message>
    <message>
      <source>completeness,accuracy,area,confidence interval,error matrix</source>
      <translation>complétude,exactitude,surface,intervalle de confiance,matrice d'erreur</translation>
    </message>
    <message>
      <source>experiment,benchmark</source>
      <translation>expérience,comparaison</translation>
    </message>
    <message>
      <source>ignore</source>
      <translation>ignorer</translation>
    </message>
    <message>
      <source>it aborted after an internal error</source>
      <translation>il s'est interrompu après une erreur interne</translation>
    </message>
    <message>
      <source>it computes wrong results</source>
      <translation>elle calcule des résultats faux</translation>
    </message>
    <message>
      <source>it does not report its version</source>
      <translation>il n'indique pas sa version</translation>
    </message>
    <message>
      <source>it was interrupted</source>
      <translation>il a été interrompu</translation>
    </message>
    <message>
      <source>macOS does not let QGIS's own Python load PyTorch, because QGIS's developers did not sign it.</source>
      <translation>macOS ne laisse pas le Python de QGIS charger PyTorch, parce que les développeurs de QGIS ne l'ont pas signé.</translation>
    </message>
    <message>
      <source>move,path</source>
      <translation>déplacer,chemin</translation>
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
      <source>not reviewed</source>
      <translation>non révisé</translation>
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
      <source>out of memory</source>
      <translation>mémoire insuffisante</translation>
    </message>
    <message>
      <source>page,html,learning curve</source>
      <translation>page,html,courbe d'apprentissage</translation>
    </message>
    <message>
      <source>pip failed</source>
      <translation>pip a échoué</translation>
    </message>
    <message>
      <source>probability,uncertainty,map</source>
      <translation>probabilité,incertitude,carte</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>rejeté</translation>
    </message>
    <message>
      <source>sampling</source>
      <translation>échantillonnage</translation>
    </message>
    <message>
      <source>sampling,completeness,accuracy,stratified</source>
      <translation>échantillonnage,complétude,exactitude,stratifié</translation>
    </message>
    <message>
      <source>score {}</source>
      <translation>score {}</translation>
    </message>
    <message>
      <source>score {} in round {}</source>
      <translation>score {} au tour {}</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>passée</translation>
    </message>
    <message>
      <source>this PyTorch was built without CUDA</source>
      <translation>ce PyTorch a été construit sans CUDA</translation>
    </message>
    <message>
      <source>torn down</source>
      <translation>démoli</translation>
    </message>
    <message>
      <source>tutorial,demo,sample data,orthophoto</source>
      <translation>tutoriel,démonstration,données d'exemple,orthophoto</translation>
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
      <source>vectorize,export,buildings,map update</source>
      <translation>vectoriser,exporter,bâtiments,mise à jour de carte</translation>
    </message>
    <message>
      <source>{tiles} tiles of {metres} m, {megabytes} MB to read, {no_data} % nodata.</source>
      <translation>{tiles} tuiles de {metres} m, {megabytes} Mo à lire, {no_data} % sans données.</translation>
    </message>
    <message>
      <source>{} %</source>
      <translation>{} %</translation>
    </message>
    <message>
      <source>{} (about {} minutes at your pace)</source>
      <translation>{} (environ {} minutes à votre rythme)</translation>
    </message>
    <message>
      <source>{} (looked for {}): {}.</source>
      <translation>{} (recherché : {}) : {}.</translation>
    </message>
    <message>
      <source>{} ({} to {})</source>
      <translation>{} ({} à {})</translation>
    </message>
    <message>
      <source>{} already exists.</source>
      <translation>{} existe déjà.</translation>
    </message>
    <message>
      <source>{} already exists. Replace it?</source>
      <translation>{} existe déjà. Remplacer ?</translation>
    </message>
    <message>
      <source>{} ambiguous</source>
      <translation>{} ambiguës</translation>
    </message>
    <message>
      <source>{} belongs to a virtual environment, from which no other can be created.</source>
      <translation>{} appartient à un environnement virtuel, à partir duquel on ne peut pas en créer un autre.</translation>
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
      <source>{} could not create an environment.</source>
      <translation>{} n'a pas pu créer d'environnement.</translation>
    </message>
    <message>
      <source>{} crashed during the test (exit status {}).</source>
      <translation>{} a planté pendant le test (statut {}).</translation>
    </message>
    <message>
      <source>{} failed</source>
      <translation>Échec : {}</translation>
    </message>
    <message>
      <source>{} h left</source>
      <translation>encore {} h</translation>
    </message>
    <message>
      <source>{} has no PyTorch for this Python and this computer: check the address.</source>
      <translation>{} n'a pas de PyTorch pour ce Python et cet ordinateur : vérifiez l'adresse.</translation>
    </message>
    <message>
      <source>{} has {}</source>
      <translation>{} a {}</translation>
    </message>
    <message>
      <source>{} is Python {}; the worker needs 3.11 or newer.</source>
      <translation>{} est Python {} ; il faut 3.11 ou plus récent.</translation>
    </message>
    <message>
      <source>{} is not a working Python ({}).</source>
      <translation>{} n'est pas un Python qui fonctionne ({}).</translation>
    </message>
    <message>
      <source>{} is not as expected</source>
      <translation>{} n'est pas comme attendu</translation>
    </message>
    <message>
      <source>{} labelled tiles are already enough to train the network.</source>
      <translation>{} tuiles étiquetées suffisent déjà pour entraîner le réseau.</translation>
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
      <source>{} min per tile</source>
      <translation>{} min par tuile</translation>
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
      <source>{} polygons: {} accepted, {} rejected, {} to review.</source>
      <translation>{} polygones : {} acceptés, {} rejetés, {} à réviser.</translation>
    </message>
    <message>
      <source>{} s left</source>
      <translation>encore {} s</translation>
    </message>
    <message>
      <source>{} s per tile</source>
      <translation>{} s par tuile</translation>
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
      <source>{} tiles are labelled for training</source>
      <translation>{} tuiles sont étiquetées pour l'entraînement</translation>
    </message>
    <message>
      <source>{} tiles are labelled. Train the network on them and query the next tiles.</source>
      <translation>{} tuiles sont étiquetées. Entraînez le réseau avec elles et demandez les tuiles suivantes.</translation>
    </message>
    <message>
      <source>{} tiles are scored for every query. To score fewer, set “Tiles to score” under Advanced; some changes are then found later.</source>
      <translation>{} tuiles reçoivent un score à chaque demande. Pour en évaluer moins, réglez « Tuiles à évaluer » sous Avancé ; certains changements sont alors trouvés plus tard.</translation>
    </message>
    <message>
      <source>{} tiles are waiting to be labelled, the most informative ones first.</source>
      <translation>{} tuiles attendent d'être étiquetées, les plus instructives d'abord.</translation>
    </message>
    <message>
      <source>{} tiles contain change ({} confidence).</source>
      <translation>{} tuiles contiennent un changement (confiance {}).</translation>
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
      <source>{} tiles were drawn for the audit.</source>
      <translation>{} tuiles ont été tirées pour l'échantillon de contrôle.</translation>
    </message>
    <message>
      <source>{} tiles were labelled from your verdicts.</source>
      <translation>{} tuiles ont été étiquetées d'après vos verdicts.</translation>
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
      <source>{} was created and can be opened.</source>
      <translation>{} a été créée et peut être ouverte.</translation>
    </message>
    <message>
      <source>{} would be saved among the campaign's own files. Choose another folder.</source>
      <translation>{} serait enregistré parmi les fichiers de la campagne. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>{} × {} pixels of {} m</source>
      <translation>{} × {} pixels de {} m</translation>
    </message>
    <message>
      <source>{}, lower limit</source>
      <translation>{}, limite inférieure</translation>
    </message>
    <message>
      <source>{}, round {}</source>
      <translation>{}, tour {}</translation>
    </message>
    <message>
      <source>{}, round {} (not the latest model)</source>
      <translation>{}, tour {} (pas le dernier modèle)</translation>
    </message>
    <message>
      <source>{}, upper limit</source>
      <translation>{}, limite supérieure</translation>
    </message>
    <message>
      <source>{}: no such file</source>
      <translation>{} : fichier introuvable</translation>
    </message>
    <message>
      <source>{}: size not known</source>
      <translation>{} : taille inconnue</translation>
    </message>
    <message>
      <source>{}: {} GB, installed {} GB</source>
      <translation>{} : {} Go, {} Go une fois installé</translation>
    </message>
    <message>
      <source>{}: {} are several fields.</source>
      <translation>{} : {} sont plusieurs champs.</translation>
    </message>
    <message>
      <source>{}: {} is not a number.</source>
      <translation>{} : {} n'est pas un nombre.</translation>
    </message>
    <message>
      <source>{}: {} is not among the choices.</source>
      <translation>{} : {} ne figure pas parmi les choix.</translation>
    </message>
    <message>
      <source>“Changed tiles” is the share of changed tiles among the labelled ones</source>
      <translation>« Tuiles changées » est la part des tuiles changées parmi les étiquetées</translation>
    </message>
  </context>
  <context>
    <name>AuditLine</name>
    <message>
      <source>Back to the queried tiles</source>
      <translation>Retour aux tuiles demandées</translation>
    </message>
    <message>
      <source>Label audit tiles</source>
      <translation>Étiqueter l'échantillon</translation>
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
      <translation>2012, 2012-06 ou 2012-06-30</translation>
    </message>
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
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>Building map of the first date</source>
      <translation>Carte des bâtiments à la première date</translation>
    </message>
    <message>
      <source>Building map of the second date</source>
      <translation>Carte des bâtiments à la seconde date</translation>
    </message>
    <message>
      <source>Buildings after</source>
      <translation>Bâtiments après</translation>
    </message>
    <message>
      <source>Buildings before</source>
      <translation>Bâtiments avant</translation>
    </message>
    <message>
      <source>Choose two orthophotos and preview the campaign</source>
      <translation>Choisir deux orthophotos et avoir un aperçu de la campagne</translation>
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
      <source>Date after</source>
      <translation>Date après</translation>
    </message>
    <message>
      <source>Date before</source>
      <translation>Date avant</translation>
    </message>
    <message>
      <source>Differences between the two maps that are nowhere wider than this do not count</source>
      <translation>Les écarts entre les deux cartes qui ne sont nulle part plus larges ne comptent pas</translation>
    </message>
    <message>
      <source>Double-click a campaign or press Enter to open it</source>
      <translation>Double-cliquez sur une campagne ou appuyez sur Entrée pour l'ouvrir</translation>
    </message>
    <message>
      <source>Empty the Cache</source>
      <translation>Vider le cache</translation>
    </message>
    <message>
      <source>Find what was built or torn down between two orthophotos of the same region: label a few tiles, train the network on them, and review the changes it finds.</source>
      <translation>Trouvez ce qui a été construit ou démoli entre deux orthophotos de la même région : étiquetez quelques tuiles, entraînez le réseau avec elles et passez en revue les changements qu'il trouve.</translation>
    </message>
    <message>
      <source>Generate two orthophotos of a small town in a folder of your choice, and start a campaign on them</source>
      <translation>Générer deux orthophotos d'une petite ville dans un dossier de votre choix, et commencer une campagne avec elles</translation>
    </message>
    <message>
      <source>If you already have polygons of the changes, or a building map of each date, you can label tiles from them. Everything else in these tiles counts as unchanged.</source>
      <translation>Si vous avez déjà des polygones des changements, ou une carte des bâtiments de chaque date, vous pouvez étiqueter des tuiles avec. Tout le reste de ces tuiles compte comme inchangé.</translation>
    </message>
    <message>
      <source>Label from polygons</source>
      <translation>Étiqueter par polygones</translation>
    </message>
    <message>
      <source>Labels from Existing Polygons</source>
      <translation>Étiquettes à partir de polygones existants</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>New campaign…</source>
      <translation>Nouvelle campagne…</translation>
    </message>
    <message>
      <source>Next Step</source>
      <translation>Étape suivante</translation>
    </message>
    <message>
      <source>Open a campaign folder (NAME.alcd)</source>
      <translation>Ouvrir un dossier de campagne (NOM.alcd)</translation>
    </message>
    <message>
      <source>Open the campaign's folder in the file manager</source>
      <translation>Ouvrir le dossier de la campagne dans le gestionnaire de fichiers</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Ouvrir…</translation>
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
      <source>Parent folder</source>
      <translation>Dossier parent</translation>
    </message>
    <message>
      <source>Polygon layer that limits the campaign; by default the area that both dates cover</source>
      <translation>Couche de polygones qui délimite la campagne ; par défaut la zone couverte par les deux dates</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Polygons of the changes themselves, or a building map of each date</source>
      <translation>Les polygones des changements eux-mêmes, ou une carte des bâtiments de chaque date</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <source>Recent campaigns</source>
      <translation>Campagnes récentes</translation>
    </message>
    <message>
      <source>Remove the campaign's layers from the project; nothing on disk is changed</source>
      <translation>Retirer les couches de la campagne du projet ; rien ne change sur le disque</translation>
    </message>
    <message>
      <source>Remove the fetched tiles from the disk; later jobs fetch them again</source>
      <translation>Supprimer les tuiles récupérées du disque ; les tâches suivantes les récupèrent de nouveau</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>Montrer le dossier</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>The campaign's folder will be called NAME.alcd</source>
      <translation>Le dossier de la campagne s'appellera NOM.alcd</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Tuiles</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Tolérance</translation>
    </message>
    <message>
      <source>Try it on an example town…</source>
      <translation>Essayer sur une ville d'exemple…</translation>
    </message>
    <message>
      <source>When the imagery of the first date was taken (optional); written to all exports</source>
      <translation>Quand les images de la première date ont été prises (facultatif) ; inscrit dans tous les exports</translation>
    </message>
    <message>
      <source>When the imagery of the second date was taken (optional); written to all exports</source>
      <translation>Quand les images de la seconde date ont été prises (facultatif) ; inscrit dans tous les exports</translation>
    </message>
    <message>
      <source>Where the campaign's folder will be created</source>
      <translation>Où le dossier de la campagne sera créé</translation>
    </message>
  </context>
  <context>
    <name>ChangeReviewWidget</name>
    <message>
      <source>Label the tiles in which every polygon has a verdict: accepted polygons count as changes, the rest as unchanged</source>
      <translation>Étiqueter les tuiles dont chaque polygone a un verdict : les polygones acceptés comptent comme changements, le reste comme inchangé</translation>
    </message>
    <message>
      <source>Label tiles from verdicts</source>
      <translation>Étiqueter les tuiles d'après les verdicts</translation>
    </message>
  </context>
  <context>
    <name>ClusterGroup</name>
    <message>
      <source>A Dask cluster</source>
      <translation>Une grappe Dask</translation>
    </message>
    <message>
      <source>Address of the Dask cluster's scheduler. Suggesting, training, querying and predicting use its workers</source>
      <translation>Adresse de l'ordonnanceur de la grappe Dask. La suggestion, l'entraînement, la requête et la prédiction s'y calculent</translation>
    </message>
    <message>
      <source>Allow unencrypted connections</source>
      <translation>Autoriser les connexions non chiffrées</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>Calculer sur</translation>
    </message>
    <message>
      <source>Computers</source>
      <translation>Ordinateurs</translation>
    </message>
    <message>
      <source>List the cluster's workers: what each computes on, and whether it can read the rasters of the open campaign</source>
      <translation>Lister les processus de calcul de la grappe : sur quoi chacun calcule, et s'il peut lire les rasters de la campagne ouverte</translation>
    </message>
    <message>
      <source>Only in a network that you trust: without encryption, anyone on it can run programs on this computer and on the workers</source>
      <translation>Seulement sur un réseau de confiance : sans chiffrement, quiconque s'y trouve peut exécuter des programmes sur cet ordinateur et sur la grappe</translation>
    </message>
    <message>
      <source>Scheduler</source>
      <translation>Ordonnanceur</translation>
    </message>
    <message>
      <source>TLS authority</source>
      <translation>Autorité TLS</translation>
    </message>
    <message>
      <source>TLS certificate</source>
      <translation>Certificat TLS</translation>
    </message>
    <message>
      <source>TLS key</source>
      <translation>Clé TLS</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Tester</translation>
    </message>
    <message>
      <source>The certificate of the authority that signed the cluster's certificates (PEM)</source>
      <translation>Le certificat de l'autorité qui a signé les certificats de la grappe (PEM)</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Cet ordinateur</translation>
    </message>
    <message>
      <source>This computer's certificate (PEM)</source>
      <translation>Le certificat de cet ordinateur (PEM)</translation>
    </message>
    <message>
      <source>This computer's private key (PEM)</source>
      <translation>La clé privée de cet ordinateur (PEM)</translation>
    </message>
  </context>
  <context>
    <name>CompletenessCard</name>
    <message>
      <source>Draw audit</source>
      <translation>Tirer un échantillon de contrôle</translation>
    </message>
    <message>
      <source>Draw these tiles by chance, to be labelled next; they are never trained on</source>
      <translation>Tirer ces tuiles au hasard pour les étiqueter ensuite ; elles ne servent jamais à l'entraînement</translation>
    </message>
    <message>
      <source>End the audit: its tiles become training tiles</source>
      <translation>Clore l'échantillon de contrôle : ses tuiles deviennent des tuiles d'entraînement</translation>
    </message>
    <message>
      <source>Estimate</source>
      <translation>Estimer</translation>
    </message>
    <message>
      <source>Estimate from the audit how complete and how correct the map is</source>
      <translation>Estimer par l'échantillon de contrôle à quel point la carte est complète et exacte</translation>
    </message>
    <message>
      <source>How Complete Is the Map?</source>
      <translation>La carte est-elle complète ?</translation>
    </message>
    <message>
      <source>Label audit tiles</source>
      <translation>Étiqueter l'échantillon</translation>
    </message>
    <message>
      <source>Label the tiles that were drawn, without what the network thinks of them</source>
      <translation>Étiqueter les tuiles tirées sans voir ce qu'en pense le réseau</translation>
    </message>
    <message>
      <source>More tiles give narrower intervals</source>
      <translation>Plus de tuiles donnent des intervalles plus étroits</translation>
    </message>
    <message>
      <source>Open to training…</source>
      <translation>Ouvrir à l'entraînement…</translation>
    </message>
    <message>
      <source>Tiles to draw</source>
      <translation>Tuiles à tirer</translation>
    </message>
  </context>
  <context>
    <name>DockContents</name>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Open the tutorial: from two orthophotos to change polygons, step by step</source>
      <translation>Ouvrir le tutoriel : de deux orthophotos aux polygones de changement, pas à pas</translation>
    </message>
  </context>
  <context>
    <name>FailureBox</name>
    <message>
      <source>Dismiss</source>
      <translation>Masquer</translation>
    </message>
    <message>
      <source>Remove this message; it also disappears when a job succeeds</source>
      <translation>Retirer ce message ; il disparaît aussi quand un travail réussit</translation>
    </message>
  </context>
  <context>
    <name>JobBar</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Cancel the job; the campaign stays as it was before, or at the last finished epoch</source>
      <translation>Annuler le travail ; la campagne reste comme avant, ou à la dernière époque terminée</translation>
    </message>
  </context>
  <context>
    <name>LabelPage</name>
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
      <source>Draw the area to ignore: click its corners, then right-click to finish.</source>
      <translation>Dessinez la zone à ignorer : cliquez sur ses coins, puis clic droit pour terminer.</translation>
    </message>
    <message>
      <source>Draw the change: click its corners, then right-click to finish.</source>
      <translation>Dessinez le changement : cliquez sur ses coins, puis clic droit pour terminer.</translation>
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
      <source>Nothing is lost while QGIS stays open.</source>
      <translation>Rien n'est perdu tant que QGIS reste ouvert.</translation>
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
      <source>The labels cannot be saved yet. ALCD keeps trying.</source>
      <translation>Les étiquettes ne peuvent pas encore être enregistrées. ALCD continue d'essayer.</translation>
    </message>
    <message>
      <source>The layer “{}” was removed. The next key restores it.</source>
      <translation>La couche « {} » a été supprimée. La prochaine touche la rétablit.</translation>
    </message>
    <message>
      <source>The polygon is not complete. Right-click to finish it, or press Esc to discard it.</source>
      <translation>Le polygone n'est pas terminé. Clic droit pour le terminer, ou Échap pour l'abandonner.</translation>
    </message>
    <message>
      <source>The project uses automatic transactions: while you draw, no job can write to the campaign.</source>
      <translation>Le projet utilise des transactions automatiques : tant que vous dessinez, aucun travail ne peut écrire dans la campagne.</translation>
    </message>
    <message>
      <source>Turn them off in Project &gt; Properties &gt; Data Sources.</source>
      <translation>Désactivez-les dans Projet &gt; Propriétés &gt; Sources de données.</translation>
    </message>
    <message>
      <source>{} of {} left</source>
      <translation>encore {} sur {}</translation>
    </message>
  </context>
  <context>
    <name>Labelling</name>
    <message>
      <source>A polygon extends into this tile, so it counts as changed. Press again to continue.</source>
      <translation>Un polygone s'étend dans cette tuile, elle compte donc comme changée. Appuyez de nouveau pour continuer.</translation>
    </message>
    <message>
      <source>Accept proposals</source>
      <translation>Accepter les propositions</translation>
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
      <source>Labels that could not be saved before the project was closed: %n.</source>
      <translation>Étiquettes qui n'ont pas pu être enregistrées avant la fermeture du projet : %n.</translation>
    </message>
    <message>
      <source>Polygons accepted: %n. Correct them if necessary, then Done.</source>
      <translation>Polygones acceptés : %n. Corrigez-les si nécessaire, puis Terminé.</translation>
    </message>
    <message>
      <source>Polygons drawn here: %n. Press again to remove them, or Done to keep them.</source>
      <translation>Polygones dessinés ici : %n. Appuyez de nouveau pour les supprimer, ou Terminé pour les garder.</translation>
    </message>
    <message>
      <source>Remove a tile's polygons</source>
      <translation>Supprimer les polygones d'une tuile</translation>
    </message>
    <message>
      <source>Somebody else labelled tile {} in the meantime; their label was kept.</source>
      <translation>Quelqu'un d'autre a étiqueté la tuile {} entre-temps ; son étiquette a été gardée.</translation>
    </message>
    <message>
      <source>The annotations cannot be edited right now because another program is writing to them.</source>
      <translation>Les annotations ne peuvent pas être modifiées pour l'instant, car un autre programme est en train d'y écrire.</translation>
    </message>
    <message>
      <source>The annotations layer is filtered, so hidden polygons would be missing. Clear the filter.</source>
      <translation>La couche des annotations est filtrée : les polygones cachés manqueraient. Supprimez le filtre.</translation>
    </message>
    <message>
      <source>The annotations layer is read-only. Allow editing in the project's properties.</source>
      <translation>La couche des annotations est en lecture seule. Autorisez les modifications dans les propriétés du projet.</translation>
    </message>
    <message>
      <source>The campaign's layers were restored. Check the tile again.</source>
      <translation>Les couches de la campagne ont été rétablies. Vérifiez de nouveau la tuile.</translation>
    </message>
    <message>
      <source>The last labels could not be saved because another program is using the campaign's file.</source>
      <translation>Les dernières étiquettes n'ont pas pu être enregistrées, car un autre programme utilise le fichier de la campagne.</translation>
    </message>
    <message>
      <source>There are no more proposals to accept in this tile.</source>
      <translation>Il n'y a plus de propositions à accepter dans cette tuile.</translation>
    </message>
  </context>
  <context>
    <name>LearnPage</name>
    <message>
      <source>Advanced</source>
      <translation>Avancé</translation>
    </message>
    <message>
      <source>Does Another Round Pay?</source>
      <translation>Un tour de plus vaut-il la peine ?</translation>
    </message>
    <message>
      <source>How many tiles the network selects for you to label next</source>
      <translation>Combien de tuiles le réseau choisit pour que vous les étiquetiez ensuite</translation>
    </message>
    <message>
      <source>Tiles to query</source>
      <translation>Tuiles à demander</translation>
    </message>
    <message>
      <source>Train and query the next tiles</source>
      <translation>Entraîner et demander les tuiles suivantes</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>A Python that already has PyTorch, GDAL and everything else listed in requirements/worker.txt; nothing is installed in this case</source>
      <translation>Un Python qui a déjà PyTorch, GDAL et tout ce que liste requirements/worker.txt ; rien n'est installé dans ce cas</translation>
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
      <source>Address of an index from which only PyTorch is installed, or file:/// and a folder. For an NVIDIA card on Windows: https://download.pytorch.org/whl/cu132. All other packages come from PyPI</source>
      <translation>Adresse d'un index depuis lequel seul PyTorch est installé, ou file:/// et un dossier. Pour une carte NVIDIA sous Windows : https://download.pytorch.org/whl/cu132. Tous les autres paquets viennent de PyPI</translation>
    </message>
    <message>
      <source>Apple GPU</source>
      <translation>GPU Apple</translation>
    </message>
    <message>
      <source>Automatic (a usable graphics card, otherwise the CPU)</source>
      <translation>Automatique (une carte graphique utilisable, sinon le processeur)</translation>
    </message>
    <message>
      <source>Base Python</source>
      <translation>Python de base</translation>
    </message>
    <message>
      <source>Built-in (a small network, no download)</source>
      <translation>Intégré (un petit réseau, sans téléchargement)</translation>
    </message>
    <message>
      <source>CPU</source>
      <translation>Processeur</translation>
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
      <source>Create ALCD's Python environment, or recreate it to repair it</source>
      <translation>Créer l'environnement Python d'ALCD, ou le recréer pour le réparer</translation>
    </message>
    <message>
      <source>Created for other settings, or for another QGIS or ALCD. Set it up again.</source>
      <translation>Créé pour d'autres paramètres, ou pour un autre QGIS ou ALCD. Réinstallez-le.</translation>
    </message>
    <message>
      <source>Damaged. Set it up again.</source>
      <translation>Endommagé. Réinstallez-le.</translation>
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
      <source>Environment Source</source>
      <translation>Source de l'environnement</translation>
    </message>
    <message>
      <source>Existing Python</source>
      <translation>Python existant</translation>
    </message>
    <message>
      <source>For machines without internet access: packages are installed from this folder only</source>
      <translation>Pour les machines sans accès à Internet : les paquets sont installés uniquement à partir de ce dossier</translation>
    </message>
    <message>
      <source>From a file</source>
      <translation>D'un fichier</translation>
    </message>
    <message>
      <source>ImageNet (downloaded once, with your consent)</source>
      <translation>ImageNet (téléchargé une seule fois, avec votre accord)</translation>
    </message>
    <message>
      <source>Jobs run in the existing Python {}.</source>
      <translation>Les tâches tournent dans le Python existant {}.</translation>
    </message>
    <message>
      <source>None (random initial weights)</source>
      <translation>Aucun (poids initiaux aléatoires)</translation>
    </message>
    <message>
      <source>Not set up yet.</source>
      <translation>Pas encore installé.</translation>
    </message>
    <message>
      <source>PyTorch build</source>
      <translation>Version de PyTorch</translation>
    </message>
    <message>
      <source>PyTorch index</source>
      <translation>Index PyTorch</translation>
    </message>
    <message>
      <source>Python 3.11 or newer with GDAL and numpy, from which the environment is created; by default QGIS's own</source>
      <translation>Python 3.11 ou plus récent avec GDAL et numpy, à partir duquel l'environnement est créé ; par défaut celui de QGIS</translation>
    </message>
    <message>
      <source>Python Environment</source>
      <translation>Environnement Python</translation>
    </message>
    <message>
      <source>Python was not found at {}.</source>
      <translation>Python est introuvable à {}.</translation>
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
      <source>Show the installation log</source>
      <translation>Montrer le journal d'installation</translation>
    </message>
    <message>
      <source>Stop the running operation</source>
      <translation>Arrêter l'opération en cours</translation>
    </message>
    <message>
      <source>Test the Dask cluster</source>
      <translation>Tester la grappe Dask</translation>
    </message>
    <message>
      <source>Test the worker's Python and each device</source>
      <translation>Tester le Python des tâches et chaque matériel</translation>
    </message>
    <message>
      <source>The cluster has no workers.</source>
      <translation>La grappe n'a aucun processus de calcul.</translation>
    </message>
    <message>
      <source>There is no log yet.</source>
      <translation>Il n'y a pas encore de journal.</translation>
    </message>
    <message>
      <source>Weights file</source>
      <translation>Fichier de poids</translation>
    </message>
    <message>
      <source>Wheels folder</source>
      <translation>Dossier de wheels</translation>
    </message>
    <message>
      <source>Which build of PyTorch is installed. The sizes are those of the download and of the environment on disk, with all other packages</source>
      <translation>Quelle version de PyTorch est installée. Les tailles sont celles du téléchargement et de l'environnement sur le disque, avec tous les autres paquets</translation>
    </message>
    <message>
      <source>{}: not usable ({})</source>
      <translation>{} : inutilisable ({})</translation>
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
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <source>Building id</source>
      <translation>Identifiant du bâtiment</translation>
    </message>
    <message>
      <source>Building map before</source>
      <translation>Carte des bâtiments avant</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>SCR</translation>
    </message>
    <message>
      <source>Create change polygons</source>
      <translation>Créer les polygones de changement</translation>
    </message>
    <message>
      <source>Differences between buildings and orthophotos up to this width do not count</source>
      <translation>Les écarts entre bâtiments et orthophotos jusqu'à cette largeur ne comptent pas</translation>
    </message>
    <message>
      <source>Draw the outlines with right angles where buildings have them</source>
      <translation>Tracer les contours à angles droits là où les bâtiments en ont</translation>
    </message>
    <message>
      <source>Export and Report</source>
      <translation>Export et rapport</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Field with the ids of the buildings; if empty, the features' own ids</source>
      <translation>Champ avec les identifiants des bâtiments ; vide : ceux des entités</translation>
    </message>
    <message>
      <source>How a GeoPackage shows what was built, torn down and altered</source>
      <translation>Comment un GeoPackage montre ce qui a été construit, démoli et modifié</translation>
    </message>
    <message>
      <source>Kinds</source>
      <translation>Types</translation>
    </message>
    <message>
      <source>Learning Curve</source>
      <translation>Courbe d'apprentissage</translation>
    </message>
    <message>
      <source>Map and Change Polygons</source>
      <translation>Carte et polygones de changement</translation>
    </message>
    <message>
      <source>Map the probability of change and the uncertainty of every pixel, as two layers</source>
      <translation>Cartographier la probabilité de changement et l'incertitude de chaque pixel, en deux couches</translation>
    </message>
    <message>
      <source>Map the whole region</source>
      <translation>Cartographier toute la région</translation>
    </message>
    <message>
      <source>Minimum area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <source>Outline everything with at least this probability and this area, for review</source>
      <translation>Tracer le contour de tout ce qui atteint cette probabilité et cette surface, pour la révision</translation>
    </message>
    <message>
      <source>Pixels with at least this probability count as change</source>
      <translation>Les pixels d'au moins cette probabilité comptent comme changement</translation>
    </message>
    <message>
      <source>Polygon layer of the buildings at the first date: each change is then built, torn down or altered, and each building present, gone or altered</source>
      <translation>Couche de polygones des bâtiments à la première date : chaque changement est alors construit, démoli ou modifié, et chaque bâtiment présent, disparu ou modifié</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Report…</source>
      <translation>Rapport…</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Angles droits</translation>
    </message>
    <message>
      <source>Smaller polygons are left out</source>
      <translation>Les polygones plus petits sont omis</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Tolérance</translation>
    </message>
    <message>
      <source>Write an HTML page with figures, maps and polygons</source>
      <translation>Écrire une page HTML avec figures, cartes et polygones</translation>
    </message>
    <message>
      <source>Write the polygons to a GeoPackage or GeoJSON file, or to a change table (CSV)</source>
      <translation>Écrire les polygones dans un fichier GeoPackage ou GeoJSON, ou dans une table des changements (CSV)</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Another job is running.</source>
      <translation>Un autre travail est en cours.</translation>
    </message>
    <message>
      <source>The last labels are not saved yet because another program is writing to the campaign.</source>
      <translation>Les dernières étiquettes ne sont pas encore enregistrées, car un autre programme est en train d'écrire dans la campagne.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
      <source>Wait until it finishes, or cancel it.</source>
      <translation>Attendez sa fin, ou annulez-le.</translation>
    </message>
  </context>
</TS>
