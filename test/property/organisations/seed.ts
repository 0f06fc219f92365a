const given = process.env['REFERENCE_SEED'];

/** A new seed each run, printed in the test's name, so that a failure anywhere can be repeated. */
const value = given === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(given);

export const seed = { value, words: `seed ${value}` };
