import { expect, it } from "vitest";
import { align } from "./align.ts";

const ANA = { confirmation_number: "A-1", customer_name: "Ana Lund" };
const BO = { confirmation_number: "A-2", customer_name: "Bo Park" };
const CY = { confirmation_number: "A-3", customer_name: "Cy Vance" };

it("a row that was left out does not shift the others", () => {
  expect(align([ANA, BO, CY], [ANA, CY])).toEqual([
    { expected: ANA, found: ANA },
    { expected: BO, found: null },
    { expected: CY, found: CY },
  ]);
});

it("a total that was taken for a ride stands alone", () => {
  const total = { confirmation_number: "Total" };
  expect(align([ANA, BO], [ANA, BO, total])).toEqual([
    { expected: ANA, found: ANA },
    { expected: BO, found: BO },
    { expected: null, found: total },
  ]);
});

it("a row that is partly right stays with its own", () => {
  const half = { confirmation_number: "A-2", customer_name: "Somebody Else" };
  expect(align([ANA, BO], [ANA, half])[1]).toEqual({ expected: BO, found: half });
});
