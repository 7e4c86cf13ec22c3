import * as z from "zod";

/** `detach`: the operator agrees that we take off the number what would make the carrier ignore our settings. */
export const setupBody = z.object({ detach: z.boolean("Say true or false.").default(false) });

/** `leave_as_is`: forget the set-up and change nothing at the carrier. */
export const undoQuery = z.object({ leave_as_is: z.enum(["true", "false"], "Say true or false.").optional() });
