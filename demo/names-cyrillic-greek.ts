/** Names written in Cyrillic, Greek, Georgian and Armenian letters, with how each stands in an address. */
import type { CultureTable } from './culture.ts';

const patronymics =
  'Александрович/Александровна:aleksandrovich/aleksandrovna Борисович/Борисовна:borisovich/borisovna Владимирович/Владимировна:vladimirovich/vladimirovna Игоревич/Игоревна:igorevich/igorevna Николаевич/Николаевна:nikolaevich/nikolaevna Сергеевич/Сергеевна:sergeevich/sergeevna';

export const namesInCyrillicAndGreek: Readonly<Record<string, CultureTable>> = {
  russian: {
    latin: false,
    female:
      'Анна:anna Варвара:varvara Дарья:darya Екатерина:ekaterina Зинаида:zinaida Ирина:irina Ксения:ksenia Людмила:lyudmila Надежда:nadezhda Татьяна:tatyana',
    male: 'Алексей:alexey Борис:boris Григорий:grigory Дмитрий:dmitry Евгений:evgeny Кирилл:kirill Леонид:leonid Павел:pavel Степан:stepan Фёдор:fyodor',
    family:
      'Белов/Белова:belov/belova Воронцов/Воронцова:vorontsov/vorontsova Голубев/Голубева:golubev/golubeva Журавлёв/Журавлёва:zhuravlyov/zhuravlyova Кузнецов/Кузнецова:kuznetsov/kuznetsova Лаврентьев/Лаврентьева:lavrentyev/lavrentyeva Соколов/Соколова:sokolov/sokolova Тихомиров/Тихомирова:tikhomirov/tikhomirova Шубин/Шубина:shubin/shubina Щеглов/Щеглова:shcheglov/shcheglova',
    middle: patronymics,
    middleShare: 0.6,
  },
  ukrainian: {
    latin: false,
    female:
      'Богдана:bohdana Ганна:hanna Леся:lesia Любов:liubov Мар’яна:mariana Оксана:oksana Соломія:solomiia Христина:khrystyna Юлія:yuliia Ярина:yaryna',
    male: 'Андрій:andrii Василь:vasyl Гнат:hnat Данило:danylo Ігор:ihor Микола:mykola Олексій:oleksii Остап:ostap Тарас:taras Юрій:yurii',
    family:
      'Бондаренко:bondarenko Гнатюк:hnatiuk Ґалаґан:galagan Дзюба:dziuba Іваненко:ivanenko Ковальчук:kovalchuk Левицький/Левицька:levytskyi/levytska Мельничук:melnychuk Паламарчук:palamarchuk Савченко:savchenko Яковенко:yakovenko',
  },
  bulgarian: {
    latin: false,
    female:
      'Боряна:boryana Василка:vasilka Гергана:gergana Десислава:desislava Елица:elitsa Кремена:kremena Радостина:radostina Цветелина:tsvetelina',
    male: 'Ангел:angel Божидар:bozhidar Веселин:veselin Георги:georgi Красимир:krasimir Огнян:ognyan Пламен:plamen Цветан:tsvetan',
    family:
      'Ангелов/Ангелова:angelov/angelova Василев/Василева:vasilev/vasileva Гълъбов/Гълъбова:galabov/galabova Дончев/Дончева:donchev/doncheva Желязков/Желязкова:zhelyazkov/zhelyazkova Каракашев/Каракашева:karakashev/karakasheva Тенев/Тенева:tenev/teneva Щерев/Щерева:shterev/shtereva',
  },
  greek: {
    latin: false,
    female:
      'Αγγελική:angeliki Βασιλική:vasiliki Δέσποινα:despina Ελευθερία:eleftheria Θεοδώρα:theodora Καλλιόπη:kalliopi Μαργαρίτα:margarita Χρυσούλα:chrysoula Ευαγγελία:evangelia',
    male: 'Αλέξανδρος:alexandros Γεώργιος:georgios Δημήτρης:dimitris Ευάγγελος:evangelos Θανάσης:thanasis Κωνσταντίνος:konstantinos Παναγιώτης:panagiotis Σπύρος:spyros Χρήστος:christos',
    family:
      'Αναγνώστου:anagnostou Βλαχόπουλος/Βλαχοπούλου:vlachopoulos/vlachopoulou Δημητρίου:dimitriou Καραμπέτσος/Καραμπέτσου:karampetsos/karampetsou Μαυρομάτης/Μαυρομάτη:mavromatis/mavromati Ξενάκης/Ξενάκη:xenakis/xenaki Παπαγεωργίου:papageorgiou Σταματόπουλος/Σταματοπούλου:stamatopoulos/stamatopoulou Τζαβάρας/Τζαβάρα:tzavaras/tzavara Χατζηδάκης/Χατζηδάκη:chatzidakis/chatzidaki',
  },
  georgian: {
    latin: false,
    female: 'ანა:ana ეკატერინე:ekaterine თამარ:tamar ლელა:lela მაია:maia ნინო:nino ნათია:natia ქეთევან:ketevan',
    male: 'ბექა:beka გიორგი:giorgi დავით:davit ზურაბ:zurab ლევან:levan ოთარ:otar შოთა:shota ჯაბა:jaba',
    family:
      'ანდღულაძე:andghuladze ბერიძე:beridze გელაშვილი:gelashvili კიკნაძე:kiknadze ლომიძე:lomidze მაისურაძე:maisuradze ქავთარაძე:kavtaradze ჩუბინიძე:chubinidze ჯაფარიძე:japaridze წიკლაური:tsiklauri',
  },
  armenian: {
    latin: false,
    female:
      'Անահիտ:anahit Արփինե:arpine Գայանե:gayane Լուսինե:lusine Հասմիկ:hasmik Նարինե:narine Շուշան:shushan Սոնա:sona',
    male: 'Արամ:aram Գևորգ:gevorg Դավիթ:davit Կարեն:karen Հայկ:hayk Ռուբեն:ruben Վահե:vahe Տիգրան:tigran',
    family:
      'Ադամյան:adamyan Բաղդասարյան:baghdasaryan Գալստյան:galstyan Եղիազարյան:yeghiazaryan Հովհաննիսյան:hovhannisyan Մկրտչյան:mkrtchyan Նազարյան:nazaryan Սահակյան:sahakyan Տեր-Գրիգորյան:tergrigoryan Քեշիշյան:keshishyan',
  },
};
