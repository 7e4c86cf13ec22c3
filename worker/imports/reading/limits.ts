/** What one file may hold; the dashboard and the API refuse the same. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024; // parsed, this is what a Worker's 128 MB still hold
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 500; // the widest dispatch exports have about 150
export const MAX_CELL_CHARACTERS = 4000;
