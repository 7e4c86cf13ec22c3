import type * as z from "zod";
import { notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { feedbackBody } from "./call-schema.ts";
import { saveFeedback } from "./store/call-log.ts";

type Feedback = z.output<typeof feedbackBody>;

/**
 * Saves the operator's feedback on the agent's answers in a call.
 * @throws AppError 404
 */
export async function judgeCall(scope: UserScope, { db }: Services, id: string, feedback: Feedback): Promise<Feedback> {
  if (!(await saveFeedback(scope, db, id, feedback))) throw notFound();
  return feedback;
}
