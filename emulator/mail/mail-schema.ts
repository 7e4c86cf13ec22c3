import { z } from "zod";

export type Mail = {
  id: string;
  idempotency_key: string | null;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  sent_at: number; // Unix ms
};

const addresses = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(50)]);

export const MailRequest = z
  .looseObject({
    from: z.string().min(1),
    to: addresses,
    subject: z.string(),
    text: z.string().optional(),
    html: z.string().optional(),
  })
  .refine((m) => m.text !== undefined || m.html !== undefined, "Missing `html` or `text` field.");
