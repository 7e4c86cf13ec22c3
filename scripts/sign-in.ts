/** A signed-in session with the running product. */
export type Session = { get: (path: string) => Promise<unknown> };

/** Signs in to the Worker over HTTP. Throws with the response if that is refused. */
export async function signIn(workerUrl: string, email: string, password: string): Promise<Session> {
  const headers = { "content-type": "application/json", origin: workerUrl };
  const body = JSON.stringify({ email, password });
  const response = await fetch(`${workerUrl}/api/auth/sign-in/email`, { method: "POST", headers, body });
  if (!response.ok) throw new Error(`Signing in as ${email} was refused: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return {
    get: async (path) => {
      const answer = await fetch(`${workerUrl}${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
      return answer.json();
    },
  };
}
