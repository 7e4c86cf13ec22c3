import { phoneText } from "../../worker/phone/phone-text.ts";
import type { NumberRoute } from "./route-query.ts";

type Props = { route: NumberRoute };

/** What stands between the caller and the agent, and what it does, by way. */
const BETWEEN: Record<NumberRoute["method"], [title: string, does: string]> = {
  none: ["Your phone company", "no way chosen yet"],
  forwarding: ["Your phone company", "forwards the call"],
  twilio_live: ["Twilio", "asks Nightdesk"],
  twilio_studio: ["Your Studio flow", "asks Nightdesk"],
  telnyx_live: ["Telnyx", "asks Nightdesk"],
  trunk: ["Your SIP trunk", "brings the call here"],
};

/** The path of a call in the mode that is set, with what happens now in bold lines. */
export function CallPicture({ route }: Props) {
  const { answers, method, public_number, agent_number } = route;
  if (!answers) return null;
  const { forwarding_mode, office_phone, ring_seconds, answers_now, said } = answers;
  // On a trunk nobody rings the office: callers dial the agent's own number.
  const hasOffice = method !== "trunk" && forwarding_mode !== "always" && office_phone !== null;
  const toOffice = hasOffice && answers_now === "office_then_agent";
  const [between, does] = BETWEEN[method];
  const agentX = hasOffice ? 236 : 160;
  return (
    <figure class="grid content-start justify-items-center gap-3">
      <svg
        viewBox="0 0 320 300"
        role="img"
        aria-label={`The path of a call. ${said.now} ${said.why}`}
        class="w-full max-w-sm"
      >
        <Station x={160} y={28} title="A caller dials" text={phoneText(public_number ?? agent_number)} />
        <Path d="M160 54 V90" now />
        <Station x={160} y={118} title={between} text={does} />
        {hasOffice && (
          <>
            <Path d="M130 144 L84 186" now={toOffice} />
            <Station
              x={84}
              y={214}
              title="Your office rings"
              text={office_phone ? phoneText(office_phone) : ""}
              dim={!toOffice}
            />
            <Path d="M84 240 V272 H166" now={toOffice} />
            <text x={14} y={292} class="fill-(--soft) text-[11px]">{`nobody for ${ring_seconds} s`}</text>
            <Path d="M190 144 L236 186 V246" now={!toOffice} />
          </>
        )}
        {!hasOffice && <Path d="M160 144 V246" now />}
        <Station x={agentX} y={272} title="Your agent answers" text={phoneText(agent_number)} agent />
      </svg>
      <figcaption class="text-center">
        <span class="font-medium">{said.now}</span> <span class="text-soft">{said.why}</span>
      </figcaption>
    </figure>
  );
}

const WIDTH = 142;

type StationProps = { x: number; y: number; title: string; text: string; agent?: boolean; dim?: boolean };

function Station({ x, y, title, text, agent, dim }: StationProps) {
  const fill = agent ? "fill-[oklch(25%_0.06_266)]" : "fill-base-200";
  const ink = agent ? "fill-[oklch(96%_0.01_262)]" : dim ? "fill-(--soft)" : "fill-base-content";
  return (
    <g>
      <rect
        x={x - WIDTH / 2}
        y={y - 26}
        width={WIDTH}
        height={52}
        rx={10}
        class={`${fill} stroke-(--edge) ${dim ? "[stroke-dasharray:4_4]" : ""}`}
      />
      <text x={x} y={y - 4} text-anchor="middle" class={`${ink} text-[13px] font-semibold`}>
        {title}
      </text>
      <text x={x} y={y + 14} text-anchor="middle" class={`${ink} tabular text-[12px]`}>
        {text}
      </text>
    </g>
  );
}

/** `now`: a call takes this way at the moment. */
function Path({ d, now }: { d: string; now: boolean }) {
  return (
    <path
      d={d}
      fill="none"
      class={now ? "stroke-(--accent-ink) stroke-[3]" : "stroke-(--edge) stroke-1 [stroke-dasharray:4_4]"}
    />
  );
}
