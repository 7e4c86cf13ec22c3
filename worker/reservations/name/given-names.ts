/**
 * Common first names in the United States and Latin America, without accents, that are hardly ever last names. If one
 * of them ends a name ("Ana Maria"), the last name is not known. Names that are also the last names of many families
 * (Thomas, Santiago, Kelly) are left out on purpose.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [
    "abby abigail adriana agustina aida aisha alana alba alejandra alejandro alexa alexandra alfredo alicia alma",
    "alvaro alyssa amanda amber amelia amy ana anabel andrea andres angela angelica angelina anita ann anna anne",
    "annette annie antonia araceli ariana armando arturo asuncion audrey aurelio aurora ava barbara beatrice",
    "beatriz belen bernardo bethany betty beverly bianca blanca bonnie brandon brenda brianna brittany bruno",
    "camila candace carla carlos carmen carol carolina caroline carolyn catalina catherine cathy cecilia celeste",
    "celia cesar charlotte cheryl chloe christina christine cindy clara claudia connie consuelo courtney cristian",
    "cristina cristobal cynthia daniel daniela danielle darlene deborah debra denise diana diane diego dolores",
    "donna doris dorothy edgar eduardo eileen elaine eleanor elena elisa elizabeth ella ellen eloisa elsa elvira",
    "emilia emiliano emilio emily emma enrique eric erica erika ernesto esperanza esteban estela esther eugenia",
    "eunice eva evelyn fabian fabiola fatima federico felicia felipe fernanda fernando florencia frances",
    "francisca gabriela gail georgina geraldine gerardo gertrude gilberto giovanni gisela gladys gloria graciela",
    "guillermo gustavo hannah hazel heather helen helena hernan holly horacio hugo humberto imelda ines ingrid",
    "irene irma isabel isabela isabella isabelle ismael ivonne jacqueline jamie jane janet janice jasmine javier",
    "jeannette jeffrey jennifer jeremy jessica jill joan joanna joanne johanna jonathan jorge josefa josefina",
    "josue juana judith judy juliana julie juliet julieta julio karen karina karla kate katelyn katherine",
    "kathleen kathryn kathy katie kayla kevin kimberly kristen kristin kristina laura lauren laurie leah leonardo",
    "leonor leticia lidia liliana lillian linda lindsay lisa liza lois lorena loretta lori lorraine louise",
    "lourdes lucas lucia luciana lucille lucy luisa lupe lydia mabel magdalena manuela marcela marcelo marcia",
    "margaret margarita maria mariana maribel marie marilyn marina marisol marissa marjorie marlene marsha marta",
    "martha mary matias maureen mauricio megan melanie melissa michelle mildred minerva miriam mirta moises molly",
    "monica nadia nancy natalia natalie nathan nestor nicole noelia noemi nora norma octavio ofelia olga olivia",
    "pablo pamela paola patricia paula paulina peggy penelope phyllis priscilla rachel ramona raquel raul rebeca",
    "rebecca regina renata rene rita roberta roberto rocio rodolfo rodrigo rogelio ronald rosalia rosalinda",
    "rosemary roxana ruben sabrina sally samantha sandra sara sarah sergio sharon sheila sherry shirley silvia",
    "sofia sonia sophia sophie stacy stephanie susan susana suzanne sylvia tamara tammy tania tara tatiana",
    "theresa tiffany tina valentina valeria vanessa veronica violeta vivian wanda wendy ximena yesenia yolanda",
    "yvonne zachary zoe",
  ]
    .join(" ")
    .split(" "),
);
