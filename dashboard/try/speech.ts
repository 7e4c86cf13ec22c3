/** The part of the browser's speech recognition that we use; TypeScript has no types for it. */
type Recognition = {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
};

type Listening = { onWords: (text: string) => void; onProblem: (words: string) => void; onEnd: () => void };

/** Starts listening for one sentence. Returns a function that stops it, or null if the browser cannot listen. */
export function listen({ onWords, onProblem, onEnd }: Listening): (() => void) | null {
  const Recogniser = recogniser();
  if (!Recogniser) return null;
  const recognition = new Recogniser();
  recognition.lang = "en-US";
  recognition.interimResults = true;
  recognition.onresult = ({ results }) =>
    onWords(
      Array.from(results, (result) => result[0]?.transcript ?? "")
        .join(" ")
        .trim(),
    );
  recognition.onerror = ({ error }) => {
    if (error !== "no-speech" && error !== "aborted") onProblem(problemWords(error));
  };
  recognition.onend = onEnd;
  recognition.start();
  return () => recognition.stop();
}

export function canListen(): boolean {
  return recogniser() !== undefined;
}

export function canSpeak(): boolean {
  return "speechSynthesis" in globalThis;
}

/** Reads a text aloud and stops reading the previous one. */
export function speak(text: string): void {
  if (!canSpeak()) return;
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = "en-US";
  speechSynthesis.speak(words);
}

export function stopSpeaking(): void {
  if (canSpeak()) speechSynthesis.cancel();
}

function recogniser(): (new () => Recognition) | undefined {
  type Names = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };
  const browser = globalThis as Names; // TypeScript knows neither of the two names
  return browser.SpeechRecognition ?? browser.webkitSpeechRecognition;
}

function problemWords(error: string): string {
  if (error === "not-allowed" || error === "service-not-allowed")
    return "The browser may not use the microphone. Allow it in the address bar, or type instead.";
  return "The browser could not understand speech right now. Type instead.";
}
