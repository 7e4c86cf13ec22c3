import { type Phrases, phrasesOf } from "./words.ts";

/** What the words around a number are about. Words under no heading belong to whatever was asked for. */
export type Topic = "confirmation" | "phone" | "name" | "other";

/** Words that say what comes next; `number` says only that a number does. Longer phrases come first. */
export const TOPICS: Record<Topic | "number", Phrases> = {
  number: phrasesOf("number|numbers|numero|numeros|nummer|digits|digitos"),
  confirmation: phrasesOf(
    "confirmation|confirmations|reservation|booking|reference|ref|code|record locator|locator|pnr|ticket|trip|ride|order|case|conf|id|confirmacion|reservacion|reserva|codigo|localizador|folio|buchung|buchungsnummer|reservierung|reservierungsnummer",
  ),
  phone: phrasesOf(
    "area code|phone|telephone|cell|cellphone|mobile|callback|call back|telefono|celular|movil|codigo de area|telefon|telefonnummer|handynummer|handy",
  ),
  name: phrasesOf(
    "last name|first name|name|names|nombre|llamo|apellido|surname|this is|under|soy|habla|mein name|passengers name|pasajero",
  ),
  other: phrasesOf(
    [
      "flight|vuelo|terminal|extension|ext|zip code|address|direccion|room|at",
      "today|tomorrow|tonight|hoy|manana|morning|mornings|afternoon|afternoons|evening|evenings|weekdays|after|before|until|between|noon|midnight|oclock",
      "monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo",
      "january|february|march|april|june|july|august|september|october|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    ].join("|"),
  ),
};

/** What a count is of: "for two people" says nothing about the number. */
export const COUNTED_THINGS = new Set(
  "people persons passengers passenger adults adult kids children personas persona pasajeros bags suitcases".split(" "),
);

/** Words that take back what was said before them. After those in `ANEW`, everything is said once more. */
export const CORRECTIONS = phrasesOf(
  "no|nope|nein|sorry|wait|hold on|hang on|i mean|i meant|actually|correction|oops|make that|excuse me|pardon|pardon me|rather|my bad|my mistake|wrong|perdon|perdone|perdona|disculpe|disculpa|espera|espere|mejor dicho|quise decir|quiero decir|digo|me equivoque|corrijo|entschuldigung|moment|ich meine|quatsch",
);
export const ANEW = phrasesOf(
  "scratch that|strike that|start over|start again|starting over|from the beginning|from the top|let me repeat|i repeat|let me try again|again|forget that|empiezo de nuevo|desde el principio|de nuevo|repito|otra vez|olvide eso|nochmal|noch mal",
);

/** What follows these words is what the number is not. */
export const DENIALS = new Set(["not", "isnt", "nicht"]);

/** Separators that are said aloud. Nothing is added up across them. */
export const SEPARATORS = phrasesOf(
  "dash|hyphen|minus|slash|forward slash|backslash|back slash|space|underscore|under score|dot|point|period|comma|colon|tick|bar|star|asterisk|guion|guion bajo|guion medio|raya|barra|diagonal|espacio|punto|coma|menos|asterisco|bindestrich|strich|minuszeichen|schragstrich|punkt|at the rate|at the rate of|at sign|arroba|hash|hashtag|hash sign|pound|pound sign|number sign|almohadilla|numeral|raute",
);

/** "as in": the word after it spells the letter before it. */
export const AS_IN = phrasesOf(
  "as in|as|like|like in|like the|for|is for|stands for|de|como|como en|como de|wie|wie in|von",
);

/** Words that say nothing, and could be taken for letters of a number by their length. */
export const FILLERS = new Set(
  [
    "number numbers numero numeros nummer digits digitos uh um uhm er erm ah eh hm hmm mm mhm like well so ok okay yes yeah yep sure hi hey please thanks thank alright right",
    "it its is was the this that thats my our on in of at an as and or if we he she me us am has had have got get let lets",
    "know think guess say says said try can could will would here there be with by from do did does not just then followed",
    "new all any but off up out his her its im ive youre theres ill id capital uppercase lowercase upper lower case letter letters digit",
    "one moment please hello good day sir maam mam",
    "este pues bueno mi la las los lo le un una si con por para al del su que yo tengo dice favor gracias hola aqui esta letra",
    "mayuscula minuscula ver ahi ya das ist die der und mit ich habe bitte also ja ahm ehm",
  ]
    .join(" ")
    .split(" ")
    .filter((word) => word !== "one"),
);

/** After these words only a part of the number is said, and a part is not a number. */
export const PARTIAL = new Set(
  "last first ends ending end starts begins beginning ultimos ultimas termina terminan empieza endet letzten".split(
    " ",
  ),
);

/** Words that lead to what follows. At the end of a passage they are not part of it. */
export const LEADS_OVER = new Set(
  "for and on at my the of under in last first para por de del y a mi el la fur auf".split(" "),
);

/** After these, a word such as "are" or "es" is a verb. */
export const BEFORE_VERB = new Set(
  "number numbers numero numeros digits digitos letters letras code codigo confirmation reserva reservacion".split(" "),
);
