/** Long paragraphs of one sign, in four scripts: checked in time that grows with their length, with few findings. */
import { expect, it } from "vitest";
import { check } from "../../../shared/checks/check";
import { processorClock } from "../../support/processor-time";
import { resolution } from "../../support/resolution-builder";

const length = 60_000;
const signs = [
  ...["(", ")", "a) ", "« ", '"', "[", ";", "; ", "  x", "\u00A0", " ", "mot ", "l’", "UIT-T "],
  ...["Résolution 1 (", "Résolution 1 (Rév. ", "point 2 ", "пункт 2 ", "considérant ", "a), "],
  ...[
    "Annexe 1, ",
    "Annexes ",
    "point 2 i) ",
    "considérant a) i) ",
    "sous-point i) du point ",
    "Résolution 71 (Rév. Dubaï, 2018) ",
  ],
  ...["[a / ", "[", "]", " / "],
];

it.each(signs)(
  "of %j",
  (sign) => {
    const text = `x${sign.repeat(Math.ceil(length / sign.length))}x`;
    for (const language of ["fr", "ru", "zh", "ar"]) {
      const doc = resolution(`L'Assemblée,\nconsidérant\na)\t${text}\nb)\tdeux.`, language);
      const spent = processorClock();
      const findings = check(doc);
      expect(spent()).toBeLessThan(3000);
      expect(findings.length).toBeLessThan(600);
    }
  },
  60_000,
);
