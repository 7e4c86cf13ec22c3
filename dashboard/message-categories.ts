import { CATEGORY_WORDS } from "../worker/messages/category-words.ts";
import type { Category } from "./message-replies.ts";

/** In the order in which the server keeps them. */
export const CATEGORIES = Object.keys(CATEGORY_WORDS) as Category[]; // the keys of that record
