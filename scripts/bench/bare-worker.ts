/** The floor: a Worker that does nothing but one indexed read and answers with it, or inserts what it is given. */
export const BARE_WORKER = `
export default {
  async fetch(request, env) {
    const { to_number, statement, importId, pages } = await request.json();
    for (const page of pages ?? []) await env.DB.prepare(statement).bind(importId, page).run();
    if (pages) return Response.json(pages.length);
    const row = await env.DB.prepare("SELECT user_id, status FROM tenant_phone_numbers WHERE phone_number = ?").bind(to_number).first();
    return Response.json(row);
  },
};
`;
