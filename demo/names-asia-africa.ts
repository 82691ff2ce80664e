/** Names written in the scripts of Asia and Africa, right-to-left ones among them, with how each stands in an address. */
import type { CultureTable } from './culture.ts';

export const namesOfAsiaAndAfrica: Readonly<Record<string, CultureTable>> = {
  arabic: {
    latin: false,
    rightToLeft: true,
    female:
      'أمينة:amina بثينة:buthaina حنان:hanan رباب:rabab زينب:zainab سلمى:salma عائشة:aisha فاطمة:fatima مريم:maryam نور:nour هدى:huda ياسمين:yasmin',
    male: 'أحمد:ahmad إبراهيم:ibrahim بلال:bilal حسين:hussein خالد:khalid رشيد:rashid سمير:samir طارق:tariq عمر:omar كريم:karim مصطفى:mustafa يوسف:yusuf',
    family:
      'البغدادي:albaghdadi التونسي:altounsi الجزار:algazzar الحسيني:alhusseini الخطيب:alkhatib الدمشقي:aldimashqi الرفاعي:alrifai الزيات:alzayyat الصباغ:alsabbagh العطار:alattar الفاسي:alfassi القباني:alqabbani النجار:alnajjar عبد_الرحمن:abdelrahman',
    middle: 'عبد_الله:abdallah محمود:mahmoud علي:ali حسن:hassan سعيد:said',
    middleShare: 0.35,
  },
  hebrew: {
    latin: false,
    rightToLeft: true,
    female:
      'אביגיל:avigail גלית:galit דפנה:dafna הדס:hadas יעל:yael מיכל:michal נועה:noa רותם:rotem שירה:shira תמר:tamar',
    male: 'אורי:uri איתן:eitan גיל:gil דורון:doron יהונתן:yehonatan ליאור:lior נדב:nadav עמית:amit רועי:roi שאול:shaul',
    family:
      'אברמוביץ׳:abramovich בן־דוד:bendavid גולדברג:goldberg הררי:harari ויצמן:weizman כהן:cohen לוי:levi מזרחי:mizrahi עזרא:ezra פרידמן:friedman צדוק:tzadok שפירא:shapira',
  },
  persian: {
    latin: false,
    rightToLeft: true,
    female:
      'آناهیتا:anahita پریسا:parisa ژاله:zhaleh سپیده:sepideh شیرین:shirin فرشته:fereshteh گلناز:golnaz مهسا:mahsa نسترن:nastaran',
    male: 'آرش:arash بهرام:bahram پویا:pouya جمشید:jamshid داریوش:dariush رامین:ramin سیاوش:siavash فرهاد:farhad کیوان:keyvan',
    family:
      'احمدزاده:ahmadzadeh پورمحمدی:pourmohammadi تهرانی:tehrani جهانگیری:jahangiri چگینی:chegini رستگار:rastegar شیرازی:shirazi فرهادی:farhadi کاشانی:kashani گلستانی:golestani نیک‌پور:nikpour',
  },
  indian: {
    latin: false,
    female:
      'अनुष्का:anushka दीपिका:deepika गायत्री:gayatri इशिता:ishita ज्योति:jyoti काव्या:kavya लक्ष्मी:lakshmi मीनाक्षी:meenakshi नंदिनी:nandini प्रियंका:priyanka राधिका:radhika श्रुति:shruti स्वाति:swati वैशाली:vaishali',
    male: 'आदित्य:aditya अर्जुन:arjun भूषण:bhushan चेतन:chetan देवेंद्र:devendra गौरव:gaurav हर्षवर्धन:harshvardhan किरण:kiran मनीष:manish निखिल:nikhil प्रणव:pranav राघवेंद्र:raghavendra सिद्धार्थ:siddharth विनायक:vinayak',
    family:
      'अग्रवाल:agarwal भोसले:bhosale चौधरी:chaudhary देशपांडे:deshpande गोखले:gokhale जोशी:joshi कुलकर्णी:kulkarni मेहता:mehta नायर:nair पाटील:patil राठौड़:rathore शर्मा:sharma त्रिपाठी:tripathi वर्मा:verma श्रीवास्तव:shrivastava ठाकुर:thakur',
  },
  bengali: {
    latin: false,
    female:
      'অনন্যা:ananya ইন্দ্রাণী:indrani চৈতালি:chaitali তৃষা:trisha পারমিতা:paromita মৌসুমী:moushumi রুবাইয়া:rubaiya শর্মিষ্ঠা:sharmistha',
    male: 'অনির্বাণ:anirban আনিসুর:anisur দেবাশীষ:debashish মাহমুদুল:mahmudul রফিকুল:rafiqul শুভ্র:shubhro সুদীপ্ত:sudipta তানভীর:tanvir',
    family:
      'আহমেদ:ahmed ইসলাম:islam গঙ্গোপাধ্যায়:gangopadhyay চক্রবর্তী:chakraborty চৌধুরী:chowdhury দাশগুপ্ত:dasgupta বন্দ্যোপাধ্যায়:bandyopadhyay মজুমদার:majumdar রহমান:rahman সেনগুপ্ত:sengupta',
  },
  tamil: {
    latin: false,
    female:
      'அனிதா:anitha இளவரசி:ilavarasi கயல்விழி:kayalvizhi செல்வி:selvi தமிழ்ச்செல்வி:tamilselvi நித்யா:nithya மலர்விழி:malarvizhi யாழினி:yazhini',
    male: 'அருண்:arun இளங்கோ:ilango கார்த்திக்:karthik சரவணன்:saravanan செந்தில்:senthil பாலமுருகன்:balamurugan முருகன்:murugan வெற்றிவேல்:vetrivel',
    family:
      'ஆறுமுகம்:arumugam கந்தசாமி:kandasamy கிருஷ்ணமூர்த்தி:krishnamoorthy சுந்தரம்:sundaram நடராஜன்:natarajan பழனிசாமி:palanisamy ராமநாதன்:ramanathan வேலாயுதம்:velayudham',
  },
  thai: {
    latin: false,
    female:
      'กัญญา:kanya จิราพร:jiraporn ณัฐธิดา:natthida ปิยะดา:piyada พิมพ์ชนก:pimchanok รัตนา:rattana ศิริพร:siriporn อรทัย:orathai',
    male: 'กิตติ:kitti ชัยวัฒน์:chaiwat ธนากร:thanakorn ประเสริฐ:prasert พงศกร:pongsakorn วีระ:weera สมชาย:somchai อนุชา:anucha',
    family:
      'จันทร์เพ็ญ:chanpen แก้วมณี:kaewmanee ทองสุข:thongsuk บุญเรือง:boonruang พรหมสวัสดิ์:promsawat วัฒนกุล:watthanakul ศรีสมบูรณ์:srisomboon สุขเกษม:sukkasem อินทรวิเชียร:intarawichian',
  },
  chinese: {
    latin: false,
    familyFirst: true,
    joined: true,
    female:
      '佳怡:jiayi 淑芬:shufen 雅婷:yating 思远:siyuan 晓梅:xiaomei 欣妍:xinyan 美玲:meiling 若兰:ruolan 静怡:jingyi 雨桐:yutong 梓涵:zihan 婉如:wanru',
    male: '志明:zhiming 建国:jianguo 俊贤:junxian 浩然:haoran 文博:wenbo 国栋:guodong 子轩:zixuan 家豪:jiahao 宇航:yuhang 明哲:mingzhe 振华:zhenhua 伟:wei',
    family:
      '陈:chen 林:lin 黄:huang 张:zhang 王:wang 李:li 吴:wu 刘:liu 蔡:cai 杨:yang 许:xu 郑:zheng 谢:xie 欧阳:ouyang 周:zhou 赵:zhao 孙:sun 徐:xu 司徒:situ 诸葛:zhuge',
  },
  japanese: {
    latin: false,
    familyFirst: true,
    female:
      '葵:aoi 千尋:chihiro 花子:hanako 恵美:emi 香織:kaori 久美子:kumiko 麻衣:mai 弘子:hiroko 桜:sakura 千佳子:chikako 早苗:sanae さつき:satsuki',
    male: '明:akira 慎吾:shingo 英樹:hideki 一郎:ichiro 康平:kohei 悟:satoru 直樹:naoki 亮:ryo 翔太:shota 拓也:takuya 裕介:yusuke 蓮:ren',
    family:
      '青木:aoki 遠藤:endo 藤原:fujiwara 長谷川:hasegawa 石田:ishida 小林:kobayashi 松本:matsumoto 中村:nakamura 大西:onishi 斎藤:saito 髙橋:takahashi 渡邊:watanabe 山口:yamaguchi 五十嵐:igarashi',
  },
  korean: {
    latin: false,
    familyFirst: true,
    joined: true,
    female:
      '지영:jiyoung 수진:sujin 민서:minseo 하은:haeun 은혜:eunhye 서연:seoyeon 유나:yuna 혜진:hyejin 나래:narae 소희:sohee',
    male: '민준:minjun 지훈:jihoon 성호:sungho 도윤:doyun 기택:kitaek 재석:jaesuk 태경:taekyung 준영:junyoung 상철:sangchul 우진:woojin',
    family:
      '김:kim 이:lee 박:park 최:choi 정:jung 강:kang 조:cho 윤:yoon 장:jang 임:lim 한:han 남궁:namgung 황보:hwangbo',
  },
  amharic: {
    latin: false,
    female: 'ሀና:hana ለምለም:lemlem ሰላማዊት:selamawit ብርቱካን:birtukan ትዕግስት:tigist አልማዝ:almaz ገነት:genet ፍሬህይወት:frehiwot',
    male: 'ሀይሉ:hailu ሙሉጌታ:mulugeta ሰለሞን:solomon በቀለ:bekele ተስፋዬ:tesfaye አበበ:abebe ዳዊት:dawit ገብረማርያም:gebremariam',
    family:
      'ሀብታሙ:habtamu ለማ:lemma መኮንን:mekonnen ታደሰ:tadesse አሰፋ:assefa ከበደ:kebede ወልደሚካኤል:woldemichael ዘውዴ:zewde ደምሴ:demissie ጌታቸው:getachew',
  },
};
