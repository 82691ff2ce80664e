/**
 * Where people work: each office's time zone, its telephone prefix and the cultures its people mostly come from.
 */
export type Office = {
  readonly city: string;
  /** Standard time, as the service writes it: `+0530`. */
  readonly offset: string;
  readonly zone: string;
  /** Country, area and exchange: with the four digits that follow, 0100 to 0199, as long as the country's numbers are. */
  readonly dial: string;
  readonly cultures: readonly string[];
};

const office = (city: string, offset: string, zone: string, dial: string, cultures: string): Office => ({
  city,
  offset,
  zone,
  dial,
  cultures: cultures.split(' '),
});

export const offices: readonly Office[] = [
  office('Pune', '+0530', 'Asia/Kolkata', '+91 20 5555', 'indian indian indian indian bengali tamil'),
  office('Chennai', '+0530', 'Asia/Kolkata', '+91 44 5555', 'tamil tamil tamil indian bengali'),
  office('Kathmandu', '+0545', 'Asia/Kathmandu', '+977 1 555', 'indian indian bengali'),
  office('London', '+0000', 'Europe/London', '+44 20 7946', 'english english yoruba indian polish bengali'),
  office('Lisbon', '+0000', 'Europe/Lisbon', '+351 21 555', 'portuguese portuguese portuguese spanish'),
  office('Madrid', '+0100', 'Europe/Madrid', '+34 91 555', 'spanish spanish spanish romanian'),
  office('Lyon', '+0100', 'Europe/Paris', '+33 4 5555', 'french french french arabic vietnamese'),
  office('Berlin', '+0100', 'Europe/Berlin', '+49 30 555', 'german german german turkish polish persian ukrainian'),
  office('Utrecht', '+0100', 'Europe/Amsterdam', '+31 30 555', 'dutch dutch dutch turkish indonesian'),
  office('Gdańsk', '+0100', 'Europe/Warsaw', '+48 58 555', 'polish polish polish ukrainian'),
  office('Brno', '+0100', 'Europe/Prague', '+420 5 5555', 'czech czech czech hungarian vietnamese'),
  office('Malmö', '+0100', 'Europe/Stockholm', '+46 40 555', 'nordic nordic nordic persian arabic'),
  office('Reykjavík', '+0000', 'Atlantic/Reykjavik', '+354 555', 'icelandic icelandic icelandic polish'),
  office('Cluj-Napoca', '+0200', 'Europe/Bucharest', '+40 264 55', 'romanian romanian hungarian'),
  office('Sofia', '+0200', 'Europe/Sofia', '+359 2 555', 'bulgarian bulgarian bulgarian greek'),
  office('Lviv', '+0200', 'Europe/Kyiv', '+380 32 555', 'ukrainian ukrainian ukrainian polish'),
  office('Thessaloniki', '+0200', 'Europe/Athens', '+30 2310 55', 'greek greek greek armenian'),
  office('İzmir', '+0300', 'Europe/Istanbul', '+90 232 555', 'turkish turkish turkish'),
  office('Almaty', '+0500', 'Asia/Almaty', '+7 727 355', 'russian russian korean'),
  office('Tbilisi', '+0400', 'Asia/Tbilisi', '+995 32 555', 'georgian georgian georgian armenian russian'),
  office('Yerevan', '+0400', 'Asia/Yerevan', '+374 10 55', 'armenian armenian armenian russian'),
  office('Alexandria', '+0200', 'Africa/Cairo', '+20 3 555', 'arabic arabic arabic'),
  office('Haifa', '+0200', 'Asia/Jerusalem', '+972 4 555', 'hebrew hebrew hebrew arabic russian'),
  office('Dubai', '+0400', 'Asia/Dubai', '+971 4 555', 'arabic arabic persian indian tamil filipino'),
  office('Lagos', '+0100', 'Africa/Lagos', '+234 201 555', 'yoruba yoruba yoruba'),
  office('Nairobi', '+0300', 'Africa/Nairobi', '+254 20 555', 'kenyan kenyan kenyan amharic indian'),
  office('Addis Ababa', '+0300', 'Africa/Addis_Ababa', '+251 11 555', 'amharic amharic amharic'),
  office('Durban', '+0200', 'Africa/Johannesburg', '+27 31 555', 'zulu zulu zulu english tamil'),
  office('Toronto', '-0500', 'America/Toronto', '+1 416 555', 'english english french chinese persian indian'),
  office('St. John’s', '-0330', 'America/St_Johns', '+1 709 555', 'english english french'),
  office('Monterrey', '-0600', 'America/Monterrey', '+52 81 5555', 'spanish spanish spanish'),
  office('São Paulo', '-0300', 'America/Sao_Paulo', '+55 11 5555', 'portuguese portuguese portuguese japanese'),
  office('Bogotá', '-0500', 'America/Bogota', '+57 601 555', 'spanish spanish spanish'),
  office('Wellington', '+1200', 'Pacific/Auckland', '+64 4 555', 'maori maori english english samoan'),
  office('Adelaide', '+0930', 'Australia/Adelaide', '+61 8 5555', 'english english greek vietnamese chinese'),
  office('Da Nang', '+0700', 'Asia/Ho_Chi_Minh', '+84 236 555', 'vietnamese vietnamese vietnamese'),
  office('Chiang Mai', '+0700', 'Asia/Bangkok', '+66 53 55', 'thai thai thai chinese'),
  office('Yogyakarta', '+0700', 'Asia/Jakarta', '+62 274 555', 'indonesian indonesian indonesian'),
  office('Cebu', '+0800', 'Asia/Manila', '+63 32 555', 'filipino filipino filipino'),
  office('Taichung', '+0800', 'Asia/Taipei', '+886 4 2555', 'chinese chinese chinese'),
  office('Chengdu', '+0800', 'Asia/Shanghai', '+86 28 5555', 'chinese chinese chinese'),
  office('Kyoto', '+0900', 'Asia/Tokyo', '+81 75 555', 'japanese japanese japanese'),
  office('Busan', '+0900', 'Asia/Seoul', '+82 51 555', 'korean korean korean'),
];
