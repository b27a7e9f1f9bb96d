/**
 * Dutch words of a return phrase: 2,048 common ones, chosen for this product from the approved words of OpenTaal (the list of
 * Debian's package `wdutch`), which may be used under the BSD licence that follows, or under Creative Commons Attribution 3.0.
 * Four to eight letters from a to z; no two begin with the same four; none is of the English list, so that a phrase says by itself
 * which list it is of; none hurts (`return-phrase.md`, RPH-2).
 *
 * Copyright (c) 1996 Nederlandstalige Tex Gebruikersgroep; (c) 2001, 2002, 2003, 2005 Simon Brouwer e.a.; (c) 2006 to 2010
 * OpenTaal; (c) 2020 OpenTaal (Simon Brouwer, Sander van Geloven). All rights reserved.
 *
 * Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
 * conditions are met: Redistributions of source code must retain the above copyright notice, this list of conditions and the
 * following disclaimer. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
 * following disclaimer in the documentation and/or other materials provided with the distribution. Neither the name of the
 * OpenTaal, Simon Brouwer e.a., or Nederlandstalige Tex Gebruikersgroep nor the names of its contributors may be used to endorse
 * or promote products derived from this software without specific prior written permission.
 *
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING,
 * BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
 * SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
 * NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 *
 * SHA-256 of the words, each with a line feed behind it:
 * e72859e7a411a8bf3d99920847dda96cacf247d9fb81e6c61338d083795d879d.
 */
export const dutchWords: readonly string[] = `
aanbod aandacht aanhang aankoop aanloop aanpak aanrecht aanschaf aantal aanwezig aarde aarzel abrikoos absoluut acacia accent
acht acrobaat acteur actie actueel adelaar adem adequaat ader adjudant admiraal adoptie adres advies afdak afdruk affiche
afgrond afkoel afloop afmeting afname afrit afscheid afslag afspraak afstand aftellen aftrap afval afwas afzender agenda akker
akkoord akte alfabet algebra alinea alleen almanak alpaca alpen alpine altaar altijd alvast alweer amandel ambacht amber amfibie
ampul amulet amuse analyse ananas anatomie anders andijvie anekdote anijs anjer anker anoniem ansjovis antenne antiek antwoord
apotheek apparaat appel applaus aquarel archief arend argument aria armband aroma artiest asbak asfalt asperge aster atelier
atlas atleet atoom audio augurk aula aureool auteur autobus avenue avond azalea azijn azuur baal baan baard badjas badkamer
bagage bakboord baken bakfiets bakje bakker baklava balans balie balkon ballet balsem bamboe bami banaan banjo bank barbecue
bard bariton bark barman barok barst basis bastion baten batterij bazaar bazig bazuin beeld beemd beer beet begonia begrip
behang beheer beiaard beide beitel beker bekijk beklim bekwaam belang beleid bellen beneden benieuwd benoemd benzine bepaald
beraad bereik berg bericht berm beroep besef bespaar bessen bestek beter beton beugel beuk beurs beven bevriend beweging bewust
bezem bezig bezoek bieden biefstuk bies biet biggen bijbaan bijdrage bijen bijl bijna bijvoet biljart binnen biograaf biologie
bioscoop biscuit bizon blad blaffen blanco blaten blauw blazer blender blij blik blinken bloem blok blond blozen blus bobbel
bobslee bocht bode boek boemel boender boer boetiek bokaal bokking bokser bolero bolwerk bonbon bonen bont boog boom boord boot
bord boreling borstel bosbes bosduif boskat bospad bosrand botanie boter botsen botter bougie bouillon bouw boven bowling braaf
braden brasem bravo breed breien breken brem bretels brevet brigade brij briket bril brink broche broer brok brommer bron brood
brouwer brug bruid brullen bubbel buffel buggy buidel buiging buikpijn buil buis buiten buizerd bulldog bulten bumper bundel
bungalow burcht bureau bushalte bussen buste butaan butler buurman cabaret cabine cadmium calorie camping canon cape caravan
carnaval carpool cassette cavia ceder ceintuur cello cent chemie chips chocola chroom cider cijfer cilinder cipres circus cirkel
citaat citer citroen cobra cocktail collega combi commode compact concreet conditie confetti congres consul contact cottage
coureur couvert cowboy creatief cultuur curry cursus cyclus daad daarom dadel dagboek dageraad daglicht dahlia dakgoot daklicht
dakpan dalen damast dambord dank dans dapper dartel datum dauw debat decor deeg deel deftig degen deining dekbed deken dekking
dekzeil delen delta denken dennen derde dertig dessert deugd deuk deur dezelfde diadeem dialoog diamant dichter dieet dienst
diep dier digitaal dijk dikte dikwijls dille diner dingen dino dinsdag diploma dirigent discus distel dobber docent dochter dodo
doek doel dolen dolfijn domino donateur donder donker dons dooier doorgang doosje doren dorp dorst dossier dotter dozijn draad
dragen drie drijven drogist dromer droog droppel druif druk duet duif duikboot duim duin duizend dukaat dunk duren durven dutje
duur duwen dwars dweil dynamo echt editie eekhoorn eend eenheid eens eenvoud eerbied eerlijk eerste eervol eetlepel eettafel
eeuw effect egel eierdop eigen eikel eiland eind eiwit eland elastiek elektra elfde elftal elke elleboog email emmer emoe
energie engel enkel enorm ensemble entree envelop erfgoed erker ervaring erwt etage etalage eten etiket etmaal etui even examen
excuus exotisch expert expo fabel fabriek facet factor fagot fakkel fameus familie fanfare fantasie farao fase fauna favoriet
fazant februari feest feit feniks fenomeen fiche fictie fier fiets figuur fijn fileren filosoof finale fjord flacon flamingo
flanel flexibel flink flipper flitser floret fluit fluweel foelie fokker folder folie fonkel fontein fopspeen forel formule
fornuis fort fossiel foto foyer fractie fragment framboos fregat fresco fris fuchsia fuik functie futon fuut fysiek gaaf gaan
gala galerie galjoen galop gamma gang ganzen garantie garen garnaal gastvrij gave gazelle gazon gebak gebied gebouw gebruik
gedicht geduld geel geest gehakt geheel gehoor geit gekko gelijk geluid gemak gember gemeente gems genoeg gering gerst gerust
geschenk gesprek geur gevel gevoel gewicht gewoon gezang gezellig gezicht gezond gids giechel gierst gieter gigant gilde gillen
gips giraf gisteren gitaar glans glas glazen gletsjer glijbaan glimlach glinster glippen gloed glooiing godin goed golf gondel
gong goot gordel goud graan gracht gram graniet grappig gras graveer greep grendel grijs grill groen grond groot grot gruis
gulden gunst gympen gymzaal haai haak haar hagel hakken halm halsband halte halve hamer handdoek hangmat haperen haring harmonie
harnas harp hars hart haven havik havo hazelaar hebben hecht heden heerlijk heester heet hefboom heiblok heide heil heimwee
hekel hekje hekwerk helder heleboel helft helm hemd hemel hengel herberg herder herfst herhaal herinner herkomst herstel herten
hesje heus heuvel hevig hiel hier hijsen hobo hoed hoes hoeve hoge hokje holte hommel honderd honing honk hoofd hoog hooi hoop
hoorn hopen horde horizon horloge houden hout houvast houweel huis huizen hulde hulst humeur humus hunebed hups hutspot hyacint
hyena ideaal idee iedere iets iglo ijsbeer ijsje ijskast ijsvogel ijzer imker impuls ingang inham inhoud inkoop inkt inlijst
inpak inrit insigne instinct inwoner inzet inzicht iris ivoor jaar jakhals januari japon jasje jasmijn jassen jaszak jeep jeugd
joggen joker jolig journaal jubel jubileum judo juichen juist juli jullie jute juweel kaak kaart kaas kabaal kabel kabinet
kabouter kachel kade kajak kajuit kaketoe kalender kalf kalm kameel kamille kamp kanaal kandij kaneel kano kant kapel kapitein
kapot kappen kapstok karaf karkas karper karton karwei kassa kast katapult katoen kaviaar kazerne kegel kekers kelder kelk
kelner kenmerk kennis kenteken keper keramiek kermis kern kers ketel ketting keuken keurig kever kiem kies kiezel kijker kikker
kilo kilt kimono kiosk klaar klank klapper klauw klaver kleding kleed klei klem klepel klets kleur klikken klimaat klinker klip
klok klomp klont kloof klos kluis kluts kluwen knaap knabbel knap kneden knel knie knikker knipoog knoflook knol knoop knop
knorren knuffel knuist knus koala koek koel koepel koers koets koffer koken kokkel kokos kolen kolibrie kolom komeet komiek
komma kompas komst konijn konvooi kookboek kool koopman koor koper kopje koppel koraal kordaat korf korrel korst kort kosmos
koster koud kous kozijn kraag kracht kras kreeft krekel krent kriebel kring kristal kroeg kroket kroon kruid krukje krul kubus
kudde kuif kuiken kuil kuit kunnen kunst kurk kwart kwast kweek kwiek kwik kwispel laag laars laat labyrint lach lading lagune
laken lama lampion land lans lantaarn lappen lariks larve laser laurier lavendel lawaai lawine lazuur lectuur leegte leem leen
leeuw legende leisteen lekker lelie lemmet lengte lenig lente lepel leraar lering lesboek leuk leuning lezen lezing licht lied
lief ligstoel lijm lijn lijst lila limiet limonade linde lineair liniaal links linnen lint linzen liter lobby loep logo loket
lolly lommer lont loods loof looier look loper lotion lotus louter loyaal lucht lucifer luid luier luifel luik luipaard luister
lukken lupine luxe lynx maag maaier maakt maaltijd maan maart macaroni madelief magazijn magie magneet mahonie mais maizena
majoor maken makker makreel mals mama mammoet manchet mand manier mantel marathon marinade marker marmer massa mast matroos
medaille medium meel meeste meetlat meeuw melk meloen memo meneer mengen mening mens mentor merel merg merk merrie mestvork
metaal meteen methode metro meubel middag mijl mikken mikpunt mild milieu miljoen minaret mineraal minuut mist mixer mobiel
modern moed moeten mogelijk mokka mollen mompel monnik monteur monument mooi mopper morel morgen mortel mossel mosterd motief
motto mousse mout muiltje munt musical muskus muur muziek mysterie naad naaister naam naast nabij nadruk najaar namiddag narcis
narwal natuur nauw nazomer nectar negen nemen neon nergens netto netwerk neus nevel niets nieuws nikkel niks nobel noemer
nogmaals nooit noord nootje nopjes norm nota noten notitie nougat november nuchter nummer nuttig nylon oase oceaan ochtend
octaaf octopus oefening oester oever officier ogen okapi oker oktober olie olijf omarm omelet omgang omgeving omhoog omlijst
omrijden omroep omslag omtrek omweg onderweg onlangs ontbijt ontdek onthoud ontmoet ontwerp onyx onze oogarts oogst ooievaar
oorbel oorzaak oost opbellen opdracht opeens openbaar opgave oplader oploop opname oppas oprit oproep opstel optelsom optocht
opwaarts orakel oranje orchidee ordner oregano orgel origami orkaan orkest ornament otter oudheid ovaal ozon paal paard paasei
pacht pagina pakhuis paleis paling pallet pamflet paneel pannen panter papa papegaai papier paprika paradijs parcours pardon
parel parfum parkiet partij pasfoto pasje passer pasta patat patio patrijs pauw pauze pedaal peddel peen peer pees peil pelikaan
pellen pendel penning penseel peper pergola periode perk perron perzik peul peuter picknick pienter piep pigment pijl pilaar
piloot pimpel pincet pinda pioen pion pipet piraat plaats plas plateau plein plek plezier plint ploeg ploffen plons plooi plot
pluche pluim pluk plus pochet poeder poema poeslief poets poging poker polder poleren polis polka polo pomp poncho ponsen ponton
poort poos populier porie portaal poseren positie poster potje potlood praal prachtig prairie praktijk pralines premie prent
prikbord prima prins prisma procent proef profiel pronk proosten proza pruim publiek punt puree purper puzzel pyjama python
quiche raaf raap racket radijs rafel ragout rang rapport rasp raster ratel ravijn recept reclame recorder redactie reden reeks
reep reflex regel regio reiger reis reiziger rekbaar rekening renbaan rendier rennen reptiel respect rest retour reus reuzen
richel ridder riem riet rijden rijp rijst rijtuig rimpel ringen rinkel risico ritme ritsen rivier robijn robuust roede roeiboot
roem roepen roer roest roffel rogge rolluik roltrap roman rommel rond ronken rood rooster rosbief rotan rotonde royaal roze
rozijn rubriek rugby rugzak ruil ruim rukwind rune rups rust safari saffier salade saldo salie salvo samba samen sandaal sardine
satijn saucijs savanne saxofoon schaap schoen schroef scooter seconde sectie secuur sein seizoen selderij selectie serenade
serie serre serum servet sessie sfeer shampoo sherry shirt shorts signaal sikkel simpel sinds singel sint sirene siroop sjaal
sjerp sjouw slaapzak slagroom slak slalom slang slede slee slenter sleutel slib slinger sloep slof sluier smaak smal smaragd
smederij smelten smid snater snavel snede sneeuw snel snip snoek snorkel snuffel snuit soep sofa soja soldeer solide solo sonate
sonnet soort sopraan sorbet sorteer souvenir spaak spade spagaat spannend spatel specht speer spek speld spencer speurder
spiegel spijker spikkel spil spinazie spiraal spits spoel spons spoor spraak spreeuw springen sproei spurt stabiel stam stap
station steen steiger stekker stelling stempel stengel steppe ster steun stevig steward stijf stil stip stoel stof stolp stoom
storm straal streek strik stro struik studie stuiver stuk stuur stuw succes suiker suite sultan surfer surplus symbool symfonie
systeem taai taak taart tablet tachtig tactiek tafel takel talrijk tamboer tand tang tante tapdans tapijt tarbot tarwe tasje
techniek teer tegel teil teken tekst telefoon tellen tempel tenor termiet terras terug terwijl teug tevreden textiel thans
theater thee thema theorie thermos thuis tiara tien tijd tijger tijm tikken tinten titel tocht toekan toernooi toeval toga tolk
tomaat toneel tongval tonijn toonbank toorts topaas toren torpedo tortel tosti totaal touw tovenaar traag training traject tram
trapeze trein trek triangel tribune tricot trilling triomf troef trofee trolley trom troon tropisch tros trots trouw truc tuba
tuimel tuin tuit tulband tulp turbine turf turkoois turnen turven tussen twaalf twee twijfel twintig uitdeel uitgang uithang
uitje uitkijk uitleg uitnodig uitrit uitzicht ultra uniek urgent uurtje uurwerk vaandel vaas vaatdoek vader vakantie vakman valk
vallei valuta vanavond vandaag vangnet vanille varen vaten vedel veearts veeg veilig veld velours venkel venster veranda verder
veren verf verhaal verlof vers vervoer verzoek vest veter veulen vezel viaduct vier vijf vijg vijver villa vilt vinden vinger
vink vinnig violet viool visite visser vitamine vitrine vizier vlaai vlag vlak vlam vlecht vlegel vleugel vlieg vlijt vlinder
vloed vloot vlug vocht voeding voelen voet vogel volgen volop vondst vonk voor vorig vork vorm vorst vouw vraag vracht vrede
vreugde vriend vrij vroeg vrolijk vrucht vulkaan vullen vulpen vuur waaier waakhond waar wachter wadlopen wafel wagen walnoot
walrus wals walvis wanneer warmte wasbak wasem wasgoed wasmand waterval watten wazig weefsel week weelde weerman weide weiland
weinig weken wekker welkom welp welvaart wenk wens wereld wervel wesp weten wezel wiebel wieden wieg wiel wierook wijk wijn wijs
wijting wijzer wikkel wilg willen wimpel wind winkel winnen wiskunde wissel witlof woensdag woestijn wolk wollig wonen woning
woonboot woord worden worp wortel woud wuiven xylofoon yoga yoghurt zaag zaal zacht zadel zakdoek zakgeld zakmes zalf zalm zand
zebrapad zeeboot zeef zeehond zeeland zeemeeuw zeep zeewier zeggen zeis zeker zelden zelf zemel zender zeppelin zestien zetel
zeven zicht zien zigzag zijde zijkant zilver zingen zink zintuig zitbank zitkamer zoeken zoem zoet zojuist zolder zomaar zomer
zondag zonnig zoogdier zool zoon zorg zout zover zuid zuinig zuiver zuring zuurkool zwaan zwabber zwaluw zwavel zweef zwem zwier
`
  .trim()
  .split(/\s+/);
