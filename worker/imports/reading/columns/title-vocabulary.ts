/**
 * The words of column titles by what they speak of, in English, Spanish, German and French, without accents. A word may
 * speak of several things; a compound ("Flugnummer") is taken apart by title-words.ts.
 */
const CONCEPTS: Record<string, string> = {
  pickup:
    "collect collection collected origen abfahrt startpunkt ramassage enlevement encuentro treffpunkt meeting puloc board pickup pickups pu pup pck origin abholung abhol abholort abholen recogida recoger salida embarque depart from desde von start starting",
  dropoff:
    "ankunft setdown destinacion dropping deliver destinations dropoff drop do dest destination delivery destino ziel zielort llegada arrivee depose destinataire to hasta nach end ending dropped",
  phone:
    "ph mob msisdn whatsapp ruf fernsprech telf phonenumber phone phones telephone tel telefon telefono telefonnummer cel fon fono rufnummer portable telf",
  mobile: "mob msisdn whatsapp mobile cell cellular cellphone handy movil celular mobil gsm sms mobiltelefon",
  alt: "alt alternate alternative secondary second home work office day evening other backup",
  name: "name names nombre nom bez fullname",
  first: "first fname firstname given forename vorname prenom vor",
  last: "last lname lastname surname family nachname apellido apellidos familienname",
  date: "date dates datum fecha dt day tag dia jour calendar",
  time: "time times zeit uhrzeit hora heure hour hours clock uhr horario tm",
  datetime: "datetime moment when",
  address:
    "address addr adresse direccion domicilio location loc lieu lugar place point punto stop where anschrift street1 site",
  street: "street strasse calle rue str avenue",
  housenumber: "hausnummer housenumber hausnr streetnumber",
  unit: "apt apartment suite ste apto wohnung floor flat",
  city: "city town ciudad stadt ort ville localidad municipality suburb borough",
  state: "state province provincia estado bundesland region",
  zip: "zip zipcode postcode postal plz cp codigopostal",
  venue: "venue facility landmark building property",
  status: "estatus disposition outcome situacion situation stand progress estado status stat statut stage zustand etat",
  notes:
    "kommentar kommentare anmerkung anmerkungen extras special_requests directions anything notes note comments comment remarks remark instructions instruction instr bemerkung bemerkungen notiz notizen notas nota observaciones observacion remarques remarque commentaire commentaires memo message special requests hinweis hinweise besonderheiten description comentario comentarios indicaciones",
  info: "info information details",
  special: "special additional",
  flight: "flight flights flt flug vuelo vol flightnumber",
  airline: "airline airlines carrier aerolinea fluggesellschaft compagnie",
  terminal: "terminal term",
  vehicle:
    "fzg kfz camioneta asset sprinter limo limousine vehicle veh car cars fahrzeug wagen vehiculo voiture auto van bus coach cab fleet ambulancia coche unidad vehicule",
  driver: "operator operador dvr drvr pilot driver drivers chauffeur chauffeurs drv fahrer conductor chofer conducteur",
  passenger:
    "who traveller travelers lead pasajera invitado teilnehmer fahrgastname participante passenger member patient guest rider traveler traveller student fahrgast pasajero paciente passager huesped gast patiente voyageur psgr attendee consumer participant lead primary main",
  customer: "customer client kunde cliente clienta cust",
  contact:
    "contact booker billing account acct arranger requester requestor company agency agent parent guardian escort emergency familiar relative caregiver nurse caseworker affiliate vendor provider organization organisation sponsor payer payor payee besteller ansprechpartner angehoriger contacto reservante facilitator coordinator firma empresa auftraggeber kostentrager bill",
  count:
    "nb personas personnes voyageurs heads headcount occupancy pass party personenzahl fahrgaste sitzplatze nbr ocupantes count pax passengers guests riders persons people personen pasajeros passagers participants travelers travellers plazas seats anzahl numpassengers plaetze",
  adults: "adults adult adultos erwachsene adultes",
  children: "children child kids ninos kinder enfants infants",
  number: "codigo clave kennung nro number no nr num numero id ids code codes nbr identifier key nummer numbers uid",
  confirmation: "confirmations cnfm confirmationnumber confirmation conf confirm cnf confirmacion bestatigung confno",
  reservation: "reservacion reservaciones resa reservation reservations res resv rsv reserva reservierung",
  booking: "booking bookings bkg buchung buchungen",
  trip: "trip trips ride rides journey job jobs transfer service fahrt viaje servicio traslado auftrag auftrags course transport travel tour auftrags tour servicios",
  order:
    "dossier bon boleto case itinerary control ticketno tkt order orders bestellung pedido commande folio ticket dispatch voucher bono expediente",
  reference: "reference ref locator pnr referencia referenz",
  invoice: "invoice rechnung factura facture",
  direction: "way sens direction richtung sentido sens",
  type: "type typ tipo class category kind klasse clase categorie level mode make model preference",
  created:
    "submission submitted stamp created updated changed modified entered timestamp booked submitted received entry creation placed added logged erstellt creado requested3 expires expiry expiration issued signed",
  requested: "requested desired preferred wunsch gewunscht solicitada solicitado demandee window",
  earliest: "earliest",
  latest: "latest",
  promised: "promised committed guaranteed negotiated confirmed agreed",
  scheduled: "scheduled planned geplant programada prevu prevue sched",
  estimated: "estimated eta est etd",
  appointment: "treatment due deadline appointment appt apptmnt termin cita rdv rendezvous appointments",
  actual:
    "actual reported real onloc arrived ist garage spot perform performed performing base dispatched tatsachlich scan",
  ret: "return ruckfahrt regreso vuelta retour inbound",
  arrival: "arrival arr arrive ankunft arriving",
  departure: "departure dep abfahrt departing",
  email: "email mail correo courriel emailaddress",
  birth: "birth dob birthday geburtsdatum age nacimiento",
  price:
    "price fare amount cost total fee rate pay payment paid balance tip toll gratuity tax preis betrag precio importe prix tarif earnings revenue due deposit credit currency card",
  distance: "distance miles mileage mile km duration minutes length odometer",
  geo: "lat latitude lon lng longitude polygon zone county country coordinates geo gps",
  mobility: "mobility space los wheelchair ambulatory equipment requirements",
  assigned: "assigned asignado zugewiesen",
  available:
    "rota roster arbeitszeit laborales travailles einsatztage dienstplan jornada available availability schedule days arbeitstage disponibles disponibilidad shift shifts workdays verfugbar disponibilite",
  weekday: "weekday dow",
  off: "off frei libre repos",
  hotel: "hotel resort accommodation alojamiento",
  airport: "airport flughafen aeropuerto aeroport port",
  care: "school hospital clinic doctor practice krankenhaus klinik schule",
  full: "full complete",
  formatted: "formatted",
  has: "has is needs active canceled cancelled",
  willcall: "willcall",
  internal: "internal private",
  license: "license licence plate reg registration vin licencia fuhrerscheinklasse badge callsign permit",
  unrelated:
    "unrelated fax website url room gate ip gender sex language weight boarding height tags source ship line cruise department purpose reason group product",
  route: "route run leg block shift manifest routes",
  member: "medicaid medicare insurance policy mrn employee personal",
  list: "lfd row line seq sequence index item position pos",
};

/** Which concepts a word of a title speaks of. */
export const WORDS: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const [concept, said] of Object.entries(CONCEPTS)) {
    for (const word of new Set([concept, ...said.split(" ")])) words.set(word, [...(words.get(word) ?? []), concept]);
  }
  return words;
}
