/** The bundled samples are of six resolutions; one text in two languages is made here, and edited on each side. */
import { expect, it } from "vitest";
import { redline } from "../../../shared/redline/redline";
import { compareVersions, effectOf, type VersionRow } from "../../../shared/redline/versions";
import { documentFromText } from "../../support/read-document";

const french = [
  "RÉSOLUTION 7 (Rév. Port-Serein, 2030)",
  "Relevés de niveau",
  "L'Assemblée mondiale de normalisation des télécommunications (Port-Serein, 2030),",
  "considérant",
  "a)\tque les relevés sont rares et qu'ils coûtent cher;",
  "b)\tque les stations sont anciennes;",
  "c)\tque les crues sont de plus en plus fréquentes,",
  "décide",
  "1\tde tenir un registre public:",
  "i)\tdes stations de mesure;",
  "ii)\tdes relevés qu'elles transmettent;",
  "2\tde le publier chaque année.",
].join("\n");
const arabic = [
  "القرار 7 (المراجَع في الميناء الهادئ، 2030)",
  "بيانات منسوب المياه",
  "إن الجمعية العالمية لتقييس الاتصالات (الميناء الهادئ، 2030)،",
  "إذ تضع في اعتبارها",
  "أ )\tأن البيانات نادرة وباهظة التكلفة؛",
  "ب)\tأن المحطات قديمة العهد؛",
  "ج)\tأن الفيضانات تتكرر أكثر من ذي قبل،",
  "تقرر",
  "1\tمسك سجل عمومي:",
  "i)\tبمحطات القياس؛",
  "ii)\tوبالبيانات التي ترسلها؛",
  "2\tنشره كل سنة.",
].join("\n");

const marked = (base: string, current: string) => redline(documentFromText(base), documentFromText(current));
const shown = ({ one, other }: VersionRow) => {
  const label = (side: typeof one) => (side?.after ?? side?.before)?.path.at(-1) ?? "–";
  return `${label(one)} ${effectOf(one)} | ${label(other)} ${effectOf(other)}`;
};
const differing = (frenchNow: string, arabicNow: string) =>
  compareVersions(marked(french, frenchNow), marked(arabic, arabicNow))
    .filter(({ agrees }) => !agrees)
    .map(shown);

it("two versions of one text pair provision by provision", () => {
  const rows = compareVersions(marked(french, french), marked(arabic, arabic));
  expect(rows).toHaveLength(12);
  expect(rows.every(({ one, other, agrees }) => one && other && agrees)).toBe(true);
  expect(rows.slice(4, 7).map(shown)).toEqual([
    "a) unchanged | أ ) unchanged",
    "b) unchanged | ب) unchanged",
    "c) unchanged | ج) unchanged",
  ]);
});

it("the same changes in both agree, whatever the words", () => {
  expect(
    differing(
      french.replace("sont rares", "sont bien trop rares"),
      arabic.replace("البيانات نادرة", "البيانات نادرة جداً"),
    ),
  ).toEqual([]);
});

it("tells what one version changes and the other does not", () => {
  expect(differing(french.replace("sont anciennes", "sont fort anciennes"), arabic)).toEqual([
    "b) modified | ب) unchanged",
  ]);
  expect(differing(french, arabic.replace("بمحطات القياس", "بجميع محطات القياس"))).toEqual([
    "i) unchanged | i) modified",
  ]);
});

it("an item that one version adds stands behind what it follows, and shifts nothing", () => {
  const added = french.replace(
    "c)\tque les crues",
    "c)\tqu'un point nouveau est venu s'ajouter ici;\nd)\tque les crues",
  );
  const rows = differing(added, arabic);
  expect(rows[0]).toBe("c) added | – absent");
  expect(rows.slice(1)).toEqual(["d) relabelled | ج) unchanged"]);
  const both = arabic.replace("ج)\tأن الفيضانات", "ج)\tأن نقطة جديدة أضيفت هنا إلى القائمة؛\nد )\tأن الفيضانات");
  expect(differing(added, both)).toEqual([]);
});

it("an item that one version suppresses", () => {
  const without = arabic.replace("ب)\tأن المحطات قديمة العهد؛\nج)", "ب)");
  expect(differing(french, without)).toEqual(["b) unchanged | ب) suppressed", "c) unchanged | ب) relabelled"]);
});

it("a provision that only the second base has is told too", () => {
  const shorter = french.replace("2\tde le publier chaque année.", "").replace("transmettent;\n", "transmettent.");
  const rows = compareVersions(marked(shorter, shorter), marked(arabic, arabic)).filter(({ agrees }) => !agrees);
  expect(rows.map(shown)).toEqual(["– absent | 2 unchanged"]);
});
