import { render } from "preact";
import { App } from "./app.tsx";
import "./shell/navigation-gate.ts";
import "./styles/app.css";

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no #app");
render(<App />, root);
