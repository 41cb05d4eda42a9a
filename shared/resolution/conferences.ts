/**
 * The conferences and assemblies whose places and years stand in number lines and references. A place and a year
 * name one of them; the same city held several. Names of the places are in the six languages of the Union; where
 * sources spell one in two ways, both stand. A conference that is not listed is unknown, not wrong.
 */
import type { Language } from "../model/document";
import { fold } from "./fold";

export type Body = "PP" | "WTSA" | "WTDC" | "WRC" | "RA";

export interface Conference {
  body: Body;
  place: Place;
  year: number;
}

type Place = keyof typeof places;

/** In the order English, French, Spanish, Russian, Chinese, Arabic; further spellings after a stroke. */
const places = {
  antalya: ["Antalya", "Antalya", "Antalya", "Анталия", "安塔利亚", "أنطاليا"],
  baku: ["Baku", "Bakou", "Bakú", "Баку", "巴库", "باكو"],
  bucharest: ["Bucharest", "Bucarest", "Bucarest", "Бухарест", "布加勒斯特", "بوخارست"],
  buenosAires: ["Buenos Aires", "Buenos Aires", "Buenos Aires", "Буэнос-Айрес", "布宜诺斯艾利斯", "بوينس آيرس"],
  busan: ["Busan", "Busan", "Busán", "Пусан", "釜山", "بوسان"],
  doha: ["Doha", "Doha", "Doha", "Доха", "多哈", "الدوحة"],
  dubai: ["Dubai", "Dubaï", "Dubái|Dubai", "Дубай", "迪拜", "دبي"],
  florianopolis: [
    "Florianópolis",
    "Florianópolis",
    "Florianópolis",
    "Флорианополис",
    "弗洛里亚诺波利斯",
    "فلوريانوبوليس",
  ],
  geneva: ["Geneva", "Genève", "Ginebra", "Женева", "日内瓦", "جنيف"],
  guadalajara: ["Guadalajara", "Guadalajara", "Guadalajara", "Гвадалахара", "瓜达拉哈拉", "غوادالاخارا"],
  hammamet: ["Hammamet", "Hammamet", "Hammamet", "Хаммамет", "哈马马特", "الحمامات"],
  hyderabad: ["Hyderabad", "Hyderabad", "Hyderabad", "Хайдарабад", "海得拉巴", "حيدر آباد"],
  istanbul: ["Istanbul", "Istanbul", "Estambul", "Стамбул", "伊斯坦布尔", "إسطنبول"],
  johannesburg: ["Johannesburg", "Johannesburg", "Johannesburgo", "Йоханнесбург", "约翰内斯堡", "جوهانسبرغ"],
  kigali: ["Kigali", "Kigali", "Kigali", "Кигали", "基加利", "كيغالي"],
  marrakesh: ["Marrakesh|Marrakech", "Marrakech", "Marrakech", "Марракеш", "马拉喀什", "مراكش"],
  minneapolis: ["Minneapolis", "Minneapolis", "Minneápolis", "Миннеаполис", "明尼阿波利斯", "مينيابوليس"],
  montreal: ["Montreal", "Montréal", "Montreal", "Монреаль", "蒙特利尔", "مونتريال"],
  newDelhi: ["New Delhi", "New Delhi", "Nueva Delhi", "Нью-Дели", "新德里", "نيودلهي"],
  sharmElSheikh: [
    "Sharm el-Sheikh",
    "Charm el-Cheikh|Charm-el-Cheikh",
    "Sharm el-Sheikh",
    "Шарм-эль-Шейх",
    "沙姆沙伊赫",
    "شرم الشيخ",
  ],
} as const;

const order: readonly Language[] = ["en", "fr", "es", "ru", "zh", "ar"];

const held: Record<Body, Partial<Record<Place, readonly number[]>>> = {
  PP: {
    minneapolis: [1998],
    marrakesh: [2002],
    antalya: [2006],
    guadalajara: [2010],
    busan: [2014],
    dubai: [2018],
    bucharest: [2022],
    doha: [2026],
  },
  WTSA: {
    montreal: [2000],
    florianopolis: [2004],
    johannesburg: [2008],
    dubai: [2012],
    hammamet: [2016],
    geneva: [2022],
    newDelhi: [2024],
  },
  WTDC: {
    istanbul: [2002],
    doha: [2006],
    hyderabad: [2010],
    dubai: [2014],
    buenosAires: [2017],
    kigali: [2022],
    baku: [2025],
  },
  WRC: { geneva: [1997, 2003, 2007, 2012, 2015], istanbul: [2000], sharmElSheikh: [2019], dubai: [2023] },
  RA: { istanbul: [2000], geneva: [1997, 2003, 2007, 2012, 2015], sharmElSheikh: [2019], dubai: [2023] },
};

export const conferences: readonly Conference[] = (Object.keys(held) as Body[]).flatMap((body) =>
  (Object.entries(held[body]) as [Place, readonly number[]][]).flatMap(([place, years]) =>
    years.map((year) => ({ body, place, year })),
  ),
);

/** The newest year that the table knows; nothing later can be judged by it. */
export const newestYear = Math.max(...conferences.map(({ year }) => year));

/** The conferences that a place held, of any year; null when the place is unknown in this language. */
export function conferencesAt(place: string, language: Language): Conference[] | null {
  const key = keyOf(place, language);
  return key === null ? null : conferences.filter((conference) => conference.place === key);
}

/** The conference that a place and a year name in whatever language the place is written; several bodies may have met. */
export function conferencesNamed(place: string, year: number): Conference[] {
  const language = order.find((each) => keyOf(place, each) !== null);
  return (language ? (conferencesAt(place, language) ?? []) : []).filter((conference) => conference.year === year);
}

/** Every name that a language has for the places, as it is typed first. */
export function placeNames(language: Language): string[] {
  return Object.values(places).map((names) => (names[order.indexOf(language)] ?? "").split("|")[0] ?? "");
}

/** The name of a conference's place in a language. */
export function placeName(place: Place, language: Language): string {
  return (places[place][order.indexOf(language)] ?? "").split("|")[0] ?? "";
}

function keyOf(place: string, language: Language): Place | null {
  const sought = bare(place);
  const column = order.indexOf(language);
  for (const [key, names] of Object.entries(places) as [Place, readonly string[]][]) {
    if ((names[column] ?? "").split("|").some((name) => bare(name) === sought)) return key;
  }
  return null;
}

/** Typists drop accents and hyphens of foreign places. */
function bare(place: string): string {
  return fold(place)
    .normalize("NFD")
    .replace(/[\p{M}\s-]/gu, "");
}
