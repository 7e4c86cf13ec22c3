import Papa from "papaparse";

const DELIMITERS = [",", ";", "\t", "|"];
const SAMPLE_CHARACTERS = 100_000;
const SAMPLE_RECORDS = 50;

/** The separator that splits the first records into the most columns most evenly; a comma if none does. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, score: score(sample, delimiter) }));
  return ranked.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function score(sample: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(sample, {
    delimiter,
    newline: "\n",
    preview: SAMPLE_RECORDS,
    skipEmptyLines: true,
  });
  const width = data.find((record) => record.length > 1)?.length ?? 0;
  if (width === 0) return 0;
  const even = data.filter((record) => record.length === width).length;
  return (even / data.length) * width;
}
