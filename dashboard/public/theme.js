// Runs before the first paint, so that a dark dashboard never flashes white. No attribute: as the system says.
try {
  const theme = localStorage.getItem("nightdesk.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = `nightdesk-${theme}`;
} catch {
  // Storage may be switched off; then the system decides.
}
