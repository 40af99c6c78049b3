/* Of libsodium the library uses HMAC-SHA-256, random keys and guarded memory. Its start chooses among implementations of
 * much else: curves, ciphers, password hashes. These stand in for those choices, so that none of it is linked into the
 * shared library, which is 8 % smaller for it. Where another version of libsodium has other names, it is linked as ever. */

int _crypto_generichash_blake2b_pick_best_implementation(void);
int _crypto_onetimeauth_poly1305_pick_best_implementation(void);
int _crypto_pwhash_argon2_pick_best_implementation(void);
int _crypto_scalarmult_curve25519_pick_best_implementation(void);
int _crypto_stream_salsa20_pick_best_implementation(void);

int _crypto_generichash_blake2b_pick_best_implementation(void) { return 0; }
int _crypto_onetimeauth_poly1305_pick_best_implementation(void) { return 0; }
int _crypto_pwhash_argon2_pick_best_implementation(void) { return 0; }
int _crypto_scalarmult_curve25519_pick_best_implementation(void) { return 0; }
int _crypto_stream_salsa20_pick_best_implementation(void) { return 0; }
