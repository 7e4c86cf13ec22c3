/** The floor: a Worker that does nothing but one indexed read and answers with it. */
export const BARE_WORKER = `
export default {
  async fetch(request, env) {
    const { to_number } = await request.json();
    const row = await env.DB.prepare("SELECT user_id, status FROM tenant_phone_numbers WHERE phone_number = ?").bind(to_number).first();
    return Response.json(row);
  },
};
`;
