/** Short resolutions that many tests change a word of: what a test is about stands in the test, the rest here. */

/** A French resolution of ten lines, as a text file has them. */
export const frenchLines = [
  "RÉSOLUTION 7 (Rév. Port-Serein, 2030)",
  "Relevés de niveau",
  "L'Assemblée mondiale de normalisation des télécommunications (Port-Serein, 2030),",
  "considérant",
  "a)\tque les relevés sont rares;",
  "b)\tque les stations sont anciennes;",
  "c)\tque les crues sont fréquentes,",
  "décide",
  "1\tde tenir un registre;",
  "2\tde le publier.",
];

/** An English one in the notation of `resolution-builder`: two sections, a sub-item under the second item. */
export const twoSections = `The Assembly,
considering
a)\tone;
b)\ttwo:
  i)\tfirst;
c)\tthree,
resolves
1\tto count;
2\tto go on.`;
