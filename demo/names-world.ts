/** Names from Africa, Asia, the Pacific and India that are written in Latin letters. */
import type { CultureTable } from './culture.ts';

export const namesOfTheWorld: Readonly<Record<string, CultureTable>> = {
  vietnamese: {
    female: 'Ánh Bích Diễm Hạnh Hường Lệ Mỹ Ngọc Nhung Phượng Quỳnh Thảo Trúc Tuyết Uyên Xuân',
    male: 'Bảo Cường Đạt Đức Dũng Hải Hùng Khánh Long Nghĩa Phước Quân Sỹ Thắng Tuấn Vinh',
    family: 'Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý',
    middle: 'Văn Hữu Đình Quốc Minh Xuân',
    middleFemale: 'Thị Thị_Kim Thị_Ngọc Thị_Thu Bảo Thanh',
    middleShare: 0.9,
    familyFirst: true,
  },
  yoruba: {
    female: 'Adébọ̀lá Àbẹ̀kẹ́ Bọ́láńlé Ẹniọlá Fọlákẹ́ Ìyábọ̀ Mọ́rẹ̀nikẹ́ Oyèníkẹ̀ẹ́ Títílayọ̀ Yétúndé',
    male: 'Adébáyọ̀ Akínwándé Báyọ̀ Dàmọ́lá Fẹ́mi Káyọ̀dé Olúṣẹ́gun Ọláwálé Rótìmí Táíwò',
    family: 'Adéyẹmí Akíntọ́lá Balógun Èkúndayọ̀ Fádípẹ̀ Ìgè Ọdúnsì Ògúnlẹ́yẹ Olátúnjí Ṣówándé Okonkwo Nwachukwu',
  },
  zulu: {
    female: 'Ayanda Busisiwe Khanyisile Lindiwe Nandi Nokuthula Ntombizodwa Sibongile Thandeka Zinhle',
    male: 'Bhekizizwe Dumisani Jabulani Lwazi Mandla Nkosinathi Sandile Sipho Thulani Vusumuzi',
    family: 'Buthelezi Cele Dladla Gumede Hlongwane Khanyile Mkhize Ndlovu Ngcobo Ntuli Shezi Zwane',
  },
  kenyan: {
    female: 'Achieng Akinyi Atieno Chebet Jepkosgei Makena Nafula Njeri Wambui Wanjirũ Zawadi Nyambura',
    male: 'Baraka Juma Kamau Kibet Kiprotich Mũtahi Mwangi Njoroge Ochieng Odhiambo Otieno Wafula',
    family: 'Gĩthinji Kariũki Kimani Koech Kĩmathi Muthoni Ndung’u Ng’ang’a Ngũgĩ Nyong’o Omondi Wekesa',
  },
  maori: {
    female: 'Anahera Aroha Hinewai Kahurangi Māia Mereana Ngāio Rāwinia Tūī Whetū',
    male: 'Hēmi Hōne Kāwika Mānuka Nīkau Rāwiri Tāne Tāwhiri Wīremu Kīngi',
    family: 'Haerewa Kāretu Mātene Ngāpō Pōtae Rāpana Rēweti Tāmati Te_Awa Waikāto Wīneera Te_Kūiti',
  },
  samoan: {
    female: 'Alofa Fa’amanu Lagi Mele Sina Tausa’afia',
    male: 'Fa’afetai Iosefa La’auli Malakai Sefo Tavita',
    family: 'Fa’alogo Leota Mātautia Sapolu Tuilagi Vā’ai',
  },
  filipino: {
    female: 'Amihan Corazon Dalisay Irene_Grace Ligaya Marisol Niña Rosario Tala Trinidad',
    male: 'Bayani Crisanto Danilo Efren Isagani Jun-jun Lakan Nestor Rodel Teófilo',
    family:
      'Agbayani Bautista Catapang Dimaculangan Evangelista Gatdula Lacsamana Macaraeg Nuñez Panganiban Salonga Tolentino',
    middle: 'Reyes Santos Cruz Aquino Mendoza',
    middleShare: 0.5,
  },
  indonesian: {
    female: 'Ayu Citra Dewi Endah Indah Kartika Lestari Melati Ningsih Putri Ratna Wulan',
    male: 'Adi Bambang Cahyo Dwi Eko Gunawan Hendra Joko Rizky Slamet Teguh Wahyu',
    family: 'Hartono Kusuma Nugroho Pranata Rusdianto Santoso Sudarsono Suryadi Utomo Wibowo Widjaja Yulianto',
  },
};
