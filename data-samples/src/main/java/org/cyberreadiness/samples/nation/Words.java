package org.cyberreadiness.samples.nation;

import java.util.List;

/** The words that made-up names are built of. */
final class Words {
  static final List<String> PLACE_STARTS =
      List.of(
          "Siskin",
          "Quince",
          "Plover",
          "Linnet",
          "Teasel",
          "Bilberry",
          "Damson",
          "Curlew",
          "Sorrel",
          "Larkspur",
          "Juniper",
          "Kestrel",
          "Campion",
          "Dunlin",
          "Tansy",
          "Heron",
          "Medlar",
          "Saffron",
          "Thistle",
          "Bracken",
          "Merlin",
          "Otter",
          "Pebble",
          "Lantern",
          "Copper",
          "Amber",
          "Borage",
          "Fennel",
          "Gorse",
          "Heather",
          "Willow",
          "Clover",
          "Tamarisk",
          "Lupin",
          "Marble",
          "Ember",
          "Slate",
          "Sable",
          "Wendle",
          "Quill",
          "Finch",
          "Wren",
          "Lavender",
          "Mallow",
          "Nettle",
          "Osprey",
          "Pippin",
          "Russet",
          "Sedge",
          "Swift",
          "Turnstone",
          "Vervain",
          "Whimbrel",
          "Yarrow",
          "Zinnia",
          "Avocet",
          "Bramley",
          "Cobnut",
          "Dotterel",
          "Eider");

  static final List<String> PLACE_ENDS =
      List.of(
          "mere", "holt", "combe", "dale", "wick", "stead", "thorpe", "haven", "moor", "fell",
          "ford", "bourne", "gate", "well");

  static final List<String> AREAS =
      List.of(
          "Siskinshire",
          "Quincevale",
          "Ploverness",
          "Linnet Marches",
          "Teasel Downs",
          "Bilberry Peaks",
          "Damsonshire",
          "Curlew Coast",
          "Sorrel and Tansy",
          "Larkspur Valley",
          "Junipershire",
          "Kestrel Edge",
          "Campion Fens",
          "Dunlin Sound",
          "Heronsea",
          "Medlarshire",
          "Saffron Wolds",
          "Thistledown",
          "Bracken Hills",
          "Merlin Forest",
          "Otter Levels",
          "Pebble Bay",
          "Lantern City",
          "Copperfield Vale",
          "Ambershire",
          "Boragewater",
          "Fennel Isles",
          "Gorseland",
          "Heather Moors",
          "Willow Broads",
          "Clovershire",
          "Tamarisk Strand",
          "Lupinshire",
          "Marbledon",
          "Ember Valley",
          "Slate Mountain",
          "Sablewater",
          "Wendleshire",
          "Quill Heath",
          "Finch Plain",
          "Wrenshire",
          "Russet Orchards");

  static final List<String> STREETS =
      List.of(
          "Mill Lane",
          "Orchard Road",
          "Church Street",
          "Bridge Street",
          "Meadow View",
          "Market Place",
          "Station Road",
          "Park Row",
          "Priory Close",
          "Harbour Way",
          "Chapel Hill",
          "Windmill Rise",
          "Riverside",
          "High Street",
          "Kings Walk",
          "Abbey Road",
          "Castle Street",
          "Spring Gardens",
          "Hill Top",
          "Woodland Way",
          "Canal Side",
          "Cross Keys",
          "Beacon Hill",
          "The Green",
          "Ferry Road",
          "Long Acre",
          "Quarry Bank",
          "Sheepcote",
          "Tower Road",
          "Vicarage Lane",
          "Wharf Street",
          "Yew Tree Walk",
          "Bell Lane",
          "Dovecote",
          "East Gate",
          "Fountain Square",
          "Garden Terrace",
          "Holly Bank",
          "Ivy Lane",
          "Jubilee Road");

  static final List<String> PRACTICES =
      List.of("Surgery", "Medical Centre", "Health Centre", "Family Practice", "Group Practice");
  static final List<String> PHARMACIES = List.of("Pharmacy", "Chemist", "Dispensary");
  static final List<String> DENTISTS = List.of("Dental Practice", "Dental Care", "Dental Surgery");
  static final List<String> OPTICIANS = List.of("Opticians", "Eye Care");
  static final List<String> CARE_SITES =
      List.of("Residential Home", "Nursing Home", "House", "Lodge", "Court");
  static final List<String> CARE_HEAD_OFFICES =
      List.of("Care Limited", "Homecare Ltd", "Care Group", "Support Services");
  static final List<String> COMPANIES =
      List.of("Health Systems Ltd", "Digital Limited", "Labs Ltd");

  private Words() {}
}
