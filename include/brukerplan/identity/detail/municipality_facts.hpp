// Facts: the municipalities of Norway since 2006, one row for each code, label and territory.
//
// Source: Statistics Norway (Statistisk sentralbyraa), KLASS classification 131 (municipalities),
// by way of the MIT-licensed packages klassR (change graph) and csdata 2026.3.30.
// Licence of the content: NLOD 2.0 / CC BY 4.0; attribution: "Statistisk sentralbyraa".
// State of the facts: 1 January 2026; complete for 2012-2026, rows that ended before 2006 left out.
//
// A row says: code, official label, the year on whose 1 January it became valid and the year on
// whose 1 January it was no longer valid (every change since 2006 took effect on a 1 January). A
// code has a new row when its label or its territory changed. Years before 2006 are the source's
// and may be the start of the label only. Rows are sorted by code and year.
//
// Labels are UTF-8, written with octal escapes so that every compiler gives the same bytes; the
// comment beside them spells them in ASCII (oe, aa, ae).
#pragma once

#include <array>
#include <string_view>

#include <brukerplan/identity/detail/dated_rows.hpp>

namespace brukerplan::detail::places {

struct municipality_row {
    std::string_view code;
    std::string_view label;
    int from_year;
    int to_year; // exclusive; `still_valid`: no end known
};

// clang-format off
inline constexpr auto municipality_rows = std::to_array<municipality_row>({
    {"0101", "Halden", 1967, 2020},
    {"0104", "Moss", 1944, 2020},
    {"0105", "Sarpsborg", 1992, 2020},
    {"0106", "Fredrikstad", 1994, 2020},
    {"0111", "Hvaler", 1838, 2020},
    {"0118", "Aremark", 1904, 2020},
    {"0119", "Marker", 1964, 2020},
    {"0121", "R\303\270mskog", 1902, 2020}, // Roemskog
    {"0122", "Tr\303\270gstad", 1838, 2020}, // Troegstad
    {"0123", "Spydeberg", 1838, 2020},
    {"0124", "Askim", 1838, 2020},
    {"0125", "Eidsberg", 1961, 2020},
    {"0127", "Skiptvet", 1838, 2020},
    {"0128", "Rakkestad", 1992, 2020},
    {"0135", "R\303\245de", 1838, 2020}, // Raade
    {"0136", "Rygge", 1838, 2020},
    {"0137", "V\303\245ler (\303\230stfold)", 1838, 2020}, // Vaaler (Oestfold)
    {"0138", "Hob\303\270l", 1838, 2020}, // Hoboel
    {"0211", "Vestby", 1964, 2020},
    {"0213", "Ski", 1964, 2020},
    {"0214", "\303\205s", 1838, 2020}, // Aas
    {"0215", "Frogn", 1962, 2020},
    {"0216", "Nesodden", 1916, 2020},
    {"0217", "Oppeg\303\245rd", 1916, 2020}, // Oppegaard
    {"0219", "B\303\246rum", 1838, 2020}, // Baerum
    {"0220", "Asker", 1838, 2020},
    {"0221", "Aurskog-H\303\270land", 1966, 2020}, // Aurskog-Hoeland
    {"0226", "S\303\270rum", 1962, 2020}, // Soerum
    {"0227", "Fet", 1930, 2020},
    {"0228", "R\303\246lingen", 1930, 2020}, // Raelingen
    {"0229", "Enebakk", 1838, 2020},
    {"0230", "L\303\270renskog", 1908, 2020}, // Loerenskog
    {"0231", "Skedsmo", 1962, 2020},
    {"0233", "Nittedal", 1838, 2020},
    {"0234", "Gjerdrum", 1838, 2020},
    {"0235", "Ullensaker", 1838, 2020},
    {"0236", "Nes (Akershus)", 1838, 2020},
    {"0237", "Eidsvoll", 1964, 2020},
    {"0238", "Nannestad", 1838, 2020},
    {"0239", "Hurdal", 1870, 2020},
    {"0301", "Oslo", 1948, still_valid},
    {"0402", "Kongsvinger", 1965, 2020},
    {"0403", "Hamar", 1992, 2020},
    {"0412", "Ringsaker", 1992, 2020},
    {"0415", "L\303\270ten", 1838, 2020}, // Loeten
    {"0417", "Stange", 1964, 2020},
    {"0418", "Nord-Odal", 1838, 2020},
    {"0419", "S\303\270r-Odal", 1838, 2020}, // Soer-Odal
    {"0420", "Eidskog", 1861, 2020},
    {"0423", "Grue", 1867, 2020},
    {"0425", "\303\205snes", 1963, 2020}, // Aasnes
    {"0426", "V\303\245ler (Hedmark)", 1854, 2020}, // Vaaler (Hedmark)
    {"0427", "Elverum", 1838, 2020},
    {"0428", "Trysil", 1911, 2020},
    {"0429", "\303\205mot", 1838, 2020}, // Aamot
    {"0430", "Stor-Elvdal", 1965, 2020},
    {"0432", "Rendalen", 1965, 2020},
    {"0434", "Engerdal", 1911, 2020},
    {"0436", "Tolga", 1976, 2020},
    {"0437", "Tynset", 1966, 2020},
    {"0438", "Alvdal", 1918, 2020},
    {"0439", "Folldal", 1914, 2020},
    {"0441", "Os (Hedmark)", 1976, 2020},
    {"0501", "Lillehammer", 1964, 2020},
    {"0502", "Gj\303\270vik", 1964, 2020}, // Gjoevik
    {"0511", "Dovre", 1863, 2020},
    {"0512", "Lesja", 1863, 2020},
    {"0513", "Skj\303\245k", 1866, 2020}, // Skjaak
    {"0514", "Lom", 1866, 2020},
    {"0515", "V\303\245g\303\245", 1965, 2020}, // Vaagaa
    {"0516", "Nord-Fron", 1977, 2020},
    {"0517", "Sel", 1965, 2020},
    {"0519", "S\303\270r-Fron", 1977, 2020}, // Soer-Fron
    {"0520", "Ringebu", 1864, 2020},
    {"0521", "\303\230yer", 1838, 2020}, // Oeyer
    {"0522", "Gausdal", 1962, 2020},
    {"0528", "\303\230stre Toten", 1964, 2020}, // Oestre Toten
    {"0529", "Vestre Toten", 1964, 2020},
    {"0532", "Jevnaker", 1898, 2020},
    {"0533", "Lunner", 1898, 2020},
    {"0534", "Gran", 1964, 2020},
    {"0536", "S\303\270ndre Land", 1962, 2020}, // Soendre Land
    {"0538", "Nordre Land", 1962, 2020},
    {"0540", "S\303\270r-Aurdal", 1894, 2020}, // Soer-Aurdal
    {"0541", "Etnedal", 1894, 2020},
    {"0542", "Nord-Aurdal", 1894, 2020},
    {"0543", "Vestre Slidre", 1850, 2020},
    {"0544", "\303\230ystre Slidre", 1850, 2020}, // Oeystre Slidre
    {"0545", "Vang", 2005, 2011},
    {"0545", "Vang (Oppland)", 2011, 2012},
    {"0545", "Vang", 2012, 2015},
    {"0545", "Vang (Oppland)", 2015, 2017},
    {"0545", "Vang", 2017, 2020},
    {"0602", "Drammen", 1964, 2020},
    {"0604", "Kongsberg", 1964, 2020},
    {"0605", "Ringerike", 1977, 2020},
    {"0612", "Hole", 1977, 2020},
    {"0615", "Fl\303\245", 2005, 2011}, // Flaa
    {"0615", "Fl\303\245 (Buskerud)", 2011, 2012}, // Flaa (Buskerud)
    {"0615", "Fl\303\245", 2012, 2015}, // Flaa
    {"0615", "Fl\303\245 (Buskerud)", 2015, 2017}, // Flaa (Buskerud)
    {"0615", "Fl\303\245", 2017, 2020}, // Flaa
    {"0616", "Nes (Buskerud)", 1905, 2020},
    {"0617", "Gol", 1897, 2020},
    {"0618", "Hemsedal", 1897, 2020},
    {"0619", "\303\205l", 1877, 2020}, // Aal
    {"0620", "Hol", 2005, 2011},
    {"0620", "Hol (Buskerud)", 2011, 2012},
    {"0620", "Hol", 2012, 2015},
    {"0620", "Hol (Buskerud)", 2015, 2017},
    {"0620", "Hol", 2017, 2020},
    {"0621", "Sigdal", 1901, 2020},
    {"0622", "Kr\303\270dsherad", 1964, 2020}, // Kroedsherad
    {"0623", "Modum", 1838, 2020},
    {"0624", "\303\230vre Eiker", 1886, 2020}, // Oevre Eiker
    {"0625", "Nedre Eiker", 1886, 2020},
    {"0626", "Lier", 1838, 2020},
    {"0627", "R\303\270yken", 1838, 2020}, // Roeyken
    {"0628", "Hurum", 1838, 2020},
    {"0631", "Flesberg", 1838, 2020},
    {"0632", "Rollag", 1858, 2020},
    {"0633", "Nore og Uvdal", 1962, 2020},
    {"0701", "Horten", 2003, 2020},
    {"0702", "Holmestrand", 1964, 2018},
    {"0704", "T\303\270nsberg", 1988, 2017}, // Toensberg
    {"0704", "T\303\270nsberg", 2017, 2020}, // Toensberg
    {"0706", "Sandefjord", 1968, 2017},
    {"0709", "Larvik", 1988, 2018},
    {"0710", "Sandefjord", 2017, 2020},
    {"0711", "Svelvik", 1964, 2020},
    {"0712", "Larvik", 2018, 2020},
    {"0713", "Sande (Vestfold)", 1838, 2020},
    {"0714", "Hof", 2005, 2011},
    {"0714", "Hof (Vestfold)", 2011, 2012},
    {"0714", "Hof", 2012, 2015},
    {"0714", "Hof (Vestfold)", 2015, 2017},
    {"0714", "Hof", 2017, 2018},
    {"0715", "Holmestrand", 2018, 2020},
    {"0716", "Re", 2002, 2020},
    {"0719", "Andebu", 1838, 2017},
    {"0720", "Stokke", 1838, 2017},
    {"0722", "N\303\270tter\303\270y", 1838, 2018}, // Noetteroey
    {"0723", "Tj\303\270me", 1838, 2018}, // Tjoeme
    {"0728", "Lardal", 1838, 2018},
    {"0729", "F\303\246rder", 2018, 2020}, // Faerder
    {"0805", "Porsgrunn", 1964, 2020},
    {"0806", "Skien", 1964, 2020},
    {"0807", "Notodden", 1964, 2020},
    {"0811", "Siljan", 1918, 2020},
    {"0814", "Bamble", 1964, 2020},
    {"0815", "Krager\303\270", 1960, 2020}, // Krageroe
    {"0817", "Drangedal", 1838, 2020},
    {"0819", "Nome", 1964, 2020},
    {"0821", "B\303\270 (Telemark)", 1867, 2020}, // Boe (Telemark)
    {"0822", "Sauherad", 1838, 2020},
    {"0826", "Tinn", 1964, 2020},
    {"0827", "Hjartdal", 1860, 2020},
    {"0828", "Seljord", 1838, 2020},
    {"0829", "Kviteseid", 1838, 2020},
    {"0830", "Nissedal", 1838, 2020},
    {"0831", "Fyresdal", 1838, 2020},
    {"0833", "Tokke", 1964, 2020},
    {"0834", "Vinje", 1964, 2020},
    {"0901", "Ris\303\270r", 1964, 2020}, // Risoer
    {"0904", "Grimstad", 1971, 2020},
    {"0906", "Arendal", 1992, 2020},
    {"0911", "Gjerstad", 1838, 2020},
    {"0912", "Veg\303\245rshei", 1838, 2020}, // Vegaarshei
    {"0914", "Tvedestrand", 1962, 2020},
    {"0919", "Froland", 1967, 2020},
    {"0926", "Lillesand", 1962, 2020},
    {"0928", "Birkenes", 1967, 2020},
    {"0929", "\303\205mli", 1967, 2020}, // Aamli
    {"0935", "Iveland", 1886, 2020},
    {"0937", "Evje og Hornnes", 1960, 2020},
    {"0938", "Bygland", 1838, 2020},
    {"0940", "Valle", 1962, 2020},
    {"0941", "Bykle", 1902, 2020},
    {"1001", "Kristiansand", 1965, 2020},
    {"1002", "Mandal", 1964, 2020},
    {"1003", "Farsund", 1965, 2020},
    {"1004", "Flekkefjord", 1965, 2020},
    {"1014", "Vennesla", 1964, 2020},
    {"1017", "Songdalen", 1964, 2020},
    {"1018", "S\303\270gne", 1964, 2020}, // Soegne
    {"1021", "Marnardal", 1964, 2020},
    {"1026", "\303\205seral", 1881, 2020}, // Aaseral
    {"1027", "Audnedal", 1964, 2020},
    {"1029", "Lindesnes", 1964, 2020},
    {"1032", "Lyngdal", 1963, 2020},
    {"1034", "H\303\246gebostad", 1963, 2020}, // Haegebostad
    {"1037", "Kvinesdal", 1963, 2020},
    {"1046", "Sirdal", 1960, 2020},
    {"1101", "Eigersund", 1965, still_valid},
    {"1102", "Sandnes", 1965, 2020},
    {"1103", "Stavanger", 1965, 2020},
    {"1103", "Stavanger", 2020, still_valid},
    {"1106", "Haugesund", 1965, still_valid},
    {"1108", "Sandnes", 2020, still_valid},
    {"1111", "Sokndal", 1945, still_valid},
    {"1112", "Lund", 1965, still_valid},
    {"1114", "Bjerkreim", 1965, still_valid},
    {"1119", "H\303\245", 1964, still_valid}, // Haa
    {"1120", "Klepp", 1838, still_valid},
    {"1121", "Time", 1838, still_valid},
    {"1122", "Gjesdal", 1965, still_valid},
    {"1124", "Sola", 1931, still_valid},
    {"1127", "Randaberg", 1923, still_valid},
    {"1129", "Forsand", 1965, 2020},
    {"1130", "Strand", 1965, still_valid},
    {"1133", "Hjelmeland", 1965, still_valid},
    {"1134", "Suldal", 1965, still_valid},
    {"1135", "Sauda", 1842, still_valid},
    {"1141", "Finn\303\270y", 1965, 2020}, // Finnoey
    {"1142", "Rennes\303\270y", 1965, 2020}, // Rennesoey
    {"1144", "Kvits\303\270y", 1923, still_valid}, // Kvitsoey
    {"1145", "Bokn", 1849, still_valid},
    {"1146", "Tysv\303\246r", 1965, still_valid}, // Tysvaer
    {"1149", "Karm\303\270y", 1965, still_valid}, // Karmoey
    {"1151", "Utsira", 1925, still_valid},
    {"1154", "Vindafjord", 1965, 2006},
    {"1159", "\303\230len", 2002, 2006}, // Oelen
    {"1160", "Vindafjord", 2006, still_valid},
    {"1201", "Bergen", 1972, 2020},
    {"1211", "Etne", 1965, 2020},
    {"1216", "Sveio", 1964, 2020},
    {"1219", "B\303\270mlo", 1963, 2020}, // Boemlo
    {"1221", "Stord", 1869, 2020},
    {"1222", "Fitjar", 1964, 2020},
    {"1223", "Tysnes", 1838, 2020},
    {"1224", "Kvinnherad", 1965, 2020},
    {"1227", "Jondal", 1965, 2020},
    {"1228", "Odda", 1964, 2020},
    {"1231", "Ullensvang", 1977, 2020},
    {"1232", "Eidfjord", 1977, 2020},
    {"1233", "Ulvik", 1892, 2020},
    {"1234", "Granvin", 1892, 2020},
    {"1235", "Voss", 1964, 2020},
    {"1238", "Kvam", 1965, 2020},
    {"1241", "Fusa", 1964, 2020},
    {"1242", "Samnanger", 1907, 2020},
    {"1243", "Os (Hordaland)", 1907, 2020},
    {"1244", "Austevoll", 1964, 2020},
    {"1245", "Sund", 1886, 2020},
    {"1246", "Fjell", 1964, 2020},
    {"1247", "Ask\303\270y", 1964, 2020}, // Askoey
    {"1251", "Vaksdal", 1964, 2020},
    {"1252", "Modalen", 1964, 2020},
    {"1253", "Oster\303\270y", 1964, 2020}, // Osteroey
    {"1256", "Meland", 1964, 2020},
    {"1259", "\303\230ygarden", 1964, 2020}, // Oeygarden
    {"1260", "Rad\303\270y", 1964, 2020}, // Radoey
    {"1263", "Lind\303\245s", 1964, 2020}, // Lindaas
    {"1264", "Austrheim", 1964, 2020},
    {"1265", "Fedje", 1948, 2020},
    {"1266", "Masfjorden", 1948, 2020},
    {"1401", "Flora", 1964, 2020},
    {"1411", "Gulen", 1964, 2020},
    {"1412", "Solund", 1924, 2020},
    {"1413", "Hyllestad", 1862, 2020},
    {"1416", "H\303\270yanger", 1964, 2020}, // Hoeyanger
    {"1417", "Vik", 1964, 2020},
    {"1418", "Balestrand", 1964, 2020},
    {"1419", "Leikanger", 1964, 2020},
    {"1420", "Sogndal", 2005, 2011},
    {"1420", "Sogndal (Sogn og Fjordane)", 2011, 2012},
    {"1420", "Sogndal", 2012, 2015},
    {"1420", "Sogndal (Sogn og Fjordane)", 2015, 2017},
    {"1420", "Sogndal", 2017, 2020},
    {"1421", "Aurland", 1838, 2020},
    {"1422", "L\303\246rdal", 1964, 2020}, // Laerdal
    {"1424", "\303\205rdal", 2005, 2011}, // Aardal
    {"1424", "\303\205rdal (Sogn og Fjordane)", 2011, 2012}, // Aardal (Sogn og Fjordane)
    {"1424", "\303\205rdal", 2012, 2015}, // Aardal
    {"1424", "\303\205rdal (Sogn og Fjordane)", 2015, 2017}, // Aardal (Sogn og Fjordane)
    {"1424", "\303\205rdal", 2017, 2020}, // Aardal
    {"1426", "Luster", 1963, 2020},
    {"1428", "Askvoll", 1964, 2020},
    {"1429", "Fjaler", 1913, 2020},
    {"1430", "Gaular", 1912, 2020},
    {"1431", "J\303\270lster", 1838, 2020}, // Joelster
    {"1432", "F\303\270rde", 1896, 2020}, // Foerde
    {"1433", "Naustdal", 1964, 2020},
    {"1438", "Bremanger", 1965, 2020},
    {"1439", "V\303\245gs\303\270y", 1964, 2020}, // Vaagsoey
    {"1441", "Selje", 1964, 2020},
    {"1443", "Eid", 2005, 2011},
    {"1443", "Eid (Sogn og Fjordane)", 2011, 2012},
    {"1443", "Eid", 2012, 2015},
    {"1443", "Eid (Sogn og Fjordane)", 2015, 2017},
    {"1443", "Eid", 2017, 2020},
    {"1444", "Hornindal", 1977, 2020},
    {"1445", "Gloppen", 1965, 2020},
    {"1449", "Stryn", 1977, 2020},
    {"1502", "Molde", 1964, 2020},
    {"1503", "Kristiansund", 1964, 2008},
    {"1504", "\303\205lesund", 1977, 2020}, // Aalesund
    {"1505", "Kristiansund", 2008, still_valid},
    {"1506", "Molde", 2020, still_valid},
    {"1507", "\303\205lesund", 2020, 2024}, // Aalesund
    {"1508", "\303\205lesund", 2024, still_valid}, // Aalesund
    {"1511", "Vanylven", 1964, still_valid},
    {"1514", "Sande (M\303\270re og Romsdal)", 1964, 2020}, // Sande (Moere og Romsdal)
    {"1514", "Sande", 2020, still_valid},
    {"1515", "Her\303\270y (M\303\270re og Romsdal)", 1964, still_valid}, // Heroey (Moere og Romsdal)
    {"1516", "Ulstein", 1964, still_valid},
    {"1517", "Hareid", 1917, still_valid},
    {"1519", "Volda", 1964, 2020},
    {"1520", "\303\230rsta", 1964, still_valid}, // Oersta
    {"1523", "\303\230rskog", 1977, 2020}, // Oerskog
    {"1524", "Norddal", 1838, 2020},
    {"1525", "Stranda", 1965, still_valid},
    {"1526", "Stordal", 1977, 2020},
    {"1528", "Sykkylven", 1884, still_valid},
    {"1529", "Skodje", 1977, 2020},
    {"1531", "Sula", 1977, still_valid},
    {"1532", "Giske", 1964, still_valid},
    {"1534", "Haram", 1965, 2020},
    {"1535", "Vestnes", 1964, still_valid},
    {"1539", "Rauma", 1964, still_valid},
    {"1543", "Nesset", 1964, 2020},
    {"1545", "Midsund", 1965, 2020},
    {"1546", "Sand\303\270y", 1965, 2020}, // Sandoey
    {"1547", "Aukra", 1965, still_valid},
    {"1548", "Fr\303\246na", 1964, 2020}, // Fraena
    {"1551", "Eide", 2005, 2011},
    {"1551", "Eide (M\303\270re og Romsdal)", 2011, 2012}, // Eide (Moere og Romsdal)
    {"1551", "Eide", 2012, 2015},
    {"1551", "Eide (M\303\270re og Romsdal)", 2015, 2017}, // Eide (Moere og Romsdal)
    {"1551", "Eide", 2017, 2020},
    {"1554", "Aver\303\270y", 1964, still_valid}, // Averoey
    {"1556", "Frei", 1964, 2008},
    {"1557", "Gjemnes", 1965, still_valid},
    {"1560", "Tingvoll", 1965, still_valid},
    {"1563", "Sunndal", 1960, still_valid},
    {"1566", "Surnadal", 1965, still_valid},
    {"1567", "Rindal", 1858, 2019},
    {"1569", "Aure", 1965, 2006},
    {"1571", "Halsa", 1965, 2020},
    {"1572", "Tustna", 1965, 2006},
    {"1573", "Sm\303\270la", 1960, still_valid}, // Smoela
    {"1576", "Aure", 2006, still_valid},
    {"1577", "Volda", 2020, still_valid},
    {"1578", "Fjord", 2020, still_valid},
    {"1579", "Hustadvika", 2020, still_valid},
    {"1580", "Haram", 2024, still_valid},
    {"1601", "Trondheim", 1964, 2018},
    {"1612", "Hemne", 1964, 2018},
    {"1613", "Snillfjord", 1964, 2018},
    {"1617", "Hitra", 1964, 2018},
    {"1620", "Fr\303\270ya", 1964, 2018}, // Froeya
    {"1621", "\303\230rland", 1896, 2018}, // Oerland
    {"1622", "Agdenes", 1964, 2018},
    {"1624", "Rissa", 1964, 2018},
    {"1627", "Bjugn", 1964, 2018},
    {"1630", "\303\205fjord", 1964, 2018}, // Aafjord
    {"1632", "Roan", 1893, 2018},
    {"1633", "Osen", 1893, 2018},
    {"1634", "Oppdal", 1838, 2018},
    {"1635", "Rennebu", 1966, 2018},
    {"1636", "Meldal", 1839, 2018},
    {"1638", "Orkdal", 1963, 2018},
    {"1640", "R\303\270ros", 1964, 2018}, // Roeros
    {"1644", "Holt\303\245len", 1972, 2018}, // Holtaalen
    {"1648", "Midtre Gauldal", 1964, 2018},
    {"1653", "Melhus", 1964, 2018},
    {"1657", "Skaun", 1965, 2018},
    {"1662", "Kl\303\246bu", 1899, 2018}, // Klaebu
    {"1663", "Malvik", 1891, 2018},
    {"1664", "Selbu", 1901, 2018},
    {"1665", "Tydal", 1901, 2018},
    {"1702", "Steinkjer", 1964, 2018},
    {"1703", "Namsos", 1964, 2018},
    {"1711", "Mer\303\245ker", 1874, 2018}, // Meraaker
    {"1714", "Stj\303\270rdal", 1962, 2018}, // Stjoerdal
    {"1717", "Frosta", 1838, 2018},
    {"1718", "Leksvik", 1838, 2018},
    {"1719", "Levanger", 1964, 2018},
    {"1721", "Verdal", 1838, 2018},
    {"1723", "Mosvik", 1901, 2012},
    {"1724", "Verran", 1964, 2018},
    {"1725", "Namdalseid", 1964, 2018},
    {"1729", "Inder\303\270y", 1962, 2012}, // Inderoey
    {"1736", "Sn\303\245sa", 1874, 2011}, // Snaasa
    {"1736", "Sn\303\245ase - Sn\303\245sa", 2011, 2018}, // Snaaase - Snaasa
    {"1738", "Lierne", 1964, 2018},
    {"1739", "R\303\270yrvik", 1924, 2015}, // Roeyrvik
    {"1739", "Raarvihke - R\303\270yrvik", 2015, 2018}, // Raarvihke - Roeyrvik
    {"1740", "Namsskogan", 1924, 2018},
    {"1742", "Grong", 1964, 2018},
    {"1743", "H\303\270ylandet", 1964, 2018}, // Hoeylandet
    {"1744", "Overhalla", 1860, 2018},
    {"1748", "Fosnes", 1964, 2018},
    {"1749", "Flatanger", 1871, 2018},
    {"1750", "Vikna", 1870, 2018},
    {"1751", "N\303\246r\303\270y", 1964, 2018}, // Naeroey
    {"1755", "Leka", 1909, 2018},
    {"1756", "Inder\303\270y", 2012, 2018}, // Inderoey
    {"1804", "Bod\303\270", 2005, still_valid}, // Bodoe
    {"1805", "Narvik", 1974, 2020},
    {"1806", "Narvik", 2020, still_valid},
    {"1811", "Bindal", 1964, still_valid},
    {"1812", "S\303\270mna", 1977, still_valid}, // Soemna
    {"1813", "Br\303\270nn\303\270y", 1977, still_valid}, // Broennoey
    {"1815", "Vega", 1838, still_valid},
    {"1816", "Vevelstad", 1917, still_valid},
    {"1818", "Her\303\270y (Nordland)", 1962, still_valid}, // Heroey (Nordland)
    {"1820", "Alstahaug", 1965, still_valid},
    {"1822", "Leirfjord", 1964, still_valid},
    {"1824", "Vefsn", 1962, still_valid},
    {"1825", "Grane", 1928, still_valid},
    {"1826", "Hattfjelldal", 1964, 2020},
    {"1826", "Aarborte - Hattfjelldal", 2020, still_valid},
    {"1827", "D\303\270nna", 1962, still_valid}, // Doenna
    {"1828", "Nesna", 1964, still_valid},
    {"1832", "Hemnes", 1964, still_valid},
    {"1833", "Rana", 1964, 2024},
    {"1833", "Rana - Raane", 2024, still_valid},
    {"1834", "Lur\303\270y", 1872, still_valid}, // Luroey
    {"1835", "Tr\303\246na", 1872, still_valid}, // Traena
    {"1836", "R\303\270d\303\270y", 1884, still_valid}, // Roedoey
    {"1837", "Mel\303\270y", 1884, still_valid}, // Meloey
    {"1838", "Gildesk\303\245l", 1853, still_valid}, // Gildeskaal
    {"1839", "Beiarn", 1853, still_valid},
    {"1840", "Saltdal", 1838, still_valid},
    {"1841", "Fauske", 1905, 2017},
    {"1841", "Fauske - Fuossko", 2017, still_valid},
    {"1845", "S\303\270rfold", 1964, 2024}, // Soerfold
    {"1845", "S\303\270rfold - Fuolld\303\241", 2024, still_valid}, // Soerfold - Fuollda
    {"1848", "Steigen", 1964, still_valid},
    {"1849", "Hamar\303\270y", 1964, 2012}, // Hamaroey
    {"1849", "H\303\241bmer - Hamar\303\270y", 2012, 2020}, // Habmer - Hamaroey
    {"1850", "Tysfjord", 1869, 2012},
    {"1850", "Tysfjord - Divtasvuodna", 2012, 2020},
    {"1851", "L\303\270dingen", 1964, still_valid}, // Loedingen
    {"1852", "Tjeldsund", 1964, 2018},
    {"1852", "Dielddanuorri - Tjeldsund", 2018, 2020},
    {"1853", "Evenes", 1964, 2022},
    {"1853", "Evenes - Even\303\241\305\241\305\241i", 2022, still_valid}, // Evenes - Evenassi
    {"1854", "Ballangen", 1962, 2020},
    {"1856", "R\303\270st", 1929, still_valid}, // Roest
    {"1857", "V\303\246r\303\270y", 1929, still_valid}, // Vaeroey
    {"1859", "Flakstad", 1976, still_valid},
    {"1860", "Vestv\303\245g\303\270y", 1963, still_valid}, // Vestvaagoey
    {"1865", "V\303\245gan", 1964, still_valid}, // Vaagan
    {"1866", "Hadsel", 1963, still_valid},
    {"1867", "B\303\270 (Nordland)", 1838, 2020}, // Boe (Nordland)
    {"1867", "B\303\270", 2020, still_valid}, // Boe
    {"1868", "\303\230ksnes", 1964, still_valid}, // Oeksnes
    {"1870", "Sortland", 1963, 2018},
    {"1870", "Sortland - Suort\303\241", 2018, still_valid}, // Sortland - Suorta
    {"1871", "And\303\270y", 1964, still_valid}, // Andoey
    {"1874", "Moskenes", 1976, still_valid},
    {"1875", "H\303\241bmer - Hamar\303\270y", 2020, still_valid}, // Habmer - Hamaroey
    {"1901", "Harstad", 1964, 2013},
    {"1902", "Troms\303\270", 1964, 2020}, // Tromsoe
    {"1903", "Harstad", 2013, 2018},
    {"1903", "Harstad - H\303\241rstt\303\241k", 2018, 2020}, // Harstad - Harsttak
    {"1911", "Kv\303\246fjord", 1867, 2020}, // Kvaefjord
    {"1913", "Sk\303\245nland", 1964, 2020}, // Skaanland
    {"1915", "Bjark\303\270y", 1964, 2013}, // Bjarkoey
    {"1917", "Ibestad", 1964, 2020},
    {"1919", "Gratangen", 1927, 2020},
    {"1920", "Lavangen", 1977, 2015},
    {"1920", "Loab\303\241k - Lavangen", 2015, 2020}, // Loabak - Lavangen
    {"1922", "Bardu", 1867, 2020},
    {"1923", "Salangen", 1977, 2020},
    {"1924", "M\303\245lselv", 1964, 2020}, // Maalselv
    {"1925", "S\303\270rreisa", 1964, 2020}, // Soerreisa
    {"1926", "Dyr\303\270y", 1964, 2020}, // Dyroey
    {"1927", "Tran\303\270y", 1964, 2020}, // Tranoey
    {"1928", "Torsken", 1964, 2020},
    {"1929", "Berg", 2005, 2011},
    {"1929", "Berg (Troms)", 2011, 2012},
    {"1929", "Berg", 2012, 2015},
    {"1929", "Berg (Troms)", 2015, 2017},
    {"1929", "Berg", 2017, 2020},
    {"1931", "Lenvik", 1964, 2020},
    {"1933", "Balsfjord", 1964, 2020},
    {"1936", "Karls\303\270y", 1964, 2020}, // Karlsoey
    {"1938", "Lyngen", 1964, 2020},
    {"1939", "Storfjord", 1930, 2015},
    {"1939", "Storfjord - Omasvuotna - Omasvuono", 2015, 2020},
    {"1940", "G\303\241ivuotna - K\303\245fjord", 1995, 2018}, // Gaivuotna - Kaafjord
    {"1940", "G\303\241ivuotna - K\303\245fjord - Kaivuono", 2018, 2020}, // Gaivuotna - Kaafjord - Kaivuono
    {"1941", "Skjerv\303\270y", 1886, 2020}, // Skjervoey
    {"1942", "Nordreisa", 1886, 2019},
    {"1942", "Nordreisa - R\303\241isa - Raisi", 2019, 2020}, // Nordreisa - Raisa - Raisi
    {"1943", "Kv\303\246nangen", 1867, 2020}, // Kvaenangen
    {"2002", "Vard\303\270", 1869, 2020}, // Vardoe
    {"2003", "Vads\303\270", 1964, 2020}, // Vadsoe
    {"2004", "Hammerfest", 1992, 2019},
    {"2004", "Hammerfest - H\303\241mmerfeasta", 2019, 2020}, // Hammerfest - Hammerfeasta
    {"2011", "Guovdageaidnu - Kautokeino", 1988, 2020},
    {"2012", "Alta", 1964, 2020},
    {"2014", "Loppa", 1853, 2020},
    {"2015", "Hasvik", 1853, 2020},
    {"2017", "Kvalsund", 1870, 2020},
    {"2018", "M\303\245s\303\270y", 1839, 2020}, // Maasoey
    {"2019", "Nordkapp", 1950, 2020},
    {"2020", "Porsanger - Pors\303\241ngu - Porsanki", 2004, 2020}, // Porsanger - Porsangu - Porsanki
    {"2021", "K\303\241r\303\241\305\241johka - Karasjok", 1991, 2020}, // Karasjohka - Karasjok
    {"2022", "Lebesby", 1864, 2020},
    {"2023", "Gamvik", 1914, 2020},
    {"2024", "Berlev\303\245g", 1914, 2020}, // Berlevaag
    {"2025", "Deatnu - Tana", 1993, 2020},
    {"2027", "Unj\303\241rga - Nesseby", 1990, 2020}, // Unjarga - Nesseby
    {"2028", "B\303\245tsfjord", 1955, 2020}, // Baatsfjord
    {"2030", "S\303\270r-Varanger", 1859, 2020}, // Soer-Varanger
    {"3001", "Halden", 2020, 2024},
    {"3002", "Moss", 2020, 2024},
    {"3003", "Sarpsborg", 2020, 2024},
    {"3004", "Fredrikstad", 2020, 2024},
    {"3005", "Drammen", 2020, 2024},
    {"3006", "Kongsberg", 2020, 2024},
    {"3007", "Ringerike", 2020, 2024},
    {"3011", "Hvaler", 2020, 2024},
    {"3012", "Aremark", 2020, 2024},
    {"3013", "Marker", 2020, 2024},
    {"3014", "Indre \303\230stfold", 2020, 2024}, // Indre Oestfold
    {"3015", "Skiptvet", 2020, 2024},
    {"3016", "Rakkestad", 2020, 2024},
    {"3017", "R\303\245de", 2020, 2024}, // Raade
    {"3018", "V\303\245ler (Viken)", 2020, 2024}, // Vaaler (Viken)
    {"3019", "Vestby", 2020, 2024},
    {"3020", "Nordre Follo", 2020, 2024},
    {"3021", "\303\205s", 2020, 2024}, // Aas
    {"3022", "Frogn", 2020, 2024},
    {"3023", "Nesodden", 2020, 2024},
    {"3024", "B\303\246rum", 2020, 2024}, // Baerum
    {"3025", "Asker", 2020, 2024},
    {"3026", "Aurskog-H\303\270land", 2020, 2024}, // Aurskog-Hoeland
    {"3027", "R\303\246lingen", 2020, 2024}, // Raelingen
    {"3028", "Enebakk", 2020, 2024},
    {"3029", "L\303\270renskog", 2020, 2024}, // Loerenskog
    {"3030", "Lillestr\303\270m", 2020, 2024}, // Lillestroem
    {"3031", "Nittedal", 2020, 2024},
    {"3032", "Gjerdrum", 2020, 2024},
    {"3033", "Ullensaker", 2020, 2024},
    {"3034", "Nes", 2020, 2024},
    {"3035", "Eidsvoll", 2020, 2024},
    {"3036", "Nannestad", 2020, 2024},
    {"3037", "Hurdal", 2020, 2024},
    {"3038", "Hole", 2020, 2024},
    {"3039", "Fl\303\245", 2020, 2024}, // Flaa
    {"3040", "Nesbyen", 2020, 2024},
    {"3041", "Gol", 2020, 2024},
    {"3042", "Hemsedal", 2020, 2024},
    {"3043", "\303\205l", 2020, 2024}, // Aal
    {"3044", "Hol", 2020, 2024},
    {"3045", "Sigdal", 2020, 2024},
    {"3046", "Kr\303\270dsherad", 2020, 2024}, // Kroedsherad
    {"3047", "Modum", 2020, 2024},
    {"3048", "\303\230vre Eiker", 2020, 2024}, // Oevre Eiker
    {"3049", "Lier", 2020, 2024},
    {"3050", "Flesberg", 2020, 2024},
    {"3051", "Rollag", 2020, 2024},
    {"3052", "Nore og Uvdal", 2020, 2024},
    {"3053", "Jevnaker", 2020, 2024},
    {"3054", "Lunner", 2020, 2024},
    {"3101", "Halden", 2024, still_valid},
    {"3103", "Moss", 2024, still_valid},
    {"3105", "Sarpsborg", 2024, still_valid},
    {"3107", "Fredrikstad", 2024, still_valid},
    {"3110", "Hvaler", 2024, still_valid},
    {"3112", "R\303\245de", 2024, still_valid}, // Raade
    {"3114", "V\303\245ler (\303\230stfold)", 2024, still_valid}, // Vaaler (Oestfold)
    {"3116", "Skiptvet", 2024, still_valid},
    {"3118", "Indre \303\230stfold", 2024, still_valid}, // Indre Oestfold
    {"3120", "Rakkestad", 2024, still_valid},
    {"3122", "Marker", 2024, still_valid},
    {"3124", "Aremark", 2024, still_valid},
    {"3201", "B\303\246rum", 2024, still_valid}, // Baerum
    {"3203", "Asker", 2024, still_valid},
    {"3205", "Lillestr\303\270m", 2024, still_valid}, // Lillestroem
    {"3207", "Nordre Follo", 2024, still_valid},
    {"3209", "Ullensaker", 2024, still_valid},
    {"3212", "Nesodden", 2024, still_valid},
    {"3214", "Frogn", 2024, still_valid},
    {"3216", "Vestby", 2024, still_valid},
    {"3218", "\303\205s", 2024, still_valid}, // Aas
    {"3220", "Enebakk", 2024, still_valid},
    {"3222", "L\303\270renskog", 2024, still_valid}, // Loerenskog
    {"3224", "R\303\246lingen", 2024, still_valid}, // Raelingen
    {"3226", "Aurskog-H\303\270land", 2024, still_valid}, // Aurskog-Hoeland
    {"3228", "Nes", 2024, still_valid},
    {"3230", "Gjerdrum", 2024, still_valid},
    {"3232", "Nittedal", 2024, still_valid},
    {"3234", "Lunner", 2024, still_valid},
    {"3236", "Jevnaker", 2024, still_valid},
    {"3238", "Nannestad", 2024, still_valid},
    {"3240", "Eidsvoll", 2024, still_valid},
    {"3242", "Hurdal", 2024, still_valid},
    {"3301", "Drammen", 2024, still_valid},
    {"3303", "Kongsberg", 2024, still_valid},
    {"3305", "Ringerike", 2024, still_valid},
    {"3310", "Hole", 2024, still_valid},
    {"3312", "Lier", 2024, still_valid},
    {"3314", "\303\230vre Eiker", 2024, still_valid}, // Oevre Eiker
    {"3316", "Modum", 2024, still_valid},
    {"3318", "Kr\303\270dsherad", 2024, still_valid}, // Kroedsherad
    {"3320", "Fl\303\245", 2024, still_valid}, // Flaa
    {"3322", "Nesbyen", 2024, still_valid},
    {"3324", "Gol", 2024, still_valid},
    {"3326", "Hemsedal", 2024, still_valid},
    {"3328", "\303\205l", 2024, still_valid}, // Aal
    {"3330", "Hol", 2024, still_valid},
    {"3332", "Sigdal", 2024, still_valid},
    {"3334", "Flesberg", 2024, still_valid},
    {"3336", "Rollag", 2024, still_valid},
    {"3338", "Nore og Uvdal", 2024, still_valid},
    {"3401", "Kongsvinger", 2020, still_valid},
    {"3403", "Hamar", 2020, still_valid},
    {"3405", "Lillehammer", 2020, still_valid},
    {"3407", "Gj\303\270vik", 2020, still_valid}, // Gjoevik
    {"3411", "Ringsaker", 2020, still_valid},
    {"3412", "L\303\270ten", 2020, still_valid}, // Loeten
    {"3413", "Stange", 2020, still_valid},
    {"3414", "Nord-Odal", 2020, still_valid},
    {"3415", "S\303\270r-Odal", 2020, still_valid}, // Soer-Odal
    {"3416", "Eidskog", 2020, still_valid},
    {"3417", "Grue", 2020, still_valid},
    {"3418", "\303\205snes", 2020, still_valid}, // Aasnes
    {"3419", "V\303\245ler (Innlandet)", 2020, still_valid}, // Vaaler (Innlandet)
    {"3420", "Elverum", 2020, still_valid},
    {"3421", "Trysil", 2020, still_valid},
    {"3422", "\303\205mot", 2020, still_valid}, // Aamot
    {"3423", "Stor-Elvdal", 2020, still_valid},
    {"3424", "Rendalen", 2020, still_valid},
    {"3425", "Engerdal", 2020, still_valid},
    {"3426", "Tolga", 2020, still_valid},
    {"3427", "Tynset", 2020, still_valid},
    {"3428", "Alvdal", 2020, still_valid},
    {"3429", "Folldal", 2020, still_valid},
    {"3430", "Os", 2020, still_valid},
    {"3431", "Dovre", 2020, still_valid},
    {"3432", "Lesja", 2020, still_valid},
    {"3433", "Skj\303\245k", 2020, still_valid}, // Skjaak
    {"3434", "Lom", 2020, still_valid},
    {"3435", "V\303\245g\303\245", 2020, still_valid}, // Vaagaa
    {"3436", "Nord-Fron", 2020, still_valid},
    {"3437", "Sel", 2020, still_valid},
    {"3438", "S\303\270r-Fron", 2020, still_valid}, // Soer-Fron
    {"3439", "Ringebu", 2020, still_valid},
    {"3440", "\303\230yer", 2020, still_valid}, // Oeyer
    {"3441", "Gausdal", 2020, still_valid},
    {"3442", "\303\230stre Toten", 2020, still_valid}, // Oestre Toten
    {"3443", "Vestre Toten", 2020, still_valid},
    {"3446", "Gran", 2020, still_valid},
    {"3447", "S\303\270ndre Land", 2020, still_valid}, // Soendre Land
    {"3448", "Nordre Land", 2020, still_valid},
    {"3449", "S\303\270r-Aurdal", 2020, still_valid}, // Soer-Aurdal
    {"3450", "Etnedal", 2020, still_valid},
    {"3451", "Nord-Aurdal", 2020, still_valid},
    {"3452", "Vestre Slidre", 2020, still_valid},
    {"3453", "\303\230ystre Slidre", 2020, still_valid}, // Oeystre Slidre
    {"3454", "Vang", 2020, still_valid},
    {"3801", "Horten", 2020, 2024},
    {"3802", "Holmestrand", 2020, 2024},
    {"3803", "T\303\270nsberg", 2020, 2024}, // Toensberg
    {"3804", "Sandefjord", 2020, 2024},
    {"3805", "Larvik", 2020, 2024},
    {"3806", "Porsgrunn", 2020, 2024},
    {"3807", "Skien", 2020, 2024},
    {"3808", "Notodden", 2020, 2024},
    {"3811", "F\303\246rder", 2020, 2024}, // Faerder
    {"3812", "Siljan", 2020, 2024},
    {"3813", "Bamble", 2020, 2024},
    {"3814", "Krager\303\270", 2020, 2024}, // Krageroe
    {"3815", "Drangedal", 2020, 2024},
    {"3816", "Nome", 2020, 2024},
    {"3817", "Midt-Telemark", 2020, 2024},
    {"3818", "Tinn", 2020, 2024},
    {"3819", "Hjartdal", 2020, 2024},
    {"3820", "Seljord", 2020, 2024},
    {"3821", "Kviteseid", 2020, 2024},
    {"3822", "Nissedal", 2020, 2024},
    {"3823", "Fyresdal", 2020, 2024},
    {"3824", "Tokke", 2020, 2024},
    {"3825", "Vinje", 2020, 2024},
    {"3901", "Horten", 2024, still_valid},
    {"3903", "Holmestrand", 2024, still_valid},
    {"3905", "T\303\270nsberg", 2024, still_valid}, // Toensberg
    {"3907", "Sandefjord", 2024, still_valid},
    {"3909", "Larvik", 2024, still_valid},
    {"3911", "F\303\246rder", 2024, still_valid}, // Faerder
    {"4001", "Porsgrunn", 2024, still_valid},
    {"4003", "Skien", 2024, still_valid},
    {"4005", "Notodden", 2024, still_valid},
    {"4010", "Siljan", 2024, still_valid},
    {"4012", "Bamble", 2024, still_valid},
    {"4014", "Krager\303\270", 2024, still_valid}, // Krageroe
    {"4016", "Drangedal", 2024, still_valid},
    {"4018", "Nome", 2024, still_valid},
    {"4020", "Midt-Telemark", 2024, still_valid},
    {"4022", "Seljord", 2024, still_valid},
    {"4024", "Hjartdal", 2024, still_valid},
    {"4026", "Tinn", 2024, still_valid},
    {"4028", "Kviteseid", 2024, still_valid},
    {"4030", "Nissedal", 2024, still_valid},
    {"4032", "Fyresdal", 2024, still_valid},
    {"4034", "Tokke", 2024, still_valid},
    {"4036", "Vinje", 2024, still_valid},
    {"4201", "Ris\303\270r", 2020, still_valid}, // Risoer
    {"4202", "Grimstad", 2020, still_valid},
    {"4203", "Arendal", 2020, still_valid},
    {"4204", "Kristiansand", 2020, still_valid},
    {"4205", "Lindesnes", 2020, still_valid},
    {"4206", "Farsund", 2020, still_valid},
    {"4207", "Flekkefjord", 2020, still_valid},
    {"4211", "Gjerstad", 2020, still_valid},
    {"4212", "Veg\303\245rshei", 2020, still_valid}, // Vegaarshei
    {"4213", "Tvedestrand", 2020, still_valid},
    {"4214", "Froland", 2020, still_valid},
    {"4215", "Lillesand", 2020, still_valid},
    {"4216", "Birkenes", 2020, still_valid},
    {"4217", "\303\205mli", 2020, still_valid}, // Aamli
    {"4218", "Iveland", 2020, still_valid},
    {"4219", "Evje og Hornnes", 2020, still_valid},
    {"4220", "Bygland", 2020, still_valid},
    {"4221", "Valle", 2020, still_valid},
    {"4222", "Bykle", 2020, still_valid},
    {"4223", "Vennesla", 2020, still_valid},
    {"4224", "\303\205seral", 2020, still_valid}, // Aaseral
    {"4225", "Lyngdal", 2020, still_valid},
    {"4226", "H\303\246gebostad", 2020, still_valid}, // Haegebostad
    {"4227", "Kvinesdal", 2020, still_valid},
    {"4228", "Sirdal", 2020, still_valid},
    {"4601", "Bergen", 2020, still_valid},
    {"4602", "Kinn", 2020, still_valid},
    {"4611", "Etne", 2020, still_valid},
    {"4612", "Sveio", 2020, still_valid},
    {"4613", "B\303\270mlo", 2020, still_valid}, // Boemlo
    {"4614", "Stord", 2020, still_valid},
    {"4615", "Fitjar", 2020, still_valid},
    {"4616", "Tysnes", 2020, still_valid},
    {"4617", "Kvinnherad", 2020, still_valid},
    {"4618", "Ullensvang", 2020, still_valid},
    {"4619", "Eidfjord", 2020, still_valid},
    {"4620", "Ulvik", 2020, still_valid},
    {"4621", "Voss", 2020, still_valid},
    {"4622", "Kvam", 2020, still_valid},
    {"4623", "Samnanger", 2020, still_valid},
    {"4624", "Bj\303\270rnafjorden", 2020, still_valid}, // Bjoernafjorden
    {"4625", "Austevoll", 2020, still_valid},
    {"4626", "\303\230ygarden", 2020, still_valid}, // Oeygarden
    {"4627", "Ask\303\270y", 2020, still_valid}, // Askoey
    {"4628", "Vaksdal", 2020, still_valid},
    {"4629", "Modalen", 2020, still_valid},
    {"4630", "Oster\303\270y", 2020, still_valid}, // Osteroey
    {"4631", "Alver", 2020, still_valid},
    {"4632", "Austrheim", 2020, still_valid},
    {"4633", "Fedje", 2020, still_valid},
    {"4634", "Masfjorden", 2020, still_valid},
    {"4635", "Gulen", 2020, still_valid},
    {"4636", "Solund", 2020, still_valid},
    {"4637", "Hyllestad", 2020, still_valid},
    {"4638", "H\303\270yanger", 2020, still_valid}, // Hoeyanger
    {"4639", "Vik", 2020, still_valid},
    {"4640", "Sogndal", 2020, still_valid},
    {"4641", "Aurland", 2020, still_valid},
    {"4642", "L\303\246rdal", 2020, still_valid}, // Laerdal
    {"4643", "\303\205rdal", 2020, still_valid}, // Aardal
    {"4644", "Luster", 2020, still_valid},
    {"4645", "Askvoll", 2020, still_valid},
    {"4646", "Fjaler", 2020, still_valid},
    {"4647", "Sunnfjord", 2020, still_valid},
    {"4648", "Bremanger", 2020, still_valid},
    {"4649", "Stad", 2020, still_valid},
    {"4650", "Gloppen", 2020, still_valid},
    {"4651", "Stryn", 2020, still_valid},
    {"5001", "Trondheim", 2018, 2020},
    {"5001", "Trondheim", 2020, 2023},
    {"5001", "Trondheim - Tr\303\245ante", 2023, still_valid}, // Trondheim - Traaante
    {"5004", "Steinkjer", 2018, 2020},
    {"5005", "Namsos", 2018, 2019},
    {"5005", "Namsos - N\303\245avmesjenjaelmie", 2019, 2020}, // Namsos - Naaavmesjenjaelmie
    {"5006", "Steinkjer", 2020, still_valid},
    {"5007", "Namsos - N\303\245avmesjenjaelmie", 2020, still_valid}, // Namsos - Naaavmesjenjaelmie
    {"5011", "Hemne", 2018, 2020},
    {"5012", "Snillfjord", 2018, 2020},
    {"5013", "Hitra", 2018, 2020},
    {"5014", "Fr\303\270ya", 2018, still_valid}, // Froeya
    {"5015", "\303\230rland", 2018, 2020}, // Oerland
    {"5016", "Agdenes", 2018, 2020},
    {"5017", "Bjugn", 2018, 2020},
    {"5018", "\303\205fjord", 2018, 2020}, // Aafjord
    {"5019", "Roan", 2018, 2020},
    {"5020", "Osen", 2018, still_valid},
    {"5021", "Oppdal", 2018, still_valid},
    {"5022", "Rennebu", 2018, still_valid},
    {"5023", "Meldal", 2018, 2020},
    {"5024", "Orkdal", 2018, 2020},
    {"5025", "R\303\270ros", 2018, 2023}, // Roeros
    {"5025", "R\303\270ros - Rosse", 2023, still_valid}, // Roeros - Rosse
    {"5026", "Holt\303\245len", 2018, still_valid}, // Holtaalen
    {"5027", "Midtre Gauldal", 2018, still_valid},
    {"5028", "Melhus", 2018, still_valid},
    {"5029", "Skaun", 2018, still_valid},
    {"5030", "Kl\303\246bu", 2018, 2020}, // Klaebu
    {"5031", "Malvik", 2018, still_valid},
    {"5032", "Selbu", 2018, still_valid},
    {"5033", "Tydal", 2018, still_valid},
    {"5034", "Mer\303\245ker", 2018, still_valid}, // Meraaker
    {"5035", "Stj\303\270rdal", 2018, still_valid}, // Stjoerdal
    {"5036", "Frosta", 2018, still_valid},
    {"5037", "Levanger", 2018, 2024},
    {"5037", "Levanger - Levangke", 2024, still_valid},
    {"5038", "Verdal", 2018, still_valid},
    {"5039", "Verran", 2018, 2020},
    {"5040", "Namdalseid", 2018, 2020},
    {"5041", "Sn\303\245ase - Sn\303\245sa", 2018, still_valid}, // Snaaase - Snaasa
    {"5042", "Lierne", 2018, still_valid},
    {"5043", "Raarvihke - R\303\270yrvik", 2018, still_valid}, // Raarvihke - Roeyrvik
    {"5044", "Namsskogan", 2018, still_valid},
    {"5045", "Grong", 2018, still_valid},
    {"5046", "H\303\270ylandet", 2018, still_valid}, // Hoeylandet
    {"5047", "Overhalla", 2018, still_valid},
    {"5048", "Fosnes", 2018, 2020},
    {"5049", "Flatanger", 2018, still_valid},
    {"5050", "Vikna", 2018, 2020},
    {"5051", "N\303\246r\303\270y", 2018, 2020}, // Naeroey
    {"5052", "Leka", 2018, still_valid},
    {"5053", "Inder\303\270y", 2018, still_valid}, // Inderoey
    {"5054", "Indre Fosen", 2018, still_valid},
    {"5055", "Heim", 2020, still_valid},
    {"5056", "Hitra", 2020, still_valid},
    {"5057", "\303\230rland", 2020, still_valid}, // Oerland
    {"5058", "\303\205fjord", 2020, still_valid}, // Aafjord
    {"5059", "Orkland", 2020, still_valid},
    {"5060", "N\303\246r\303\270ysund", 2020, still_valid}, // Naeroeysund
    {"5061", "Rindal", 2019, still_valid},
    {"5401", "Troms\303\270", 2020, 2024}, // Tromsoe
    {"5402", "Harstad - H\303\241rstt\303\241k", 2020, 2024}, // Harstad - Harsttak
    {"5403", "Alta", 2020, 2024},
    {"5404", "Vard\303\270", 2020, 2024}, // Vardoe
    {"5405", "Vads\303\270", 2020, 2024}, // Vadsoe
    {"5406", "Hammerfest - H\303\241mmerfeasta", 2020, 2024}, // Hammerfest - Hammerfeasta
    {"5411", "Kv\303\246fjord", 2020, 2024}, // Kvaefjord
    {"5412", "Dielddanuorri - Tjeldsund", 2020, 2024},
    {"5413", "Ibestad", 2020, 2024},
    {"5414", "Gratangen", 2020, 2024},
    {"5415", "Loab\303\241k - Lavangen", 2020, 2024}, // Loabak - Lavangen
    {"5416", "Bardu", 2020, 2024},
    {"5417", "Salangen", 2020, 2024},
    {"5418", "M\303\245lselv", 2020, 2024}, // Maalselv
    {"5419", "S\303\270rreisa", 2020, 2024}, // Soerreisa
    {"5420", "Dyr\303\270y", 2020, 2024}, // Dyroey
    {"5421", "Senja", 2020, 2024},
    {"5422", "Balsfjord", 2020, 2024},
    {"5423", "Karls\303\270y", 2020, 2024}, // Karlsoey
    {"5424", "Lyngen", 2020, 2024},
    {"5425", "Storfjord - Omasvuotna - Omasvuono", 2020, 2024},
    {"5426", "G\303\241ivuotna - K\303\245fjord - Kaivuono", 2020, 2024}, // Gaivuotna - Kaafjord - Kaivuono
    {"5427", "Skjerv\303\270y", 2020, 2024}, // Skjervoey
    {"5428", "Nordreisa - R\303\241isa - Raisi", 2020, 2024}, // Nordreisa - Raisa - Raisi
    {"5429", "Kv\303\246nangen", 2020, 2024}, // Kvaenangen
    {"5430", "Guovdageaidnu - Kautokeino", 2020, 2024},
    {"5432", "Loppa", 2020, 2024},
    {"5433", "Hasvik", 2020, 2024},
    {"5434", "M\303\245s\303\270y", 2020, 2024}, // Maasoey
    {"5435", "Nordkapp", 2020, 2024},
    {"5436", "Porsanger - Pors\303\241ngu - Porsanki", 2020, 2024}, // Porsanger - Porsangu - Porsanki
    {"5437", "K\303\241r\303\241\305\241johka - Karasjok", 2020, 2024}, // Karasjohka - Karasjok
    {"5438", "Lebesby", 2020, 2024},
    {"5439", "Gamvik", 2020, 2024},
    {"5440", "Berlev\303\245g", 2020, 2024}, // Berlevaag
    {"5441", "Deatnu - Tana", 2020, 2024},
    {"5442", "Unj\303\241rga - Nesseby", 2020, 2024}, // Unjarga - Nesseby
    {"5443", "B\303\245tsfjord", 2020, 2024}, // Baatsfjord
    {"5444", "S\303\270r-Varanger", 2020, 2024}, // Soer-Varanger
    {"5501", "Troms\303\270", 2024, still_valid}, // Tromsoe
    {"5503", "Harstad - H\303\241rstt\303\241k", 2024, still_valid}, // Harstad - Harsttak
    {"5510", "Kv\303\246fjord", 2024, still_valid}, // Kvaefjord
    {"5512", "Dielddanuorri - Tjeldsund", 2024, still_valid},
    {"5514", "Ibestad", 2024, still_valid},
    {"5516", "Gratangen - Rivtt\303\241k", 2024, still_valid}, // Gratangen - Rivttak
    {"5518", "Loab\303\241k - Lavangen", 2024, still_valid}, // Loabak - Lavangen
    {"5520", "Bardu", 2024, still_valid},
    {"5522", "Salangen", 2024, still_valid},
    {"5524", "M\303\245lselv", 2024, still_valid}, // Maalselv
    {"5526", "S\303\270rreisa", 2024, still_valid}, // Soerreisa
    {"5528", "Dyr\303\270y", 2024, still_valid}, // Dyroey
    {"5530", "Senja", 2024, still_valid},
    {"5532", "Balsfjord", 2024, still_valid},
    {"5534", "Karls\303\270y", 2024, still_valid}, // Karlsoey
    {"5536", "Lyngen", 2024, still_valid},
    {"5538", "Storfjord - Omasvuotna - Omasvuono", 2024, still_valid},
    {"5540", "G\303\241ivuotna - K\303\245fjord - Kaivuono", 2024, still_valid}, // Gaivuotna - Kaafjord - Kaivuono
    {"5542", "Skjerv\303\270y", 2024, still_valid}, // Skjervoey
    {"5544", "Nordreisa - R\303\241isa - Raisi", 2024, still_valid}, // Nordreisa - Raisa - Raisi
    {"5546", "Kv\303\246nangen", 2024, still_valid}, // Kvaenangen
    {"5601", "Alta", 2024, still_valid},
    {"5603", "Hammerfest - H\303\241mmerfeasta", 2024, still_valid}, // Hammerfest - Hammerfeasta
    {"5605", "S\303\270r-Varanger", 2024, still_valid}, // Soer-Varanger
    {"5607", "Vads\303\270", 2024, still_valid}, // Vadsoe
    {"5610", "K\303\241r\303\241\305\241johka - Karasjok", 2024, still_valid}, // Karasjohka - Karasjok
    {"5612", "Guovdageaidnu - Kautokeino", 2024, still_valid},
    {"5614", "Loppa", 2024, still_valid},
    {"5616", "Hasvik", 2024, still_valid},
    {"5618", "M\303\245s\303\270y", 2024, still_valid}, // Maasoey
    {"5620", "Nordkapp", 2024, still_valid},
    {"5622", "Porsanger - Pors\303\241ngu - Porsanki", 2024, still_valid}, // Porsanger - Porsangu - Porsanki
    {"5624", "Lebesby", 2024, still_valid},
    {"5626", "Gamvik", 2024, still_valid},
    {"5628", "Deatnu - Tana", 2024, still_valid},
    {"5630", "Berlev\303\245g", 2024, still_valid}, // Berlevaag
    {"5632", "B\303\245tsfjord", 2024, still_valid}, // Baatsfjord
    {"5634", "Vard\303\270", 2024, still_valid}, // Vardoe
    {"5636", "Unj\303\241rga - Nesseby", 2024, still_valid}, // Unjarga - Nesseby
});
// clang-format on

} // namespace brukerplan::detail::places
