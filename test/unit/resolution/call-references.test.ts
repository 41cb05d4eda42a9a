import { expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { callReferencesIn } from "../../../shared/resolution/call-references";

it.each<[Language, string, string[]]>([
  ["en", "having regard to considering above,", ["considering"]],
  ["en", "the studies referred to in resolves to invite ITU-R above shall be completed;", ["resolves to invite ITU-R"]],
  ["en", "in accordance with recognizing a) above and noting,", ["+recognizing", "noting"]],
  ["en", "as stated in considering and recognizing further above;", ["considering", "recognizing further"]],
  ["en", "the tasks under instructs the Director of this resolution", ["instructs the Director"]],
  ["en", "in further resolves above", ["further resolves"]],
  ["en", "(see resolves above)", ["resolves"]],
  ["fr", "compte tenu du considérant ci-dessus;", ["considérant"]],
  ["fr", "considérant ci-dessus,", ["considérant"]],
  ["fr", "au décide de la présente Résolution", ["décide"]],
  [
    "fr",
    "visées au charge le Directeur du Bureau, en collaboration avec les autres, ci-dessus",
    ["charge le Directeur du Bureau, en collaboration avec les autres,"],
  ],
  ["fr", "aux considérant et reconnaissant ci-dessus", ["considérant", "reconnaissant"]],
  ["fr", "au reconnaissant a) ci-dessus et au notant ci-dessus", ["+reconnaissant", "notant"]],
  ["fr", "au point 2 du charge ci-dessus,", ["+charge"]],
  ["fr", "au considérant en outre ci-dessus", ["considérant en outre"]],
  ["es", "según el considerando anterior,", ["considerando"]],
  ["es", "considerando más arriba,", ["considerando"]],
  ["es", "en el resuelve de la presente Resolución", ["resuelve"]],
  ["es", "a que se refiere el encarga al Director supra", ["encarga al Director"]],
  ["es", "considerando y observando anterior;", ["considerando", "observando"]],
  ["ru", "в разделе учитывая, выше,", ["учитывая"]],
  ["ru", "изложенные в разделе решает;", ["решает"]],
  ["ru", "в разделе далее отмечая выше", ["далее отмечая"]],
  ["ru", "в разделе поручает Директору Бюро, выше", ["поручает Директору Бюро"]],
  ["zh", "根据上述“认识到”部分，", ["认识到"]],
  ["zh", "根据上文“责成秘书长”部分", ["责成秘书长"]],
  ["zh", "上述考虑到，", ["考虑到"]],
  ["zh", "上述进一步注意到部分", ["进一步注意到"]],
  ["ar", 'على النحو الوارد في "إذ تدرك" أعلاه،', ["إذ تدرك"]],
  ["ar", 'في الفقرة "تكلف مدير المكتب" من هذا القرار', ["تكلف مدير المكتب"]],
  ["ar", "إذ تدرك أعلاه،", ["إذ تدرك"]],
])("%s: %s", (language, text, wanted) => {
  const found = callReferencesIn(text, language);
  expect(found.map(({ call, labelled }) => (labelled ? "+" : "") + call)).toEqual(wanted);
  for (const { call, from, to } of found) expect(text.slice(from, to)).toBe(call);
});

it.each<[Language, string]>([
  ["en", "considering above all that the network grows,"],
  ["en", "recognizing the studies mentioned above,"],
  ["en", "in considering the proposals above, the Council"],
  ["en", "the Bureau invites all members named above to report;"],
  ["en", "in resolves of Resolution 34 (Rev. Dubai, 2018)"],
  ["fr", "des deux autres Bureaux de la demande ci-dessus adressée à la Conférence"],
  ["fr", "la charge ci-dessus"],
  ["fr", "comme le décide ci-dessus la Conférence"],
  ["fr", "considérant les besoins énumérés ci-dessus;"],
  ["fr", "au considérant de la Résolution 34,"],
  ["es", "recordando anteriores resoluciones,"],
  ["es", "teniendo en cuenta lo anterior,"],
  ["ru", "учитывая вышесказанное,"],
  ["ru", "в разделе решает Резолюции 34 (Пересм. Дубай, 2018 г.)"],
  ["zh", "考虑到部分国家的需要，"],
  ["zh", "上述国家考虑到各自的需要，"],
  ["ar", "إذ تدرك الأهمية المذكورة أعلاه،"],
])("%s: %s cites no section", (language, text) =>
  expect(callReferencesIn(text, language).filter(({ labelled }) => !labelled)).toEqual([]),
);
