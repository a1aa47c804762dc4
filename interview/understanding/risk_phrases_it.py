"""Italian phrases of suicide, self-harm and harm to others, as patterns over plain text: our own list, with inflections.

Text is in lower case, without accents, with blanks for apostrophes ("l'ho" is "l ho"). "…" stands for up to three words between,
"*" for any ending of a word, "(a|b)" for either, "(?! …)" for what makes it an ordinary phrase.
"""

from __future__ import annotations

from typing import Final

PHRASES: Final = """
(?<!da )(?<!paura di )morire(?! (di|dal|dalla) (noia|fame|fredd*|cald*|rid*|risat*|sonno|vergogna|sete|paura|invidia))
(voler|volere|vogli*|vorre*|volev*|voluto) morire
(moriss*|morirei|morirmene|muoia|crepar*|crepass*|crepo)
(se|quando|finche|prima che|tanto|e|cosi|magari) (io |poi |ora |ci )?(muoio|moriro)(?! di (fame|sonno|fredd*|cald*|noia|sete|vergogna))
(essere|fossi|sarei|meglio|esser|vorrei|gia|starei meglio|felice) (gia |davvero |solo |anche |da )?mort[oa]
(vive* o mor*|viv[oa] o mort[oa]|vivere o morire)
(voglia|desiderio|idea|idee|pensier*|ideazion*|fantasi*|bisogno) … (di |della |sulla |alla )(morte|morire|farla finita|sparire)
(pens*|desider*|invoc*|aspett*|cerc*|vogli*|vorrei|sper*|sogn*|preg*|immagin*|attir*|attra*) … (la|alla|sulla|di|della|dalla|una) morte\
(?! (di|del|della|dei|dello) (mi*|su*|nostr*|mamma|papa|padre|madre|un*))
(la morte|morte) … (sollievo|liberazion*|soluzion*|pace|consol*|meglio|riposo|libera*|fuga|uscita)
(non|nemmeno|neanche|mai) … (vogli*|vorre*|vole*|vuol*|avev* voglia|ho voglia|desider*|riesc*|riusc*) … (esserci|stare al mondo|esistere|\
continuare (cosi|a vivere|a esistere|a soffrire)|andare avanti|essere (piu )?qui|stare (piu )?qui|restare (piu )?qui|vedere (il )?domani|\
arrivare a domani|vivere(?! (con (i |il |la |le )?(mi*|lui|lei|loro|su*|genitor*|altr*)|in (citta|campagna|periferia|centro|affitto|\
quest* (citta|casa|paese|quartiere))|nel|\
nella|da sol*|all estero)))
(non|nemmeno) … (ha|avrebbe|abbia|aveva|vedo|trovo|c e) … senso … (vivere|andare avanti|continuare|esistere|esserci|svegliar*|alzar*)
(vita|esistenza|vivere|esistere) … (non ha|non aveva|senza|non trovo|non vedo|non avrebbe) … senso
che senso ha (piu )?(vivere|andare avanti|continuare|la vita|la mia vita|tutto|esistere|svegliarsi|alzarsi)
a (che|cosa|che cosa) (serve|servirebbe|vale) (piu )?(vivere|andare avanti|continuare|esistere|stare al mondo)
(non|nemmeno) (vale|valga|varrebbe|valeva|merita|e degna) … (vivere|vissuta|la vita|andare avanti|continuare|esserci|vita)
vita … (degna|vissuta|inutile|vale la pena)
perche (io )?(vivo|sono (ancora )?viv*|sono ancora qui|dovrei (vivere|continuare|andare avanti)|vivere|esisto|continuare a vivere|sono nat*)
(motiv*|ragion*|scop*|perche) … (per|di|per cui|a) (vivere|andare avanti|continuare|esserci|restare (qui|in vita)|esistere|stare al mondo)
(niente|nulla|nessuno|piu) per cui (vivere|vivo|andare avanti|valga|alzarmi)
(stanc*|stuf*|stanchezza) (proprio |davvero |ormai )?(di|della|dell|di questa|della mia) (vivere|vita|tutto|esistere|esistenza|soffrire|\
lottare|\
combattere|andare avanti|stare al mondo|essere qui|essere viv*|questa vita)
(non|senza|pers*|perdut*|nessuna|manca*|zero|piu) … voglia di (vivere|esserci|andare avanti|stare al mondo|esistere)
non ce la (faccio|facevo|fo|posso fare|faro|farei)( proprio| davvero)? piu(?! (a|con) (?!vivere|andare avanti|continuare|sopportare|\
resistere|\
reggere|tirare avanti|stare al mondo|stare (cosi|qui)|questa vita|la vita|tutto))
non ce la (faccio|facevo|faro) … (a|ad) (vivere|andare avanti|continuare cosi|tirare avanti|sopportare tutto|stare al mondo)
non ne posso( proprio| davvero)? piu(?! (del|dello|dell|dei|delle|degli|dello|della (?!vita|mia vita)|di (?!vivere|tutto|questa vita|\
me |soffrire|\
esserci|esistere|andare avanti)))
(non|nemmeno) (reggo|resisto|sopporto|tollero)( proprio| davvero)? piu( (la vita|tutto|niente|di vivere|questa vita|me stess*|\
questo dolore))?\
(?=$|[.;!?])
(far|fare|farl*|facc*|facev*|farei|faro|fa|fatt*|facessi|facendol*|facciamol*) … finita(?! con (il |la |le |lo |i )?(?!vita|tutto|me|\
questa vita))
(farla|finiamola|facciamola) finita(?! con (il|le|lo|i|gli))
(metter*|mett*|messo|porre|pong*|posto|dare|ponendo) … fine (a|al|alla|alle|ai|all) … (tutto|vita|giorni|sofferenz*|dolore|esistenza|\
strazio|mio)
(finire|finirei|chiudere|chiuder*|termin*|troncare|concludere|finito) (con )?(la (mia |propria |sua )?vita|i miei giorni|la mia esistenza)
(voglio|vorrei|volevo|penso di|pensato di|potessi|deciso di|tentat* di|pens* a) (finirla|chiuderla|smetterla con la vita|farla)
(finirla|chiuderla|farla|chiudo|la chiudo|finisco|smetterla) (una volta )?per (tutte|sempre)
vorrei che … (tutto )?(finisse|smettesse|si spegnesse)(?=$|[.;!?]| (tutto|presto|qui|per sempre|e basta))
(sper*|preg*|vorrei) … che … (tutto finisca|finisca tutto|finisse tutto|tutto finisse)
(togli*|tolg*|tolt*|tols*|leva*) … (la|propria|mia) vita
(togli*|tolg*|tolt*|tols*|leva*) … (di mezzo|dal mondo|dalla circolazione)
(uccid*|uccis*)
ammazz(ar*|o|at[oaie]|erei|assi|ero|era|av*|iamo|erebbe|asse)(?! (il tempo|di (lavoro|fatica|risate)))
(mi|si|ti|lo|li|vi) ammazza
(suici*|sucid*|suiccid*|suicd*)
(gesto|gesti|atto) (estrem*|insan*|inconsult*|anticonservativ*|disperat*|autolesiv*)
(estrem*|insan*) (gesto|gesti)
anticonservativ*
(far*|fatt*|facc*|facess*|combin*|commett*) … (sciocchezz*|stupidaggin*|pazzi*|follia|qualcosa di (brutto|stupido|irreparabile|grave|folle))
impicc(a*|h*|o)
(butta*|butti|butto|butter*|getta*|getto|gett*|lanci*|salt*|precipit*|tuff*) … (giu |di |)(dal|dalla|dallo|dall|dai|da|sotto|nel|nella|\
in|contro|\
davanti|giu) … (balcon*|pont*|finestr*|treno|treni|tetto|metro*|fiume|mare|pian*|auto|macchin*|camion|binari|tram|palazz*|terrazz*|\
scoglier*|\
dirupo|burrone|lago|pozzo|cavalcavia|viadott*|vuoto|traffico|strada|autobus|cornicione|torre)
(butta*|butter*|butti|butto|getta*|salta*) … di sotto
(voglia|pens*|vorrei|volevo|voglio|idea|tentat*|impuls*|istint*|stav*|potrei) … (buttar*|gettar*|lanciar*) giu
(mi|si) (butter*|gette*|lance*|getto) giu
(fini*|mett*|mess*|and*|sper*) … sotto (a |al |un |una |il |la |ad )*(treno|camion|metro*|tram|autobus|macchin*|auto)
(che|se) … (invest*|travolg*|mettesse sotto|metta sotto|tirasse sotto|prendesse sotto|schiant*)
(schiantarmi|schiantarsi|schiantassi|mi schianto|mi schianterei|mi schiantassi)
(andare|andar*|guid*|sterz*|buttar*|finire|vado) … (contro|addosso) … (alber*|mur*|camion|guard rail|guardrail|pilone|muretto)
(preso|presa|prend*|ingoi*|inger*|inghiott*|mand* giu|buttat* giu|trangugi*|assunt*|imbottit*|mandat* giu) … (troppe|troppi|un sacco di|\
una manciata|manciate|(una|la|l) (intera )?(scatola|confezione)|un (intero )?(flacone|blister)|(il|un|tutto il|tutta la) (flacon*|\
scatol*|blister|\
boccett*)|\\d\\d (compress*|pastigl*|pillol*|gocce di)|(venti|trenta|quaranta|cinquanta|sessanta|cento) (compress*|pastigl*|pillol*))
(preso|presa|prese|prender*|ingoi*|inger*|inghiott*|trangugi*) … tutt* … (pastigl*|pillol*|compress*|farmac*|medicin*|gocce|scatol*|\
flacon*|\
insieme|in una volta)(?! (come|regolar*|ogni|la mattina|al mattino|la sera|alla sera|i giorni|prescritt*|correttamente))
(ingoi*|bevut*|bere|bevo|bevev*) … (candeggin*|varechin*|acido|benzina|deters*|veleno|batteri*)
(imbottirmi|imbottit*|riempirmi) di (farmac*|pastigl*|pillol*|medicin*|sonnifer*|psicofarmac*|compress*)
(accumul*|mettend* da parte|messo da parte|messa da parte|mess* da parte|mett* da parte|nascost*|nascond*|tengo da parte|scorta|\
mess* via) … \
(pastigl*|pillol*|farmac*|compress*|gocce|medicin*|insulina|sonnifer*)
(pastigl*|pillol*|farmac*|compress*|medicin*|sonnifer*) … (da parte|nascost*|accumulat*|in mano|davanti|pronte|per ogni evenienza)
(quant*|che dose|quale dose) … (pastigl*|pillol*|compress*|gocce|insulina|farmac*) … (serv*|bast*|ci vogl*|occorr*|per morire)
(overdos*|avvelen*|veleno|topicida|candeggina|varechina|monossido|gas di scarico|tubo di scarico|lavanda gastrica|dose letale|\
dosi letali|letal*)
(fucil*|pistol*|porto d armi|arma da fuoco|armi|un arma|coltell*|lamett*|rasoi*|cappi[oi]|pugnal*|accett[ae]|machete)
(una|la|con|di|corda|quella|mia) corda(?! (vocal*|di chitarra|della chitarra|da bucato|per saltare))
(corda|cintura|sciarpa|lenzuol*|cavo|laccio) … (collo|gola|trave|soffitto|ringhiera)
(tagli*|apr*|apert*|recid*|recis*|incid*|incis*|graff*|bruci*|feri*) … (vene|polsi|polso|bracci*|gambe|cosc*|avambracc*|pelle|gola|pancia)\
(?! (bruci*))
(tagliarmi|tagliarsi|tagliandomi|tagliandosi|(mi|si) (sono |ero |e |era |sarei |ho )?(di nuovo |ancora |gia )?tagli*)(?! (i|le|la|un|il|\
l|una) \
(capell*|ungh*|barba|baff*|frang*|ciuff*|dit*|pollice|erba|spes*)| (fuori|cucinando|pelando|affettando|corti|i ponti))
(bruciarmi|bruciarsi|mi bruciavo|bruciandomi|spegn* … sigarett* … (addosso|bracci*|pelle|mano))
(autolesi*|auto lesi*|autoless*|autosoppress*|autoaggress*|autodistru*|autopuni*)
(punirmi|picchiarmi|colpirmi|graffiarmi|ferirmi|ferirsi|ferirmici|strapparmi i capelli|schiaffeggiarmi|prendermi a (pugni|schiaffi|sberle)|\
strangolarmi|soffocarmi|strozzarmi|spararmi|annegarmi|affogarmi|dissanguarmi|ustionarmi|mordermi|accoltellarmi|farmi fuori|lasciarmi morire)
(mi|si) (taglio|brucio|graffio|ferisco|ferivo|punisco|punivo|picchio|picchiavo|impicco|sparo|avveleno|ammazzo|uccido|strangolo|\
graffiavo|mordo|mordevo)\
(?! (i capell*|le ungh*|la barba|fuori))
(farmi|farsi|facendomi|mi facc*|mi facev*|mi farei|mi facess*|mi faro|mi sono fatt[oa]|mi ero fatt[oa]|si e fatt[oa]|si fa|si facev*|\
fatt[oa] da \
sol[oa]) (di nuovo |solo |davvero |anche |apposta |sempre |ancora |un po di |del )*male(?! (al|alla|ai|agli|alle|a un|a una|la|il|\
giocando|correndo|\
cadendo|sciando|lavorando|in palestra|sul lavoro|in bici|con gli sci))
(male|feri*|tagli*|bruci*|colp*) … (apposta|di proposito|volontariamente|intenzionalmente|da sol[oa] con)
(testa|testat*|pugn*|fronte) … (contro|al|nel|sul|nei|ai) … (mur*|paret*|porta|pavimento|vetro)
(vogli*|vorre*|volev*|desider*|meglio|piacerebbe|pens*|potessi|poter|bisogno|solo|basterebbe|se) … (?<!far )(?<!fare )(sparire|sparissi|\
sparirei|scomparire|scomparissi|svanire|svanissi|dissolvermi|cancellarmi|spegnermi)(?! (i|il|le|la|gli|l|dal lavoro|dai social)\\b)
(spari*|scompari*|svani*) (per sempre|nel nulla|dal mondo|dalla faccia|dalla terra|e basta|per tutti)
(smett*|cess*|finir*) di (vivere|esistere|respirare|esserci|soffrire per sempre)
(non|mai) (voler |volere |essere |fossi |fosse |esser |mai )*nat[oa](?! (a|in|nel|qui))
(non (esistere|esistessi|esisto|esisterei|esserci|ci fossi|ci saro|ci sarei)|smettessi di esistere)( piu)?(?! (tempo|posto|problem*))
(addormentar*|dormire|addorment*) … (per sempre|non svegliar*|e non|non risvegliar*)
(sonno eterno|riposo eterno|chiudere gli occhi (e|per sempre)|dormire per sempre)
(non|mai) (mi |piu |)(risvegli*|svegli*) … (mai piu|piu|domani|domattina)(?! (presto|tardi|riposat*|alle|di notte))
(sper*|preg*|vorre*|vogli*|volev*|desider*|bello|fosse|piacerebbe|meglio) … non … (svegli*|risvegli*)(?! (presto|tardi|alle|cosi|\
piu alle|di notte))
(sper*|preg*|vorre*|vogli*|desider*|magari|venga|venisse|capitasse|succedesse|se) … (un |una )?(infarto|tumore|cancro|ictus|incidente|\
schianto|\
malattia mortale|male incurabile|meteorite|fulmine)
(meglio|bene|felic*|sollevat*|liber*|tranquill*|seren*) … senza (di )?me
senza (di )?me … (meglio|bene|felic*|sollevat*|tranquill*|sarebbe*|starebbe*|vivrebb*)
(se|quando) (io )?(non ci (fossi|sono|saro|sarei)|sparissi|morissi|me ne andassi per sempre|smettessi di esserci)
nessuno (si accorger*|se ne accorger*|sentir* la mia mancanza|mi rimpianger*|pianger*|verrebbe al mio funerale)
(mio|il mio) funerale
(sono|essere|sento|sentirmi|divent*|solo|ero|sarei|come|rappresento) (solo |soltanto |diventat[oa] |davvero |di |ormai |proprio )*(un |\
il )?peso\
(?! (forma|normale|ideale|medio|giusto))
(peso morto|di peso (per|a|alla|agli|ai|a tutti)|un peso per|di troppo (per|in questo|al mondo|a casa)|sono di troppo)
(non|nemmeno) (merit*|degn*) … (di )?(vivere|esistere|stare al mondo|esserci|vita)
(mondo|tutti|famiglia|figli|loro) … (starebb*|sarebb*) meglio senza
(via d uscita|via di uscita|vie d uscita|vie di uscita|unica (via|soluzione|uscita|strada)|nessuna (via|uscita|altra via)|altra via|\
via di scampo)
(non (c e|vedo|ho|trovo|esiste)|nessun*|senza|piu|per me non c e) (piu |alcun* |un |nessun* |altr* |una )*(speranz*|futuro|domani|\
uscita|scampo)\
(?! (nei farmaci|nelle (medicine|pastigl*)|nella terapia|nel lavoro|alle|mattina|sera|appuntament*|al lavoro))
(d addio|di addio|addio a|dire addio|detto addio|dico addio|ultimo saluto|ultima lettera|lettere per i|biglietto per i)
(scritt*|scriv*|lasci*) … (lettera|lettere|bigliett*|messaggi*) … (figl*|marito|moglie|famiglia|genitori|tutti|addio|caso)
(fatto|fare|scritto|sistemat*|rivist*) (il |un )?testamento
(sistemat*|mess* (in ordine|a posto)|regal*|dato via) … (le mie cose|i miei affari|tutte le mie cose|le cose per quando|il funerale)
(ho|avevo|avuto|fatto|faccio|facevo|con|senza|nessun|preparato) (gia |anche |in mente |pronto )*(un |il |nessun )?piano(?! (di (cura|\
lavoro|sopra|\
sotto|studi*)|terapeutico|telefonico|alimentare|terra|inclinato|b\\b|per (il|la|le|i|l) ))
pianificat* … (come|tutto|quando|nei dettagli|la (mia )?morte)
(so|sapevo|saprei|decis*|scelt*|pensat*|immagin*|cercat*|guardat*|fissat*) … (come|dove|quando|il giorno|la data|il posto|il ponte|\
il modo) … \
(farlo|lo farei|farei|lo faccio|farla|uccid*|morire|ammazz*|farmi|finir*)
(decis*|scelt*|fissat*) (gia )?(il giorno|la data|il ponte|il posto)(?! (per|del|della|dell) )
(modo|metodo|metodi|modi) (meno doloros*|indolor*|rapid*|sicur*|veloc*|per (farla|morire|uccid*|ammazz*|finir*))
(tentat*|provat*|cercat*|prov*|tent*|vicin*|stav* per|quasi) … (farla|farmi|togli*|uccid*|ammazz*|impicc*|buttarmi|tagliarmi|morire|suic*)
(ho|aveva|ha|avevo) tentato (una volta|due volte|tre volte|di nuovo|ancora|gia|nel|con (le|i|una|la))
(pregress*|precedent*|prim*|second*|ultim*|altr*|vecchi*|un|due|tre|serio|seri|nessun|\\d|quel|mio) tentativ[oi](?! (con|di (smett*|\
ridur*|cur*|\
terapi*|contatt*|lavor*|sospen*|dimagr*)|fallit*|terapeutic*|farmacolog*|andat*))
(ideazion*|ideativ*)
(pensier*|idee) (di morte|brutt*|ner[io]*|cup*|oscur*|scur*|bui*|di farla|di farmi|di non|intrusivi di|orribil*|malvag*)
(brutt*|cattiv*|ner[io]*|cup*|oscur*) pensier*
pensieracci*
(ricover*|ospedale|pronto soccorso|rianimazione|terapia intensiva|tso) … (per|dopo) … (pastigl*|pillol*|farmac*|gesto|tentat*|tagli*|\
essermi)
(tso|trattamento sanitario obbligatorio|ricovero coatto)
(eutanas*|morte assistita|dignitas|clinica in svizzera|fine vita)
(raggiunger*|raggiungo|raggiungess*) … (cielo|lassu|aldila|mamma|papa|mort*|nell altro mondo)
(all altro mondo|nell altro mondo|miglior vita|aldila)
(andarmene|andar via|me ne vado|me ne andrei|andarsene|me ne andassi) … (per sempre|da questo mondo|da questa vita|dal mondo|\
una volta per tutte)
(lasci*|abbandon*|salut*) (per sempre )?(questo mondo|questa vita|la vita|la terra|questa terra)
(dio|signore|gesu|madonna) … (prend*|portami|chiam*|porta via|vienimi)
(portami|prendimi|prendermi|portatemi|portarmi) (via con|con te|via signore|via da questo mondo|via dio)
(per me e finita|e finita per me|basta vivere|basta con la vita|non c e piu niente per me|niente che mi tenga|la chiudo qui|\
mollare tutto per sempre)
mi (sono arres[oa]|arrendo)(?=$|[.;!?])
non (mi|me ne|m) (import*|interessa|frega) … (vivere|morire|se muoio|se vivo|se domani|di vivere|di morire|se succede)
(meglio|preferi*) (se )?(io )?non (ci fossi|fossi|esistessi|esserci|svegliar*|esistere|essere (qui|al mondo|viv*))
(odio|detesto|schifo|maledico) … (vivere|essere viv*|la (mia )?vita|esistere|essere nat*)
(guard*|fiss*|affacci*|sedut*|in piedi|sporg*|sporto|sporta|fermat*|salit*|bordo) … (binari|cornicione|parapett*|precipizio|cavalcavia|\
vuoto|\
giu dal (ponte|balcone|tetto)|dal (balcone|ponte|tetto)|sul (ponte|tetto|bordo|cornicione))
(darmi|darsi|dare|dato) fuoco
(apert*|apr*|lasciat* aperto) il gas
(sacchetto|cuscino) … (testa|faccia)
(insulina|medicin*|farmac*|terapia) … (apposta|per morire|troppa)
(smett*|smess*|interrott*|rifiut*) di mangiare per (morire|sparire|lasciarmi)
(al sicuro|protett*|paura|terrore|difend*) (da|di) (me stess*|quello che potrei|cosa potrei|cio che potrei|fare qualcosa|farmi|fare del|\
fargli|farle|\
non controllarmi|potermi)
(non mi fido di me|non rispondo di me|non rispondo delle mie azioni|ho i mezzi|avrei i mezzi)
(picchi*|menar*|pestar*|pestat*|strangol*|accoltell*|pugnalat*|strozzar*|strozzat*|massacr*|aggredi*|vendic*|vendett*|stupr*|malmen*)
spar(ar*|at*|asse|assi|erei|o a|argli)
soffoc* … (bambin*|figli*|cuscino|neonat*|marito|moglie|lui|lei)
soffocar(lo|la|li|le)
(fare|far|faccia|facessi|fatto|farei|farò|fargli|farle|farvi|farti|facendo|fa|faceva|fanno) del male
(fargli|farle|farti|fare) (molto |davvero |tanto )?male (a|al|alla|ai|agli|alle)
(violent*|violenz*|minacci* di|mi minacci*|maltratt*)
(mi|la|lo|ci) (picchia*|mena|menava|strattona*|maltratta*)
(farlo|farla|farli|far|fatto) fuori (mi*|lui|lei|tutti|il|la)
(voci|voce) … (dic*|ordin*|comand*|suggeri*|parl*|obblig*|impong*)
sento (delle |le |sempre |ancora )*voci
(scuot*|scoss*|buttar*|lasciar* cadere|annegar*) … (il|la|mi*|al) (bambin*|neonat*|bimb*|figli*)
(vorre*|vogli*|sper*|preg*|desider*|volev*|magari) … (finisse|finisca|smettesse tutto|si spegnesse)(?=$|[.;!?]| (tutto|presto|qui|\
e basta|per sempre|una volta))
(contat*|contavo|conto|contando|raccolt*|fissav*|fissat*) … (pastigl*|pillol*|compress*|sonnifer*|farmaci)
(avrei|avessi) (gia )?(fatto|fatta)(?=$|[.;!?]| (finita|da tempo|se))
(coraggio|forza|fegato) (di|per) (farlo|farla|uccid*|ammazz*|togli*|morire|andare fino in fondo|buttar*|finirla)
(mi |)manca (solo )?il coraggio
(ho|avevo|so|saprei|penso|pensato) … (come|dove|quando) (farlo|lo farei|farla|lo faccio)(?! (smettere|dormire))
(lasci*|moll*|sterz*|gir*) … (volante|sterzo)
(mente|testa|tentazion*|viene|istinto|impuls*) … (buttarmi|gettarmi|lanciarmi|tagliarmi|sparire|farlo|morire)
(buttarmi|gettarmi|lanciarmi) (giu|di sotto|sotto|dal*|da|nel*|in)(?! (lavoro|studio|studi|progett*|sport|mischia))
(vedo|immagino|sento|vorrei|sogno|sono|ero|sarei) (gia |quasi )?mort[oa](?! (di|dal|dalla) (fame|sonno|fredd*|cald*|rid*|paura|vergogna|\
stanchezza))
(che|cosa|perche) ci (sto|faccio) (a fare|ancora|io)?(?= |$)
(sto|stare|stia|servo|esisto|restare|rimanere) … (al mondo|in questo mondo|in vita)
(famiglia|figl*|moglie|marito|genitori|tutti|loro|lui|lei|altri|casa) (sarebb*|starebb*|vivrebb*) … (sollevat*|liber*|meglio|felic*|\
tranquill*|seren*)
(liber*|sollev*) … (di|da) me(?= |$)
un peso in meno
(chiud*|finirla|farla finita|smetterla|dare un taglio|tagliare) con (tutto|tutti|la vita)
(non|senza|nessuna|piu) … paura (della morte|di morire)
(raggiunger*|raggiungo|raggiungess*) (il |la |i |le )?(mi[oa]|miei|mie)? ?(marito|moglie|madre|padre|figli*|fratello|sorella|nonn*|\
compagn*|mamma|papa|genitori)
(niente|nulla) da perdere
(scritt*|scriv*|lasci*) … (righe|parole|bigliett*|lettera|lettere) … (figl*|marito|moglie|famiglia|genitori|tutti|mamma|papa|cari)
(procur*|fatt[oa]|facc*|facev*|inflig*|inflitt*) … (tagli|ferite|bruciature|graffi|lesioni|lividi)
tagli (sulle|sui|alle|ai|sul|nelle) (bracci*|polsi|gambe|cosc*|pancia)
(inger*|ingoi*) … (farmac*|pastigl*|pillol*|compress*|sonnifer*|candegg*|detersiv*|gocce)
non (ha|avrebbe|c e|trovo|vedo) (piu )?(alcun |nessun |un )?senso (niente|nulla|tutto|la (mia )?vita|vivere|continuare|andare avanti)
(niente|nulla|tutto|piu niente) … (ha|aveva|avesse) (piu )?(alcun )?senso
(sogn*|magari|bello|bisogno|bisognerebbe|ideale|sollievo) … non (risvegli*|svegli*)
(camion|treno|auto|macchina|autobus|tram|moto|furgone|qualcuno|fulmine) … (investisse|investa|travolgesse|travolga|mettesse sotto|\
ammazzasse|\
ammazzi|prendesse|colpisse|uccidesse)
(mi|si) prend* a (pugni|schiaffi|sberle|calci|botte|testate)
(sono|sento|sentirmi|essere|sentivo|ero) di troppo
(staccare|stacco|staccato|staccherei) la spina
(sotto terra|sottoterra|al cimitero|nella tomba|nella bara|due metri sotto)(?! (a trovare|per|da|vado))
(capolinea|arrivat[oa] alla fine|alla fine della mia vita|i miei ultimi giorni|mia ultima (notte|settimana|estate))
non (arriv*|vedro|vivro) … (natale|compleanno|anno prossimo|estate|domani|fine settimana|trent anni|quarant anni)
non voglio piu(?=$|[.;!?])
non ce la (faccio|posso fare|posso piu fare)(?=$|[.;!?])
(far|fare|facc*|farei|facessi|compi*) (un |qualche |quel |un brutto )gesto
(andare|andrei|arrivare) fino in fondo
passare all atto
aiut* a morire
(spacc*|romper*|rompo) … (faccia|ossa|muso)
(alza*|alzat*|mess*|mett*) … (le mani addosso|mani addosso)
(alza|alzato|alzava|alzare|alzarmi|alzargli|alzarle) le mani
paura di (mio|mia|suo|sua) (marito|moglie|compagn*|padre|madre|figli*|ex|fratello|fidanzat*|partner)
(farei|fare|farlo|farla) a pezzi
(prend*|pres*|da|dava|dato|riempi*|presa) (le |delle |a |di )?botte
(addio)(?! (al|alla) (celibato|nubilato|lavoro|fumo|sigarett*))
(lama|lame|taglierino|forbici) … (pelle|polso|polsi|bracci*|gola|mano)
(pastigl*|pillol*|compress*|farmac*|medicin*) … (tutt* (insieme|in una volta|d un colpo)|per farla finita)
non (vale|valeva|varrebbe) (piu )?la pena(?=$|[.;!?])
(non|nemmeno) (posso|riesco|potevo|riuscivo|potro) (piu )?(a )?(vivere|andare avanti|continuare|tirare avanti|reggere)(?! (a|il|la|le|i|\
in|al|nel|con) )
(pers*|perdut*|senza) (ogni|tutte le|la|piu) speranz*(?! (nel|nella|nei|nelle|di (trovare|lavor)))
(mai|non) (essere |fossi |esser )?(mai )?venut[oa] al mondo
(mezza|mezzo|intera|intero) (la |il )?(scatola|flacone|blister|confezione) di
(prender*|ingoiar*|mandar*|buttar*)(le|li|la|lo) (giu )?tutt*
"""
"""Whole phrases, one a line."""
