// What Vite adds to modules, as far as the tests use it.

declare module "*?raw" {
  const text: string;
  export default text;
}

interface ImportMeta {
  glob<Module>(patterns: string[], options: { eager: true }): Record<string, Module>;
}
