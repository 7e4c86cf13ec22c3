import { compareField } from "./compare.ts";
import { FIELDS } from "./fields.ts";
import type { FoundRow } from "./found-row.ts";
import type { ExpectedRow } from "./layout.ts";

export type Pair = { expected: ExpectedRow | null; found: FoundRow | null };

/**
 * Pairs each row that was found with the row that it was read from, in the order of the file, so that as many values as
 * possible are right. A row that was left out, or a total that was taken for a ride, must not shift all the others.
 */
export function align(expected: ExpectedRow[], found: FoundRow[]): Pair[] {
  // best[i][j]: the most right values in the first i expected and the first j found rows.
  const best = [...Array(expected.length + 1)].map(() => Array<number>(found.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (const [i, wanted] of expected.entries()) {
    for (const [j, got] of found.entries()) {
      const both = at(i, j) + rightValues(wanted, got);
      (best[i + 1] ?? [])[j + 1] = Math.max(both, at(i, j + 1), at(i + 1, j));
    }
  }

  const pairs: Pair[] = [];
  let [i, j] = [expected.length, found.length];
  while (i > 0 || j > 0) {
    const wanted = expected[i - 1] ?? null;
    const got = found[j - 1] ?? null;
    if (i > 0 && at(i, j) === at(i - 1, j)) pairs.push({ expected: expected[--i] ?? null, found: null });
    else if (j > 0 && at(i, j) === at(i, j - 1)) pairs.push({ expected: null, found: found[--j] ?? null });
    else {
      pairs.push({ expected: wanted, found: got });
      i--;
      j--;
    }
  }
  return pairs.reverse();
}

function rightValues(expected: ExpectedRow, found: FoundRow): number {
  return FIELDS.reduce((sum, field) => sum + compareField(field, expected, found).right, 0);
}
