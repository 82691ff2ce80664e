/**
 * What the organisation does: six divisions, their teams, and what people in them are called. Operations moves
 * parcels; the rest keeps it moving.
 */
export type Division = {
  readonly name: string;
  readonly head: string;
  /** One for each who reports to the head; at most twelve do. */
  readonly teams: readonly string[];
  /** What people are who lead nobody. */
  readonly crafts: readonly string[];
};

export const divisions: readonly Division[] = [
  {
    name: 'Engineering',
    head: 'Chief Technology Officer',
    teams: [
      'Routing',
      'Payments',
      'Mobile Apps',
      'Data Platform',
      'Reliability',
      'Security',
      'Search & Maps',
      'Developer Tools',
      'Identity',
      'Integrations',
      'Machine Learning',
      'Quality',
    ],
    crafts: [
      'Software Engineer',
      'Software Engineer',
      'Software Engineer',
      'Site Reliability Engineer',
      'Data Engineer',
      'Test Engineer',
      'Security Engineer',
      'Technical Writer',
    ],
  },
  {
    name: 'Product & Design',
    head: 'Chief Product Officer',
    teams: [
      'Courier Experience',
      'Shopper Experience',
      'Merchant Tools',
      'Design System',
      'User Research',
      'Pricing',
      'Messaging',
      'Accessibility',
      'Onboarding',
      'Localisation',
      'Insights',
      'Product Operations',
    ],
    crafts: [
      'Product Manager',
      'Product Designer',
      'Product Designer',
      'User Researcher',
      'Content Designer',
      'Data Analyst',
    ],
  },
  {
    name: 'Sales & Partnerships',
    head: 'Chief Revenue Officer',
    teams: [
      'Retail Accounts',
      'Grocery Accounts',
      'Pharmacy Accounts',
      'Public Sector',
      'Partner Alliances',
      'Sales Engineering',
      'Customer Success',
      'Renewals',
      'New Markets',
      'Small Business',
      'Sales Operations',
      'Events',
    ],
    crafts: [
      'Account Executive',
      'Account Executive',
      'Account Manager',
      'Sales Engineer',
      'Customer Success Manager',
      'Sales Development Representative',
    ],
  },
  {
    name: 'Customer Care',
    head: 'Chief Customer Officer',
    teams: [
      'Care Europe',
      'Care Asia',
      'Care Africa',
      'Care Americas',
      'Chat & Messaging',
      'Claims',
      'Care Quality',
      'Knowledge Base',
      'Escalations',
      'Merchant Support',
      'Courier Support',
      'Night Desk',
    ],
    crafts: [
      'Care Agent',
      'Care Agent',
      'Care Agent',
      'Care Specialist',
      'Claims Handler',
      'Knowledge Editor',
      'Care Coach',
    ],
  },
  {
    name: 'Operations',
    head: 'Chief Operating Officer',
    teams: [
      'Sorting Centres',
      'Last Mile',
      'Line Haul',
      'Fleet',
      'Cold Chain',
      'Cross-border',
      'Network Planning',
      'Dispatch',
      'Returns',
      'Health & Safety',
      'Facilities',
      'Packaging',
    ],
    crafts: [
      'Courier',
      'Courier',
      'Sorting Associate',
      'Sorting Associate',
      'Dispatcher',
      'Fleet Technician',
      'Network Planner',
      'Customs Specialist',
    ],
  },
  {
    name: 'People & Finance',
    head: 'Chief Financial Officer',
    teams: [
      'Accounting',
      'People Partners',
      'Legal',
      'Talent',
      'Payroll',
      'Procurement',
      'Treasury',
      'Internal Audit',
      'Learning',
      'Workplace IT',
      'Privacy',
      'Planning & Analysis',
    ],
    crafts: [
      'Accountant',
      'People Partner',
      'Recruiter',
      'Financial Analyst',
      'Legal Counsel',
      'Payroll Specialist',
      'IT Support Engineer',
    ],
  },
];

/** The team of the top person and of those who report there. */
export const topTeam = 'Executive Office';
export const topRole = 'Chief Executive Officer';
/** The two who report to the top and lead nobody. */
export const staffRoles: readonly string[] = ['Chief of Staff', 'Chief Strategy Officer'];

/** By layer: what a manager is called; the division's name follows. The first two layers have titles of their own. */
export const managerGrades: readonly string[] = [
  '',
  '',
  'Director',
  'Senior Manager',
  'Manager',
  'Team Lead',
  'Supervisor',
];

/** Before a craft's name; most people have none. */
export const deskGrades: readonly string[] = ['', '', '', 'Senior', 'Senior', 'Junior', 'Principal'];
export const floorGrades: readonly string[] = ['', '', '', '', 'Senior', 'Trainee'];
/** The grade of those who report to a division's head and lead nobody. */
export const deskStaffGrade = 'Principal';
export const floorStaffGrade = 'Lead';

/** Customer Care and Operations have floors and halls of over 200 people under one manager. */
export const floorDivisions: readonly number[] = [3, 4];
export const floorRole = 'Floor Manager';
export const floors: readonly { readonly name: string; readonly crafts: readonly string[] }[] = [
  { name: 'Care Floor', crafts: ['Care Agent', 'Care Agent', 'Care Agent', 'Care Specialist', 'Care Coach'] },
  { name: 'Courier Hub', crafts: ['Courier', 'Courier', 'Courier', 'Courier', 'Dispatcher'] },
  { name: 'Chat Floor', crafts: ['Care Agent', 'Care Agent', 'Care Agent', 'Claims Handler', 'Care Coach'] },
  { name: 'Sorting Hall', crafts: ['Sorting Associate', 'Sorting Associate', 'Sorting Associate', 'Fleet Technician'] },
];
