/** The webhook key of the tests, which is also the key of their workspaces at Retell. */
export const KEY_OF_TESTS = "key_test_0123456789abcdef";
