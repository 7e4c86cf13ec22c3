/**
 * The words of column titles, sorted by concept, in English, Spanish, German and French, without accents. A word may
 * stand for several concepts. A compound ("Flugnummer") is taken apart by title-words.ts.
 */
const CONCEPTS: Record<string, string> = {
  pickup:
    "partenza partenze prelievo ritiro ophaal ophalen ophaaladres vertrek embarque bereitstellung pec debut collect collection collected origen abfahrt startpunkt ramassage enlevement encuentro treffpunkt meeting puloc pickup pickups pu pup pck origin abholung abhol abholort abholen recogida recoger salida embarque depart from desde von start starting einstieg einsteigen zustieg boarding aufnahme colecta recoleccion recojo buscar partida ramasser pick puo starts begin begins beginn inicio",
  dropoff:
    "destinazione arrivo bestemming afzet afzetadres fin ende ends finishes vers bis alight alighting ankunft setdown destinacion dropping deliver destinations dropoff drop do dest destination delivery destino ziel zielort llegada arrivee depose destinataire to hasta nach end ending dropped entrega ausstieg aussteigen absetzen bajada descenso desembarque dest1 destn dst fahrziel reiseziel zielpunkt drops offload finish hacia termino bestimmungsort wohin",
  phone:
    "telefoon telefone tlm telemovel cellulare ph mob msisdn whatsapp ruckruf ruckrufnummer ruf fernsprech telf phonenumber phone phones telephone tel telefon telefono telefonnummer cel fon fono rufnummer portable telf tlf tlfn tlfno fernruf rufnr callback fone telno phno contactno",
  mobile:
    "cellulare mobiel gsmnummer telemovel mob msisdn whatsapp mobile cell cellular cellphone handy movil celular mobil gsm sms mobiltelefon cellulaire celphone natel cels cellno cellnumber mobiltel",
  alt: "alt alternate alternative secondary second home work office day evening other backup 2 3 ii 2nd otro otra autre weitere weiterer ersatz zusatz additional landline festnetz fijo fixe casa trabajo domicile bureau privat geschaftlich",
  name: "naam nome cognomenome nominativo person name names nombre nom bez fullname nombres noms persona fullnames",
  first:
    "voornaam first fname firstname given forename vorname prenom vor voornaam rufname givenname christian fornavn",
  last: "cognome sobrenome last lname lastname surname family nachname apellido apellidos familienname familyname zuname nachnamen apell patronyme achternaam",
  date: "data giorno dag date dates datum fecha dt day tag dia jour calendar fch daten journee diario",
  time: "ora orario tijd tijdstip slot timeslot slots horaire horaires time times zeit uhrzeit hora heure hour hours clock uhr horario tm hr hrs uhrz zt tme heures horas uhrzeiten hhmm std",
  datetime: "datetime moment when timestamp",
  address:
    "indirizzo endereco adres luogo address addr adresse direccion domicilio location loc lieu lugar place point punto parada paradero stop where anschrift street1 site adr direcc domic ubicacion endroit standort adresses addresses locations stopname",
  street: "street strasse calle rue str avenue str1 road address1 vialidad",
  housenumber: "hausnummer housenumber hausnr streetnumber",
  unit: "apt apartment suite ste apto wohnung floor flat stiege tuer tur etage stock piso puerta porte appartement apartamento",
  city: "citta cidade plaats city town ciudad stadt ort ville localidad municipality suburb borough locality orte commune poblacion municipio village gemeinde",
  state: "state province provincia estado bundesland region",
  zip: "zip zipcode postcode postal plz cp codigopostal",
  venue: "venue facility landmark building property establishment premises poi ubicacionnombre lieudit landmarks",
  status:
    "stato situacao estatus disposition outcome situacion situation stand progress estado status stat statut stage zustand etat sts stts progression ergebnis resultado resultat bstatus sit",
  notes:
    "opmerking opmerkingen observacoes sonderwunsche sonderwunsch peticiones observations infos kommentar kommentare anmerkung anmerkungen special_requests directions anything notes note comments comment remarks remark instructions instruction instr bemerkung bemerkungen notiz notizen notas nota observaciones observacion remarques remarque commentaire commentaires memo message special requests hinweis hinweise besonderheiten description comentario comentarios indicaciones cmt cmts cmnt cmnts rmk rmks obs observ anm bem vermerk mitteilung nachricht mensaje consigne consignes memos wishes freitext zusatzinfo noted preferences msg kommentaar sonstiges precisions otros autres",
  info: "info information details",
  special: "special additional besondere sonder especial especiales speciales particulares",
  flight:
    "volo voo vlucht flight flights flt flug vuelo vol flightnumber fl flts flugnr vuelos flg avion plane landing landed aterrizaje atterrissage landung flugdaten",
  airline: "airline airlines carrier aerolinea fluggesellschaft compagnie airlinecode airlinename carriercode",
  terminal: "terminal term",
  vehicle:
    "veicolo veiculo voertuig truck gamme fzg kfz camioneta asset sprinter limo limousine vehicle veh car cars fahrzeug wagen vehiculo voiture auto van bus coach cab fleet ambulancia coche unidad vehicule fahrzg minibus suv sedan taxi taxis carro furgoneta fahrzeugtyp fahrzeuge autos buses camion movilidad automovil",
  driver:
    "autista motorista bestuurder opr oper operador dvr drvr pilot driver drivers chauffeur chauffeurs drv fahrer conductor chofer conducteur chofere taxista ambulancier motorista conductora fahrerin piloto choferes fahrername conductores operator",
  passenger:
    "passeggero passeggeri ospite passageiro passageira hospede viaggiatore paziente reiziger pt veteran veterans visitor visitors delegate speaker candidate player artist talent vip executive executives passagier beneficiaire beneficiaires claimant applicant honoree individual evacuees who traveller travelers pasajera invitado teilnehmer fahrgastname participante passenger member patient guest rider traveler traveller student fahrgast pasajero paciente passager huesped gast patiente voyageur psgr attendee consumer participant resident residents beneficiary recipient titular viajero viajera usuario usuaria usager beneficiario pupil schueler schuler alumno alumna eleve camper reisender reisende mitfahrer gaste attendees occupant enrollee evacuee invite invitee mbr",
  customer: "klant customer client kunde cliente clienta cust clienti kunden kundin",
  contact:
    "host hostess contact booker billing account acct arranger requester requestor company agency agent parent guardian escort emergency familiar relative caregiver nurse caseworker affiliate vendor provider organization organisation sponsor payer payor payee bestell besteller ansprechpartner angehoriger contacto reservante facilitator coordinator firma empresa auftraggeber kostentrager bill caller originator partner reseller seller channel broker orderer reserver introducer besorger melder solicitante tutor tutora demandeur donneur",
  arranger: "agency agent arranger requester requestor booker manager planner",
  count:
    "personnel cnt passageiros reizigers personas persone qtd aantal psgrs cantidad nb personas personnes voyageurs heads headcount occupancy pass party personenzahl fahrgaste sitzplatze nbr ocupantes count pax passengers guests riders persons people personen pasajeros passagers participants travelers travellers plazas seats anzahl numpassengers plaetze pers anz personenanzahl fahrgastanzahl mitfahrende qty quantity cupos asientos sieges occupants viajeros headct paxs usagers",
  adults: "adults adult adultos erwachsene adultes adl adt ads erw adulte",
  children: "children child kids ninos kinder enfants infants chd chds chld kid ninas",
  number:
    "numer nummero codigo clave kennung nro number no nr num numero id ids code codes nbr identifier key nummer numbers uid kode cod folionr ident nos",
  confirmation:
    "confirmations cnfm confirmationnumber confirmation conf confirm cnf confirmacion bestatigung confno cfm cfrm confirmacao konfirmation bestaetigung confnum",
  reservation:
    "reservacion reservaciones resa reservation reservations res resv rsv reserva reservierung rsvn rsrv reservering reserve",
  booking:
    "prenotazione prenotazioni boeking booking bookings bkg buchung buchungen bkng bknum bookingref reservierungen vorgang",
  trip: "corsa corse viaggio rit ritten viagem trasferimento corrida trip trips ride rides journey job jobs transfer service fahrt viaje servicio traslado auftrag auftrags course transport travel tour auftrags tour servicios fahrten mission prestation traslados recorrido carrera einsatz courses leg legs voyage outing shuttle journeys fahrauftrag svc",
  order:
    "contract quote log load req orden ordenes beleg schein transferschein gutschein request requests dossier bon boleto case itinerary control ticketno tkt order orders bestellung pedido commande folio ticket dispatch voucher bono expediente sales transportschein",
  reference: "reference ref locator pnr referencia referenz",
  invoice: "invoice rechnung factura facture",
  direction: "movement way sens direction richtung sentido sens",
  type: "art type typ tipo class category kind klasse clase categorie level mode make model preference",
  created:
    "submission submitted created updated changed modified entered booked submitted received entry creation placed added logged erstellt creado expires expiry expiration issued signed recorded posted imported synced angelegt erfasst bestellt eingang eingegangen creada creacion registrado registrada registro cree saisie purchase purchased ordered registered opened modificado geandert aktualisiert",
  requested: "requested desired preferred wunsch gewunscht solicitada solicitado demandee window req wanted asked",
  earliest: "earliest",
  latest: "latest",
  promised: "promise prom promised committed guaranteed negotiated confirmed agreed neg nego",
  scheduled:
    "programado programados scheduled planned geplant programada prevu prevue sched sch schd plan soll vorbestellt",
  estimated: "estimated eta est etd ptest",
  appointment: "treatment appointment appt apptmnt termin cita rdv rendezvous appointments ap rv",
  actual:
    "actual reported real onloc arrived ist garage spot perform performed performing base dispatched tatsachlich scan ata atd effective effektiv completed completion finished cleared closed departed boarded onboard enroute accepted accept",
  ret: "return ruckfahrt regreso vuelta retour inbound back zuruck ruckweg regresso",
  arrival:
    "lands arrival arr arrive ankunft arriving anreise eintreffen llegadas arrivals landing landung aterrizaje atterrissage landed",
  departure:
    "leaves leave leaving departs depart etd departure dep abfahrt departing abreise abflug ausreise departures salidas",
  email: "email mail correo courriel emailaddress",
  birth: "birth dob birthday geburtsdatum age nacimiento",
  price:
    "price fare amount cost total fee rate pay payment paid balance tip toll gratuity tax preis betrag precio importe prix tarif earnings revenue deposit credit currency card tarifa tarife gesamt summe brutto netto cash eur usd commission payout discount subtotal kosten quote importes billed",
  distance: "distance miles mileage mile km duration minutes length odometer",
  geo: "area areas lat latitude lon lng longitude polygon zone county country coordinates geo gps",
  mobility: "mobility space los wheelchair ambulatory equipment requirements",
  assigned: "assigned asignado zugewiesen",
  available:
    "rota roster arbeitszeit laborales travailles einsatztage dienstplan jornada available availability schedule days arbeitstage disponibles disponibilidad shift shifts workdays verfugbar disponibilite pattern turno turnos tage working duty dienst jours travail",
  weekday: "weekday dow",
  off: "off frei libre repos descanso descansos franco",
  hotel: "hotel resort accommodation alojamiento lodging lodge motel unterkunft hospedaje hebergement inn",
  airport: "airport flughafen aeropuerto aeroport port",
  care: "escuela colegio clinica instituto kita arzt facility school hospital clinic doctor practice krankenhaus klinik schule",
  full: "full complete",
  formatted: "formatted",
  has: "has is needs active canceled cancelled",
  willcall: "willcall",
  internal: "internal private",
  license: "license licence plate reg registration vin licencia fuhrerscheinklasse badge callsign permit",
  leading: "lead primary main principal haupt",
  staff:
    "referrer referral referring salesperson seller vendedor vendedora asesor concierge assistant secretary representative rep supervisor supervised owner staff dispatcher dispatch office author clerk approver approved authorized authorised taken entered",
  kin: "emergency familiar relative guardian parent parents escort caregiver nurse kin spouse notfall urgence emergencia tutor",
  due: "due deadline",
  bookedfor: "bookedfor", // a day or a person
  stamp: "timestamp stamp",
  startpoint: "start starting starts begin begins beginn inicio startpunkt",
  extras: "extras extra addons",
  approval:
    "approval approve authorization authorisation auth verification sync notification export import sms consent",
  ended: "cancelled canceled cancel storniert storno cancelado cancelada annule annulee noshow",
  record: "record records entry row response submission",
  unrelated:
    "fax website url room gate ip gender sex language weight height tags source ship line cruise department purpose reason group product bags bag luggage suitcases suitcase baggage maletas equipaje gepack bagages signature attachment attachments photo link rating feedback survey",
  route: "route run leg block shift manifest routes",
  member:
    "medicaid medicare insurance policy mrn employee personal mitarbeiter mitarbeiterin empleado empleada employe",
  list: "lfd row line seq sequence index item position record records entry",
};

/** The concepts that a word of a title stands for. */
export const WORDS: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const [concept, said] of Object.entries(CONCEPTS)) {
    for (const word of new Set([concept, ...said.split(" ")])) words.set(word, [...(words.get(word) ?? []), concept]);
  }
  return words;
}
