// Loaded into every Node of a run with another date (NODE_OPTIONS, scripts/test-dates.ts). npm itself may run on the
// system's Node, which reads no TypeScript; what time it is does not matter there.
if (process.features.typescript) {
  const { clockAhead, shiftDate } = await import("./shift-date.ts");
  shiftDate(clockAhead());
}
