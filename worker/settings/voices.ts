/**
 * The voices an operator may choose. The list is closed, because the voice service may drop a call with an unknown voice.
 * `null` in a company's settings means the shared agent's own voice.
 */
export const VOICES = [
  { id: "11labs-Adrian", name: "Adrian", character: "man, calm and even; easy to follow on a bad line" },
  { id: "11labs-Brian", name: "Brian", character: "man, deep and unhurried; sounds like a seasoned dispatcher" },
  { id: "11labs-Myra", name: "Myra", character: "woman, warm and conversational; puts late callers at ease" },
  { id: "11labs-Marissa", name: "Marissa", character: "woman, natural pace; good for long answers" },
  { id: "cartesia-Cimo", name: "Cimo", character: "quick to answer; good when most calls are short" },
  { id: "openai-Alloy", name: "Alloy", character: "neutral; the best choice for callers in other languages" },
] as const;

/** The languages offered, as the voice service names them. */
export const LANGUAGES = [
  { id: "en-US", name: "English (United States)", character: "the safest choice for airport shuttles in the US" },
  { id: "es-419", name: "Spanish (Latin America)", character: "for callers from Mexico and Latin America" },
  { id: "es-ES", name: "Spanish (Spain)", character: "for callers from Spain" },
  { id: "en-GB", name: "English (United Kingdom)", character: "British spelling of times and words" },
  { id: "en-AU", name: "English (Australia)", character: "for Australian callers" },
  { id: "fr-CA", name: "French (Canada)", character: "for Quebec and the north-east" },
  { id: "fr-FR", name: "French (France)", character: "for callers from France" },
  { id: "de-DE", name: "German", character: "for callers from Germany, Austria and Switzerland" },
  { id: "pt-BR", name: "Portuguese (Brazil)", character: "for callers from Brazil" },
] as const;

export const VOICE_IDS = VOICES.map(({ id }) => id);
export const LANGUAGE_IDS = LANGUAGES.map(({ id }) => id);
