/** Names of Europe that are written in Latin letters, with the marks they carry. */
import type { CultureTable } from './culture.ts';

export const namesOfEurope: Readonly<Record<string, CultureTable>> = {
  english: {
    female:
      'Amelia Beatrice Charlotte Daisy Eleanor Fiona Grace Hannah Imogen Josephine Kate Lydia Maeve Niamh Orla Phoebe Rosalind Siobhán Tess Verity',
    male: 'Alistair Benjamin Callum Dominic Edmund Fergus Gareth Hugh Isaac Jasper Kieran Lewis Malcolm Ned Oscar Patrick Rory Seán Tobias Wilfred',
    family:
      'Ashworth Barlow Calloway Drummond Ellery Fairbairn Garrick Hollis Ingram Jarvis Kirkwood Langley Mercer Norwood O’Sullivan Prescott Ridley Stirling Thornbury Underhill Vaughan Whitlock Yardley MacLeod Ní_Dhómhnaill Lloyd-Pryce',
    middle: 'James Alexander Owen Francis Thomas Reid',
    middleFemale: 'Anne Mary Rose Claire Louise Jane',
    middleShare: 0.2,
  },
  spanish: {
    female:
      'Alejandra Beatriz Carmen Dolores Elena Fátima Guadalupe Inés Jimena Lucía María_José Noelia Pilar Rocío Sofía Ximena',
    male: 'Álvaro Benjamín César Diego Emiliano Fermín Gonzalo Héctor Iñaki Joaquín Leonardo Martín Nicolás Óscar Ramón Tomás',
    family:
      'García Martínez Fernández Núñez Peña Rodríguez Ibáñez Muñoz Castaño Valdivieso Ordóñez Quiñones Zúñiga Echeverría Gutiérrez Villaseñor Benítez Cárdenas Montaño Saldívar',
    middle: 'Ramírez Herrera López Suárez Domínguez Cortés Vega Salazar Acuña Rentería Bolaños Íñiguez Ocampo Treviño',
    middleIs: 'second-surname',
    middleShare: 0.85,
  },
  portuguese: {
    female: 'Ana_Luísa Beatriz Catarina Débora Fernanda Graça Inês Joana Lúcia Mônica Natália Rafaela Thaís Vitória',
    male: 'André Bráulio Caetano Duarte Estêvão Fábio Gonçalo Henrique João Luís Márcio Nuno Olívio Sebastião Tomé Vinícius',
    family:
      'Araújo Brandão Conceição Falcão Guimarães Leitão Magalhães Nóbrega Prazeres Queirós Simões Tavares Valença Assunção',
    middle: 'de_Oliveira dos_Santos da_Silva Pereira Carvalho e_Sousa do_Nascimento Teixeira',
    middleIs: 'middle',
    middleShare: 0.6,
  },
  french: {
    female:
      'Adélaïde Brigitte Céline Delphine Élodie Françoise Gaëlle Héloïse Inès Joséphine Maëlys Noémie Océane Sidonie Zoé',
    male: 'Anaël Baptiste Cédric Étienne François Gaël Hervé Jérôme Joël Loïc Mathéo Noël Raphaël Théo Yannick',
    family:
      'Beauséjour Chevallier Desrosiers Faucheux Garçon Hébert L’Écuyer Lefèvre Mérieux Noël Péron Quéméner Rouvière Tremblay Vaillancourt',
    middle: 'Marie Jean',
    middleShare: 0.15,
  },
  german: {
    female: 'Annegret Birgit Dörte Friederike Gisela Heike Jördis Käthe Liselotte Marlene Renate Sabine Ursel Wiebke',
    male: 'Achim Bernd Detlef Eberhard Götz Holger Jörg Jürgen Lüder Matthias Rüdiger Sönke Torsten Uwe',
    family:
      'Achterberg Brückner Dörfler Eßlinger Försterling Grünewald Hölzel Jäger Kößler Lüttich Möhring Nüßlein Preißler Röhrig Schäfer Straßburger Weiß von_Bülow Zöllner',
  },
  dutch: {
    female:
      'Aafke Britt Doortje Femke Geertje Hanneke Ilse Josephien Lotte Marijke Noortje Sanne Trijntje Willemijn Zoë',
    male: 'Arjen Bas Coen Diederik Floris Gijs Hendrik Jelle Koen Maarten Niek Pieter Ruben Sjoerd Teun Wouter',
    family:
      'van_den_Berg de_Bruijn van_Dijk Hoekstra ter_Horst Kuiper van_der_Linden Mulder Nijhuis Oosterveld ’t_Hart Postma Rietveld Schuurman Terpstra Wiersma',
  },
  nordic: {
    female:
      'Åsa Birgitta Dagny Elin Frøydis Gunnhild Hjördis Ingeborg Kjerstin Linnéa Märta Oddny Ragnhild Solveig Tuva Ylva',
    male: 'Anders Bjørn Claës Eskil Frode Göran Håkon Jørgen Kåre Lasse Mårten Niels Øystein Peder Sørén Torbjörn',
    family:
      'Åkerblom Bergqvist Dahl Ekström Fjeldså Grønlund Högberg Kjærgaard Lindqvist Møller Nygård Østergaard Rønningen Sjöström Tørnæs Wåhlin',
  },
  icelandic: {
    female: 'Ásdís Birna Dagbjört Eydís Guðrún Hrafnhildur Ingibjörg Katrín Ragnheiður Sigríður Þórdís Unnur',
    male: 'Ágúst Björgvin Daði Einar Guðmundur Hörður Jökull Kjartan Ólafur Ragnar Sæmundur Þorsteinn',
    family:
      'Sigurðsson/Sigurðardóttir Gíslason/Gísladóttir Ólafsson/Ólafsdóttir Þorvaldsson/Þorvaldsdóttir Hallgrímsson/Hallgrímsdóttir Eggertsson/Eggertsdóttir Bjarnason/Bjarnadóttir Ásgeirsson/Ásgeirsdóttir Vilhjálmsson/Vilhjálmsdóttir Kárason/Káradóttir',
  },
  polish: {
    female:
      'Agnieszka Bożena Danuta Elżbieta Grażyna Iwona Jolanta Katarzyna Łucja Małgorzata Oliwia Róża Stanisława Wiesława Żaneta',
    male: 'Andrzej Bartłomiej Czesław Grzegorz Jędrzej Krzysztof Łukasz Michał Mieczysław Paweł Radosław Stanisław Władysław Zdzisław',
    family:
      'Błaszczyk Cieślak Dąbrowski/Dąbrowska Gołębiowski/Gołębiowska Jabłoński/Jabłońska Kołodziej Łukaszewicz Mączyński/Mączyńska Nowak Osiński/Osińska Pawłowski/Pawłowska Różański/Różańska Świątek Wąsik Wójcik Żurawski/Żurawska',
  },
  czech: {
    female: 'Alžběta Božena Eliška Hedvika Jiřina Květa Ludmila Markéta Nikol Růžena Šárka Tereza Zdeňka Žofie',
    male: 'Bohumil Čeněk Dušan Evžen Jiří Květoslav Luboš Matěj Ondřej Přemysl Radek Řehoř Štěpán Zdeněk',
    family:
      'Bělohlávek/Bělohlávková Čapek/Čapková Dvořáček/Dvořáčková Hájek/Hájková Jeřábek/Jeřábková Kříž/Křížová Mareček/Marečková Němec/Němcová Pokorný/Pokorná Růžička/Růžičková Šťastný/Šťastná Vavřík/Vavříková Žák/Žáková',
  },
  hungarian: {
    female: 'Ágnes Boglárka Csilla Emőke Erzsébet Gyöngyi Ildikó Judit Katalin Mária Réka Szilvia Tünde Zsófia',
    male: 'Ákos Balázs Csaba Dénes Ernő Győző Imre János Kálmán Lőrinc Márton Örs Szabolcs Zsolt',
    family:
      'Bárány Csonka Dömötör Erdős Fülöp Gárdonyi Hegedűs Jánosi Kőszegi Lukács Mészáros Őri Sipőcz Szűcs Tóth Vörös',
    familyFirst: true,
  },
  romanian: {
    female: 'Anca Bianca Crenguța Daniela Florența Ileana Lăcrămioara Mădălina Oana Raluca Ștefania Viorica',
    male: 'Alexandru Bogdan Cătălin Dragoș Emil Gheorghe Ionuț Laurențiu Mihai Răzvan Ștefan Vlad',
    family:
      'Albuță Brătescu Cărăușu Dumbrăveanu Enăchescu Făgărășanu Grădinaru Lupașcu Mărgineanu Olărașu Pătrașcu Șerban Țurcanu Văcărescu',
  },
  turkish: {
    female: 'Ayşe Büşra Çiğdem Defne Elif Gülşah Işıl İpek Nilüfer Özge Pınar Sıla Şule Tuğba Yağmur Zeynep',
    male: 'Aytaç Barış Cüneyt Doğukan Ertuğrul Gökhan Ilgaz İlker Kağan Oğuzhan Ömer Serkan Şahin Tuğrul Yiğit',
    family:
      'Akdağ Başaran Çelikkıran Doğan Erdoğmuş Güneş Işıklı İnanç Karakuş Öztürk Pamukçu Sarıgül Şimşek Tığlı Ünal Yıldırım',
  },
};
